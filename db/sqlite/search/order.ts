import type { CandidateSearchRequest } from '@/shared/domain/candidates/views';
import type { CriteriaDeps } from './criteria';
import { type Bits, forEach, has } from './bits';
import type { COLUMNS as NUMBERS } from './people-index';

type Sort = CandidateSearchRequest['sort'];

/** Sets up to this size are sorted by the keys of their rows; in larger ones a page is met sooner by walking the whole list in its order. */
const MOST_SORTED = 500;
/** The same for sorting by numbers, which are in memory: a row need not be read to be put in its place. */
const MOST_SORTED_BY_NUMBER = 5000;

const COLUMNS: Readonly<Record<Sort['by'], string>> = {
  // Without words there is nothing to be relevant to.
  relevance: 'updated_at',
  name: 'name_key',
  headline: 'headline_key',
  company: 'company_key',
  location: 'location_key',
  totalYears: 'total_years',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  lastActivity: 'activity_at',
};

/** The orders that are of numbers. */
const IN_MEMORY: Readonly<Partial<Record<Sort['by'], keyof typeof NUMBERS>>> = {
  relevance: 'updatedAt',
  totalYears: 'years',
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
  lastActivity: 'activityAt',
};

export interface Stretch {
  readonly offset: number;
  readonly limit: number;
}

/**
 * A stretch of the people in the order of a column. What is missing stands last in either direction; ties by the order of arrival, so that
 * pages never overlap. `total` is the size of the set, `archived` whether they are.
 */
export function inOrder(
  { sql, people: index }: Pick<CriteriaDeps, 'sql' | 'people'>,
  people: Bits,
  sort: Sort,
  total: number,
  archived: boolean,
  { offset, limit }: Stretch,
): readonly number[] {
  if (offset >= total) return [];
  const column = IN_MEMORY[sort.by];
  if (column !== undefined && total <= MOST_SORTED_BY_NUMBER)
    return byNumber(index.column(column), people, sort.direction).slice(offset, offset + limit);
  if (total <= MOST_SORTED) {
    const nums: number[] = [];
    forEach(people, (num) => nums.push(num));
    return numbers(
      sql(
        `SELECT d.num FROM json_each(?) wanted CROSS JOIN candidate_document d ON d.num = wanted.value ORDER BY ${orderOf(sort)} LIMIT ? OFFSET ?`,
      )
        .pluck()
        .all(JSON.stringify(nums), limit, offset),
    );
  }
  const last = Math.min(total, offset + limit);
  // From the nearer end.
  const backwards = offset > total / 2;
  const skip = backwards ? total - last : offset;
  const found: number[] = [];
  let passed = 0;
  const walk = sql(
    `SELECT d.num FROM candidate_document d WHERE d.archived = ? ORDER BY ${orderOf(sort, backwards)}`,
  )
    .pluck()
    .iterate(archived ? 1 : 0);
  for (const value of walk) {
    const num = Number(value);
    if (!has(people, num)) continue;
    if (passed++ >= skip) found.push(num);
    if (found.length === last - offset) break;
  }
  return backwards ? found.reverse() : found;
}

/** The people in the order of a number, in the order of `orderOf`: 0 stands for one that is missing. */
function byNumber(
  values: Float64Array,
  people: Bits,
  direction: Sort['direction'],
): readonly number[] {
  const nums: number[] = [];
  forEach(people, (num) => nums.push(num));
  const way = direction === 'asc' ? 1 : -1;
  const missing = Number.POSITIVE_INFINITY * way;
  const keyOf = (num: number): number => values[num] || missing;
  return nums.sort((a, b) => {
    const left = keyOf(a);
    const right = keyOf(b);
    // Not a difference: that of two missing ones is no number.
    return way * (left < right ? -1 : left > right ? 1 : a - b);
  });
}

/** The order of a list as SQL, or the very opposite of it. */
export function orderOf({ by, direction }: Sort, backwards: boolean = false): string {
  const ascending = (direction === 'asc') !== backwards;
  const way = ascending ? 'ASC' : 'DESC';
  // SQLite counts NULL as smallest: descending has it last already.
  const missing = ascending === backwards ? '' : ascending ? ' NULLS LAST' : ' NULLS FIRST';
  return `d.${COLUMNS[by]} ${way}${missing}, d.num ${way}`;
}

const numbers = (values: readonly unknown[]): readonly number[] => values.map(Number);
