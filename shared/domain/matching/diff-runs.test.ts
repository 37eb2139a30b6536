import { expect, test } from 'vitest';
import { diffRuns } from './diff-runs';
import type { MatchRun } from './records';

const WEIGHTS = { skills: 40, experience: 20, title: 20, education: 10, location: 10 };
const run = (
  ranking: MatchRun['ranking'],
  receipt: Partial<MatchRun['receipt']> = {},
): MatchRun => ({
  id: 'run',
  version: 1,
  createdAt: '2026-03-01T00:00:00.000Z',
  createdBy: 'u',
  updatedAt: '2026-03-01T00:00:00.000Z',
  jobId: 'job',
  compared: ranking.length,
  ranking,
  receipt: {
    scorer: { name: 's', version: '1' },
    weights: WEIGHTS,
    criteria: 'c',
    knowledge: 'k',
    ...receipt,
  },
});
const at = (candidateId: string, score: number, facts = 'f') => ({ candidateId, score, facts });
const people = new Map(
  ['ann', 'ben', 'cem', 'dia'].map((id) => [
    id,
    {
      name: id,
      createdAt: id === 'dia' ? '2026-03-02T00:00:00.000Z' : '2026-01-01T00:00:00.000Z',
      isArchived: id === 'cem',
    },
  ]),
);

test('says of each person who moved why: a new CV, new in the workspace, archived, or passed by others', () => {
  const diff = diffRuns(
    run([at('ann', 80), at('ben', 70), at('cem', 60)]),
    run([at('dia', 90), at('ben', 85.5, 'other'), at('ann', 80)]),
    people,
  );
  expect(diff.people.map(({ name, move, reasons }) => [name, move, reasons])).toEqual([
    ['dia', 'entered', ['new']],
    ['ann', 'down', ['others']],
    ['cem', 'left', ['gone']],
    ['ben', 'score', ['candidate']],
  ]);
  expect(diff.people.at(-1)).toMatchObject({
    before: { place: 2, score: 7000 },
    after: { place: 2, score: 8550 },
  });
  expect([diff.entered, diff.left, diff.moved, diff.same]).toEqual([1, 1, 2, 0]);
});

test('changed criteria and weights are the reason for all whose score they changed, and for no other', () => {
  const before = run([at('ann', 80), at('ben', 70)]);
  const after = run([at('ben', 75), at('ann', 74)], {
    criteria: 'c2',
    weights: { ...WEIGHTS, skills: 41 },
  });
  const diff = diffRuns(before, after, people);
  expect(diff.changed).toEqual({ criteria: true, weights: true, scorer: false });
  expect(diff.people.map(({ reasons }) => reasons)).toEqual([
    ['criteria', 'weights'],
    ['criteria', 'weights'],
  ]);
});

test('the same ranking again has nobody in it who moved; a month that went by is named as such', () => {
  const before = run([at('ann', 80), at('ben', 70)]);
  expect(diffRuns(before, before, people)).toMatchObject({ same: 2, people: [] });
  const later = run([at('ann', 80), at('ben', 70.01)]);
  expect(diffRuns(before, later, people).people).toMatchObject([{ reasons: ['time'] }]);
});

test('a person who was erased since stands in the diff without a name', () => {
  const diff = diffRuns(run([at('gone', 50)]), run([]), people);
  expect(diff.people).toMatchObject([{ name: '', move: 'left', reasons: ['gone'] }]);
});
