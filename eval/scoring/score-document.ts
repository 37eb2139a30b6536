import type { Truth } from '@/eval/truth';
import type { ParseLine } from '@/shared/domain/parsing/parse-line';
import {
  ALIKE,
  degreeLikeness,
  organisationLikeness,
  sameDate,
  sameEmail,
  sameName,
  samePhone,
  samePlace,
  sameYear,
  titleLikeness,
} from './likeness';
import { dateKey, linkKey, skillKey, squeezed } from './normalise';

export const FIELDS = [
  'name',
  'email',
  'phone',
  'links',
  'location',
  'title',
  'company',
  'job_entry',
  'job_dates',
  'institution',
  'degree',
  'edu_dates',
  'skills',
] as const;
export type Field = (typeof FIELDS)[number];

export interface FieldScore {
  readonly right: number;
  readonly read: number;
  readonly true: number;
  /** What the truth has and what was read, for a look at the mistakes; null where all is well. */
  readonly mistake: { readonly truth: unknown; readonly read: unknown } | null;
  /** By place in the parse line's list (0 for single values): whether it was right; left out where nobody can tell. */
  readonly verdicts: ReadonlyMap<number, boolean>;
}

export interface DocumentScore {
  readonly fields: ReadonlyMap<Field, FieldScore>;
  /** Dates of the jobs that were found: exact to the month, to the year, of how many. */
  readonly matchedDates: { readonly month: number; readonly year: number; readonly of: number };
}

type Pair = readonly [truth: number, read: number];

/**
 * Compares what was read in one file with its truth. Single values and lists are compared one to one (the most alike first); a job counts
 * when title and company are right in the same entry. Fields nobody labelled are left out.
 */
export function scoreDocument(truth: Truth, line: ParseLine): DocumentScore {
  const fields = new Map<Field, FieldScore>();
  const labelled = (field: Field): boolean => truth.annotated?.includes(field) ?? true;
  const put = (field: Field, score: FieldScore): void => {
    if (labelled(field)) fields.set(field, score);
  };
  const { experience, education } = line;
  put('name', single(truth, truth.name, line.name, sameName));
  put('email', single(truth, truth.email, line.email, sameEmail));
  put('phone', single(truth, truth.phone, line.phone, samePhone));
  put('location', single(truth, truth.location_alt ?? truth.location, line.location, samePlace));
  put('links', linksScore(truth, line));
  put(
    'title',
    listScore(
      truth.titles ?? present(truth.experience?.map((job) => job.title)),
      experience.map((job) => job.title),
      titleLikeness,
    ),
  );
  put(
    'company',
    listScore(
      truth.companies ?? present(truth.experience?.map((job) => job.company)),
      experience.map((job) => job.company),
      organisationLikeness,
    ),
  );
  put(
    'institution',
    listScore(
      truth.institutions ?? present(truth.education?.map((study) => study.institution)),
      education.map((study) => study.institution),
      organisationLikeness,
    ),
  );
  put('degree', degreesScore(truth, line));
  let matchedDates = { month: 0, year: 0, of: 0 };
  if (truth.experience !== undefined) {
    put('job_entry', jobsScore(truth.experience, experience));
    const dates = jobDatesScore(truth.experience, experience);
    put('job_dates', dates.score);
    if (labelled('job_dates')) matchedDates = dates.matched;
  }
  if (truth.education !== undefined) put('edu_dates', educationDatesScore(truth, line));
  put('skills', skillsScore(truth, line));
  return { fields, matchedDates };
}

function single(
  truth: Truth,
  right: readonly string[],
  read: string | null,
  same: (truth: string, read: string) => boolean,
): FieldScore {
  const given = read !== null && read !== '';
  const found = given && right.some((one) => same(one, read));
  // Where labels may have been forgotten and there is none, what was read is neither right nor wrong.
  const unknown = truth.open && right.length === 0;
  return {
    right: found ? 1 : 0,
    read: given && !unknown ? 1 : 0,
    true: right.length > 0 ? 1 : 0,
    mistake: right.length > 0 && !found ? { truth: right[0], read } : null,
    verdicts: new Map(given && !unknown ? [[0, found]] : []),
  };
}

