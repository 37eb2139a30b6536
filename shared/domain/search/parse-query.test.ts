import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
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
    case 'fact':
      return `${node.of} is ${node.text}${node.amount === null ? '' : ` ${node.amount}`}${node.level === null ? '' : ` ${node.level}`}`;
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
    ['NEAR("product owner", 5) ', ['near product+owner 5']],
    ['java|go rust||c ', ['(term java or (term go and term rust) or term c)']],
    ['+java +"sales lead" c++ ', ['term java', 'phrase sales lead', 'term c++']],
    ['מנכ"ל מכירות ', ['term מנכ"ל', 'term מכירות']],
    ['years >= 5 java ', ['years >= 5', 'term java']],
    ['years:5-10 years:8+ years:3 ', ['(years >= 5 and years <= 10)', 'years >= 8', 'years = 3']],
    ['updated:30d ', ['updated <= 30']],
    [
      'skill:java>=3 skill:"machine learning">=2.5 ',
      ['skill is java 3', 'skill is machine learning 2.5'],
    ],
    ['skill:(java>=3 OR go) ', ['(skill is java 3 or skill:term go)']],
    ['country:Germany -country:fr ', ['country is Germany', 'not country is fr']],
    [
      'country:(Germany OR "United Kingdom") ',
      ['(country is Germany or country is United Kingdom)'],
    ],
    [
      'language:German language:German>=B2 lang:french:native ',
      ['language is German', 'language is German B2', 'language is french native'],
    ],
    [
      'near:Lyon near:Lyon,20 near:"New York",30km ',
      ['near is Lyon 50', 'near is Lyon 20', 'near is New York 30'],
    ],
    ['near:"Lyon" 50km java ', ['near is Lyon 50', 'term java']],
    ['near:Lyon 80 km java ', ['near is Lyon 80', 'term java']],
    ['near:Lyon, 80 java ', ['near is Lyon 80', 'term java']],
    ['has:email missing:phone -has:file ', ['has is email', 'missing is phone', 'not has is file']],
    [
      'degree:phd degree:mas list:"Spring talents" owner:me ',
      ['degree is phd', 'degree is mas', 'list is Spring talents', 'owner is me'],
    ],
    [
      'skills:java employer:acme location:lyon role:nurse ',
      ['skill:term java', 'company:term acme', 'city:term lyon', 'title:term nurse'],
    ],
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
    expect(problems('skill:java>=many ')).toEqual(['bad-range']);
    expect(problems('skill:java<3 ')).toEqual(['bad-range']);
    expect(problems('has:hat ')).toEqual(['unknown-value']);
    expect(problems('degree:(master OR none) ')).toEqual(['unknown-value']);
    expect(understood('go has:hat ')).toEqual(['term go']);
    expect(problems('country: ')).toEqual(['missing-operand']);
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
        'near:',
        'country:',
        ',50km',
        '>=3',
        '|',
        '软件',
        'مُ',
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
          if ('text' in leaf && leaf.kind !== 'fact')
            expect(text.slice(leaf.start, leaf.end)).toContain(leaf.text);
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
    expect(problems(')'.repeat(500))).toHaveLength(20);
    expect(partsOf(parseQuery('a '.repeat(5_000)))).toHaveLength(MOST_PARTS);
    expect(partsOf(parseQuery('-('.repeat(3_000)))).toEqual([]);
    // Quadratic readings took a second each.
    const start = cpuMs();
    for (let times = 0; times < 5; times++) {
      parseQuery('skill:'.repeat(1_600));
      parseQuery(`near:"${' '.repeat(9_900)}"`);
    }
    expect(cpuMs() - start).toBeLessThan(1_000);
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
