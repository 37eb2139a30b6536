import { SELECTION_MAX, type SelectionRequest } from '@/shared/domain/candidates/selection';
import {
  type CandidateSearchPage,
  type CandidateSearchRequest,
  NO_FILTERS,
} from '@/shared/domain/candidates/views';
import { filtersFor, rowShownTo, showsValues, sortFor } from '@/shared/domain/access/shown-to';
import { parseQuery } from '@/shared/domain/search/parse-query';
import { asAlternative, withExpansions } from '@/shared/domain/search/expand';
import { partsOf, type Query, type QueryNode, wantedWords } from '@/shared/domain/search/query';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Clock } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { CandidateSearch } from '@/shared/usecases/ports/readers';
import { type Sqlite, tellTime } from '../connection';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { candidateScope } from '../stores/scope';
import { commonExpressions } from './common-words';
import { add, and, type Bits, forEach, has, largest, sizeOf, without } from './bits';
import { countFacets } from './count-facets';
import { countPeople } from './count-people';
import { type CriteriaDeps, type Criterion, criteriaOf } from './criteria';
import { createExpander } from './expand-query';
import { byLikeness, likePerson } from './likeness';
import type { FoundPeople } from './found-people';
import { inOrder, orderOf } from './order';
import { readRows, withSharing } from './page-rows';
import { createPastSearches } from './past-searches';
import { createPeopleIndex, type PeopleIndex } from './people-index';
import { peopleOf, peopleOfAll, type QueryDeps } from './query-people';
import { createReaches, type Reach } from './reach';
import { createReached, type Reached } from './reached';
import { countsWithoutFilters, fewestAlone, hiddenFields, unknownValues } from './reasons';
import { isBrokenIndex } from './rebuild';
import { byRelevance } from './relevance';
import { progressOf, readSearchState } from './search-state';
import { createSetCache, type SetCache } from './set-cache';
import { complete, type SuggestDeps, suggestValues, warmSuggestions } from './suggest';
import { createValueBooks } from './value-books';
import { gatherPeople } from './word-sets';

/** Spelling and other names are read with the first word that is looked up. */
const COMMON_WORD = 'manager ';
/** Names of values that are kept at most. */
const MOST_NAMES = 20_000;
/** Parts that are left out one by one where nothing is found, to say which of them is in the way. */
const MOST_LEFT_OUT = 6;

/**
 * Search and lists on a connection of its own. A call runs to its end; its caller's thread waits for it. What people are filtered by is
 * read into memory with the first question that filters, counts or looks for words; the plain list never needs it.
 */
export function createCandidateSearch(
  db: Sqlite,
  { clock }: { readonly clock: Clock },
): WarmableSearch {
  const sql = statementsOf(db);
  const people = createPeopleIndex(sql);
  const cache = createSetCache(people);
  const expand = createExpander({ sql, people, cache });
  tellTime(db, clock);
  const reached = createReached(sql);
  const engine: Engine = { sql, people, cache, names: new Map(), clock, expand, reached };
  // One transaction, so that the count, the order and the rows are of one moment although somebody writes meanwhile.
  const search = db.transaction((actor: Actor, request: CandidateSearchRequest) =>
    isPlainList(actor, request)
      ? plainList(sql, request)
      : searchCandidates(engine, actor, request),
  );
  const ids = db.transaction((actor: Actor, request: SelectionRequest) =>
    idsOf(engine, actor, request),
  );
  const books = createValueBooks(sql);
  const suggesting: SuggestDeps = {
    sql,
    books,
    past: createPastSearches(sql),
    reachOf: createReaches(books.refresh, (actor) => reachOf(engine, actor)),
  };
  const suggest = db.transaction(
    (actor: Actor, request: Parameters<CandidateSearch['suggest']>[1]) =>
      suggestValues(suggesting, actor, request),
  );
  const offer = db.transaction(
    (actor: Actor, request: Parameters<CandidateSearch['complete']>[1]) =>
      complete(suggesting, actor, request),
  );
  // In transactions of their own, so that a question waits for the piece in hand and not for all.
  const run = db.transaction((piece: () => unknown): void => void piece());
  const warmed = (piece: () => unknown): void => guarded(() => run.deferred(piece));
  return {
    *warm() {
      yield warmed(() => bringUpToDate(engine));
      yield warmed(() => people.postings());
      yield warmed(() => warmSuggestions(suggesting));
      yield warmed(() =>
        expandedOf(engine, parseQuery(COMMON_WORD), { synonyms: true, spelling: true }),
      );
      let common: readonly string[] = [];
      yield warmed(() => {
        common = commonExpressions(sql, people);
      });
      for (const expression of common) {
        let gather: (() => boolean) | null = null;
        let more = true;
        while (more) {
          yield warmed(() => {
            bringUpToDate(engine);
            gather ??= gatherPeople(engine, expression);
            more = gather();
          });
        }
      }
    },
    search: async (actor, request) => guarded(() => search.deferred(actor, request)),
    ids: async (actor, request) => guarded(() => ids.deferred(actor, request)),
    suggest: async (actor, request) => guarded(() => suggest.deferred(actor, request)),
    complete: async (actor, request) => guarded(() => offer.deferred(actor, request)),
    found: (actor, asked) => foundPeople(engine, actor, asked),
  };
}