function linksScore(truth: Truth, line: ParseLine): FieldScore {
  const right = unique(truth.links, linkKey);
  const optional = new Set(truth.links_optional.map(linkKey));
  const counts = (url: string): boolean => !optional.has(linkKey(url)) && !url.includes('@');
  const read = unique(line.links, linkKey).filter(counts);
  const keys = new Set(right.map(linkKey));
  const found = new Set(read.map(linkKey).filter((key) => keys.has(key)));
  return {
    right: found.size,
    read: read.length,
    true: right.length,
    mistake: found.size < right.length ? { truth: right, read } : null,
    verdicts: new Map(
      line.links.flatMap((url, index) => (counts(url) ? [[index, found.has(linkKey(url))]] : [])),
    ),
  };
}

function listScore(
  truth: readonly string[],
  values: readonly (string | null)[],
  likeness: (truth: string, read: string) => number,
): FieldScore {
  const right = unique(truth, squeezed);
  const read = unique(present(values), squeezed);
  const pairs = matchUp(right, read, likeness);
  const found = new Set(pairs.map(([, index]) => squeezed(read[index] ?? '')));
  const matched = new Set(pairs.map(([index]) => index));
  const complete = pairs.length === right.length && pairs.length === read.length;
  return {
    right: pairs.length,
    read: read.length,
    true: right.length,
    mistake: complete
      ? null
      : {
          truth: right.filter((_, index) => !matched.has(index)),
          read: read.filter((value) => !found.has(squeezed(value))),
        },
    verdicts: new Map(
      values.flatMap((value, index) =>
        value === null || squeezed(value) === '' ? [] : [[index, found.has(squeezed(value))]],
      ),
    ),
  };
}

function degreesScore(truth: Truth, line: ParseLine): FieldScore {
  const labels =
    truth.degrees !== undefined
      ? truth.degrees.map((degree) => ({ degree, alternatives: [] }))
      : (truth.education ?? []).flatMap((study) =>
          study.degree === null || study.degree === ''
            ? []
            : [{ degree: study.degree, alternatives: study.degree_alt }],
        );
  const byKey = new Map<string, (typeof labels)[number]>();
  for (const label of labels) {
    const key = squeezed(label.degree);
    if ((key !== '' || truth.degrees === undefined) && !byKey.has(key)) byKey.set(key, label);
  }
  const right = [...byKey.values()];
  const values = line.education.map(degreeAndField);
  const read = unique(
    values.filter((value) => value.trim() !== ''),
    squeezed,
  );
  const pairs = matchUp(right, read, degreeLikeness);
  const found = new Set(pairs.map(([, index]) => squeezed(read[index] ?? '')));
  return {
    right: pairs.length,
    read: read.length,
    true: right.length,
    mistake:
      pairs.length < right.length ? { truth: right.map(({ degree }) => degree), read } : null,
    verdicts: new Map(
      values.flatMap((value, index) =>
        squeezed(value) === '' ? [] : [[index, found.has(squeezed(value))]],
      ),
    ),
  };
}

type TrueJobs = NonNullable<Truth['experience']>;
type ReadJobs = ParseLine['experience'];

function jobsScore(truth: TrueJobs, read: ReadJobs): FieldScore {
  const pairs = matchUp(truth, read, (a, b) => {
    const title = titleLikeness(a.title ?? '', b.title ?? '');
    const company = organisationLikeness(a.company ?? '', b.company ?? '');
    return title >= ALIKE && company >= ALIKE ? (title + company) / 2 : 0;
  });
  const missed = truth.filter((_, index) => !pairs.some(([own]) => own === index));
  const found = new Set(pairs.map(([, index]) => index));
  const named = (job: TrueJobs[number] | ReadJobs[number]): string =>
    `${job.title} @ ${job.company}`;
  return {
    right: pairs.length,
    read: read.filter((job) => Boolean(job.title) || Boolean(job.company)).length,
    true: truth.length,
    mistake: missed.length > 0 ? { truth: missed.map(named), read: read.map(named) } : null,
    verdicts: new Map(read.map((_, index) => [index, found.has(index)])),
  };
}

const ENDS = ['start', 'end'] as const;

