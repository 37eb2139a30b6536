import type { CandidateDetail, CandidateRow } from '@/shared/domain/candidates/views';
import { findHits } from '@/shared/domain/search/find-hits';
import { type Query, type SearchField, wantedWords } from '@/shared/domain/search/query';

/** Marks of one text that are named. */
const MOST_HITS = 20;
/** Notes are read so far. */
const LONGEST = 20_000;

/** Which words of a query were found where: "Java in the skills". `asked` is the query with what else was looked for. */
export function matchReasons(
  row: CandidateRow,
  detail: CandidateDetail,
  asked: Query,
): readonly string[] {
  const { experience, education, skills, notes } = detail;
  const places: readonly (readonly [SearchField, string, readonly (string | null)[]])[] = [
    ['name', 'the name', [row.name]],
    ['title', 'a title', [row.headline, ...experience.map(({ title }) => title)]],
    ['company', 'a company', experience.map(({ company }) => company)],
    ['skill', 'the skills', skills.map(({ name }) => name)],
    ['school', 'a school', education.map(({ institution }) => institution)],
    ['city', 'the place', [row.location]],
    ['tag', 'a tag', row.tags.map(({ name }) => name)],
    ['note', 'a note', notes.map(({ body }) => body.slice(0, LONGEST))],
    ['cv', 'the CV', [row.snippet?.text ?? null]],
  ];
  return places.flatMap(([field, place, texts]) => {
    const query = ofField(asked, field);
    const words = texts.flatMap((text) =>
      text === null
        ? []
        : findHits(text, query, MOST_HITS).map(([start, end]) =>
            text.slice(start, end).replace(/\s+/g, ' '),
          ),
    );
    return words.length === 0 ? [] : [`${[...new Set(words)].join(', ')} in ${place}`];
  });
}

/** What is looked for in a field, or anywhere. */
function ofField(asked: Query, field: SearchField): Query {
  const of = wantedWords(asked).filter((node) => node.field === null || node.field === field);
  return { root: of.length === 0 ? null : { kind: 'or', of, start: 0, end: 0 }, problems: [] };
}
