import type { AuditEntry } from '@/shared/domain/audit/entry';
import { csvLine, csvStub, jsonlLine, jsonlStub } from '@/shared/domain/audit/export-lines';
import {
  type AuditDetail,
  type AuditFilters,
  type AuditLine,
  actionsIn,
  type Named,
} from '@/shared/domain/audit/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { AuditReader } from '@/shared/usecases/ports/audit-reader';
import type { Sqlite } from '../connection';
import { type Statements, statementsOf } from '../statements';
import { hashAt, verifyStep } from './audit-chain';
import { sha256 } from './audit-hash';
import { unseal } from './audit-seal';
import { nameOf } from './deed-names';
import { reachesSubject } from './subject';

/** Texts of an export that cross to the core at once; an entry is 60 KB at most. */
const MOST_CHARACTERS = 4_000_000;

interface Row {
  readonly seq: number;
  readonly body: string;
  readonly hash: string;
}

/** The audit log on SQLite: every answer is read out of the text that was hashed. */
export function createAuditReader(db: Sqlite): AuditReader {
  const sql = statementsOf(db);
  return {
    list: async (actor, { filters, before, limit }) => {
      const { where, params } = condition(filters);
      const rows = sql(
        `SELECT seq, body, hash FROM audit_entry WHERE seq < ? AND ${where} ORDER BY seq DESC LIMIT ?`,
      ).all(before ?? Number.MAX_SAFE_INTEGER, ...params, limit + 1) as readonly Row[]; // The columns named.
      const shown = rows.slice(0, limit);
      return {
        lines: shown.map((row) => lineOf(sql, actor, entryOf(row))),
        nextBefore: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null,
      };
    },
    entry: async (actor, seq) => {
      const row = sql('SELECT seq, body, hash FROM audit_entry WHERE seq = ?').get(seq);
      return row === undefined ? null : detailOf(sql, actor, row as Row); // The columns named.
    },
    verify: async (from, limit) => {
      const step = verifyStep(sql, from, limit);
      const at = sql('SELECT at FROM audit_entry WHERE seq = ?').pluck().get(step.at.seq);
      return { ...step, lastAt: typeof at === 'string' ? at : null };
    },
    count: async (filters, until) => {
      const { where, params } = condition(filters);
      return Number(
        sql(`SELECT count(*) FROM audit_entry WHERE seq <= ? AND ${where}`)
          .pluck()
          .get(until, ...params),
      );
    },
    stretch: async ({ format, filters, after, until, limit }) => {
      const { where, params } = condition(filters);
      const rows = sql(
        `SELECT seq, body, hash, coalesce(${where}, 0) AS shown FROM audit_entry WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
      );
      const [line, stub] = format === 'csv' ? [csvLine, csvStub] : [jsonlLine, jsonlStub];
      let text = '';
      let last = after;
      let previousHash = hashAt(sql, after) ?? '';
      for (const row of rows.iterate(...params, after, until, limit)) {
        const { seq, body, hash, shown } = row as Row & { readonly shown: number }; // The columns named.
        const chained = { seq, body, hash, previousHash, digest: sha256.ofText(body) };
        text += shown === 1 ? line(chained) : stub(chained);
        last = seq;
        previousHash = hash;
        if (text.length > MOST_CHARACTERS) break;
      }
      return { text, last };
    },
  };
}

function condition({ actorId, group, recordId, clientId, from, to }: AuditFilters): {
  readonly where: string;
  readonly params: readonly string[];
} {
  const parts: (readonly [string, ...string[]])[] = [];
  if (actorId !== null) parts.push(['actor_id = ?', actorId]);
  if (group !== null) {
    parts.push(['action IN (SELECT value FROM json_each(?))', JSON.stringify(actionsIn(group))]);
  }
  if (recordId !== null) parts.push(['(entity_id = ? OR subject_id = ?)', recordId, recordId]);
  if (clientId !== null) parts.push(['client_id = ?', clientId]);
  if (from !== null) parts.push(['at >= ?', from]);
  if (to !== null) parts.push(['at < ?', to]);
  return {
    where: parts.length === 0 ? '1' : parts.map(([text]) => text).join(' AND '),
    params: parts.flatMap(([, ...values]) => values),
  };
}

/** The store wrote it in this shape; the chain, not this, says whether anybody changed it since. */
const entryOf = ({ body }: Row): AuditEntry => JSON.parse(body) as AuditEntry;

function lineOf(
  sql: Statements,
  actor: Actor,
  { sealed: _sealed, ...entry }: AuditEntry,
): AuditLine {
  return {
    // The schema's type of JSON is the writable one.
    entry: entry as AuditLine['entry'],
    actorName: userName(sql, entry.actorId),
    record: named(sql, actor, entry),
    clientName: entry.clientId === null ? null : nameOf(sql, 'client', entry.clientId),
  };
}

function detailOf(sql: Statements, actor: Actor, row: Row): AuditDetail {
  const entry = entryOf(row);
  return {
    line: lineOf(sql, actor, entry),
    hash: row.hash,
    previousHash: hashAt(sql, row.seq - 1) ?? '',
    sealed: opened(sql, actor, entry),
  };
}

/** Before and after are for administrators, who see every record; whoever only audits sees which fields changed. */
function opened(
  sql: Statements,
  actor: Actor,
  { sealed, subjectId, commitId }: AuditEntry,
): AuditDetail['sealed'] {
  if (sealed === null || subjectId === null) return { state: 'none' };
  if (actor.role !== 'admin') return { state: 'hidden' };
  const changes = unseal(sql, subjectId, commitId, sealed);
  // The schema's type of JSON is the writable one.
  return changes === null
    ? { state: 'closed' }
    : ({ state: 'open', changes: [...changes] } as AuditDetail['sealed']);
}

function named(
  sql: Statements,
  actor: Actor,
  { entityType, entityId, subjectId }: Pick<AuditEntry, 'entityType' | 'entityId' | 'subjectId'>,
): Named {
  if (entityId === null) return { state: 'none' };
  switch (entityType) {
    case 'user':
      return called(userName(sql, entityId));
    case 'client':
    case 'job':
      return ofSubject(sql, actor, entityType, entityId);
    default:
      return subjectId === null || (subjectId === entityId && entityType !== 'candidate')
        ? { state: 'none' }
        : ofSubject(sql, actor, 'candidate', subjectId);
  }
}

function ofSubject(
  sql: Statements,
  actor: Actor,
  kind: 'candidate' | 'job' | 'client',
  id: Id,
): Named {
  const column = kind === 'candidate' ? 'name' : kind === 'job' ? 'title' : 'company_name';
  const name = sql(`SELECT ${column} FROM ${kind} WHERE id = ?`).pluck().get(id);
  if (typeof name !== 'string') return { state: 'gone' };
  return reachesSubject(sql, actor, kind, id) ? { state: 'named', name } : { state: 'hidden' };
}

const called = (name: string | null): Named =>
  name === null ? { state: 'gone' } : { state: 'named', name };

function userName(sql: Statements, id: Id): string | null {
  const name = sql('SELECT name FROM user WHERE id = ?').pluck().get(id);
  return typeof name === 'string' ? name : null;
}
