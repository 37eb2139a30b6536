import { chained, genesisOf } from '@/shared/domain/audit/entry';
import type { ChainBreak, ChainPlace } from '@/shared/domain/audit/verify';
import type { Statements } from '../statements';
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
