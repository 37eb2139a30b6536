import { SELECTION_MAX, type SelectionRequest } from '@/shared/domain/candidates/selection';
import type { CandidateSearchPage, CandidateSearchRequest } from '@/shared/domain/candidates/views';
import { parseQuery } from '@/shared/domain/search/parse-query';
import { partsOf, type QueryNode } from '@/shared/domain/search/query';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Clock } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { CandidateSearch } from '@/shared/usecases/ports/readers';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { candidateScope } from '../stores/scope';
import { type Condition, conditionsOf } from './filters';
import { filtersOfFact } from './facts';
import { compileMatch, type Match, type MatchDeps, matchExpression } from './match';
import { readRows } from './page-rows';
import { complete, type SuggestDeps, suggestValues } from './suggest';
import { createValueBooks } from './value-books';

/**
 * How much a word counts by where it stands, in the order of the columns of candidate_fts:
 * name, title, company, skill, school, city, tag, note, detail, cv.
 */
const WEIGHTS = '12.0, 6.0, 4.0, 5.0, 2.0, 3.0, 5.0, 2.0, 2.0, 1.0';

/** With more matches than this the newest so many are ranked and the rest follow by age: the answer stays as fast at any size. */
const MOST_RANKED = 5000;
/** Parts that are left out one by one where nothing is found, to say which of them is in the way. */
const MOST_LEFT_OUT = 6;

/** Search and lists on a connection of its own. A call runs to its end; its caller's thread waits for it. */
export function createCandidateSearch(
  db: Sqlite,
  { clock }: { readonly clock: Clock },
): CandidateSearch {
  const sql = statementsOf(db);
  const suggesting: SuggestDeps = {
    sql,
    books: createValueBooks(sql),
    countOf: (actor, value) => countOfTerm(sql, actor, value.termId),
  };
  // One transaction, so that the count, the order and the rows are of one moment although somebody writes meanwhile.
  const search = db.transaction((actor: Actor, request: CandidateSearchRequest) =>
    searchCandidates(sql, actor, request, clock.now()),
  );
  return {
    search: async (actor, request) => guarded(() => search.deferred(actor, request)),
    ids: async (actor, request) => guarded(() => idsOf(sql, actor, request, clock.now())),
    suggest: async (actor, request) => guarded(() => suggestValues(suggesting, actor, request)),
    complete: async (actor, request) => guarded(() => complete(suggesting, actor, request)),
  };
}

/** Everybody a search finds, those who came last first. */
function idsOf(sql: Statements, actor: Actor, request: SelectionRequest, now: Date): readonly Id[] {
  const parts = partsOf(parseQuery(request.text));
  const where = whereOf(actor, request, compileMatch(parts, matchDeps(sql, actor, now)));
  return sql(
    `SELECT c.id FROM ${where.from} CROSS JOIN candidate c ON c.num = ${where.inIndex ? 'f.rowid' : 'd.num'}
     WHERE ${where.sql} ORDER BY c.num DESC LIMIT ${SELECTION_MAX}`,
  )
    .pluck()
    .all(...where.params)
    .map(String);
}

function searchCandidates(
  sql: Statements,
  actor: Actor,
  request: CandidateSearchRequest,
  now: Date,
): CandidateSearchPage {
  const query = parseQuery(request.text);
  const parts = partsOf(query);
  const { nums, total } = found(
    sql,
    actor,
    request,
    compileMatch(parts, matchDeps(sql, actor, now)),
  );
  return {
    rows: readRows(sql, nums, query),
    total,
    query,
    without: total === 0 ? countsWithout(sql, actor, request, parts, now) : [],
    expanded: [],
    facets: [],
    rebuilding: null,
  };
}

/** How many there would be without each part, the part that removes the most first. */
function countsWithout(
  sql: Statements,
  actor: Actor,
  request: CandidateSearchRequest,
  parts: readonly QueryNode[],
  now: Date,
): CandidateSearchPage['without'] {
  if (parts.length < 2) return [];
  return parts
    .slice(0, MOST_LEFT_OUT)
    .map((part) => {
      const rest = compileMatch(
        parts.filter((other) => other !== part),
        matchDeps(sql, actor, now),
      );
      return {
        start: part.start,
        end: part.end,
        total: countOf(sql, whereOf(actor, request, rest)),
      };
    })
    .filter((one) => one.total > 0)
    .sort((a, b) => b.total - a.total || a.start - b.start);
}

