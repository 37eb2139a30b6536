import { type Said, useFacts } from '@/renderer/features/pipeline/shortlist/facts';
import { useText } from '@/renderer/lib/text';
import type { Reasons } from '@/shared/domain/pipeline/reasons';
import type { ShortlistEntry } from '@/shared/domain/pipeline/views';

interface Props {
  readonly reasons: Reasons;
  readonly entries: readonly ShortlistEntry[];
}

/** People side by side, a row for each thing they are compared by. */
export function Compared({ reasons, entries }: Props) {
  const t = useText();
  const facts = useFacts(reasons);
  return (
    <section
      tabIndex={0}
      aria-label={t('pipeline.shortlist.side-by-side')}
      className="min-w-0 flex-1 overflow-auto -outline-offset-2"
    >
      <table className="w-full border-collapse text-left">
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-20 w-40 min-w-40 bg-canvas p-2.5">
              <span className="sr-only">{t('pipeline.shortlist.fact')}</span>
            </th>
            {entries.map(({ application, name }) => (
              <th
                key={application.id}
                scope="col"
                className="sticky top-0 z-10 min-w-36 border-b border-line bg-canvas p-2.5 align-bottom font-semibold break-words"
              >
                {name || t('pipeline.no-name')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.key} className="border-b border-line">
              <th
                scope="row"
                className="sticky left-0 bg-canvas p-2.5 align-top font-normal break-words text-ink-2"
              >
                {fact.title}
              </th>
              {entries.map((entry) => (
                <td key={entry.application.id} className="p-2.5 align-top break-words">
                  <Saying said={fact.of(entry)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Saying({ said }: { readonly said: Said | null }) {
  const t = useText();
  if (said === null) return <span className="text-ink-3">{t('pipeline.fact.none')}</span>;
  return (
    <>
      {said.text}
      {said.quote === null ? null : (
        <blockquote className="mt-1 line-clamp-3 border-l-2 border-line-strong pl-2 text-sm text-ink-2">
          {said.quote}
        </blockquote>
      )}
    </>
  );
}
