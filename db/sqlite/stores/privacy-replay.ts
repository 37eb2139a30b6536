import type { ErasedFingerprint, Erasure } from '@/shared/domain/privacy/records';
import type { Id } from '@/shared/kit/ids';
import type { Sqlite } from '../connection';
import { encode, entityTable } from '../entities';
import { guarded } from '../errors';
import { createCandidateIndexer } from '../search/index-candidate';
import { type Statements, statementsOf } from '../statements';
import { eraseTree } from './privacy-erase';
import { overwriteDeleted } from './privacy-space';

/** That somebody was erased, with what they would be known again by: what a backup made before does not know of. */
export interface PastErasure {
  readonly erasure: Erasure;
  readonly fingerprints: readonly ErasedFingerprint[];
}

/** Every erasure a database knows of, oldest first. */
export const readErasures = (db: Sqlite): readonly PastErasure[] =>
  guarded(() => {
    const sql = statementsOf(db);
    // The driver gives rows as objects of column names, and STRICT tables hold what the records say.
    const erasures = sql(
      `SELECT ${entityTable('erasure').select} FROM erasure ORDER BY erased_at, id`,
    ).all() as readonly (Omit<Erasure, 'files' | 'counts'> & {
      readonly files: string;
      readonly counts: string;
    })[];
    return erasures.map((row) => ({
      erasure: {
        ...row,
        files: JSON.parse(row.files) as Erasure['files'],
        counts: JSON.parse(row.counts) as Erasure['counts'],
      },
      fingerprints: sql(
        `SELECT ${entityTable('erasedFingerprint').select} FROM erased_fingerprint WHERE erasure_id = ? ORDER BY id`,
      ).all(row.id) as readonly ErasedFingerprint[],
    }));
  });

/**
 * Erases, in a database put back from a backup, who was erased since it was made, and writes down that they were: before anybody opens
 * it. Whoever is gone already is passed over, so it may be done again after a crash. Answers with how many were there, and with the hashes
 * of original files that nobody holds any more; the caller removes those. Errors: those of the database, as AppErrors.
 */
export function replayErasures(
  db: Sqlite,
  erasures: readonly PastErasure[],
): {
  readonly erased: number;
  readonly files: readonly string[];
  readonly applications: readonly Id[];
} {
  return guarded(() => {
    const sql = statementsOf(db);
    const files = new Set<string>();
    const applications = new Set<Id>();
    let erased = 0;
    for (const past of erasures) {
      db.transaction(() => {
        db.pragma('defer_foreign_keys = ON');
        if (replayOne(sql, past, files, applications)) erased += 1;
      }).immediate();
    }
    const held = sql('SELECT 1 FROM resume WHERE sha256 = ? LIMIT 1');
    if (erased > 0) overwriteDeleted(db);
    return {
      erased,
      files: [...files].filter((sha256) => held.get(sha256) === undefined),
      applications: [...applications],
    };
  });
}

function replayOne(
  sql: Statements,
  { erasure, fingerprints }: PastErasure,
  files: Set<string>,
  applications: Set<Id>,
): boolean {
  const { candidateId: id, kind, erasedAt } = erasure;
  const there = sql('SELECT name FROM candidate WHERE id = ?').pluck().get(id);
  const known = sql('SELECT 1 FROM erasure WHERE id = ?').get(erasure.id) !== undefined;
  const isThere = typeof there === 'string' && !known;
  if (isThere) {
    for (const sha256 of sql('SELECT sha256 FROM resume WHERE candidate_id = ?').pluck().all(id)) {
      files.add(String(sha256));
    }
    for (const application of sql('SELECT id FROM application WHERE candidate_id = ?')
      .pluck()
      .all(id)) {
      applications.add(String(application));
    }
    // Somebody who was merged into them then stands for themselves: they have an erasure of their own, or none.
    sql('UPDATE candidate SET merged_into_id = NULL WHERE merged_into_id = ?').run(id);
    const indexer = createCandidateIndexer(sql, erasedAt);
    for (const num of eraseTree(sql, [id], kind === 'anonymise' ? id : null, erasedAt)) {
      indexer.index(num);
    }
    indexer.finish();
  }
  if (!known) {
    insert(sql, 'erasure', erasure);
    for (const fingerprint of fingerprints) insert(sql, 'erasedFingerprint', fingerprint);
  }
  return isThere;
}

function insert(
  sql: Statements,
  entity: 'erasure' | 'erasedFingerprint',
  row: Readonly<Record<string, unknown>>,
): void {
  const table = entityTable(entity);
  sql(table.insert).run(...table.columns.map((column) => encode(column, row[column.key])));
}
