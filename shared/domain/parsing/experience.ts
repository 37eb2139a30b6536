import { entryName } from './decision';
import { descriptionOf } from './description';
import { readEntries } from './entries';
import { evidenceOf } from './evidence';
import { reasonOf, type TwoRoles, tellHeads, type WordsOfRoles, weighHeads } from './head-roles';
import type { ParsedExperience } from './parsed-resume';
import { readPlace } from './places';
import type { RawEntry } from './raw-entry';
import { type Reading, roundConfidence } from './reading';
import { type Section, sectionsOf } from './sections';
import { joinSpans, type Span, trimSpan } from './spans';
import { companyScore, isProse, titleScore } from './word-scores';

const PLAIN_TITLE = 2;

const JOB_WORDS: WordsOfRoles = {
  labels: { what: 'title', where: 'company' },
  what: titleScore,
  where: companyScore,
  kindOf: (words) => {
    const company = companyScore(words);
    if (titleScore(words) >= PLAIN_TITLE && company < 2.5) return 'title';
    return company >= 1.9 ? 'company' : 'other';
  },
};

interface Told {
  readonly entry: RawEntry;
  title: Span | null;
  company: Span | null;
  place: Span | null;
  sure: number;
  /** How the head was told, for whoever asks why. */
  readonly head: TwoRoles | undefined;
}

/** The jobs of a CV, newest first. */
export function readExperience(reading: Reading): readonly ParsedExperience[] {
  const jobs = sectionsOf(reading.sections, 'experience').flatMap((section) =>
    jobsIn(reading, section),
  );
  // Without a heading of work that holds jobs, they may stand under one nobody foresaw, or under none.
  return newestFirst(
    jobs.length > 0 ? jobs : reading.sections.flatMap((section) => unheadedJobs(reading, section)),
  );
}

function jobsIn(reading: Reading, section: Section): readonly ParsedExperience[] {
  const { text } = reading;
  const entries = readEntries(text, section, 'experience', (cut) =>
    weighHeads(text, cut, JOB_WORDS),
  );
  const heads = tellHeads(text, entries, JOB_WORDS);
  const told = entries.map((entry, index) => toldOf(text, entry, heads[index]));
  inheritCompany(told);
  return told.flatMap((one, index) => {
    const job = isUmbrella(one, told[index + 1]) ? null : jobOf(reading, one);
    return job === null ? [] : [job];
  });
}

const MAY_HOLD_JOBS: ReadonlySet<Section['kind']> = new Set([
  'header',
  'summary',
  'other',
  'projects',
]);

/** Only entries with a span of time and a word for a job; the reader is less sure of them. */
const unheadedJobs = (reading: Reading, section: Section): readonly ParsedExperience[] =>
  MAY_HOLD_JOBS.has(section.kind)
    ? jobsIn(reading, section)
        .filter(
          (job) =>
            job.start !== null && job.end !== null && titleScore(job.title ?? '') >= PLAIN_TITLE,
        )
        .map((job) => ({ ...job, confidence: roundConfidence(job.confidence * 0.7) }))
    : [];

/** An employer with the time a person spent there in all, above the roles held: not a job of its own. */
const isUmbrella = (one: Told, next: Told | undefined): boolean =>
  one.title === null &&
  one.company !== null &&
  one.entry.body.length === 0 &&
  next?.title != null &&
  next.company?.start === one.company.start;

/** What stands behind labels is taken at its word; a head without them is told by the model of heads. */
function toldOf(text: string, entry: RawEntry, head: TwoRoles | undefined): Told {
  const { labelled } = entry;
  if (labelled.size > 0) {
    const company = labelled.get('company') ?? null;
    return {
      entry,
      title: labelled.get('title') ?? null,
      company: company === null ? null : firstPart(company),
      place: labelled.get('location') ?? null,
      sure: 0.85,
      head,
    };
  }
  const told: Told = {
    entry,
    title: head?.what == null ? null : joinSpans(text, head.what, head.qualifier ?? head.what),
    company: head?.where ?? null,
    place: head?.place ?? null,
    sure: head?.sure ?? 0,
    head,
  };
  if (told.title === null) {
    told.title = titleBelow(entry);
    told.sure = Math.min(told.sure, 0.6);
  }
  return told;
}

