import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PARTS, parseQuery } from './parse-query';
import { querySchema } from './query';

const understood = (text: string) =>
  parseQuery(text).parts.map((part) => `${part.exclude ? 'not ' : ''}${part.kind} ${part.text}`);
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
    ['AND OR NOT ', ['term AND', 'term OR', 'term NOT']],
    ['Ωμέγα', ['prefix Ωμέγα']],
    ['', []],
    ['   ', []],
  ])('reads %j', (text, parts) => {
    expect(understood(text)).toEqual(parts);
  });

  it('points at what it cannot use and reads the rest', () => {
    expect(problems('go "product own')).toEqual(['unclosed-quote']);
    expect(understood('go "product own')).toEqual(['term go', 'phrase product own']);
    expect(problems('go & ')).toEqual(['nothing-to-search']);
    expect(understood('go & ')).toEqual(['term go']);
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
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const query = parseQuery(text);
        expect(querySchema.safeParse(query).success).toBe(true);
        for (const part of query.parts) {
          expect(text.slice(part.start, part.end)).toContain(part.text);
          expect(part.end).toBeGreaterThan(part.start);
        }
        for (const problem of query.problems) {
          expect(problem.start).toBeGreaterThanOrEqual(0);
          expect(problem.end).toBeLessThanOrEqual(text.length);
        }
        const starts = query.parts.map((part) => part.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});
