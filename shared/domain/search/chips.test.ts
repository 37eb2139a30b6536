import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chipsOf,
  chipText,
  isNegated,
  isWhole,
  withChip,
  withChipTurned,
  withoutChip,
  withTail,
} from './chips';

const texts = (text: string): readonly string[] =>
  chipsOf(text).map((chip) => chipText(text, chip));

describe('chips of a typed query', () => {
  it.each([
    ['java spring', ['java', 'spring']],
    ['java AND "machine learning"', ['java', '"machine learning"']],
    ['skill:java -php years>=5', ['skill:java', '-php', 'years>=5']],
    ['nurse (ward OR "night shift") -agency', ['nurse', '(ward OR "night shift")', '-agency']],
    ['java OR python', ['java OR python']],
    ['(java spring)', ['(java spring)']],
    ['NEAR(java spring, 5) dev*', ['NEAR(java spring, 5)', 'dev*']],
    ['NOT java', ['NOT java']],
    ['--java', ['--java']],
    ['java "" AND', ['java', '""']],
    ['a"b"c', ['a', '"b"', 'c']],
    ['skill: java', ['skill:', 'java']],
    ['', []],
    ['  ', []],
  ])('%s', (text, parts) => {
    expect(texts(text)).toEqual(parts);
  });

  it('tell what is excluded', () => {
    expect(chipsOf('-a NOT b c --d').map(isNegated)).toEqual([true, true, false, false]);
  });

  it('go with the "AND" that joined them', () => {
    expect(withoutChip('a AND b AND c', 1)).toBe('a AND c');
    expect(withoutChip('a AND b', 0)).toBe('b');
    expect(withoutChip('a AND b', 1)).toBe('a ');
    expect(withoutChip('a"b"c', 1)).toBe('a c');
    expect(withoutChip('java', 0)).toBe('');
  });

  it('are excluded and asked for again', () => {
    expect(withChipTurned('java php', 1)).toBe('java -php ');
    expect(withChipTurned('java -php ', 1)).toBe('java php ');
    expect(withChipTurned('NOT java spring', 0)).toBe('java spring');
    expect(withChipTurned('a OR b', 0)).toBe('-(a OR b) ');
    expect(withChipTurned('skill:java x', 0)).toBe('-skill:java x');
  });

  it('are edited without running into the others', () => {
    expect(withChip('java php go', 1, 'ruby')).toBe('java ruby go');
    expect(withChip('java php go', 1, '"ruby on')).toBe('java "ruby on" go');
    expect(withChip('java php go', 1, 'ruby OR perl')).toBe('java (ruby OR perl) go');
    expect(withChip('java php go', 1, '')).toBe('java go');
  });

  it('take something typed behind them', () => {
    expect(withTail('java', 'go')).toBe('java go');
    expect(withTail('"machine lear', 'go')).toBe('"machine lear" go');
    expect(withTail('java ', '')).toBe('java ');
    expect(isWhole('(a "b')).toBe(false);
  });

  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('java', 'c++', 'Müller', '软件', 'dev*', 'a', '+a') },
    fc.constantFrom('"machine learning"', '“x y”', '"', '""', '«b»'),
    fc.constantFrom(
      'skill:java',
      'skill:"a b"',
      'city:',
      'title:(a OR b)',
      'years>=5',
      'updated<x',
    ),
    fc.constantFrom('AND', 'OR', 'NOT', '&', '|', '-', '!', '--', 'NEAR', 'NEAR('),
    fc.constantFrom('(', ')', '(a b)', '-(a OR b)', 'NEAR(a b, 3)', ',', '…', '\u202e'),
    fc.string({ maxLength: 4 }),
  );
  const query = fc
    .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '  ', '\t')), { maxLength: 12 })
    .map((pieces) => pieces.map(([words, space]) => words + space).join(''));

  it('hold everything that was typed, in order, whatever it is', () => {
    fc.assert(
      fc.property(query, (text) => {
        const chips = chipsOf(text);
        let rebuilt = '';
        let at = 0;
        for (const { start, end } of chips) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          rebuilt += text.slice(at, start) + text.slice(start, end);
          // Nothing but white space and "and" is out of sight.
          expect(text.slice(at, start)).toMatch(/^(\s|\+?AND|&)*$/u);
          at = end;
        }
        expect(rebuilt + text.slice(at)).toBe(text);
        expect(text.slice(at)).toMatch(/^(\s|\+?AND|&)*$/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('leave the others alone when one is removed, turned or edited', () => {
    fc.assert(
      fc.property(query, fc.nat(), piece, (text, pick, words) => {
        const before = texts(text);
        if (before.length === 0 || words.trim() === '') return;
        const index = pick % before.length;
        const left = before.slice(0, index);
        const right = before.slice(index + 1);
        for (const next of [withChip(text, index, words), withChipTurned(text, index)]) {
          const now = texts(next);
          expect(now.slice(0, left.length)).toEqual(left);
          expect(now.slice(now.length - right.length)).toEqual(right);
        }
        // Words that were kept apart by what was removed may belong together now, as in "a) OR b"; whole ones never do.
        if (chipsOf(text).every((chip) => chip.node !== null)) {
          expect(texts(withoutChip(text, index))).toEqual([...left, ...right]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are turned where an open bracket stands before the dash', () => {
    expect(chipsOf(withChipTurned('( -(a OR b) ', 0)).map(isNegated)).toEqual([false]);
  });

  it('turn back into what they were', () => {
    fc.assert(
      fc.property(query, fc.nat(), (text, pick) => {
        const chips = chipsOf(text);
        const chip = chips[pick % Math.max(1, chips.length)];
        if (chip === undefined || chip.node === null) return;
        const index = chips.indexOf(chip);
        const turned = chipsOf(withChipTurned(text, index))[index];
        if (turned === undefined || turned.node === null) return;
        expect(isNegated(turned)).toBe(!isNegated(chip));
      }),
      { numRuns: 1000 },
    );
  });
});