export interface WarmableSearch extends CandidateSearch {
  /**
   * What the first questions would wait for, a piece at a time: the people's values, their lists, names of values, other names, spelling,
   * and who has the most common words.
   */
  readonly warm: () => Iterator<void>;
  readonly found: FoundPeople;
}

interface Engine {
  readonly sql: Statements;
  readonly people: PeopleIndex;
  readonly cache: SetCache;
  readonly names: CriteriaDeps['names'];
  readonly clock: Clock;
  readonly expand: ReturnType<typeof createExpander>;
  readonly reached: Reached;
}

function searchCandidates(
  engine: Engine,
  actor: Actor,
  request: CandidateSearchRequest,
): CandidateSearchPage {
  const deps = begin(engine, actor, request);
  const query = parseQuery(request.text);
  const narrowed = narrow(deps, request);
  const { asked, expanded } = withinReach(
    deps,
    narrowed.reached,
    query,
    expandedOf(engine, query, request),
  );
  const parts = partsOf(asked);
  const { words, broken } = wordsOf(deps, parts);
  const found = words === null ? narrowed.people : and(narrowed.people, words);
  const total = sizeOf(found);
  const { sql, people } = engine;
  return {
    rows: withSharing(
      sql,
      actor,
      readRows(
        sql,
        total === 0 ? [] : page(deps, request, typedFirst(query, asked), found, total),
        asked,
      ),
    ).map((row) => rowShownTo(actor, row)),
    total,
    query: broken
      ? query
      : {
          ...query,
          problems: [
            ...query.problems,
            ...hiddenFields(deps.actor, query),
            ...unknownValues(deps, query),
          ],
        },
    withoutFilters:
      total === 0 && !broken
        ? countsWithoutFilters(request.filters, (filters) => {
            const { people: rest } = narrow(deps, { filters });
            return sizeOf(words === null ? rest : and(rest, words));
          })
        : [],
    without: total === 0 && !broken ? countsWithout(deps, narrowed.people, parts) : [],
    fewest:
      total === 0 && !broken
        ? fewestAlone(request.filters, parts, {
            part: (part) => sizeOf(and(narrowed.reached, peopleOfAll(deps, [part]))),
            filters: (filters) => sizeOf(narrow(deps, { filters }).people),
          })
        : null,
    expanded,
    facets: countFacets(
      deps,
      request.facets.filter(({ kind }) => showsValues(actor, kind)),
      (ask) => narrowed.asIfNot(ask.kind, ask.fieldId, words),
      narrowed.counted,
    ),
    rebuilding: broken ? 0 : progressOf(people.state()),
  };
}

/** The query with what else is looked for; as it was typed while the index of words is broken. */
function expandedOf(
  { expand }: Engine,
  query: Query,
  request: Pick<CandidateSearchRequest, 'synonyms' | 'spelling'>,
): ReturnType<Engine['expand']> {
  try {
    return expand(query, request);
  } catch (error) {
    if (!isBrokenIndex(error)) throw error;
    return { asked: query, expanded: [] };
  }
}

/**
 * Without the other spellings and names that nobody has whom the actor reaches: what is looked for beside what was typed would tell of what
 * stands in others' CVs.
 */
function withinReach(
  deps: QueryDeps,
  reached: Bits,
  query: Query,
  found: ReturnType<Engine['expand']>,
): ReturnType<Engine['expand']> {
  if (found.expanded.length === 0 || candidateScope(deps.actor, 's').where === '1') return found;
  const nodes = wantedWords(query);
  const expanded = found.expanded.flatMap((one) => {
    const node = nodes.find(({ start }) => start === one.start);
    const words = one.words.filter(
      (word) =>
        node !== undefined &&
        node.kind !== 'near' &&
        sizeOf(and(reached, peopleOf(deps, asAlternative(node, word, one.why)))) > 0,
    );
    return words.length === 0 ? [] : [{ ...one, words }];
  });
  return { asked: withExpansions(query, expanded), expanded };
}

