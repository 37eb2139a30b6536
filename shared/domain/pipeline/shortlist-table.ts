import type { Part } from '@/shared/domain/matching/score-types';
import { quoteOf, type Reason, type Reasons } from './reasons';
import type { Shortlist } from './views';

const PART_HEADERS: Readonly<Record<Part, string>> = {
  skills: 'Points for skills',
  experience: 'Points for experience',
  title: 'Points for work',
  education: 'Points for education',
  location: 'Points for location',
};

/**
 * The shortlist as a table, a person a row: what is known of them, their match with its parts, what became of each thing the job asks for
 * with the words of the CV, and what the client is told.
 */
export function shortlistTable(
  { entries }: Pick<Shortlist, 'entries'>,
  reasons: Reasons,
): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
} {
  return {
    header: [
      'Place',
      'Name',
      'Headline',
      'Now',
      'Location',
      'Years',
      'Education',
      'Languages',
      'Notice period',
      'Work permission',
      'Stage',
      'Match',
      ...reasons.parts.map((part) => PART_HEADERS[part]),
      ...reasons.asks.map(askedHeader),
      'Write-up',
    ],
    rows: entries.map((entry, at) => {
      const { candidateId } = entry.application;
      const match = reasons.of(candidateId);
      return [
        at + 1,
        entry.name,
        entry.headline ?? '',
        entry.current ?? '',
        entry.location ?? '',
        entry.totalYears ?? '',
        entry.education ?? '',
        entry.languages.join(', '),
        entry.noticePeriod ?? '',
        entry.workPermission ?? '',
        entry.application.stage.replace('_', ' '),
        match === null ? '' : match.score / 100,
        ...reasons.parts.map((part) => (match === null ? '' : match.parts[part].points / 100)),
        ...reasons.asks.map(({ key }) => inWords(reasons.reason(candidateId, key))),
        entry.application.writeUp,
      ];
    }),
  };
}

function askedHeader({ key, asked, mustHave }: Reasons['asks'][number]): string {
  switch (key) {
    case 'experience':
      return `Years of such work: ${asked}`;
    case 'words':
      return 'Words of the description';
    case 'education':
      return `Education: ${asked}`;
    case 'title':
      return `Title: ${asked}`;
    case 'location':
      return `Place: ${asked}`;
    default:
      return mustHave ? `${asked} (must)` : asked;
  }
}

function inWords(reason: Reason | null): string {
  if (reason === null) return '';
  const { status, nearest, months } = reason;
  const quote = quoteOf(reason);
  const has = [
    status,
    // What the quote says already needs no second telling.
    ...(nearest !== null && !quote?.includes(nearest) && nearest !== reason.asked ? [nearest] : []),
    ...(months === null || months === 0 ? [] : [`${months} months`]),
  ].join(', ');
  return quote === null ? has : `${has}: “${quote}”`;
}
