import { Link } from '@tanstack/react-router';
import { PART_NAMES, STATUS_NAMES, useAskedName, usePoints } from '@/renderer/app/match-words';
import { StatusMark } from '@/renderer/features/matches/ranked-rows';
import { useText } from '@/renderer/lib/text';
import { Drawer } from '@/renderer/ui/drawer';
import { PARTS } from '@/shared/domain/matching/score-types';
import type { RankedPage, RankedRow } from '@/shared/domain/matching/views';

interface Props {
  readonly people: readonly RankedRow[];
  readonly asks: RankedPage['asks'];
  readonly onClose: () => void;
}

/** A few people side by side on what the job asks for. */
export function ComparePanel({ people, asks, onClose }: Props) {
  const t = useText();
  const score = usePoints();
  const nameOf = useAskedName();
  return (
    <Drawer
      label={t('matches.compare')}
      title={t('matches.compare')}
      onClose={onClose}
      takesFocus
      className="w-[60%]"
    >
      {people.length < 2 ? (
        <p className="p-4 text-ink-2">{t('matches.compare.hint')}</p>
      ) : (
        // A pane that scrolls must be reachable by the keyboard.
        <div
          tabIndex={0}
          role="region"
          aria-label={t('matches.compare')}
          className="overflow-x-auto p-4"
        >
          <table className="w-full border-collapse">
            <thead>
              <tr className="border-b border-line-strong text-left align-bottom">
                <th className="w-36 pr-3 font-medium text-ink-3">{t('matches.asked')}</th>
                {people.map(({ id, name }) => (
                  <th key={id} className="min-w-28 px-2 pb-1 font-semibold">
                    <Link
                      to="/candidates/$id"
                      params={{ id }}
                      className="rounded-sm hover:underline"
                    >
                      {name || t('candidates.no-name')}
                    </Link>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr className="border-b border-line">
                <th className="py-1 pr-3 text-left font-medium">{t('matches.score')}</th>
                {people.map((row) => (
                  <td key={row.id} className="tabular px-2 text-md font-semibold">
                    {score(row.score)}
                  </td>
                ))}
              </tr>
              {PARTS.filter((part) => people[0]?.parts[part].likeness !== null).map((part) => (
                <tr key={part} className="border-b border-line">
                  <th className="py-1 pr-3 text-left font-normal text-ink-2">
                    {t(PART_NAMES[part])}
                  </th>
                  {people.map(({ id, parts }) => (
                    <td key={id} className="tabular px-2 text-ink-2">
                      {t('matches.part.of', {
                        points: score(parts[part].points),
                        most: score(parts[part].most),
                      })}
                    </td>
                  ))}
                </tr>
              ))}
              {asks.map(({ key, asked, mustHave }) => (
                <tr key={key} className="border-b border-line align-top">
                  <th className="py-1 pr-3 text-left font-normal">
                    {nameOf({ key, asked })}
                    {mustHave ? (
                      <span className="block text-sm text-ink-3">{t('matches.must-have')}</span>
                    ) : null}
                  </th>
                  {people.map(({ id, criteria }) => {
                    const status = criteria.find((one) => one.key === key)?.status ?? 'unknown';
                    return (
                      <td key={id} className="px-2 py-1">
                        <span className="flex items-center gap-1">
                          <StatusMark status={status} size={14} />
                          <span className="text-sm text-ink-2">{t(STATUS_NAMES[status])}</span>
                        </span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Drawer>
  );
}
