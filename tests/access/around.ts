import { personIn } from '@/db/store-tests/harness';
import type { Change } from '@/shared/domain/history/change';
import { type Id, newId } from '@/shared/kit/ids';
import type { State, Who } from './standings';

/** Somebody of the world, as far as what lies around them is of. */
interface Known {
  readonly state: State;
  readonly who: Who;
  readonly candidateId: Id;
  readonly pairId: Id;
  readonly mergeId: Id;
  readonly mark: string;
}

const EVEN = { skills: 1, experience: 1, title: 1, education: 1, location: 1 };
const NOW = new Date().toISOString();

/** Each may be the same person as one that the same actor may change. */
export function pairsOf(subjects: readonly Known[]): readonly Change[] {
  return subjects.flatMap(({ who, state, candidateId, pairId }): readonly Change[] => {
    const other = subjects.find(
      (one) => one.who === who && one.state === (state === 'own' ? 'shared edit' : 'own'),
    );
    if (state === 'erased' || other === undefined) return [];
    // The two of a pair stand in it once: what is `own` here and `shared edit` there is one pair, and then the other way round.
    const row = {
      id: pairId,
      candidateId,
      otherId: other.candidateId,
      score: 0.9,
      state: 'open',
    } as const;
    return [{ op: 'insert', entity: 'duplicatePair', row: { ...row, reasons: ['email'] } }];
  });
}

export const importBy = (id: Id): Change => ({
  op: 'insert',
  entity: 'task',
  row: {
    id,
    kind: 'import',
    state: 'done',
    label: 'CVs',
    origin: 'folder',
    paths: [],
    watchedFolderId: null,
    scanned: true,
    recovery: 'resume',
    startedAt: NOW,
    finishedAt: NOW,
    error: null,
  },
});

/** Somebody else was merged into each, and belongs to whoever they belong to. */
export function mergesOf(subjects: readonly Known[], rows: readonly Change[]): readonly Change[] {
  return subjects.flatMap(({ state, candidateId, mergeId, mark }): readonly Change[] => {
    const survivor = rows.find(
      (change) =>
        change.op === 'insert' && change.entity === 'candidate' && change.row.id === candidateId,
    );
    if (state === 'erased' || survivor?.op !== 'insert' || survivor.entity !== 'candidate')
      return [];
    const { ownerId } = survivor.row;
    const person = personIn({ name: `${mark} too`, ownerId });
    const shares = rows.flatMap((change): readonly Change[] =>
      change.op === 'insert' && change.entity === 'share' && change.row.candidateId === candidateId
        ? [{ ...change, row: { ...change.row, id: newId(), candidateId: person.id } }]
        : [],
    );
    const merged = person.changes.map(
      (change): Change =>
        change.op === 'insert' && change.entity === 'candidate'
          ? { ...change, row: { ...change.row, mergedIntoId: candidateId } }
          : change,
    );
    const row = {
      id: mergeId,
      survivorId: candidateId,
      mergedId: person.id,
      commitId: newId(),
      state: 'merged',
    } as const;
    return [...merged, ...shares, { op: 'insert', entity: 'merge', row }];
  });
}

/** A table that came in. */
export const tableBy = (id: Id): Change => ({
  op: 'insert',
  entity: 'tableImport',
  row: {
    id,
    fileName: 'people.csv',
    sha256: '0'.repeat(64),
    format: 'csv',
    mapping: {},
    state: 'done',
    cursor: 0,
    counts: { created: 0, updated: 0, skipped: 0 },
    bulkId: newId(),
    startedAt: NOW,
    finishedAt: NOW,
    error: null,
  },
});

/** A ranking that was kept, with everybody in it. */
export const rankingBy = (id: Id, jobId: Id, subjects: readonly Known[]): Change => ({
  op: 'insert',
  entity: 'matchRun',
  row: {
    id,
    jobId,
    receipt: {
      scorer: { name: 'test', version: '1' },
      weights: EVEN,
      criteria: '',
      knowledge: '',
    },
    compared: subjects.length,
    ranking: subjects.map(({ candidateId }) => ({ candidateId, score: 50, facts: '' })),
  },
});
