import { DAYS_NAMES } from '@/renderer/features/candidates/list/filter-words';
import type { FilterKey } from '@/renderer/features/candidates/list/list-search';
import type { MessageId } from '@/renderer/lib/text';
import type { FilterGroup } from '@/shared/domain/candidates/filter-groups';

/** What each group of filters is called, and the filters that are let go with it. */
export const FILTER_GROUP_NAMES: Readonly<
  Record<FilterGroup, { readonly name: MessageId; readonly filters: readonly FilterKey[] }>
> = {
  skill: { name: 'filters.section.skills', filters: ['skills', 'skillsAny', 'skillsNone'] },
  tag: { name: 'filters.section.tags', filters: ['tagIds'] },
  list: { name: 'filters.section.lists', filters: ['listIds'] },
  title: { name: 'filters.section.titles', filters: ['titles'] },
  seniority: { name: 'filters.section.seniorities', filters: ['seniorities'] },
  company: { name: 'filters.section.companies', filters: ['companies', 'companiesWhen'] },
  school: { name: 'filters.section.schools', filters: ['schools'] },
  degree: { name: 'filters.section.degrees', filters: ['degrees'] },
  city: { name: 'filters.cities', filters: ['cities'] },
  country: { name: 'filters.countries', filters: ['countries'] },
  near: { name: 'filters.near', filters: ['near'] },
  language: { name: 'filters.section.languages', filters: ['languages'] },
  owner: { name: 'filters.section.owners', filters: ['ownerIds'] },
  source: { name: 'filters.section.sources', filters: ['sources'] },
  consent: { name: 'filters.section.consent', filters: ['consent'] },
  doNotContact: { name: 'filters.section.status', filters: ['doNotContact'] },
  years: { name: 'filters.section.years', filters: ['minYears', 'maxYears'] },
  added: { name: DAYS_NAMES.added, filters: ['added'] },
  updated: { name: DAYS_NAMES.updated, filters: ['updated'] },
  lastActivity: { name: DAYS_NAMES.lastActivity, filters: ['lastActivity'] },
  has: { name: 'filters.section.information', filters: ['has'] },
  missing: { name: 'filters.section.information', filters: ['missing'] },
  custom: { name: 'filters.chip.custom-unknown', filters: ['custom'] },
  like: { name: 'filters.chip.like-unknown', filters: ['like'] },
  newSince: { name: 'filters.section.dates', filters: ['newSince'] },
  review: { name: 'filters.status.review', filters: ['review'] },
  archived: { name: 'filters.status.archived', filters: ['archived'] },
  shared: { name: 'sharing.filter', filters: ['shared'] },
  taskId: { name: 'filters.chip.import', filters: ['taskId'] },
};
