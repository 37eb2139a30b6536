import { createPortal } from 'react-dom';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { useFacts } from '@/renderer/features/pipeline/shortlist/facts';
import { useText } from '@/renderer/lib/text';
import type { Reasons } from '@/shared/domain/pipeline/reasons';
import type { Shortlist } from '@/shared/domain/pipeline/views';

interface Props {
  readonly shortlist: Shortlist;
  readonly reasons: Reasons;
}

/** The shortlist on paper: one person after the other, with how they fit the job and what the client is told. */
export function PrintedShortlist({ shortlist, reasons }: Props) {
  const t = useText();
  const facts = useFacts(reasons);
  return createPortal(
    <div data-print className="hidden print:block">
      <h1 className="text-xl font-semibold">
        {t('pipeline.job-of', { title: shortlist.title, client: shortlist.clientName })}
      </h1>
      <p className="mb-4">{t('pipeline.people', { count: shortlist.entries.length })}</p>
      {shortlist.entries.map((entry, at) => (
        <section key={entry.application.id} className="mb-5 break-inside-avoid border-t pt-2">
          <h2 className="text-md font-semibold">
            {at + 1}. {entry.name || t('pipeline.no-name')}
          </h2>
          <p>
            {t(STAGE_NAMES[entry.application.stage])}
            {entry.headline === null ? '' : ` · ${entry.headline}`}
          </p>
          {entry.application.writeUp === '' ? null : (
            <p className="my-2 break-words whitespace-pre-wrap">{entry.application.writeUp}</p>
          )}
          <dl className="grid grid-cols-[200px_1fr] gap-x-3">
            {facts.map((fact) => {
              const said = fact.of(entry);
              return said === null ? null : (
                <div key={fact.key} className="contents">
                  <dt>{fact.title}</dt>
                  <dd className="break-words">
                    {said.text}
                    {said.quote === null ? null : (
                      <q className="block text-sm text-ink-2">{said.quote}</q>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </div>,
    document.body,
  );
}
