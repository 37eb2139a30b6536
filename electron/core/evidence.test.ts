import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { contactKey } from '@/shared/domain/candidates/contact-key';
import { isShownAsPicture } from '@/shared/domain/candidates/candidate-from-resume';
import { CANDIDATE_FIELDS, type Provenance } from '@/shared/domain/candidates/records';
import type { CandidateDetail, ShownResume } from '@/shared/domain/candidates/views';
import { fold, squeeze } from '@/shared/kit/text';

/** A value as the candidate's page shows it: what it must be found by in the CV (one of each list), and where it was read. */
interface Shown {
  readonly what: string;
  readonly provenance: Provenance | undefined;
  readonly found: readonly (string | null)[];
}

/**
 * Every value that the page shows and that was read in a CV has a place there that holds it: clicking it never leads
 * nowhere. Over all samples, through the same calls the page makes.
 */
describe('evidence of every value on the samples', () => {
  let place: TestPlace;
  let core: Core;
  const people: { readonly detail: CandidateDetail; readonly resumes: Map<string, ShownResume> }[] =
    [];

  beforeAll(async () => {
    place = testPlace();
    core = await openDesk(place, { parsers: 2 });
    await importAll(core, [path.resolve('resources/samples/cvs')]);
    const api = core.client();
    const { rows } = await api.candidates.search({ limit: 200 });
    for (const row of rows) {
      const detail = await api.candidates.get({ id: row.id });
      const resumes = new Map<string, ShownResume>();
      for (const { id } of detail.resumes) resumes.set(id, await api.resumes.get({ id }));
      people.push({ detail, resumes });
    }
  }, 180_000);
  afterAll(async () => {
    await core.close();
    place.remove();
  });

  it('has a place for every value, in the text of a CV of this person', () => {
    const missing: string[] = [];
    let values = 0;
    for (const { detail, resumes } of people) {
      for (const { what, provenance } of shownOf(detail)) {
        if (provenance?.source !== 'resume') continue;
        values += 1;
        const resume = resumes.get(provenance.resumeId);
        const { evidence } = provenance;
        const isThere =
          resume !== undefined &&
          evidence !== null &&
          evidence.end > evidence.start &&
          evidence.end <= resume.text.length;
        if (!isThere) missing.push(`${detail.candidate.name}: ${what}`);
      }
    }
    expect(people.length).toBeGreaterThan(50);
    expect(values).toBeGreaterThan(1000);
    expect(missing).toEqual([]);
  });

  it('leads to text that holds the value', () => {
    const wrong: string[] = [];
    let values = 0;
    for (const { detail, resumes } of people) {
      for (const { what, provenance, found } of shownOf(detail)) {
        if (provenance?.source !== 'resume' || provenance.evidence === null) continue;
        const { start, end } = provenance.evidence;
        const text = resumes.get(provenance.resumeId)?.text.slice(start, end) ?? '';
        for (const value of found) {
          if (value === null) continue;
          values += 1;
          if (!holds(text, value))
            wrong.push(`${detail.candidate.name}: ${what}: “${value}” is not in “${text}”`);
        }
      }
    }
    // The bar of the project: of a hundred values at most one may stand elsewhere than it is said to.
    expect(values).toBeGreaterThan(1000);
    expect(wrong.length > values / 100 ? wrong : []).toEqual([]);
  });

  it('marks it on a page of the original where that is shown as it looks', () => {
    const unmarked: string[] = [];
    let values = 0;
    for (const { detail, resumes } of people) {
      for (const { what, provenance } of shownOf(detail)) {
        if (provenance?.source !== 'resume' || provenance.evidence === null) continue;
        const resume = resumes.get(provenance.resumeId);
        if (resume === undefined || !isShownAsPicture(resume.mediaType)) continue;
        values += 1;
        const { page, boxes } = provenance.evidence;
        const size = resume.pages[page - 1];
        const isOnPage =
          size !== undefined &&
          boxes.length > 0 &&
          boxes.every(
            (box) =>
              box.width > 0 &&
              box.height > 0 &&
              box.x >= -SLACK &&
              box.y >= -SLACK &&
              box.x + box.width <= size.width + SLACK &&
              box.y + box.height <= size.height + SLACK,
          );
        if (!isOnPage) unmarked.push(`${detail.candidate.name}: ${what}`);
      }
    }
    expect(values).toBeGreaterThan(500);
    expect(unmarked).toEqual([]);
  });
});

/** Points by which a letter's box may reach over the edge of the page: fonts say more than they draw. */
const SLACK = 12;

function shownOf(detail: CandidateDetail): readonly Shown[] {
  const { candidate } = detail;
  return [
    // The years are counted from all jobs and stand at no one place.
    ...CANDIDATE_FIELDS.filter((field) => field !== 'totalYears').map((field) => ({
      what: field,
      provenance: candidate.provenance[field],
      found: field === 'summary' ? lines(candidate.summary) : [String(candidate[field] ?? '')],
    })),
    ...detail.contactPoints.map((point) => ({
      what: `${point.kind} ${point.value}`,
      provenance: point.provenance,
      // A link may stand behind a word or an icon: its place is enough.
      found: point.kind === 'link' ? [] : [point.value],
    })),
    ...detail.experience.map((job) => ({
      what: `job ${job.title} at ${job.company}`,
      provenance: job.provenance,
      found: [job.title, job.company, ...years(job.start, job.end)],
    })),
    ...detail.education.map((one) => ({
      what: `education ${one.degree} at ${one.institution}`,
      provenance: one.provenance,
      found: [one.institution, one.degree, ...years(one.start, one.end)],
    })),
    // The name is the taxonomy's, the CV may say it in another language: its place is enough.
    ...detail.skills.map((skill) => ({
      what: `skill ${skill.name}`,
      provenance: skill.provenance,
      found: skill.skillId === null ? [skill.name] : [],
    })),
    ...detail.certifications.map((one) => ({
      what: `certification ${one.name}`,
      provenance: one.provenance,
      found: [one.name],
    })),
    // English names of languages; the level is as written.
    ...detail.languages.map((language) => ({
      what: `language ${language.name}`,
      provenance: language.provenance,
      found: [],
    })),
  ];
}

const lines = (text: string | null): readonly string[] =>
  (text ?? '').split('\n').filter((line) => line.trim() !== '');

const years = (...dates: readonly (string | null)[]): readonly string[] =>
  dates.flatMap((date) => (date === null || date === 'present' ? [] : [date.slice(0, 4)]));

/** The same words in the same order, whatever stands between them; a year also by its last two digits, a phone by its digits. */
function holds(text: string, value: string): boolean {
  const [inText, inValue] = [letters(text), letters(value)];
  if (inText.includes(inValue)) return true;
  if (/^\d{4}$/.test(value)) return inText.includes(value.slice(2));
  if (!/^\+?\d+$/.test(value)) return false;
  // A country's code is added to what a CV writes, and a leading zero or a (0) taken out of it.
  const digits = contactKey('phone', text).replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 6 && value.endsWith(digits.slice(-8));
}

const letters = (text: string): string => squeeze(fold(text)).replace(/[^\p{L}\p{N}]+/gu, '');
