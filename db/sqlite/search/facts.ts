import {
  type CandidateFilters,
  candidateFiltersSchema,
  type FacetKind,
  NO_FILTERS,
} from '@/shared/domain/candidates/views';
import { showsValues } from '@/shared/domain/access/shown-to';
import { readLanguageName } from '@/shared/domain/parsing/language-names';
import { countryCode } from '@/shared/domain/search/country-codes';
import { fixedValues } from '@/shared/domain/search/fact-values';
import type { FactNode } from '@/shared/domain/search/query';
import type { Actor } from '@/shared/domain/workspace/records';
import { assertNever } from '@/shared/kit/assert-never';
import { fold, squeeze } from '@/shared/kit/text';
import type { Statements } from '../statements';

/** A name may stand for so many lists or people at most. */
const MOST_NAMED = 20;

/** Where a place lies, for `near:Lyon`; null for a name that the gazetteer does not have. */
export type PlaceNamed = (
  name: string,
) => { readonly latitude: number; readonly longitude: number } | null;

/**
 * A fact of the search language in the words of the filters: somebody matches who passes any of them. None where there is no such value,
 * which nobody can have.
 */
export function filtersOfFact(
  sql: Statements,
  actor: Actor,
  { of, text, amount, level }: FactNode,
  placeNamed: PlaceNamed,
): readonly CandidateFilters[] {
  const kind = FACETS[of];
  if (kind !== undefined && !showsValues(actor, kind)) return [];
  switch (of) {
    case 'skill':
      return [{ ...NO_FILTERS, skills: [{ name: text, minYears: amount }] }];
    case 'country': {
      const code = countryCode(text);
      return code === null ? [] : [{ ...NO_FILTERS, countries: [code] }];
    }
    case 'language':
      return languagesNamed(sql, text).map((name) => ({
        ...NO_FILTERS,
        languages: [{ name, minLevel: level }],
      }));
    case 'list':
      return idsNamed(sql, 'candidate_list', text).map((id) => ({ ...NO_FILTERS, listIds: [id] }));
    case 'owner': {
      const ownerIds = fold(text) === 'me' ? [actor.id] : idsNamed(sql, 'user', text);
      return ownerIds.length === 0 ? [] : [{ ...NO_FILTERS, ownerIds: [...ownerIds] }];
    }
    case 'near': {
      const place = placeNamed(text);
      return place === null
        ? []
        : [{ ...NO_FILTERS, near: { place: text, ...place, km: amount ?? 50 } }];
    }
    case 'degree':
    case 'seniority':
    case 'source':
    case 'consent':
    case 'has':
    case 'missing':
      return (fixedValues(of, text) ?? []).map((value) => fixedFilter(of, value));
    default:
      return assertNever(of);
  }
}

/** The language of that name in any language, else those that somebody speaks and whose name begins so. */
function languagesNamed(sql: Statements, text: string): readonly string[] {
  const known = readLanguageName(text);
  if (known !== null) return [known];
  const key = fold(squeeze(text));
  if (key === '') return [];
  return sql(
    `SELECT name FROM facet_term WHERE kind = 'language' AND key >= ? AND key < ? ORDER BY key <> ?, candidates DESC LIMIT ${MOST_NAMED}`,
  )
    .pluck()
    .all(key, `${key}\u{10ffff}`, key)
    .map(String);
}

/** Records of that name, else those whose name has a word that begins so. */
function idsNamed(
  sql: Statements,
  table: 'candidate_list' | 'user',
  text: string,
): readonly string[] {
  const name = fold(squeeze(text));
  if (name === '') return [];
  // The columns named in the statement. Lists and users are few.
  const rows = sql(`SELECT id, name FROM ${table} LIMIT 5000`).all() as readonly {
    readonly id: string;
    readonly name: string;
  }[];
  const named = rows.map(({ id, name: own }) => ({ id, key: fold(squeeze(own)) }));
  const exact = named.filter(({ key }) => key === name);
  const found =
    exact.length > 0 ? exact : named.filter(({ key }) => ` ${key}`.includes(` ${name}`));
  return found.slice(0, MOST_NAMED).map(({ id }) => id);
}

/** The facts whose values are the desk's own. */
const FACETS: Partial<Record<FactNode['of'], FacetKind>> = {
  list: 'list',
  owner: 'owner',
  source: 'source',
  consent: 'consent',
};

const FILTER_OF = {
  degree: 'degrees',
  seniority: 'seniorities',
  source: 'sources',
  consent: 'consent',
  has: 'has',
  missing: 'missing',
} as const satisfies Partial<Record<FactNode['of'], keyof CandidateFilters>>;

const fixedFilter = (of: keyof typeof FILTER_OF, value: string): CandidateFilters =>
  candidateFiltersSchema.parse({ [FILTER_OF[of]]: [value] });