/** "ACME, Boston / 2000 to present / World leader in pumps. / Sales Director": the title under a line about the firm. */
const titleBelow = (entry: RawEntry): Span | null =>
  entry.body
    .slice(0, 3)
    .find(
      (line) =>
        !line.bullet &&
        line.text.length < 70 &&
        !isProse(line.text) &&
        titleScore(line.text) >= 2.5,
    ) ?? null;

/** Several roles under one employer: a role that names none has the one above. */
function inheritCompany(told: readonly Told[]): void {
  let last: Span | null = null;
  for (const one of told) {
    if (one.company !== null) {
      last = one.company;
      continue;
    }
    if (one.title === null || last === null) continue;
    one.company = last;
    one.sure = Math.min(one.sure, 0.55);
  }
}

function jobOf(reading: Reading, told: Told): ParsedExperience | null {
  const { entry } = told;
  const title = told.title === null ? null : clean(told.title);
  const company = told.company === null ? null : clean(told.company);
  if (title === null && company === null) return null;
  const { dates } = entry;
  const dated = dates?.range === true ? 0.1 : dates === null ? -0.15 : 0;
  const spans = [title, company, told.place, dates].filter((span) => span !== null);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  // An employer taken over from far above would stretch the evidence over the jobs between.
  const near =
    start >= entry.start ? { start, end } : { start: entry.start, end: Math.max(end, entry.start) };
  reading.note?.({
    field: 'job',
    value: entryName(title?.text ?? null, company?.text ?? null),
    at: near.start,
    ...reasonOf(entry.labelled.size > 0, told.head),
  });
  return {
    company: company?.text ?? null,
    title: title?.text ?? null,
    location: told.place === null ? null : clean(told.place).text,
    start: dates?.from ?? null,
    end: dates?.to ?? null,
    description: descriptionOf(entry.body, reading.edges),
    confidence: roundConfidence(Math.min(0.96, told.sure + dated - oddness(title, company))),
    evidence: evidenceOf(reading.document, near.start, near.end),
  };
}

/** Long or sentence-like words are seldom a whole title or the name of an employer. */
function oddness(title: Span | null, company: Span | null): number {
  const count = (span: Span | null): number => span?.text.split(/\s+/).length ?? 0;
  const long = (count(title) > 7 ? 0.15 : 0) + (count(company) > 6 ? 0.15 : 0);
  const prose =
    (title !== null && isProse(title.text)) || (company !== null && isProse(company.text));
  return long + (prose ? 0.2 : 0);
}

const clean = (span: Span): Span => trimSpan(span, ',;:|•·–—-');

/** "Reliance Retail, Bengaluru" behind a label: the employer without its address. */
function firstPart(span: Span): Span {
  const line = span.text.split('\n', 1)[0] ?? '';
  const comma = line.search(/,\s/);
  const rest = comma < 0 ? '' : line.slice(comma + 1);
  const cut = comma > 0 && readPlace(rest.trim()) !== null ? comma : line.length;
  return trimSpan(
    { start: span.start, end: span.start + cut, text: span.text.slice(0, cut) },
    ',;',
  );
}

/** By end, then start; undated jobs keep their place at the end. */
function newestFirst(jobs: readonly ParsedExperience[]): readonly ParsedExperience[] {
  const key = (value: string | null): string => (value === 'present' ? '9999-99' : (value ?? ''));
  return [...jobs]
    .map((job, index) => ({ job, index }))
    .sort((a, b) => {
      const byEnd = compare(key(b.job.end ?? b.job.start), key(a.job.end ?? a.job.start));
      return byEnd || compare(key(b.job.start), key(a.job.start)) || a.index - b.index;
    })
    .map(({ job }) => job);
}

/** By code units: the order must not depend on the machine's locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
