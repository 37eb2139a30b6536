import { ERASED_BEFORE } from '@/shared/domain/privacy/known-again';
import type { Erasure, RetentionRule } from '@/shared/domain/privacy/records';
import type {
  ConsentView,
  HoldView,
  QuarantineView,
  ReturnedView,
  SearchLogView,
} from '@/shared/domain/privacy/views';
import type { PrivacyReader } from '@/shared/usecases/ports/privacy-reader';
import type { Sqlite } from '../connection';
import { decode, entityTable, selectList } from '../entities';
import { guarded } from '../errors';
import { statementsOf } from '../statements';
import { FACTS, type FactsRow, factsOf, IS_HELD, IS_SOMEBODY } from './privacy-facts';
import { readCounts, readEverything, readHeld } from './privacy-held';
import { candidateScope } from './scope';

const MOST_RULES = 200;

export function createPrivacyReader(db: Sqlite): PrivacyReader {
  const sql = statementsOf(db);
  return {
    held: async (actor, id) => guarded(() => readHeld(sql, actor, id)),
    counts: async (actor, id) => guarded(() => readCounts(sql, actor, id)),
    everything: async (actor, id) => guarded(() => readEverything(sql, actor, id)),
    rules: async () =>
      guarded(() =>
        sql(
          `SELECT ${entityTable('retentionRule').select} FROM retention_rule ORDER BY name COLLATE NOCASE, id LIMIT ${MOST_RULES}`,
        )
          .all()
          .map((row): RetentionRule => decode('retentionRule', row)),
      ),
    facts: async (after, limit) =>
      guarded(() => {
        const rows = sql(
          `SELECT ${FACTS}, c.num AS num, c.name AS name FROM candidate c LEFT JOIN candidate_document d ON d.num = c.num
           WHERE c.num > ? AND c.merged_into_id IS NULL AND ${IS_SOMEBODY} ORDER BY c.num LIMIT ?`,
        ).all(after, limit) as readonly (FactsRow & {
          readonly num: number;
          readonly name: string;
        })[]; // The columns named in the statement.
        const last = rows.at(-1);
        return {
          people: rows.map(({ num: _num, name, ...facts }) => ({ ...factsOf(facts), name })),
          next: last === undefined || rows.length < limit ? null : last.num,
        };
      }),
    quarantines: async (actor, { dueBy, limit, offset }) =>
      guarded(() => {
        const scope = candidateScope(actor, 'c');
        const from = `FROM quarantine q JOIN candidate c ON c.id = q.candidate_id LEFT JOIN retention_rule r ON r.id = q.rule_id
           WHERE q.released_at IS NULL AND q.until <= ? AND ${scope.where}`;
        const by = dueBy ?? '9999';
        const rows = sql(
          `SELECT ${selectList('quarantine', 'q')}, c.name AS name, r.name AS "ruleName", ${IS_HELD} AS held ${from}
           ORDER BY q.until, q.id LIMIT ? OFFSET ?`,
        ).all(by, ...scope.params, limit, offset) as readonly Named<{
          readonly ruleName: string | null;
          readonly held: number;
        }>[]; // The columns named in the statement.
        const total = sql(`SELECT count(*) ${from}`)
          .pluck()
          .get(by, ...scope.params);
        return {
          total: Number(total),
          rows: rows.map(
            ({ name, ruleName, held, ...row }): QuarantineView => ({
              ...decode('quarantine', row),
              name,
              ruleName,
              held: held === 1,
            }),
          ),
        };
      }),
    holds: async (actor, limit) =>
      guarded(() => {
        const scope = candidateScope(actor, 'c');
        const rows = sql(
          `SELECT ${selectList('legalHold', 'h')}, c.name AS name, coalesce(u.name, '') AS "placedByName"
           FROM legal_hold h JOIN candidate c ON c.id = h.candidate_id LEFT JOIN user u ON u.id = h.placed_by
           WHERE h.released_at IS NULL AND ${scope.where} ORDER BY h.created_at DESC, h.id LIMIT ?`,
        ).all(...scope.params, limit) as readonly Named<{ readonly placedByName: string }>[]; // As above.
        return rows.map(
          ({ name, placedByName, ...row }): HoldView => ({
            ...decode('legalHold', row),
            name,
            placedByName,
          }),
        );
      }),
    expiring: async (actor, { by, now, limit }) =>
      guarded(() => {
        const scope = candidateScope(actor, 'c');
        const from = `FROM candidate c WHERE c.consent_expires_at IS NOT NULL AND c.consent_expires_at <= ?
           AND c.merged_into_id IS NULL AND c.archived_at IS NULL AND ${scope.where}`;
        const rows = sql(
          `SELECT c.id AS "candidateId", c.name AS name, c.consent_basis AS basis, c.consent_expires_at AS "expiresAt" ${from}
           ORDER BY c.consent_expires_at, c.id LIMIT ?`,
        ).all(by, ...scope.params, limit) as readonly Omit<ConsentView, 'expired'>[]; // As above.
        const total = sql(`SELECT count(*) ${from}`)
          .pluck()
          .get(by, ...scope.params);
        return {
          total: Number(total),
          rows: rows.map((row) => ({ ...row, expired: row.expiresAt <= now })),
        };
      }),
    erasedAs: async (fingerprints) =>
      guarded(() => {
        const row = sql(
          `SELECT e.id AS id, e.erased_at AS "erasedAt" FROM erased_fingerprint f JOIN erasure e ON e.id = f.erasure_id
           WHERE f.fingerprint IN (SELECT value FROM json_each(?)) ORDER BY e.erased_at DESC LIMIT 1`,
        ).get(JSON.stringify(fingerprints));
        return (row as Pick<Erasure, 'id' | 'erasedAt'> | undefined) ?? null; // As above.
      }),
    fingerprintsOf: async (erasureId) =>
      guarded(
        () =>
          sql('SELECT id, version FROM erased_fingerprint WHERE erasure_id = ? ORDER BY id').all(
            erasureId,
          ) as readonly { readonly id: string; readonly version: number }[], // As above.
      ),
    erasures: async (limit) =>
      guarded(() => {
        const known = new Set(
          sql('SELECT DISTINCT erasure_id FROM erased_fingerprint').pluck().all(),
        );
        return sql(
          `SELECT ${entityTable('erasure').select} FROM erasure ORDER BY erased_at DESC, id DESC LIMIT ?`,
        )
          .all(limit)
          .map((row) => decode('erasure', row))
          .map((erasure) => ({ ...erasure, isKnown: known.has(erasure.id) }));
      }),
    returned: async (limit) =>
      guarded(
        () =>
          sql(
            `SELECT i.id AS "itemId", i.task_id AS "taskId", i.file_name AS "fileName", coalesce(i.finished_at, i.updated_at) AS "seenAt",
               (SELECT e.erased_at FROM erasure e WHERE e.id = i.missing ->> '$[0]') AS "erasedAt"
             FROM import_item i WHERE i.failure_code = '${ERASED_BEFORE}' ORDER BY i.id DESC LIMIT ?`,
          ).all(limit) as readonly ReturnedView[], // As above.
      ),
    searchLog: async ({ userId, containing, before, limit }) =>
      guarded(() => {
        const rows = sql(
          `SELECT s.id AS id, s.user_id AS "userId", s.at AS at, s.text AS text, s.filters AS filters, s.job_id AS "jobId", s.total AS total,
             coalesce(u.name, '') AS "userName", j.title AS "jobTitle"
           FROM search_log s LEFT JOIN user u ON u.id = s.user_id LEFT JOIN job j ON j.id = s.job_id
           WHERE (? IS NULL OR s.user_id = ?) AND (? = '' OR instr(lower(s.text), lower(?)) > 0)
             AND (s.at, s.id) < (?, ?) ORDER BY s.at DESC, s.id DESC LIMIT ?`,
        ).all(
          userId,
          userId,
          containing,
          containing,
          before?.at ?? '9999',
          before?.id ?? '',
          limit,
        ) as readonly (Omit<SearchLogView, 'filters'> & { readonly filters: string })[]; // As above.
        return rows.map((row) => ({
          ...row,
          // Written by the search log alone, from a request's filters.
          filters: JSON.parse(row.filters) as SearchLogView['filters'],
        }));
      }),
    oldSearches: async (before, limit) =>
      guarded(
        () =>
          sql('SELECT id, version FROM search_log WHERE at < ? ORDER BY at LIMIT ?').all(
            before,
            limit,
          ) as readonly { readonly id: string; readonly version: number }[], // As above.
      ),
    lastWritten: async () =>
      guarded(() => {
        const at = sql('SELECT at FROM commit_log ORDER BY rowid DESC LIMIT 1').pluck().get();
        return typeof at === 'string' ? at : null;
      }),
  };
}

type Named<T> = Readonly<Record<string, unknown>> & T & { readonly name: string };
