import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useApi } from '@/renderer/app/api';
import { useLabelOf } from '@/renderer/features/candidates/list/facets/facet-labels';
import { useCustomFields } from '@/renderer/features/candidates/list/facets/use-custom-fields';
import {
  chosenSkills,
  type CustomFilter,
  customOf,
  endsBefore,
  toggleValue,
  type ValueFilter,
  valuesOf,
  withCustom,
  withLanguage,
  withSkill,
} from '@/renderer/features/candidates/list/filter-values';
import { DAYS_NAMES } from '@/renderer/features/candidates/list/filter-words';
import { changed, type ListSearch } from '@/renderer/features/candidates/list/list-search';
import { useLevelNames } from '@/renderer/features/candidates/list/use-level-names';
import { useNamedValues } from '@/renderer/features/candidates/list/use-named-values';
import { useValueName } from '@/renderer/features/candidates/list/use-value-name';
import { type MessageId, type Translate, useText } from '@/renderer/lib/text';
import type { CandidateFilters } from '@/shared/domain/candidates/views';
import type { CustomField } from '@/shared/domain/custom-fields/records';

/** A filter in force: what it says, and the list without it. */
export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly without: ListSearch;
}

type Days = NonNullable<CandidateFilters['added']>;

/** How the values of a filter are introduced on its chips. */
const VALUE_TITLES: Readonly<
  Record<Exclude<ValueFilter, 'has' | 'missing' | 'companies'>, MessageId>
> = {
  titles: 'filters.section.titles',
  seniorities: 'filters.section.seniorities',
  schools: 'filters.section.schools',
  degrees: 'filters.section.degrees',
  cities: 'filters.cities',
  countries: 'filters.countries',
  tagIds: 'filters.chip.tag',
  listIds: 'filters.chip.list',
  ownerIds: 'filters.section.owners',
  sources: 'filters.section.sources',
  consent: 'filters.section.consent',
};
// The keys of the record above.
const PLAIN = Object.keys(VALUE_TITLES) as readonly (keyof typeof VALUE_TITLES)[];
const DAYS_FILTERS = ['added', 'updated', 'lastActivity'] as const;

/** Every filter in force as a chip, in the order of the sections. */
export function useFilterChips(search: ListSearch): readonly FilterChip[] {
  const t = useText();
  const intl = useIntl();
  const labelOf = useLabelOf();
  const valueName = useValueName();
  const levels = useLevelNames();
  const custom = useCustomFields();
  const tags = useNamedValues(search.tagIds === undefined ? null : 'tagIds');
  const lists = useNamedValues(search.listIds === undefined ? null : 'listIds');
  const likeName = useNameOf(search.like);
  return useMemo(() => {
    const named = [...tags, ...lists];
    const day = (value: string): string =>
      intl.formatDate(value, { dateStyle: 'medium', timeZone: 'UTC' });
    const values = (key: ValueFilter, say: (name: string) => string): FilterChip[] =>
      valuesOf(search, key).map((value) => ({
        id: `${key}:${value}`,
        label: say(named.find(({ id }) => id === value)?.name ?? valueName(key, value)),
        without: toggleValue(search, key, value),
      }));
    const one = (id: string, label: string, change: ListSearch): FilterChip => ({
      id,
      label,
      without: changed(search, change),
    });
    const skills = chosenSkills(search).map((skill) => ({
      id: `skill:${skill.mode}:${skill.name}`,
      label: t(SKILL_TEXTS[skill.mode][skill.minYears === null ? 'any' : 'years'], {
        name: labelOf('skill', skill.name) ?? skill.name,
        years: skill.minYears,
      }),
      without: withSkill(search, skill.name, null),
    }));
    const { minYears, maxYears, near } = search;
    return [
      ...skills,
      ...(minYears === undefined && maxYears === undefined
        ? []
        : [
            one('years', yearsInWords(t, minYears, maxYears), {
              minYears: undefined,
              maxYears: undefined,
            }),
          ]),
      ...(near === undefined
        ? []
        : [
            one('near', t('filters.chip.near', { km: near.km, place: near.place }), {
              near: undefined,
            }),
          ]),
      ...PLAIN.flatMap((key) =>
        values(key, (name) => t('filters.chip.value', { section: t(VALUE_TITLES[key]), name })),
      ),
      ...values('companies', (name) =>
        t(
          search.companiesWhen === 'now' ? 'filters.chip.company-now' : 'filters.chip.company-ever',
          {
            name,
          },
        ),
      ),
      ...(search.languages ?? []).map(({ name, minLevel }) => {
        const language = labelOf('language', name) ?? name;
        return {
          id: `language:${name}`,
          label:
            minLevel === null
              ? t('filters.chip.language', { name: language })
              : t('filters.chip.language-level', {
                  name: language,
                  level: levels.atLeast(minLevel),
                }),
          without: withLanguage(search, name, undefined),
        };
      }),
      ...values('has', (name) => t('filters.chip.has', { name })),
      ...values('missing', (name) => t('filters.chip.missing', { name })),
      ...DAYS_FILTERS.flatMap((key) => {
        const days = search[key];
        return days === undefined
          ? []
          : [one(key, daysInWords(t, day, t(DAYS_NAMES[key]), days), { [key]: undefined })];
      }),
      ...(search.custom ?? []).flatMap((wanted) =>
        customChips(
          t,
          day,
          search,
          wanted,
          custom.find((field) => field.id === wanted.fieldId),
        ),
      ),
      ...(search.review === undefined
        ? []
        : [one('review', t('filters.status.review'), { review: undefined })]),
      ...(search.doNotContact === undefined
        ? []
        : [
            one(
              'contact',
              t(
                search.doNotContact
                  ? 'filters.status.do-not-contact'
                  : 'filters.status.may-contact',
              ),
              { doNotContact: undefined },
            ),
          ]),
      ...(search.archived === undefined
        ? []
        : [one('archived', t('filters.status.archived'), { archived: undefined })]),
      ...(search.shared === undefined
        ? []
        : [one('shared', t('sharing.filter'), { shared: undefined })]),
      ...(search.like === undefined
        ? []
        : [
            one(
              'like',
              likeName === null
                ? t('filters.chip.like-unknown')
                : t('filters.chip.like', { name: likeName }),
              { like: undefined },
            ),
          ]),
      ...(search.newSince === undefined
        ? []
        : [
            one('new', t('filters.chip.new', { when: day(search.newSince) }), {
              newSince: undefined,
            }),
          ]),
      ...(search.taskId === undefined
        ? []
        : [one('import', t('filters.chip.import'), { taskId: undefined })]),
    ];
  }, [search, t, intl, labelOf, valueName, levels, custom, tags, lists, likeName]);
}

