import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST, MOST_PARTS, parseQuery } from './parse-query';
import { partsOf, type QueryNode, querySchema } from './query';

/** The tree in brackets, as short as it can be told. */
const told = (node: QueryNode): string => {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.of.map(told).join(` ${node.kind} `)})`;
    case 'not':
      return `not ${told(node.of)}`;
    case 'range':
      return `${node.of} ${node.comparison} ${node.value}`;
    case 'near':
      return `near ${node.words.join('+')} ${node.distance}`;
    default:
      return `${node.field === null ? '' : `${node.field}:`}${node.kind} ${node.text}`;
  }
};
const understood = (text: string) => partsOf(parseQuery(text)).map(told);
const problems = (text: string) => parseQuery(text).problems.map((problem) => problem.code);

describe('parseQuery', () => {
  it.each<[string, string[]]>([
    ['java developer ', ['term java', 'term developer']],
    ['java dev', ['term java', 'prefix dev']],
    ['java d', ['term java', 'term d']],
    ['jav* dev ', ['prefix jav', 'term dev']],
    ['"product owner" berlin ', ['phrase product owner', 'term berlin']],
    ['„Projekt leiter“ «chef de projet» ', ['phrase Projekt leiter', 'phrase chef de projet']],
    ['-java -"sales lead" go ', ['not term java', 'not phrase sales lead', 'term go']],
    ['go -jav', ['term go', 'not term jav']],
    ['e-mail well-known ', ['term e-mail', 'term well-known']],
    ['c++ c# .net node.js ', ['term c++', 'term c#', 'term .net', 'term node.js']],
    ['say"hello there"', ['term say', 'phrase hello there']],
    ['java AND go ', ['term java', 'term go']],
    ['java OR go ', ['(term java or term go)']],
    ['java | go ', ['(term java or term go)']],
    ['java go OR rust ', ['((term java and term go) or term rust)']],
    ['java (go OR rust) ', ['term java', '(term go or term rust)']],
    ['NOT java go ', ['not term java', 'term go']],
    ['go NOT (java OR "sales lead") ', ['term go', 'not (term java or phrase sales lead)']],
    ['go -(java rust) ', ['term go', 'not (term java and term rust)']],
    ['NOT NOT java ', ['term java']],
    ['and or not ', ['term and', 'term or', 'term not']],
    [
      'skill:java company:"Acme Inc" -title:lead ',
      ['skill:term java', 'company:phrase Acme Inc', 'not title:term lead'],
    ],
    ['skill:(java OR "machine learning") ', ['(skill:term java or skill:phrase machine learning)']],
    ['SKILL:jav* city:ber', ['skill:prefix jav', 'city:prefix ber']],
    ['https://example.org colour:red ', ['term https://example.org', 'term colour:red']],
    ['years>=5 updated<30d added<2w ', ['years >= 5', 'updated < 30', 'added < 14']],
    ['YEARS<2.5y ', ['years < 2.5']],
    ['NEAR("product owner" agile, 5) ', ['near product+owner+agile 5']],
    ['NEAR(go rust) ', ['near go+rust 10']],
    ['NEAR misses ', ['term NEAR', 'term misses']],
    ['R&D e-mail ', ['term R&D', 'term e-mail']],
    ['Ωμέγα', ['prefix Ωμέγα']],
    ['', []],
    ['   ', []],
  ])('reads %j', (text, parts) => {
    expect(understood(text)).toEqual(parts);
  });

  it('points at what it cannot use and reads the rest', () => {
    expect(problems('go "product own')).toEqual(['unclosed-quote']);
    expect(understood('go "product own')).toEqual(['term go', 'phrase product own']);
    expect(problems('go , ')).toEqual(['nothing-to-search']);
    expect(understood('go , ')).toEqual(['term go']);
    expect(problems('go AND ')).toEqual(['missing-operand']);
    expect(problems('OR go ')).toEqual(['missing-operand']);
    expect(problems('go OR ')).toEqual(['missing-operand']);
    expect(problems('go NOT ')).toEqual(['missing-operand']);
    expect(understood('go NOT ')).toEqual(['term go']);
    expect(problems('skill: java ')).toEqual(['missing-operand']);
    expect(problems('(go OR rust')).toEqual(['unclosed-bracket']);
    expect(understood('(go OR rust')).toEqual(['(term go or prefix rust)']);
    expect(problems('go) rust ')).toEqual(['unopened-bracket']);
    expect(understood('go) rust ')).toEqual(['term go', 'term rust']);
    expect(problems('go () ')).toEqual(['nothing-to-search']);
    expect(problems('NEAR(go, 5) ')).toEqual(['nothing-to-search']);
    expect(problems('years>=many ')).toEqual(['bad-range']);
    expect(problems('updated<30 ')).toEqual(['bad-range']);
    expect(problems(`${'('.repeat(DEEPEST)}go${')'.repeat(DEEPEST)} `)).toEqual([]);
    expect(problems(`${'('.repeat(DEEPEST + 1)}go${')'.repeat(DEEPEST + 1)} `)).toContain(
      'too-deep',
    );
    expect(problems('-go ')).toEqual(['only-exclusions']);
    expect(problems('""')).toEqual(['nothing-to-search']);
    expect(problems('word '.repeat(MOST_PARTS))).toEqual([]);
    expect(problems('word '.repeat(MOST_PARTS + 5))).toEqual(['too-many-parts']);
  });

  it('never throws, and every range points at its own text (a wrong offset would mark the wrong word)', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        '-',
        '*',
        ' ',
        '“',
        '”',
        '„',
        '«',
        '»',
        '\u0000',
        '\u202e',
        'a',
        'ß',
        '+',
        '#',
        '😀',
        '\ud800',
        '(',
        ')',
        ' AND ',
        ' OR ',
        ' NOT ',
        '!',
        'NEAR(',
        'skill:',
        'years>=5',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const query = parseQuery(text);
        expect(querySchema.safeParse(query).success).toBe(true);
        for (const leaf of leavesOf(query.root)) {
          if ('text' in leaf) expect(text.slice(leaf.start, leaf.end)).toContain(leaf.text);
          expect(leaf.end).toBeGreaterThan(leaf.start);
        }
        for (const problem of query.problems) {
          expect(problem.start).toBeGreaterThanOrEqual(0);
          expect(problem.end).toBeLessThanOrEqual(text.length);
        }
        const starts = leavesOf(query.root).map((leaf) => leaf.start);
        expect(starts).toEqual([...starts].sort((x, y) => x - y));
      }),
      { numRuns: 500 },
    );
  });

  it('reads ten thousand characters and five hundred brackets in bounded time and depth', () => {
    expect(problems('('.repeat(500))).toContain('too-deep');
    expect(problems(')'.repeat(500))).toHaveLength(500);
    expect(partsOf(parseQuery('a '.repeat(5_000)))).toHaveLength(MOST_PARTS);
    expect(partsOf(parseQuery('-('.repeat(3_000)))).toEqual([]);
  });
});

function leavesOf(node: QueryNode | null): readonly Exclude<QueryNode, { readonly of: object }>[] {
  if (node === null) return [];
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(node.of);
    default:
      return [node];
  }
}
