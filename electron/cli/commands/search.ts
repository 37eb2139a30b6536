import { EXIT, type ExitCode, plain, print, printJson, UsageError } from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import {
  type CandidateRow,
  type CandidateSearchPage,
  FACET_KINDS,
  type FacetKind,
  SORT_KEYS,
} from '@/shared/domain/candidates/views';
import { withExpansions } from '@/shared/domain/search/expand';
import type { Query } from '@/shared/domain/search/query';
import { queryInWords } from '../query-in-words';
import { matchReasons } from '../match-reasons';
import { filtersGiven } from './filters-given';
import type { Client } from './search-filters';

interface SearchOptions {
  readonly workspace?: string | undefined;
  readonly limit: number;
  readonly json?: boolean | undefined;
  readonly filter?: readonly string[] | undefined;
  /** `usual`, or their names behind commas. */
  readonly facets?: string | undefined;
  readonly explain?: boolean | undefined;
  readonly sort?: string | undefined;
}

const USUAL_FACETS: readonly FacetKind[] = [
  'skill',
  'title',
  'company',
  'city',
  'language',
  'years',
  'tag',
];
const VALUES_SHOWN = 10;

/** `longlist search`: best matches first. Nothing found is an answer, not a failure. */
export async function searchCommand(
  place: Surroundings,
  text: string,
  options: SearchOptions,
): Promise<ExitCode> {
  const facets = facetsOf(options.facets);
  const sort = sortOf(options.sort);
  const core = await openCore(place, options, { reading: true });
  try {
    const client = core.client();
    const page = await client.candidates.search({
      // What stands on a command line is typed to its end; without the space its last word would be the beginning of one.
      text: text === '' ? '' : `${text} `,
      filters: await filtersGiven(options.filter, client),
      sort,
      facets: facets.map((kind) => ({ kind })),
      limit: options.limit,
    });
    if (options.json) {
      const { total, rows, without, withoutFilters, fewest, query, expanded, rebuilding } = page;
      printJson({
        query: text,
        total,
        problems: query.problems,
        ...(options.explain ? { understood: query.root } : {}),
        expanded,
        without,
        withoutFilters: withoutFilters ?? [],
        fewest: fewest ?? null,
        rows,
        ...(facets.length > 0 ? { facets: page.facets } : {}),
        rebuilding,
      });
      return EXIT.ok;
    }
    printPage(text, page, options.explain === true);
    const asked = withExpansions(page.query, page.expanded);
    for (const row of page.rows) {
      printRow(row, options.explain ? await reasonsOf(client, row, asked) : []);
    }
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

function facetsOf(given: SearchOptions['facets']): readonly FacetKind[] {
  if (given === undefined) return [];
  if (given === 'usual') return USUAL_FACETS;
  const kinds: readonly string[] = FACET_KINDS.filter((kind) => kind !== 'custom');
  return given.split(',').map((name) => {
    const kind = FACET_KINDS.find((one) => one === name.trim() && kinds.includes(one));
    if (kind === undefined)
      throw new UsageError(
        `there is nothing to count called "${name.trim()}": ${kinds.join(', ')}.`,
      );
    return kind;
  });
}

/** `name`, `totalYears:asc`: names and the like from the first, all else from the last, unless it is said. */
function sortOf(given: string | undefined) {
  const [key = 'relevance', direction] = (given ?? 'relevance').split(':');
  const by = SORT_KEYS.find((one) => one.toLowerCase() === key.toLowerCase());
  if (by === undefined)
    throw new UsageError(
      `there is no order "${key}": ${SORT_KEYS.join(', ')}, with :asc or :desc behind.`,
    );
  if (direction !== undefined && direction !== 'asc' && direction !== 'desc')
    throw new UsageError(`an order goes asc or desc, not "${direction}".`);
  const fromFirst = by === 'name' || by === 'headline' || by === 'company' || by === 'location';
  return { by, direction: direction ?? (fromFirst ? ('asc' as const) : ('desc' as const)) };
}

function printPage(text: string, page: CandidateSearchPage, explain: boolean): void {
  const { query, total } = page;
  if (explain && query.root !== null) print(`Finds ${plain(queryInWords(query.root))}`);
  for (const { code, start, end } of query.problems)
    print(`  ${plain(text.slice(start, end))}: ${PROBLEMS[code]}`);
  if (explain) {
    for (const { start, end, words, why } of page.expanded) {
      const typed = plain(text.slice(start, end));
      const said = why === 'spelling' ? `nobody has ${typed}, looked for` : `for ${typed} also`;
      print(`  ${said} ${plain(words.join(', '))}`);
    }
  }
  if (page.rebuilding !== null)
    print(
      `  The search index is being made anew (${Math.round(page.rebuilding * 100)} %): people may be missing.`,
    );
  print(total === 1 ? '1 candidate' : `${total} candidates`);
  for (const { start, end, total: rest } of page.without)
    print(`  without ${plain(text.slice(start, end))}: ${rest}`);
  for (const { group, total: rest } of page.withoutFilters ?? [])
    print(`  without the filter ${group}: ${rest}`);
  if (page.fewest != null) {
    const { total: alone } = page.fewest;
    const what =
      'group' in page.fewest
        ? `the filter ${page.fewest.group}`
        : plain(text.slice(page.fewest.start, page.fewest.end));
    print(`  ${what} alone: ${alone === 1 ? '1 candidate' : `${alone} candidates`}`);
  }
  for (const facet of page.facets) printFacet(facet);
}

const PROBLEMS: Readonly<Record<CandidateSearchPage['query']['problems'][number]['code'], string>> =
  {
    'unclosed-quote': 'the quotation mark is not closed; read to the end',
    'unclosed-bracket': 'the bracket is not closed',
    'unopened-bracket': 'the bracket was never opened',
    'too-deep': 'brackets nested too deep were left out',
    'missing-operand': 'needs something to search for beside it',
    'bad-range': 'needs a number, as in years>=5 or updated<30d',
    'unknown-value': 'is not a value there is',
    'hidden-field': 'is not searched in blind review',
    'only-exclusions': 'only exclusions: add a word to find',
    'nothing-to-search': 'has nothing to search for',
    'too-many-parts': 'left out, too many words',
  };

function printFacet({ kind, values, more }: CandidateSearchPage['facets'][number]): void {
  if (values.length === 0) return;
  const shown = values.slice(0, VALUES_SHOWN);
  const width = Math.max(...shown.map(({ count }) => String(count).length));
  print(`\n${kind}`);
  for (const { label, count } of shown)
    print(`  ${String(count).padStart(width)}  ${plain(label)}`);
  if (more || values.length > shown.length) print(`  ${' '.repeat(width)}  …`);
}

/** None for somebody who went away meanwhile. */
async function reasonsOf(
  client: Client,
  row: CandidateRow,
  asked: Query,
): Promise<readonly string[]> {
  try {
    return matchReasons(row, await client.candidates.get({ id: row.id }), asked);
  } catch {
    return [];
  }
}

function printRow(row: CandidateRow, why: readonly string[]): void {
  const facts = [row.headline, row.company, row.location].filter((fact) => fact !== null);
  print(
    `\n${plain(row.name || '(no name)')}${facts.length > 0 ? ` · ${plain(facts.join(' · '))}` : ''}`,
  );
  const contact = [row.email, row.phone].filter((fact) => fact !== null);
  if (contact.length > 0) print(`  ${plain(contact.join(' · '))}`);
  if (row.snippet !== null) print(`  ${plain(row.snippet.text).replace(/\s+/g, ' ')}`);
  if (why.length > 0) print(`  matches: ${plain(why.join('; '))}`);
  print(`  ${row.id}`);
}
