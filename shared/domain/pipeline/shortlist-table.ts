import type { Shortlist, ShortlistEntry } from './views';

/** The shortlist as a table, a person a row: facts, what the job asks for and whether they have it, and what the client is told. */
export function shortlistTable({ asked, entries }: Shortlist): {
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
      ...asked.map(({ name, need }) => (need === 'required' ? `${name} (must)` : name)),
      'Write-up',
    ],
    rows: entries.map((entry, at) => [
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
      entry.score ?? '',
      ...asked.map((skill) => reasonOf(entry, skill)),
      entry.application.writeUp,
    ]),
  };
}

/** Whether somebody has what is asked for: met, partly (fewer years than asked), not said how long, or not named. */
export function meets(
  entry: Pick<ShortlistEntry, 'skills'>,
  { position, minYears }: Pick<Shortlist['asked'][number], 'position' | 'minYears'>,
): 'met' | 'partly' | 'unknown' | 'missing' {
  const found = entry.skills.find((skill) => skill.position === position);
  if (found === undefined) return 'missing';
  if (minYears === null) return 'met';
  if (found.years === null) return 'unknown';
  return found.years >= minYears ? 'met' : 'partly';
}

function reasonOf(entry: ShortlistEntry, skill: Shortlist['asked'][number]): string {
  const years = entry.skills.find(({ position }) => position === skill.position)?.years ?? null;
  const said = meets(entry, skill);
  const asked = skill.minYears === null ? '' : ` of ${skill.minYears}`;
  return years === null ? said : `${said}, ${years}${asked} years`;
}
