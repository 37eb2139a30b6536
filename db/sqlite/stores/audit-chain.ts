import { chained, genesisOf } from '@/shared/domain/audit/entry';
import type { ChainBreak, ChainPlace } from '@/shared/domain/audit/verify';
import type { Sqlite } from '../connection';
import { type Statements, statementsOf } from '../statements';
import { sha256 } from './audit-hash';

/** The last entry; null when there is none. */
export function chainTail(sql: Statements): ChainPlace | null {
  const last = sql('SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1').get();
  return (last ?? null) as ChainPlace | null; // The columns named above.
}

/** What the first entry follows. */
export function chainGenesis(sql: Statements): ChainPlace {
  const databaseId = sql('SELECT id FROM database_identity').pluck().get();
  return { seq: 0, hash: genesisOf(sha256, String(databaseId)) };
}

/** The hash of an entry, null when it is not there. */
export function hashAt(sql: Statements, seq: number): string | null {
  if (seq === 0) return chainGenesis(sql).hash;
  const hash = sql('SELECT hash FROM audit_entry WHERE seq = ?').pluck().get(seq);
  return typeof hash === 'string' ? hash : null;
}

/** Checks the next entries of the chain, `limit` at most. `done` when there are no more. */
export function verifyStep(
  sql: Statements,
  from: ChainPlace | null,
  limit: number,
): { readonly at: ChainPlace; readonly broken: ChainBreak | null; readonly done: boolean } {
  let { seq, hash } = from ?? chainGenesis(sql);
  const first = seq;
  const rows = sql(
    'SELECT seq, body, hash FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT ?',
  ).raw();
  for (const row of rows.iterate(seq, limit)) {
    const [rowSeq, body, rowHash] = row as [number, string, string]; // The columns named above.
    if (rowSeq !== seq + 1) {
      return {
        at: { seq, hash },
        broken: { kind: 'missing', seq: seq + 1, until: rowSeq - 1 },
        done: false,
      };
    }
    if (chained(sha256, hash, sha256.ofText(body)) !== rowHash || !saysSeq(body, rowSeq)) {
      return { at: { seq, hash }, broken: breakOf(body, rowSeq), done: false };
    }
    seq = rowSeq;
    hash = rowHash;
  }
  return { at: { seq, hash }, broken: null, done: seq - first < limit };
}

/** The number stands before the last field, which is an id or null. */
const saysSeq = (body: string, seq: number): boolean =>
  body.slice(-80).includes(`,"seq":${seq},"subjectId":`);

function breakOf(body: string, seq: number): ChainBreak {
  const says = /,"seq":(\d{1,15}),"subjectId":[^,]*$/.exec(body.slice(-80))?.[1];
  if (says === String(seq)) return { kind: 'changed', seq };
  return { kind: 'misplaced', seq, says: says === undefined ? null : Number(says) };
}

/** The chain as the core looks at it, where it ends and what is at a place; walking it is for the query threads. */
export interface AuditChain {
  readonly tail: () => ChainPlace | null;
  readonly genesis: () => ChainPlace;
  readonly hashAt: (seq: number) => string | null;
  /** Whether a restored backup says that it took the place of what this head was signed for. */
  readonly explains: (headHash: string) => boolean;
  /** When it was found, or said by a restore, that entries are missing; oldest first, a hundred at most. */
  readonly gaps: () => readonly AuditGap[];
}

export interface AuditGap {
  readonly at: string;
  readonly action: 'audit.gap-found' | 'backup.restored';
  readonly metadata: Readonly<Record<string, unknown>>;
}

export function createAuditChain(db: Sqlite): AuditChain {
  const sql = statementsOf(db);
  return {
    tail: () => chainTail(sql),
    genesis: () => chainGenesis(sql),
    hashAt: (seq) => hashAt(sql, seq),
    explains: (headHash) =>
      sql(
        `SELECT 1 FROM audit_entry WHERE action IN ('backup.restored', 'export.opened', 'audit.gap-found')
           AND json_extract(body, '$.metadata.headHash') = ?`,
      )
        .pluck()
        .get(headHash) === 1,
    gaps: () =>
      (
        sql(
          `SELECT at, action, json_extract(body, '$.metadata') AS metadata FROM audit_entry
           WHERE action IN ('backup.restored', 'audit.gap-found') ORDER BY seq LIMIT 100`,
        ).all() as readonly {
          readonly at: string;
          readonly action: AuditGap['action'];
          readonly metadata: string;
        }[]
      ) // The columns named, the actions asked for.
        .map((row) => ({ ...row, metadata: JSON.parse(row.metadata) as AuditGap['metadata'] })),
  };
}