function countOfTerm(sql: Statements, actor: Actor, termId: number): number {
  const scope = candidateScope(actor, 's');
  return Number(
    sql(
      `SELECT count(*) FROM candidate_facet f JOIN candidate s ON s.num = f.num
       WHERE f.term_id = ? AND s.archived_at IS NULL AND ${scope.where}`,
    )
      .pluck()
      .get(termId, ...scope.params),
  );
}

/** A fact is asked for as the filter that it is. */
const matchDeps = (sql: Statements, actor: Actor, now: Date): MatchDeps => ({
  now,
  fact: (node, num) => {
    const anyOf = filtersOfFact(sql, actor, node, () => null).map((filters) =>
      all([...conditionsOf(actor, filters, 'index')]),
    );
    const found = anyOf.map((one) => `(${one.sql === '' ? '1' : one.sql})`).join(' OR ');
    return {
      sql: `(${(found === '' ? '0' : found).replaceAll('+f.rowid', num)})`,
      params: anyOf.flatMap((one) => one.params),
    };
  },
});

interface Found {
  readonly nums: readonly number[];
  readonly total: number;
}

/** The table that is walked and the conditions on it. */
interface Where extends Condition {
  readonly from: string;
  readonly inIndex: boolean;
}

/** Without words the sorted list is walked along the index of its order, else the full-text index. */
function whereOf(actor: Actor, request: SelectionRequest, match: Match): Where {
  const { wanted } = match;
  if (wanted === null) {
    return {
      from: 'candidate_document d',
      inIndex: false,
      ...all([
        archivedFlag(request),
        ...conditionsOf(actor, request.filters, 'documents'),
        ...excluded(match, '+d.num'),
        ...match.conditions.map((condition) => condition('+d.num')),
      ]),
    };
  }
  return {
    from: 'candidate_fts f',
    inIndex: true,
    ...all([
      { sql: 'candidate_fts MATCH ?', params: [matchExpression({ ...match, wanted })] },
      ...notTheOtherArchive(request),
      ...conditionsOf(actor, request.filters, 'index'),
      ...match.conditions.map((condition) => condition('+f.rowid')),
    ]),
  };
}

function found(
  sql: Statements,
  actor: Actor,
  request: CandidateSearchRequest,
  match: Match,
): Found {
  const where = whereOf(actor, request, match);
  const total = countOf(sql, where);
  if (total === 0) return { nums: [], total };
  if (!where.inIndex) return { nums: listed(sql, request, where), total };
  if (request.sort.by === 'relevance') return { nums: ranked(sql, request, where, total), total };
  return { nums: sorted(sql, request, where, total), total };
}

function listed(sql: Statements, request: CandidateSearchRequest, where: Where): readonly number[] {
  return numbers(
    sql(
      `SELECT d.num FROM ${where.from} WHERE ${where.sql} ORDER BY ${orderOf(request)} LIMIT ? OFFSET ?`,
    )
      .pluck()
      .all(...where.params, request.limit, request.offset),
  );
}