/** The words that order a page: those typed, then those beside them. */
function typedFirst(query: Query, asked: Query): readonly QueryNode[] {
  const typed = wantedWords(query);
  const words = [...typed, ...wantedWords(asked).filter((one) => !typed.includes(one))];
  return words.length > 0 ? words : partsOf(query);
}

/** Brings the index up to date, for one question. */
function begin(
  engine: Engine,
  actor: Actor,
  { synonyms }: Pick<CandidateSearchRequest, 'synonyms'>,
): QueryDeps {
  bringUpToDate(engine);
  const { sql, people, cache, names, clock, reached } = engine;
  return { sql, people, cache, names, actor, reached, synonyms, now: clock.now() };
}

function bringUpToDate({ people, cache, names }: Engine): void {
  const changed = people.refresh();
  cache.note(changed);
  // A number may have gone to another value; so many names are kept at most.
  if (changed.length > 0 || names.size > MOST_NAMES) names.clear();
}

interface Narrowed {
  /** Whom the actor reaches, the archived or the others. */
  readonly reached: Bits;
  /** Who passes the filters. */
  readonly people: Bits;
  /** Everybody who is not archived, of whom the index knows the counts; null where it is asked for the archived. */
  readonly counted: Bits | null;
  /** Who passes the filters and the words, as if the filters of one facet were not. The same set where they are not in force. */
  readonly asIfNot: (
    kind: NonNullable<Criterion['group']>,
    field: string | null,
    words: Bits | null,
  ) => Bits;
}

function narrow(deps: QueryDeps, asked: Pick<CandidateSearchRequest, 'filters'>): Narrowed {
  const { people } = deps;
  const filters = filtersFor(deps.actor, asked.filters);
  const all = filters.archived ? people.archived() : without(people.everybody(), people.archived());
  const within = scopeOf(deps);
  const reached = and(
    all,
    filters.shared ? and(within, deps.reached.shown(deps, deps.actor)) : within,
  );
  const criteria = criteriaOf(deps, filters);
  const alike = filters.like === null ? reached : and(reached, likeable(deps, filters.like));
  const passing = (those: readonly Criterion[]): Bits =>
    those.reduce((rest, criterion) => and(rest, criterion.people), alike);
  const everything = passing(criteria);
  let full: Bits | null = null;
  return {
    reached,
    people: everything,
    counted: filters.archived ? null : all,
    asIfNot: (kind, field, words) => {
      const others = criteria.filter(
        (one) => one.group !== kind || (kind === 'custom' && one.field !== field),
      );
      if (others.length < criteria.length) {
        const rest = passing(others);
        return words === null ? rest : and(rest, words);
      }
      full ??= words === null ? everything : and(everything, words);
      return full;
    },
  };
}

/** Whom the actor reaches, and how many of them have each value; the archived do not count. */
function reachOf(engine: Engine, actor: Actor): Reach & { readonly until: number } {
  const deps = begin(engine, actor, { synonyms: true });
  const { people } = narrow(deps, { filters: NO_FILTERS });
  const counts = new Uint32Array(deps.people.totals().length);
  deps.people.tally(people, counts, 1);
  return { people, counts, until: engine.reached.until(deps, actor) };
}

/** Whom the actor reaches; see `candidateScope`, which decides it. */
const scopeOf = (deps: QueryDeps): Bits => deps.reached.all(deps, deps.actor);

/** Who is like a person; nobody where the actor does not reach that person. */
function likeable(deps: QueryDeps, id: Id): Bits {
  const num = deps.sql('SELECT num FROM candidate WHERE id = ?').pluck().get(id);
  if (typeof num !== 'number' || !has(scopeOf(deps), num)) return new Uint32Array(0);
  return likePerson(deps, num);
}

/** Who matches the words; null where none are asked for. An index of words that is broken finds nobody until it is made anew. */
function wordsOf(
  deps: QueryDeps,
  parts: readonly QueryNode[],
): { readonly words: Bits | null; readonly broken: boolean } {
  if (parts.length === 0) return { words: null, broken: false };
  try {
    return { words: peopleOfAll(deps, parts), broken: false };
  } catch (error) {
    if (!isBrokenIndex(error)) throw error;
    return { words: new Uint32Array(0), broken: true };
  }
}

function page(
  deps: QueryDeps,
  request: CandidateSearchRequest,
  parts: readonly QueryNode[],
  found: Bits,
  total: number,
): readonly number[] {
  const { filters } = request;
  const sort = sortFor(deps.actor, request.sort);
  if (sort.by === 'relevance' && filters.like !== null)
    return byLikeness(deps, found, filters.like, sort.direction, request);
  if (sort.by === 'relevance' && parts.length > 0)
    return byRelevance(deps, found, parts, sort.direction, request);
  return inOrder(deps, found, sort, total, filters.archived, request);
}

