import { Check, CircleHelp, Eye, Minus, X } from 'lucide-react';
import { useMemo } from 'react';
import { focusListIfFree } from '@/renderer/app/list-focus';
import type { Translate } from '@/renderer/lib/text';
import { PART_NAMES, STATUS_NAMES, usePoints } from '@/renderer/app/match-words';
import { PartCells } from '@/renderer/features/matches/score';
import type { ShownRanking } from '@/renderer/features/matches/use-ranking';
import { cx } from '@/renderer/lib/cx';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Checkbox } from '@/renderer/ui/toggles';
import { Skeleton } from '@/renderer/ui/states';
import { VirtualRows } from '@/renderer/ui/virtual-rows';
import { type CriterionStatus, PARTS } from '@/shared/domain/matching/score-types';
import type { RankedPage, RankedRow } from '@/shared/domain/matching/views';

const ROW_HEIGHT = 48;
const COLUMNS =
  'grid items-center gap-x-2 px-3 grid-cols-[20px_44px_52px_minmax(0,1fr)_84px_20px] @4xl:gap-x-3 ' +
  '@4xl:grid-cols-[20px_44px_52px_minmax(0,1fr)_repeat(5,70px)_minmax(64px,110px)_20px]';

interface Props {
  readonly ranking: ShownRanking;
  readonly head: RankedPage;
  readonly shownId: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly onOpen: (row: RankedRow) => void;
  readonly onChoose: (row: RankedRow) => void;
}

/** Candidates by score, best first: a row says what the score is made of and which must-haves are met. */
export function RankedRows({ ranking, head, ...props }: Props) {
  const t = useText();
  const columns = useMemo(
    () => [
      { title: t('matches.column.choose'), isHidden: true },
      { title: t('matches.column.place'), isHidden: true },
      { title: t('matches.score'), className: 'text-right' },
      t('matches.column.candidate'),
      ...PARTS.map((part) => ({ title: t(PART_NAMES[part]), className: 'hidden @4xl:block' })),
      t('matches.must-haves'),
      { title: t('matches.viewed'), isHidden: true },
    ],
    [t],
  );
  return (
    <div
      aria-busy={ranking.isOld}
      className={cx(
        '@container flex min-h-0 min-w-0 flex-1 flex-col transition-opacity duration-150',
        // While weights are dragged the next answer is a few frames away: fading would flicker.
        ranking.isOld && head.making !== null && 'opacity-60',
      )}
    >
      <VirtualRows
        label={t('matches.list')}
        count={head.total}
        rowHeight={ROW_HEIGHT}
        rowKey={(index) => String(index)}
        rowClassName={COLUMNS}
        columns={columns}
        onReach={ranking.onReach}
        onShown={focusListIfFree}
        renderRow={(index) => {
          const row = ranking.rowAt(index);
          return row === null ? (
            <span role="cell" className="col-span-full">
              <Skeleton className="h-4 w-60" />
            </span>
          ) : (
            <Row row={row} head={head} {...props} />
          );
        }}
      />
    </div>
  );
}

interface RowProps extends Omit<Props, 'ranking'> {
  readonly row: RankedRow;
}

function Row({ row, head, shownId, chosen, onOpen, onChoose }: RowProps) {
  const t = useText();
  const format = useFormat();
  const score = usePoints();
  const name = row.name || t('candidates.no-name');
  const facts = [
    row.headline,
    row.company,
    row.location,
    row.totalYears === null ? null : t('matches.years', { years: Math.round(row.totalYears) }),
    row.stage === null ? null : t('matches.on-job'),
  ].filter((one) => one !== null && one !== '');
  return (
    <>
      <span role="cell">
        <Checkbox
          aria-label={t('matches.choose', { name })}
          isSelected={chosen.has(row.id)}
          onChange={() => onChoose(row)}
          excludeFromTabOrder
        />
      </span>
      <span role="cell" className="tabular text-right text-sm text-ink-3">
        {format.number(row.place)}
      </span>
      <span role="cell" className="tabular text-right text-md font-semibold">
        {score(row.score)}
      </span>
      <span role="cell" className="flex min-w-0 flex-col">
        <button
          type="button"
          aria-expanded={shownId === row.id}
          // The row leads here with Enter; one stop a row is enough.
          tabIndex={-1}
          onClick={() => onOpen(row)}
          className={cx(
            'cursor-default truncate rounded-sm text-left font-medium after:absolute after:inset-0 after:left-10',
            // The whole row is marked, also under the box that the button leaves to itself.
            shownId === row.id &&
              'text-accent-ink before:pointer-events-none before:absolute before:inset-0 before:bg-hover',
          )}
        >
          {name}
        </button>
        <span className="truncate text-sm text-ink-2">{facts.join(' · ')}</span>
      </span>
      <PartCells parts={row.parts} />
      <MustHaves row={row} asks={head.asks} />
      <span role="cell" className="text-ink-3">
        {row.viewedAt === null ? null : (
          <span title={t('matches.viewed')}>
            <Eye size={14} aria-hidden />
            <span className="sr-only">{t('matches.viewed')}</span>
          </span>
        )}
      </span>
    </>
  );
}

/** So many marks have room; the words beside them count all. */
const MOST_MARKS = 6;

function MustHaves({ row, asks }: { readonly row: RankedRow; readonly asks: RankedPage['asks'] }) {
  const t = useText();
  const statuses = asks
    .filter(({ mustHave }) => mustHave)
    .map(({ key, asked }) => ({
      key,
      asked,
      status: row.criteria.find((one) => one.key === key)?.status ?? 'unknown',
    }));
  if (statuses.length === 0) return <span role="cell" />;
  const words = statuses
    .map(({ asked, status }) => `${asked}: ${t(STATUS_NAMES[status])}`)
    .join('\n');
  return (
    <span role="cell" className="flex min-w-0 flex-col items-start gap-0.5">
      <span className="tabular truncate text-sm text-ink-2">{metText(t, row)}</span>
      <span className="sr-only">{words}</span>
      <span aria-hidden className="flex gap-0.5">
        {statuses.slice(0, MOST_MARKS).map(({ key, status }) => (
          <StatusMark key={key} status={status} size={12} />
        ))}
      </span>
    </span>
  );
}

const metText = (t: Translate, { mustHaves }: RankedRow): string =>
  t('matches.must-haves.met', { met: mustHaves.met, of: mustHaves.of });

const MARKS = {
  met: { Icon: Check, look: 'text-good-ink' },
  partly: { Icon: Minus, look: 'text-warn-ink' },
  missing: { Icon: X, look: 'text-bad-ink' },
  unknown: { Icon: CircleHelp, look: 'text-ink-3' },
} as const;

/** A sign for what became of a criterion; the word stands beside it or is said by whoever shows it. */
export function StatusMark({
  status,
  size,
}: {
  readonly status: CriterionStatus;
  readonly size: number;
}) {
  const { Icon, look } = MARKS[status];
  return <Icon size={size} aria-hidden className={cx('shrink-0', look)} strokeWidth={2.5} />;
}
