import type {
  ClientDetail,
  ClientListRequest,
  ClientRow,
  ClientsPage,
  PutForward,
} from '@/shared/domain/clients/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { ClientReader } from '@/shared/usecases/ports/client-reader';
import type { Sqlite } from '../connection';
import { decode, entityTable, selectList } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { readJobRows } from './job-list';
import { applicationScope, clientScope, jobScope } from './scope';

const MOST_CLIENTS = 50_000;
const MOST_CONTACTS = 1000;
const MOST_JOBS = 500;
const MOST_PUT_FORWARD = 200;

export function createClientReader(db: Sqlite): ClientReader {
  const sql = statementsOf(db);
  return {
    list: async (actor, request) => guarded(() => readClientList(sql, actor, request)),
    get: async (actor, id) => guarded(() => readClient(sql, actor, id)),
    named: async (actor, name) =>
      guarded(() => {
        const wanted = squeeze(fold(name));
        const found = readNames(sql, actor).find(
          (client) => squeeze(fold(client.companyName)) === wanted,
        );
        return found === undefined
          ? null
          : decode('client', sql(entityTable('client').selectById).get(found.id));
      }),
    countJobs: async (clientId) =>
      guarded(() =>
        Number(sql('SELECT count(*) FROM job WHERE client_id = ?').pluck().get(clientId)),
      ),
    membershipsOf: async (contactId) =>
      guarded(
        () =>
          sql('SELECT id, version FROM job_member WHERE contact_id = ?').all(
            contactId,
          ) as readonly { readonly id: Id; readonly version: number }[], // The columns named in the statement.
      ),
  };
}

interface ClientFacts extends Pick<ClientRow, 'id' | 'companyName' | 'jobs' | 'openJobs'> {
  readonly status: string;
  readonly updatedAt: string;
  readonly text: string;
}

function readClientList(sql: Statements, actor: Actor, request: ClientListRequest): ClientsPage {
  const words = fold(request.text).split(/\s+/).filter(Boolean);
  const { by, direction } = request.sort;
  const sign = direction === 'asc' ? 1 : -1;
  const found = readNames(sql, actor)
    .filter((client) => request.status === null || client.status === request.status)
    .filter((client) => {
      const text = fold(client.text);
      return words.every((word) => text.includes(word));
    })
    .map((client) => ({
      client,
      key: by === 'companyName' ? fold(client.companyName) : client[by],
      name: fold(client.companyName),
    }))
    .toSorted(
      (a, b) =>
        order(a.key, b.key) * sign || order(a.name, b.name) || order(a.client.id, b.client.id),
    );
  const page = found.slice(request.offset, request.offset + request.limit);
  return { rows: page.map(({ client }) => readRow(sql, client)), total: found.length };
}

const order = (a: string | number, b: string | number): number => (a === b ? 0 : a < b ? -1 : 1);

/** What clients are found and sorted by, of all that the actor reaches. */
function readNames(sql: Statements, actor: Actor): readonly ClientFacts[] {
  const clients = clientScope(actor, 'c');
  const jobs = jobScope(actor, 'j');
  return sql(
    `SELECT c.id AS id, c.company_name AS "companyName", c.status AS status, c.updated_at AS "updatedAt",
       concat_ws(char(10), c.company_name, c.industry, c.city, c.state, c.country) AS text,
       coalesce(n.jobs, 0) AS jobs, coalesce(n.open, 0) AS "openJobs"
     FROM client c LEFT JOIN (
       SELECT j.client_id AS client_id, count(*) AS jobs, sum(j.status = 'open') AS open FROM job j WHERE ${jobs.where} GROUP BY j.client_id
     ) n ON n.client_id = c.id
     WHERE ${clients.where} LIMIT ${MOST_CLIENTS}`,
  ).all(...jobs.params, ...clients.params) as readonly ClientFacts[]; // The columns named in the statement.
}

function readRow(sql: Statements, { id, jobs, openJobs }: ClientFacts): ClientRow {
  const row = sql(
    `SELECT ${selectList('client', 'c', ['notes'])}, (SELECT count(*) FROM contact t WHERE t.client_id = c.id) AS contacts
     FROM client c WHERE c.id = ?`,
  ).get(id);
  // Without the notes, with the contacts counted in the statement.
  const client = decode('client', row) as unknown as Omit<ClientRow, 'jobs' | 'openJobs'>;
  return { ...client, jobs, openJobs };
}

function readClient(sql: Statements, actor: Actor, id: Id): ClientDetail | null {
  const scope = clientScope(actor, 'c');
  const row = sql(
    `SELECT ${selectList('client', 'c')} FROM client c WHERE c.id = ? AND ${scope.where}`,
  ).get(id, ...scope.params);
  if (row === undefined) return null;
  const jobs = jobScope(actor, 'j');
  const jobIds = sql(
    `SELECT j.id FROM job j WHERE j.client_id = ? AND ${jobs.where}
     ORDER BY CASE j.status WHEN 'open' THEN 0 WHEN 'draft' THEN 1 WHEN 'on_hold' THEN 2 ELSE 3 END, j.id DESC LIMIT ${MOST_JOBS}`,
  )
    .pluck()
    .all(id, ...jobs.params)
    .map(String);
  return {
    client: decode('client', row),
    contacts: sql(
      `SELECT ${entityTable('contact').select} FROM contact WHERE client_id = ? ORDER BY name COLLATE NOCASE, id LIMIT ${MOST_CONTACTS}`,
    )
      .all(id)
      .map((contact) => decode('contact', contact)),
    jobs: [...readJobRows(sql, actor, jobIds)],
    putForward: [...readPutForward(sql, actor, id)],
  };
}

function readPutForward(sql: Statements, actor: Actor, clientId: Id): readonly PutForward[] {
  const jobs = jobScope(actor, 'j');
  const people = applicationScope(actor, { application: 'a', candidate: 'c' });
  return sql(
    `SELECT a.id AS "applicationId", c.id AS "candidateId", c.name AS "candidateName", j.id AS "jobId", j.title AS "jobTitle",
       a.stage AS stage, a.submitted_at AS "submittedAt"
     FROM job j JOIN application a ON a.job_id = j.id JOIN candidate c ON c.id = a.candidate_id
     WHERE j.client_id = ? AND a.submitted_at IS NOT NULL AND ${jobs.where} AND ${people.where}
     ORDER BY a.submitted_at DESC, a.id DESC LIMIT ${MOST_PUT_FORWARD}`,
  ).all(clientId, ...jobs.params, ...people.params) as readonly PutForward[]; // The columns named in the statement.
}
