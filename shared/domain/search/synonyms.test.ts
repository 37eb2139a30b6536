import { describe, expect, it } from 'vitest';
import { findHits } from './find-hits';
import { withExpansions } from './expand';
import { parseQuery } from './parse-query';
import type { Query } from './query';
import { synonymsIn } from './synonyms';

const others = (text: string) => synonymsIn(parseQuery(text)).flatMap(({ words }) => words);

describe('synonymsIn', () => {
  it.each<[string, string]>([
    ['js ', 'JavaScript'],
    ['k8s ', 'Kubernetes'],
    ['k8s', 'Kubernetes'],
    ['"machine learning" ', 'Maschinelles Lernen'],
    ['skill:go ', 'Golang'],
    ['seo ', 'Search engine optimization'],
    ['accounting ', 'Comptabilité'],
    ['krankenschwester ', 'Nurse'],
    ['title:nurse ', 'infirmière'],
    ['软件工程师 ', 'Software engineer'],
  ])('finds for %j also %s', (typed, other) => {
    expect(others(typed)).toContain(other);
  });

  it.each([
    'go ',
    'r ',
    'c ',
    'swift ',
    'company:k8s ',
    'name:nurse ',
    '-k8s ',
    'zeppelin ',
    '"no such skill" ',
  ])('leaves %j as it is: everyday words, other fields and exclusions', (typed) => {
    expect(others(typed)).toEqual([]);
  });

  it('does not look for what is found anyway, nor for what means something else in running text', () => {
    expect(others('java ').filter((name) => /\bjava\b/i.test(name))).toEqual([]);
    expect(others('"machine learning" ')).not.toContain('ML');
    expect(others('nurse ').filter((name) => /nurse/i.test(name))).toEqual([]);
  });
});

const expansionsOf = (query: Query) =>
  synonymsIn(query).map(({ node: { start, end }, words }) => ({
    start,
    end,
    words: [...words],
    why: 'synonym' as const,
  }));

describe('withExpansions', () => {
  const marked = (text: string, typed: string) => {
    const query = parseQuery(typed);
    const asked = withExpansions(query, expansionsOf(query));
    return findHits(text, asked).map(([start, end]) => text.slice(start, end));
  };

  it('marks the other names too, in their field', () => {
    expect(marked('Kubernetes and Helm', 'k8s ')).toEqual(['Kubernetes']);
    expect(marked('Dipl. Krankenpflegerin', 'nurse ')).toEqual(['Krankenpflegerin']);
    const query = parseQuery('skill:k8s -js ');
    expect(withExpansions(query, expansionsOf(query)).root).toMatchObject({
      kind: 'and',
      of: [{ kind: 'or' }, { kind: 'not', of: { kind: 'term', text: 'js' } }],
    });
  });

  it('goes on as a beginning where a misspelt word is still being typed', () => {
    const query = parseQuery('kuber');
    const expanded = [
      { start: 0, end: 5, words: ['kubernetes', 'two words'], why: 'spelling' as const },
    ];
    expect(withExpansions(query, expanded).root).toMatchObject({
      of: [{ text: 'kuber' }, { kind: 'prefix', text: 'kubernetes' }, { kind: 'phrase' }],
    });
  });
});
