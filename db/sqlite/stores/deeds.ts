import type { CommitHead } from '@/shared/domain/history/change';
import {
  ACTIONS_OF,
  type Deed,
  type DeedsPage,
  type DeedsRequest,
  FLOWING,
  stuckReason,
} from '@/shared/domain/history/deeds';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';
import { nameOfOne } from './deed-names';
import { candidateScope } from './scope';
import { IS_OF_CANDIDATE } from './subject';

/** Commits read at a time, and for one page: a page of a history of nothing but imports may hold fewer deeds than asked for. */
const CHUNK = 400;
const MOST_READ = 20_000;

interface Head extends CommitHead {
  readonly rowid: number;
}

/** A page of what was done, newest first; commits of one bulk deed stand as one, where its newest is. */
export function readDeeds(sql: Statements, actor: Actor, request: DeedsRequest): DeedsPage {
  const groups: Head[] = [];
  let from = startOf(sql, request.beforeCommitId);
  let last: Head | null = null;
  let flow: Head | null = null;
  for (let read = 0; read < MOST_READ; read += CHUNK) {
    const heads = chunk(sql, actor, request, from);
    for (const head of heads) {
      const flows = flow !== null && flow.action === head.action && flow.actorId === head.actorId;
      const begins = !flows && !isOlderPart(sql, head);
      if (begins && groups.length === request.limit) {
        return {
          deeds: groups.map((one) => deedOf(sql, actor, one)),
          nextBefore: last?.commitId ?? null,
        };
      }
      if (begins) groups.push(head);
      flow = FLOWING.includes(head.action) ? head : null;
      last = head;
      from = head.rowid;
    }
    if (heads.length < CHUNK) {
      return { deeds: groups.map((one) => deedOf(sql, actor, one)), nextBefore: null };
    }
  }
  return {
    deeds: groups.map((one) => deedOf(sql, actor, one)),
    nextBefore: last?.commitId ?? null,
  };
}

const HEAD = `k.rowid AS rowid, k.id AS "commitId", k.at AS at, k.actor_id AS "actorId", k.actor_name AS "actorName",
  k.action AS action, k.undoes AS undoes, k.undone_by AS "undoneBy", k.part_of AS "partOf"`;

function chunk(
  sql: Statements,
  actor: Actor,
  { mine, kind }: DeedsRequest,
  before: number,
): readonly Head[] {
  const isOwn = mine || actor.role !== 'admin';
  const actions = kind === null ? [] : ACTIONS_OF[kind];
  const list = JSON.stringify(actions);
  return sql(
    // What a taking back is of is the action of what it takes back, twice over for a redo.
    `SELECT ${HEAD} FROM commit_log k WHERE k.rowid < ?${isOwn ? ' AND k.actor_id = ?' : ''}${
      kind === null
        ? ''
        : ` AND (SELECT coalesce(b.action, a.action, k.action) FROM (SELECT 1)
             LEFT JOIN commit_log a ON a.id = k.undoes LEFT JOIN commit_log b ON b.id = a.undoes)
           IN (SELECT value FROM json_each(?))`
    } ORDER BY k.rowid DESC LIMIT ${CHUNK}`,
  ).all(before, ...(isOwn ? [actor.id] : []), ...(kind === null ? [] : [list])) as readonly Head[]; // The columns of HEAD.
}

function startOf(sql: Statements, beforeCommitId: Id | null): number {
  const row = sql('SELECT rowid FROM commit_log WHERE id = ?').pluck().get(beforeCommitId);
  return typeof row === 'number' ? row : Number.MAX_SAFE_INTEGER;
}

/** Whether a newer commit of the same deed stands for it. */
const isOlderPart = (sql: Statements, { partOf, rowid }: Head): boolean =>
  partOf !== null &&
  sql('SELECT max(rowid) FROM commit_log WHERE part_of = ?').pluck().get(partOf) !== rowid;

function deedOf(sql: Statements, actor: Actor, head: Head): Deed {
  const { origin, turn } = originOf(sql, head);
  // Done again, it is the first deed that is in force or not, and that is taken back.
  const stands = turn === 'redo' ? origin : head;
  const state = stateOf(sql, stands);
  const isFlow = FLOWING.includes(origin.action) && turn === 'do';
  return {
    commitId: newestInForce(sql, stands),
    at: head.at,
    actorName: head.actorName,
    action: origin.action,
    turn,
    candidates: isFlow ? null : countOf(sql, head),
    candidate: oneOf(sql, actor, head),
    about: nameOfOne(sql, stands),
    state,
    stuck: stuckReason(origin.action, turn, state),
  };
}

/** What was done in the first place, and whether this is the doing, a taking back or a doing again. */
function originOf(
  sql: Statements,
  head: Head,
): { readonly origin: Head; readonly turn: Deed['turn'] } {
  let origin = head;
  let turns = 0;
  // Undo and redo alternate; nobody presses the keys a hundred times, and a longer chain is told of by its parity so far.
  while (origin.undoes !== null && turns < 100) {
    const before = sql(`SELECT ${HEAD} FROM commit_log k WHERE k.id = ?`).get(origin.undoes) as
      | Head
      | undefined; // The columns of HEAD.
    if (before === undefined) break;
    origin = before;
    turns += 1;
  }
  return { origin, turn: turns === 0 ? 'do' : turns % 2 === 1 ? 'undo' : 'redo' };
}

function stateOf(sql: Statements, { partOf, undoneBy }: Head): Deed['state'] {
  if (partOf === null) return undoneBy === null ? 'in-force' : 'undone';
  // The two counts named in the statement.
  const { parts, undone } = sql(
    'SELECT count(*) AS parts, count(undone_by) AS undone FROM commit_log WHERE part_of = ?',
  ).get(partOf) as { readonly parts: number; readonly undone: number };
  if (undone === 0) return 'in-force';
  return undone === parts ? 'undone' : 'partly';
}

/** Of a deed that is half taken back, a commit that is still there to take back. */
function newestInForce(sql: Statements, { commitId, partOf }: Head): Id {
  if (partOf === null) return commitId;
  const inForce = sql(
    'SELECT id FROM commit_log WHERE part_of = ? AND undone_by IS NULL ORDER BY rowid DESC LIMIT 1',
  )
    .pluck()
    .get(partOf);
  return typeof inForce === 'string' ? inForce : commitId;
}

const OF_DEED: Readonly<Record<'one' | 'many', string>> = {
  one: 'l.commit_id = ?',
  many: 'l.commit_id IN (SELECT id FROM commit_log WHERE part_of = ?)',
};

const linesOf = ({ commitId, partOf }: Head): readonly [string, Id] =>
  partOf === null ? [OF_DEED.one, commitId] : [OF_DEED.many, partOf];

function countOf(sql: Statements, head: Head): number {
  const [where, id] = linesOf(head);
  return Number(
    sql(
      `SELECT count(DISTINCT l.subject_id) FROM change_log l WHERE ${where} AND ${IS_OF_CANDIDATE}`,
    )
      .pluck()
      .get(id),
  );
}

function oneOf(sql: Statements, actor: Actor, { commitId }: Head): Deed['candidate'] {
  const scope = candidateScope(actor, 'c');
  const row = sql(
    `SELECT c.id AS id, c.name AS name FROM change_log l JOIN candidate c ON c.id = l.subject_id
     WHERE l.commit_id = ? AND c.merged_into_id IS NULL AND ${scope.where} ORDER BY l.seq LIMIT 1`,
  ).get(commitId, ...scope.params) as Deed['candidate'] | undefined; // The columns named in the statement.
  return row ?? null;
}