/** What a candidate is called; null while that is not known, and of somebody without a name or out of reach. */
function useNameOf(id: string | undefined): string | null {
  const api = useApi();
  const { data } = useQuery({
    ...api.candidates.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    retry: false,
  });
  return data?.candidate.name || null;
}

const SKILL_TEXTS = {
  all: { any: 'filters.chip.skill', years: 'filters.chip.skill-years' },
  any: { any: 'filters.chip.skill-any', years: 'filters.chip.skill-any-years' },
  none: { any: 'filters.chip.skill-none', years: 'filters.chip.skill-none' },
} as const;

function yearsInWords(t: Translate, min: number | undefined, max: number | undefined): string {
  if (max === undefined) return t('filters.chip.years-from', { min });
  const under = endsBefore(max);
  const from = min ?? 0;
  if (under !== null) {
    return from === 0
      ? t('filters.chip.years-under', { max: under })
      : t('filters.chip.years-below', { min: from, max: under });
  }
  return min === undefined
    ? t('filters.chip.years-to', { max })
    : t('filters.chip.years', { min, max });
}

function daysInWords(
  t: Translate,
  day: (value: string) => string,
  what: string,
  { from, to }: Days,
): string {
  if (from !== null && to !== null) {
    return t('filters.chip.days', { what, from: day(from), to: day(to) });
  }
  if (from !== null) return t('filters.chip.days-from', { what, from: day(from) });
  return to === null ? what : t('filters.chip.days-to', { what, to: day(to) });
}

/** A chip for each value of a custom field, or one for its range. */
function customChips(
  t: Translate,
  day: (value: string) => string,
  search: ListSearch,
  wanted: CustomFilter,
  field: CustomField | undefined,
): readonly FilterChip[] {
  const what = field?.label ?? t('filters.chip.custom-unknown');
  const now = customOf(search, wanted.fieldId);
  const values = wanted.values.map((value) => ({
    id: `custom:${wanted.fieldId}:${value}`,
    label: t('filters.chip.value', {
      section: what,
      name: field?.kind !== 'yes-no' ? value : t(value === 'yes' ? 'filters.yes' : 'filters.no'),
    }),
    without: withCustom(search, { ...now, values: now.values.filter((one) => one !== value) }),
  }));
  const { min, max, days } = wanted;
  const range =
    days !== null
      ? daysInWords(t, day, what, days)
      : min !== null && max !== null
        ? t('filters.chip.range', { what, min, max })
        : min !== null
          ? t('filters.chip.range-from', { what, min })
          : max !== null
            ? t('filters.chip.range-to', { what, max })
            : null;
  if (range === null) return values;
  const without = withCustom(search, { ...now, min: null, max: null, days: null });
  return [...values, { id: `custom:${wanted.fieldId}`, label: range, without }];
}
