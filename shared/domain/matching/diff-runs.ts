import type { Id } from '@/shared/kit/ids';
import type { MatchRun } from './records';
import type { MatchDiff, Moved } from './views';

/** What is known of a candidate now; a missing one was erased or merged into another. */
export interface KnownPerson {
  readonly name: string;
  /** When they came in. */
  readonly createdAt: string;
  readonly isArchived: boolean;
}

type Reason = Moved['reasons'][number];

/** Who moved from one kept ranking to a later one, and why: those who moved farthest first. Scores of a run are points with hundredths. */
export function diffRuns(
  before: MatchRun,
  after: MatchRun,
  people: ReadonlyMap<Id, KnownPerson>,
): Omit<MatchDiff, 'before' | 'after'> {
  const changed = {
    criteria: before.receipt.criteria !== after.receipt.criteria,
    weights:
      JSON.stringify(sorted(before.receipt.weights)) !==
      JSON.stringify(sorted(after.receipt.weights)),
    scorer:
      before.receipt.scorer.version !== after.receipt.scorer.version ||
      before.receipt.knowledge !== after.receipt.knowledge,
  };
  const ofAll: readonly Reason[] = (['criteria', 'weights', 'scorer'] as const).filter(
    (reason) => changed[reason],
  );
  const was = placesOf(before);
  const is = placesOf(after);
  const moved: Moved[] = [];
  let same = 0;
  for (const id of new Set([...is.keys(), ...was.keys()])) {
    const from = was.get(id) ?? null;
    const to = is.get(id) ?? null;
    const person = people.get(id);
    if (from !== null && to !== null && from.place === to.place && from.score === to.score) {
      same++;
      continue;
    }
    moved.push({
      candidateId: id,
      name: person?.name ?? '',
      move: moveOf(from, to),
      before: from === null ? null : { place: from.place, score: from.score },
      after: to === null ? null : { place: to.place, score: to.score },
      reasons: [...reasonsOf(from, to, person, before.createdAt, ofAll)],
    });
  }
  const count = (...moves: readonly Moved['move'][]): number =>
    moved.filter(({ move }) => moves.includes(move)).length;
  const last = Math.max(before.ranking.length, after.ranking.length) + 1;
  const distance = ({ before: from, after: to }: Moved): number =>
    Math.abs((from?.place ?? last) - (to?.place ?? last));
  return {
    changed,
    entered: count('entered'),
    left: count('left'),
    moved: count('up', 'down', 'score'),
    same,
    people: moved.toSorted(
      (a, b) =>
        distance(b) - distance(a) ||
        (a.after?.place ?? last) - (b.after?.place ?? last) ||
        (a.before?.place ?? last) - (b.before?.place ?? last),
    ),
  };
}

interface Place {
  readonly place: number;
  readonly score: number;
  readonly facts: string;
}

const placesOf = ({ ranking }: MatchRun): ReadonlyMap<Id, Place> =>
  new Map(
    ranking.map(({ candidateId, score, facts }, at) => [
      candidateId,
      { place: at + 1, score: Math.round(score * 100), facts },
    ]),
  );

function moveOf(from: Place | null, to: Place | null): Moved['move'] {
  if (from === null) return 'entered';
  if (to === null) return 'left';
  if (from.place === to.place) return 'score';
  return to.place < from.place ? 'up' : 'down';
}

function reasonsOf(
  from: Place | null,
  to: Place | null,
  person: KnownPerson | undefined,
  since: string,
  ofAll: readonly Reason[],
): readonly Reason[] {
  if (to === null && (person === undefined || person.isArchived)) return ['gone'];
  if (from === null && person !== undefined && person.createdAt > since) return ['new'];
  if (from === null || to === null) return ofAll.length > 0 ? ofAll : ['others'];
  const own: readonly Reason[] = from.facts === to.facts ? ofAll : ['candidate', ...ofAll];
  if (from.score === to.score) return ['others'];
  // Neither the job nor the person nor the scorer differs: work that goes on has lasted longer.
  return own.length > 0 ? own : ['time'];
}

const sorted = (
  weights: Readonly<Record<string, number>>,
): readonly (readonly [string, number])[] =>
  Object.entries(weights).toSorted(([a], [b]) => (a < b ? -1 : 1));
