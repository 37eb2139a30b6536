import type { z } from 'zod';
import type { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import type { Vocabulary } from '../vocabulary';

type Asked = z.input<typeof candidateSearchRequestSchema>;

/** Some searches of one kind, told apart by `n` from 0 up. */
export interface Kind {
  readonly name: string;
  readonly ask: (n: number) => Asked;
}

const FACETS: Asked['facets'] = [
  { kind: 'skill' },
  { kind: 'city' },
  { kind: 'company' },
  { kind: 'title' },
  { kind: 'years' },
  { kind: 'source' },
];

/** Facets are asked for with the first page, as the window does. */
const page = (asked: Asked): Asked => ({
  sort: { by: 'relevance', direction: 'desc' },
  facets: FACETS,
  ...asked,
});

/**
 * What people do at a desk: names and words being typed, one to five words, phrases, "and", "or", "not", fields, filters, sorted lists; rare
 * words and such as stand in every CV. A trailing space says that the last word is whole.
 */
export function workload({
  words,
  skills,
  titles,
  places,
  companies,
  given,
  family,
}: Vocabulary): readonly Kind[] {
  const word = (rank: number): string => words[rank % words.length] ?? '';
  const skill = (rank: number): string => skills[rank % 200]?.name ?? '';
  const city = (rank: number): string => places[rank % 40]?.city ?? '';
  return [
    { name: 'word of every CV', ask: (n) => page({ text: `${word(n % 8)} ` }) },
    { name: 'common word', ask: (n) => page({ text: `${word(20 + n)} ` }) },
    { name: 'middling word', ask: (n) => page({ text: `${word(400 + n * 3)} ` }) },
    { name: 'rare word', ask: (n) => page({ text: `${word(20_000 + n * 37)} ` }) },
    { name: 'two letters of a word', ask: (n) => page({ text: word(90 + n * 7).slice(0, 2) }) },
    { name: 'four letters of a word', ask: (n) => page({ text: word(300 + n * 11).slice(0, 4) }) },
    { name: 'a name', ask: (n) => page({ text: `${given[n * 5]} ${family[n * 17]} ` }) },
    {
      name: 'a name being typed',
      ask: (n) => page({ text: `${given[n]} ${family[n * 3]?.slice(0, 3)}` }),
    },
    { name: 'two words', ask: (n) => page({ text: `${word(30 + n)} ${word(500 + n * 5)} ` }) },
    {
      name: 'five words',
      ask: (n) => page({ text: [40, 90, 300, 700, 1500].map((rank) => word(rank + n)).join(' ') }),
    },
    {
      name: 'five words, any',
      ask: (n) =>
        page({ text: [9, 60, 300, 900, 3000].map((rank) => word(rank + n)).join(' OR ') }),
    },
    {
      name: 'three common words',
      ask: (n) => page({ text: `${word(n % 6)} ${word(7 + n)} ${word(15 + n)} ` }),
    },
    { name: 'phrase', ask: (n) => page({ text: `"${titles[n]}"` }) },
    {
      name: 'word and exclusion',
      ask: (n) => page({ text: `${word(100 + n)} -${word(12 + n)} ` }),
    },
    {
      name: 'brackets',
      ask: (n) =>
        page({ text: `(${word(200 + n)} OR ${word(260 + n)}) ${word(n)} NOT ${word(330 + n)} ` }),
    },
    {
      name: 'fields',
      ask: (n) => page({ text: `skill:"${skill(n)}" title:${titles[n]?.split(' ').at(-1)} ` }),
    },
    {
      name: 'field, word, years',
      ask: (n) => page({ text: `skill:"${skill(n)}" ${word(50 + n)} years>=6 ` }),
    },
    {
      name: 'filters: skill, city',
      ask: (n) => page({ filters: { skills: [{ name: skill(n) }], cities: [city(n)] } }),
    },
    {
      name: 'filters: two skills, years, employer',
      ask: (n) =>
        page({
          filters: {
            skills: [{ name: skill(n) }, { name: skill(n + 1) }],
            minYears: 6,
            companies: [companies[n] ?? ''],
          },
        }),
    },
    {
      name: 'filters and a common word',
      ask: (n) =>
        page({
          text: `${word(10 + n)} `,
          filters: {
            skillsAny: [{ name: skill(n) }, { name: skill(n + 3) }],
            minYears: 3,
            maxYears: 12,
          },
        }),
    },
    { name: 'filter: phone missing', ask: () => page({ filters: { missing: ['phone'] } }) },
    {
      name: 'common word by name',
      ask: (n) => page({ text: `${word(n)} `, sort: { by: 'name', direction: 'asc' } }),
    },
    {
      name: 'middling word by years',
      ask: (n) =>
        page({ text: `${word(400 + n)} `, sort: { by: 'totalYears', direction: 'desc' } }),
    },
    {
      name: 'all by employer',
      ask: (n) => page({ sort: { by: 'company', direction: n % 2 === 0 ? 'asc' : 'desc' } }),
    },
    {
      name: 'all by last change',
      ask: () => page({ sort: { by: 'updatedAt', direction: 'desc' } }),
    },
    {
      name: 'second page of a common word',
      ask: (n) => ({
        text: `${word(25 + n)} `,
        sort: { by: 'relevance', direction: 'desc' },
        offset: 50,
      }),
    },
    {
      name: 'far down a sorted filter',
      ask: (n) => ({
        filters: { skills: [{ name: skill(n % 5) }] },
        sort: { by: 'name', direction: 'asc' },
        offset: 400,
      }),
    },
  ];
}
