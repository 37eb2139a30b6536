import { expect, it } from 'vitest';
import type { Explanation } from '@/shared/domain/matching/views';
import { quoteOf, type Reason, reasonsOf } from './reasons';
import { shortlistTable } from './shortlist-table';
import type { ShortlistEntry } from './views';

const part = { likeness: 1000, points: 2000, most: 2000 };
const NOT_ASKED = { likeness: null, points: 0, most: 0 };

const reason = (over: Partial<Reason>): Reason => ({
  key: 'skill:triage',
  part: 'skills',
  asked: 'Triage',
  mustHave: true,
  status: 'met',
  credit: 1000,
  nearest: 'Triage',
  months: 30,
  proof: {
    field: 'skill',
    index: 0,
    span: { start: 3, end: 9 },
    quote: 'triage',
    before: 'led  ',
    after: '\tat night, =1+1',
  },
  ...over,
});

const explanation = (candidateId: string, criteria: readonly Reason[]): Explanation => ({
  candidateId,
  name: '',
  resumeId: null,
  score: 8350,
  parts: { skills: part, experience: part, title: part, education: NOT_ASKED, location: part },
  mustHaves: { met: 1, of: 1 },
  criteria: [...criteria],
  receipt: {
    scorer: { name: 'test', version: '1' },
    weights: { skills: 1, experience: 1, title: 1, education: 1, location: 1 },
    asOf: '2026-11',
    inputs: { criteria: '', facts: '', knowledge: '' },
  },
  viewedAt: null,
});

const entry = (candidateId: string, name: string): ShortlistEntry => ({
  application: {
    id: `on ${candidateId}`,
    version: 1,
    createdAt: '2026-11-01T00:00:00.000Z',
    createdBy: 'u',
    updatedAt: '2026-11-01T00:00:00.000Z',
    candidateId,
    jobId: 'j',
    stage: 'shortlisted',
    columnId: null,
    stageSince: '2026-11-01T00:00:00.000Z',
    source: 'manual',
    appliedAt: '2026-11-01T00:00:00.000Z',
    matchId: null,
    rejectedReason: null,
    withdrawnReason: null,
    reasonNote: null,
    overrideReason: null,
    submittedAt: null,
    shortlistPosition: null,
    writeUp: '',
    salaryOffered: null,
    salaryCurrency: null,
    selectedAt: null,
  },
  name,
  headline: null,
  location: null,
  totalYears: null,
  noticePeriod: null,
  workPermission: null,
  current: null,
  education: null,
  languages: [],
  mayEdit: true,
});

it('gives each person their own reasons, in whatever order the matches came (a quote under somebody else’s name)', () => {
  const reasons = reasonsOf([
    explanation('b', [
      reason({ status: 'missing', nearest: null, months: null, proof: null }),
      reason({ key: 'experience', asked: '5', mustHave: false, months: 60, proof: null }),
    ]),
    explanation('a', [reason({})]),
  ]);
  const { header, rows } = shortlistTable(
    { entries: [entry('a', 'Ada'), entry('b', 'Bo'), entry('c', 'Nobody compared')] },
    reasons,
  );
  const cells = (row: number): Record<string, string | number | undefined> =>
    Object.fromEntries(header.map((title, at) => [title, rows[row]?.[at]]));
  expect(cells(0)).toMatchObject({
    Name: 'Ada',
    Match: 83.5,
    'Points for skills': 20,
    'Triage (must)': 'met, 30 months: “led triage at night, =1+1”',
    'Years of such work: 5': '',
  });
  expect(cells(1)).toMatchObject({
    Name: 'Bo',
    'Triage (must)': 'missing',
    'Years of such work: 5': 'met, Triage, 60 months',
  });
  // What the job does not ask for is no column.
  expect(header).not.toContain('Points for education');
  expect(cells(2)).toMatchObject({ Match: '', 'Points for skills': '', 'Triage (must)': '' });
});

it('quotes a line in one piece, and nothing where nothing proves it', () => {
  expect(quoteOf(reason({}))).toBe('led triage at night, =1+1');
  expect(quoteOf(reason({ proof: null }))).toBeNull();
});