function sorted(
  sql: Statements,
  request: CandidateSearchRequest,
  where: Where,
  total: number,
): readonly number[] {
  const order = orderOf(request);
  const nums =
    total <= MOST_RANKED
      ? sql(
          `SELECT d.num FROM candidate_fts f CROSS JOIN candidate_document d ON d.num = f.rowid
           WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
        )
          .pluck()
          .all(...where.params, request.limit, request.offset)
      : // Most of the list matches: walking it in its order meets a page of matches sooner than sorting them all.
        sql(
          `SELECT d.num FROM candidate_document d WHERE d.archived = ?
             AND +d.num IN (SELECT f.rowid FROM candidate_fts f WHERE ${where.sql}) ORDER BY ${order} LIMIT ? OFFSET ?`,
        )
          .pluck()
          .all(request.filters.archived ? 1 : 0, ...where.params, request.limit, request.offset);
  return numbers(nums);
}

/** Best first. Ids alone are ranked; the rows of the page are read afterwards. */
function ranked(
  sql: Statements,
  request: CandidateSearchRequest,
  where: Condition,
  total: number,
): readonly number[] {
  const direction = request.sort.direction === 'asc' ? 'DESC' : 'ASC';
  const rank = `bm25(candidate_fts, ${WEIGHTS}) ${direction}, f.rowid DESC`;
  const { limit, offset } = request;
  if (total <= MOST_RANKED) {
    return numbers(
      sql(
        `SELECT f.rowid FROM candidate_fts f WHERE ${where.sql} ORDER BY ${rank} LIMIT ? OFFSET ?`,
      )
        .pluck()
        .all(...where.params, limit, offset),
    );
  }
  const oldestRanked = sql(
    `SELECT f.rowid FROM candidate_fts f WHERE ${where.sql} ORDER BY f.rowid DESC LIMIT 1 OFFSET ?`,
  )
    .pluck()
    .get(...where.params, MOST_RANKED - 1);
  const best = numbers(
    sql(
      `SELECT f.rowid FROM candidate_fts f WHERE ${where.sql} AND f.rowid >= ? ORDER BY ${rank} LIMIT ? OFFSET ?`,
    )
      .pluck()
      .all(...where.params, oldestRanked, limit, offset),
  );
  const missing = limit - best.length;
  if (missing === 0) return best;
  return [
    ...best,
    ...numbers(
      sql(
        `SELECT f.rowid FROM candidate_fts f WHERE ${where.sql} AND f.rowid < ? ORDER BY f.rowid DESC LIMIT ? OFFSET ?`,
      )
        .pluck()
        .all(...where.params, oldestRanked, missing, Math.max(0, offset - MOST_RANKED)),
    ),
  ];
}

/** What is missing stands last in either direction; ties by the order of arrival, so that pages never overlap. */
function orderOf(request: CandidateSearchRequest): string {
  const { by, direction } = request.sort;
  const way = direction === 'asc' ? 'ASC' : 'DESC';
  const column = COLUMNS[by];
  // SQLite counts NULL as smallest: descending has it last already.
  return `d.${column} ${way}${direction === 'asc' ? ' NULLS LAST' : ''}, d.num ${way}`;
}

const COLUMNS: Readonly<Record<CandidateSearchRequest['sort']['by'], string>> = {
  // Without words there is nothing to be relevant to.
  relevance: 'updated_at',
  name: 'name_key',
  headline: 'headline_key',
  company: 'company_key',
  location: 'location_key',
  totalYears: 'total_years',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  lastActivity: 'updated_at',
};

const archivedFlag = (request: SelectionRequest): Condition => ({
  sql: 'd.archived = ?',
  params: [request.filters.archived ? 1 : 0],
});

/** Few are archived: leaving those out is cheaper than looking every match up. */
function notTheOtherArchive(request: SelectionRequest): readonly Condition[] {
  const list = 'SELECT num FROM candidate_document WHERE archived = 1';
  return [{ sql: `+f.rowid ${request.filters.archived ? 'IN' : 'NOT IN'} (${list})`, params: [] }];
}

function excluded(match: Match, num: string): readonly Condition[] {
  if (match.unwanted === null) return [];
  return [
    {
      sql: `${num} NOT IN (SELECT rowid FROM candidate_fts WHERE candidate_fts MATCH ?)`,
      params: [match.unwanted],
    },
  ];
}

function all(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map((condition) => condition.sql).join(' AND '),
    params: conditions.flatMap((condition) => condition.params),
  };
}

const countOf = (sql: Statements, where: Where): number =>
  Number(
    sql(`SELECT count(*) FROM ${where.from} WHERE ${where.sql}`)
      .pluck()
      .get(...where.params),
  );

const numbers = (values: readonly unknown[]): readonly number[] => values.map(Number);
