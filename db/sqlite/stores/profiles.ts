import type { Searched } from '@/shared/domain/duplicates/find-pairs';
import type { Profile } from '@/shared/domain/duplicates/person';
import type { Id } from '@/shared/kit/ids';
import type { Sqlite } from '../connection';
import { type Statements, statementsOf } from '../statements';

const BATCH = 500;
/** More of one candidate is a hostile file. */
const MOST_PARTS = 50;

/**
 * Everything that tells candidates apart, a candidate at a time in the order they came, without those that were merged into another.
 * `fresh` are those changed since the time given; all without one. Two readings give the same only within one transaction.
 */
export function* readProfiles(
  db: Sqlite,
  changedSince: string | null,
): Generator<Searched, void, void> {
  const sql = statementsOf(db);
  const files = filesOfSeveral(sql);
  let after = 0;
  for (;;) {
    const rows = sql(
      `SELECT num, id, name, city, country, updated_at AS "updatedAt" FROM candidate
       WHERE num > ? AND +merged_into_id IS NULL ORDER BY num LIMIT ${BATCH}`,
    ).all(after) as readonly CandidateRow[];
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.num;
    const parts = partsOf(
      sql,
      rows.map((row) => row.id),
    );
    for (const row of rows) {
      const fresh = changedSince === null || row.updatedAt >= changedSince;
      yield { ...profileOf(row, parts), files: files.get(row.id) ?? [], fresh };
    }
  }
}

// Nearly everybody is merged into nobody: the plus keeps SQLite from walking the index of that.
/** The profiles of these candidates, merged ones left out; without their files, which the import knows before it asks. */
export function readSomeProfiles(sql: Statements, ids: readonly Id[]): readonly Profile[] {
  const rows = sql(
    `SELECT c.num AS num, c.id AS id, c.name AS name, c.city AS city, c.country AS country, c.updated_at AS "updatedAt"
     FROM json_each(?) wanted CROSS JOIN candidate c ON c.id = wanted.value WHERE +c.merged_into_id IS NULL ORDER BY c.num`,
  ).all(JSON.stringify(ids)) as readonly CandidateRow[];
  const parts = partsOf(
    sql,
    rows.map((row) => row.id),
  );
  return rows.map((row) => profileOf(row, parts));
}

// The rows below are what the statements beside them select.
interface CandidateRow {
  readonly num: number;
  readonly id: Id;
  readonly name: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly updatedAt: string;
}
interface Parts {
  readonly contacts: ReadonlyMap<Id, Profile['contacts']>;
  readonly jobs: ReadonlyMap<Id, Profile['jobs']>;
  readonly schools: ReadonlyMap<Id, Profile['schools']>;
}

const profileOf = (row: CandidateRow, parts: Parts): Profile => ({
  id: row.id,
  name: row.name,
  city: row.city,
  country: row.country,
  contacts: parts.contacts.get(row.id) ?? [],
  files: [],
  jobs: parts.jobs.get(row.id) ?? [],
  schools: parts.schools.get(row.id) ?? [],
});

function partsOf(sql: Statements, ids: readonly Id[]): Parts {
  const wanted = JSON.stringify(ids);
  const read = <Row>(columns: string, table: string, where: string) =>
    byCandidate(
      sql(
        `SELECT p.candidate_id AS "candidateId", ${columns} FROM json_each(?) wanted
         JOIN ${table} p ON p.candidate_id = wanted.value WHERE ${where}`,
      ).all(wanted) as readonly (Row & { readonly candidateId: Id })[],
    );
  return {
    contacts: read<Profile['contacts'][number]>(
      'p.kind AS kind, p.key AS key',
      'contact_point',
      "p.key <> ''",
    ),
    jobs: read<Profile['jobs'][number]>(
      'p.company AS company, p.start AS start, p."end" AS "end"',
      'experience',
      'p.company IS NOT NULL',
    ),
    schools: read<Profile['schools'][number]>(
      'p.institution AS institution, p."end" AS "end"',
      'education',
      'p.institution IS NOT NULL',
    ),
  };
}

function byCandidate<Row extends { readonly candidateId: Id }>(
  rows: readonly Row[],
): ReadonlyMap<Id, readonly Row[]> {
  const found = new Map<Id, Row[]>();
  for (const row of rows) {
    const list = found.get(row.candidateId);
    if (list === undefined) found.set(row.candidateId, [row]);
    else if (list.length < MOST_PARTS) list.push(row);
  }
  return found;
}

/** Content hashes that more than one candidate has, by candidate. */
function filesOfSeveral(sql: Statements): ReadonlyMap<Id, readonly string[]> {
  const rows = sql(
    `SELECT r.candidate_id AS "candidateId", r.sha256 AS sha256
     FROM (SELECT sha256 FROM resume GROUP BY sha256 HAVING count(*) > 1) several
     JOIN resume r ON r.sha256 = several.sha256`,
  ).all() as readonly { readonly candidateId: Id; readonly sha256: string }[];
  const found = new Map<Id, string[]>();
  for (const { candidateId, sha256 } of rows) {
    found.set(candidateId, [...(found.get(candidateId) ?? []), sha256]);
  }
  return found;
}
