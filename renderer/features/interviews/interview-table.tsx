import { Link } from '@tanstack/react-router';
import { useRoundName } from '@/renderer/features/interviews/interview-card';
import { useTimes } from '@/renderer/features/interviews/times';
import { MODE_NAMES, STATUS_NAMES, STATUS_TONES } from '@/renderer/features/interviews/words';
import { cx } from '@/renderer/lib/cx';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import type { InterviewView } from '@/shared/domain/interviews/views';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly rows: readonly InterviewView[];
  /** The one whose details are open. */
  readonly open: Id | null;
  readonly onOpen: (id: Id) => void;
}

const COLUMNS = [
  'interviews.column.when',
  'interviews.column.candidate',
  'interviews.column.job',
  'interviews.column.round',
  'interviews.column.interviewers',
  'interviews.column.status',
  'interviews.column.details',
] as const;

/** What stands in the details too is left out beside them; how it stands comes under the name. */
const BESIDE_DETAILS: readonly (typeof COLUMNS)[number][] = [
  'interviews.column.when',
  'interviews.column.candidate',
  'interviews.column.details',
];

/** Interviews, a row each: a name opens the candidate, the button behind it what can be done. */
export function InterviewTable({ rows, open, onOpen }: Props) {
  const t = useText();
  const isBrief = open !== null;
  return (
    <table
      aria-label={t('interviews.title')}
      className={cx('w-full border-collapse text-left', isBrief && 'table-fixed')}
    >
      <thead className="sticky top-0 z-10 bg-canvas text-sm text-ink-3">
        <tr>
          {(isBrief ? BESIDE_DETAILS : COLUMNS).map((column) => (
            <th
              key={column}
              scope="col"
              className={cx(
                'border-b border-line px-3 py-2 font-medium first:pl-5',
                isBrief && column === 'interviews.column.details' && 'w-24',
              )}
            >
              <span className={cx(column === 'interviews.column.details' && 'sr-only')}>
                {t(column)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((view) => (
          <Row
            key={view.interview.id}
            view={view}
            isBrief={isBrief}
            isOpen={view.interview.id === open}
            onOpen={() => onOpen(view.interview.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly view: InterviewView;
  readonly isBrief: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Row({ view, isBrief, isOpen, onOpen }: RowProps) {
  const t = useText();
  const format = useFormat();
  const times = useTimes();
  const roundName = useRoundName();
  const { interview, candidateName, opensCandidate, jobTitle, clientName, interviewers } = view;
  const name = candidateName || t('interviews.no-name');
  const here = times.here(interview);
  const status = (
    <Badge tone={STATUS_TONES[interview.status]}>{t(STATUS_NAMES[interview.status])}</Badge>
  );
  return (
    <tr className={cx('border-b border-line align-top', isOpen && 'bg-sunken')}>
      <td className={cx('px-3 py-2 pl-5', !isBrief && 'min-w-44')}>
        <span className={cx(interview.start === null && 'text-ink-3')}>
          {times.there(interview)}
        </span>
        {here === null ? null : <span className="block text-sm text-ink-3">{here}</span>}
      </td>
      <th scope="row" className="max-w-60 px-3 py-2 font-medium">
        {opensCandidate ? (
          <Link
            to="/candidates/$id"
            params={{ id: interview.candidateId }}
            className="block truncate hover:underline"
          >
            {name}
          </Link>
        ) : (
          <span className="block truncate">{name}</span>
        )}
        {isBrief ? status : null}
      </th>
      {isBrief ? null : (
        <>
          <td className="max-w-60 px-3 py-2">
            <span className="block truncate">{jobTitle}</span>
            <span className="block truncate text-sm text-ink-3">{clientName}</span>
          </td>
          <td className="max-w-52 px-3 py-2">
            <span className="block truncate">{roundName(interview)}</span>
            <span className="block text-sm text-ink-3">{t(MODE_NAMES[interview.mode])}</span>
          </td>
          <td className="max-w-44 px-3 py-2">
            <span className="line-clamp-2">
              {interviewers.length === 0
                ? ''
                : format.list(interviewers.map((one) => one.name || t('interviews.no-name')))}
            </span>
          </td>
          <td className="px-3 py-2">{status}</td>
        </>
      )}
      <td className="px-3 py-1.5 pr-5 text-right">
        <Button size="sm" variant="ghost" aria-expanded={isOpen} onPress={onOpen}>
          {t('interviews.details')}
          <span className="sr-only">{t('interviews.details-of', { name })}</span>
        </Button>
      </td>
    </tr>
  );
}