/** How many there would be without each part, the part that removes the most first. */
function countsWithout(
  deps: QueryDeps,
  people: Bits,
  parts: readonly QueryNode[],
): CandidateSearchPage['without'] {
  if (parts.length < 2) return [];
  return parts
    .slice(0, MOST_LEFT_OUT)
    .map((part) => {
      const rest = peopleOfAll(
        deps,
        parts.filter((other) => other !== part),
      );
      return { start: part.start, end: part.end, total: sizeOf(and(people, rest)) };
    })
    .filter((one) => one.total > 0)
    .sort((a, b) => b.total - a.total || a.start - b.start);
}

/** Everybody a search finds, as a set; of them those who came in or got a new CV since. */
function foundPeople(
  engine: Engine,
  actor: Actor,
  { text, filters, since }: Parameters<FoundPeople>[1],
): Bits {
  const request = { text, filters, synonyms: true, spelling: true };
  const deps = begin(engine, actor, request);
  const { words } = wordsOf(deps, partsOf(expandedOf(engine, parseQuery(text), request).asked));
  const { people } = narrow(deps, request);
  const found = words === null ? people : and(people, words);
  if (since === undefined) return found;
  const came = deps.people.column('createdAt');
  const renewed = deps.people.column('resumeAt');
  const recent = new Uint32Array(found.length);
  forEach(found, (num) => {
    if ((came[num] ?? 0) > since || (renewed[num] ?? 0) > since) add(recent, num);
  });
  return recent;
}

/**
 * Everybody a search finds, those who came last first.
 * Errors: INDEX_INCOMPLETE while the index is being made: what is done to all that are found must not pass over anybody.
 */
function idsOf(engine: Engine, actor: Actor, request: SelectionRequest): readonly Id[] {
  const deps = begin(engine, actor, request);
  if (progressOf(engine.people.state()) !== null) throw incomplete();
  const { words, broken } = wordsOf(
    deps,
    partsOf(expandedOf(engine, parseQuery(request.text), request).asked),
  );
  if (broken) throw incomplete();
  const { people } = narrow(deps, request);
  const found = words === null ? people : and(people, words);
  const ids: Id[] = [];
  const some = largest(found, SELECTION_MAX);
  for (let at = 0; at < some.length; at += 5000) {
    ids.push(
      ...engine
        .sql(
          'SELECT c.id FROM json_each(?) wanted CROSS JOIN candidate c ON c.num = wanted.value ORDER BY c.num DESC',
        )
        .pluck()
        .all(JSON.stringify(some.slice(at, at + 5000)))
        .map(String),
    );
  }
  return ids;
}

const incomplete = (): AppError =>
  new AppError(
    'INDEX_INCOMPLETE',
    'The search index is being made, so not everybody this search stands for is known yet. Nothing was changed. Try again when it is done, or choose people one by one.',
  );

/** The whole list, or its archived half, of somebody who reaches everyone. */
function isPlainList(actor: Actor, { text, filters, facets }: CandidateSearchRequest): boolean {
  return (
    candidateScope(actor, 's').where === '1' &&
    text.trim() === '' &&
    facets.length === 0 &&
    JSON.stringify({ ...filters, archived: false }) === PLAIN
  );
}
const PLAIN = JSON.stringify(NO_FILTERS);
const NO_QUERY: Query = { root: null, problems: [] };

/** Reads along the index of the order: nothing has to be in memory for it. */
function plainList(sql: Statements, request: CandidateSearchRequest): CandidateSearchPage {
  const archived = request.filters.archived ? 1 : 0;
  const { limit, offset, sort } = request;
  const total = countPeople(sql, request.filters.archived);
  const backwards = offset > total / 2;
  const last = Math.min(total, offset + limit);
  const nums =
    offset >= total
      ? []
      : sql(
          `SELECT d.num FROM candidate_document d WHERE d.archived = ? ORDER BY ${orderOf(sort, backwards)} LIMIT ? OFFSET ?`,
        )
          .pluck()
          .all(archived, last - offset, backwards ? total - last : offset)
          .map(Number);
  return {
    rows: readRows(sql, backwards ? nums.toReversed() : nums, NO_QUERY),
    total,
    query: NO_QUERY,
    without: [],
    expanded: [],
    facets: [],
    rebuilding: progressOf(readSearchState(sql)),
  };
}