function jobDatesScore(truth: TrueJobs, read: ReadJobs) {
  const pairs = matchUp(truth, read, (a, b) => {
    const title = titleLikeness(a.title ?? '', b.title ?? '');
    const company = organisationLikeness(a.company ?? '', b.company ?? '');
    const dates = (sameDate(a.start, b.start) ? 0.3 : 0) + (sameDate(a.end, b.end) ? 0.3 : 0);
    return Math.max(title, company) >= ALIKE ? title + company + dates : 0;
  });
  const matched = { month: 0, year: 0, of: 0 };
  const verdicts = new Map<number, boolean>();
  for (const [own, other] of pairs) {
    for (const end of ENDS) {
      const right = truth[own]?.[end] ?? null;
      const given = read[other]?.[end] ?? null;
      if (dateKey(right) === '') continue;
      matched.of++;
      const exact = sameDate(right, given);
      if (exact) matched.month++;
      if (sameYear(right, given)) matched.year++;
      if (dateKey(given) !== '') verdicts.set(other, exact && (verdicts.get(other) ?? true));
    }
  }
  const span = (job: { readonly start: string | null; readonly end: string | null }): string =>
    `${job.start}..${job.end}`;
  const known = countDates(truth);
  return {
    matched,
    score: {
      right: matched.month,
      read: countDates(read),
      true: known,
      mistake: matched.month < known ? { truth: truth.map(span), read: read.map(span) } : null,
      verdicts,
    } satisfies FieldScore,
  };
}

function educationDatesScore(truth: Truth, line: ParseLine): FieldScore {
  const studies = truth.education ?? [];
  const pairs = matchUp(studies, line.education, (a, b) => {
    const school = organisationLikeness(a.institution ?? '', b.institution ?? '');
    const label = { degree: a.degree ?? '', alternatives: a.degree_alt };
    const degree = degreeLikeness(label, b.degree ?? '');
    return Math.max(school, degree) >= ALIKE ? school + degree : 0;
  });
  let right = 0;
  const verdicts = new Map<number, boolean>();
  for (const [own, other] of pairs) {
    for (const end of ENDS) {
      const known = studies[own]?.[end] ?? null;
      const given = line.education[other]?.[end] ?? null;
      if (dateKey(known) === '') continue;
      const exact = sameDate(known, given);
      if (exact) right++;
      if (dateKey(given) !== '') verdicts.set(other, exact && (verdicts.get(other) ?? true));
    }
  }
  const known = countDates(studies);
  const read = countDates(line.education);
  return {
    right,
    read: truth.edu_start_hidden ? Math.min(read, known) : read,
    true: known,
    mistake: null,
    verdicts,
  };
}

function skillsScore(truth: Truth, line: ParseLine): FieldScore {
  const right = unique(truth.skills, skillKey);
  const keys = new Set(right.map(skillKey));
  const optional = new Set(truth.skills_optional.map(skillKey));
  const counts = (skill: string): boolean => {
    const key = skillKey(skill);
    return key !== '' && (!optional.has(key) || keys.has(key));
  };
  const read = unique(line.skills, skillKey).filter(counts);
  const found = read.filter((skill) => keys.has(skillKey(skill)));
  return {
    right: found.length,
    read: read.length,
    true: right.length,
    mistake:
      found.length < right.length
        ? {
            truth: right.filter((one) => !found.some((other) => skillKey(other) === skillKey(one))),
            read: read.filter((skill) => !keys.has(skillKey(skill))),
          }
        : null,
    verdicts: new Map(
      line.skills.flatMap((skill, index) =>
        counts(skill) ? [[index, keys.has(skillKey(skill))]] : [],
      ),
    ),
  };
}

/** Pairs one to one, the most alike first; below `ALIKE` nothing is a pair. */
function matchUp<A, B>(
  truth: readonly A[],
  read: readonly B[],
  likeness: (truth: A, read: B) => number,
): readonly Pair[] {
  const all = truth
    .flatMap((a, own) => read.map((b, other) => ({ score: likeness(a, b), own, other })))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score);
  const taken = { own: new Set<number>(), other: new Set<number>() };
  const pairs: Pair[] = [];
  for (const { own, other } of all) {
    if (taken.own.has(own) || taken.other.has(other)) continue;
    taken.own.add(own);
    taken.other.add(other);
    pairs.push([own, other]);
  }
  return pairs;
}

/** The first value for each key; values without a key are left out. */
function unique(values: readonly string[], key: (value: string) => string): readonly string[] {
  const seen = new Map<string, string>();
  for (const value of values) {
    const own = key(value);
    if (own !== '' && !seen.has(own)) seen.set(own, value);
  }
  return [...seen.values()];
}

const present = (values: readonly (string | null)[] | undefined): readonly string[] =>
  (values ?? []).filter((value): value is string => value !== null && value !== '');

const degreeAndField = (study: ParseLine['education'][number]): string =>
  (study.degree ?? '') + (study.field ? ` ${study.field}` : '');

const countDates = (
  entries: readonly { readonly start: string | null; readonly end: string | null }[],
): number =>
  entries.reduce((sum, entry) => sum + ENDS.filter((end) => dateKey(entry[end]) !== '').length, 0);
