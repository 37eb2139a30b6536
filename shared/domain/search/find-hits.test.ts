import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHits, snippetOf } from './find-hits';
import { parseQuery } from './parse-query';
import { wantedWords } from './query';
import { tokensOf } from './tokens';

const hitWords = (text: string, query: string) =>
  findHits(text, parseQuery(query)).map(([start, end]) => text.slice(start, end));

describe('findHits', () => {
  it.each<[string, string, string[]]>([
    ['Zoë Łukasiewicz, Straße 3', 'zoe lukasiewicz strasse ', ['Zoë', 'Łukasiewicz', 'Straße']],
    ['Ame\u0301lie speaks C++ and C#', 'amélie c++ c# ', ['Ame\u0301lie', 'C++', 'C#']],
    ['Java, JavaScript, java', 'java ', ['Java', 'java']],
    ['Java, JavaScript, java', 'java', ['Java', 'JavaScript', 'java']],
    ['senior java, java senior', '"senior java"', ['senior java']],
    ['I like node.js and node', 'node.js ', ['node.js']],
    ['one two three', '-two one ', ['one']],
    ['a b a b a', '"a b a"', ['a b a b a']],
    ['nothing here', '', []],
    ['高级软件工程师，上海', '软件 上海 ', ['软件', '上海']],
    ['精通Java开发', 'java ', ['Java']],
    ['Java工程师 und Java工程', 'java工程师 ', ['Java工程师', 'Java']],
    ['プログラマーです', 'プログラマー ', ['プログラマー']],
    ['소프트웨어 개발자를', '개발자 ', ['개발자']],
    ['مُحَمَّد علي، مدير المبيعات', 'محمد ', ['مُحَمَّد']],
    ['محمد علي، مدير المبيعات', '"مُدِير المبيعات" ', ['مدير المبيعات']],
    ['أخصائية موارد', 'اخصائيه ', ['أخصائية']],
    ['מְנַהֵל מוצר', 'מנהל ', ['מְנַהֵל']],
    ['מנכ״ל החברה, Lyon', 'מנכ"ל lyon ', ['מנכ״ל', 'Lyon']],
  ])('in %j for %j', (text, query, words) => {
    expect(hitWords(text, query)).toEqual(words);
  });

  it('gives ranges in order, within the text and apart, for any text and query', () => {
    const words = fc.array(
      fc.constantFrom(
        'a',
        'B',
        'é',
        'ß',
        '"',
        '-',
        '*',
        ' ',
        '\n',
        '😀',
        'ab',
        '软',
        '件',
        'ｶ',
        'م',
        'ُ',
        'ה',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(words, words, (text, query) => {
        const whole = text.join('');
        let last = -1;
        for (const [start, end] of findHits(whole, parseQuery(query.join('')))) {
          expect(start).toBeGreaterThanOrEqual(Math.max(last, 0));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(whole.length);
          last = end;
        }
      }),
    );
  });
});

describe('findHits against the plain way', () => {
  it('finds the same when every word is cut, folded and compared (passing over a word that matters would lose a hit or join two)', () => {
    const piece = fc.constantFrom(
      'a',
      'A',
      'b',
      'c',
      'é',
      'E',
      'ß',
      's',
      'S',
      '+',
      '7',
      '😀',
      'K',
      'ş',
      'ｆ',
    );
    const word = fc.array(piece, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''));
    const gap = fc.constantFrom(' ', ' ', '-', '\n', ' — ', '.', '\u0305');
    const text = fc.array(fc.tuple(word, gap), { maxLength: 30 }).map((all) => all.flat().join(''));
    const part = fc.oneof(
      word,
      fc.tuple(word, word).map((both) => `"${both.join(' ')}"`),
    );
    const query = fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom(' ', ''))
      .map(([parts, end]) => parts.join(' OR ') + end);
    fc.assert(
      fc.property(text, query, fc.integer({ min: 1, max: 5 }), (whole, asked, limit) => {
        expect(findHits(whole, parseQuery(asked), limit)).toEqual(plainHits(whole, asked, limit));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The hits of words, phrases and beginnings, found by looking at every word of the text. */
function plainHits(text: string, asked: string, limit: number): [number, number][] {
  const tokens = [...tokensOf(text)];
  const wanted = wantedWords(parseQuery(asked)).flatMap((node) =>
    node.kind === 'near'
      ? []
      : [
          {
            words: [...tokensOf(node.text)].map(({ folded }) => folded),
            open: node.kind === 'prefix',
          },
        ],
  );
  const hits: [number, number][] = [];
  for (const [at, last] of tokens.entries()) {
    for (const { words, open } of wanted) {
      const from = at - words.length + 1;
      const first = tokens[from];
      if (words.length === 0 || first === undefined) continue;
      const same = words.every((word, n) => {
        const token = tokens[from + n]?.folded ?? '';
        return open && n === words.length - 1 ? token.startsWith(word) : token === word;
      });
      if (!same) continue;
      let hit: [number, number] = [first.start, last.end];
      for (
        let before = hits.at(-1);
        before !== undefined && before[1] > hit[0];
        before = hits.at(-1)
      ) {
        hits.pop();
        hit = [Math.min(before[0], hit[0]), Math.max(before[1], hit[1])];
      }
      hits.push(hit);
    }
    if (hits.length >= limit) break;
  }
  return hits;
}

describe('snippetOf', () => {
  it('cuts around the first hit, between words, and marks the hits in the piece', () => {
    const text = `${'before '.repeat(100)}the golden   needle\n\nlies here ${'after '.repeat(100)}`;
    const snippet = snippetOf(text, parseQuery('needle '), 80);
    expect(snippet?.text).toMatch(/^… (before )+the golden needle lies here (after )*after …$/);
    expect(snippet?.text.length).toBeLessThan(130);
    expect(snippet?.hits.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['needle']);
  });

  it('gives the whole of a short text and nothing for a miss', () => {
    expect(snippetOf('a needle', parseQuery('needle '), 80)).toEqual({
      text: 'a needle',
      hits: [[2, 8]],
    });
    expect(snippetOf('hay', parseQuery('needle '), 80)).toBeNull();
  });

  it('does not cut a letter in two where there are no spaces', () => {
    const text = `${'😀'.repeat(300)} needle ${'😀'.repeat(300)}`;
    for (let length = 20; length < 60; length++) {
      expect(snippetOf(text, parseQuery('needle '), length)?.text).not.toMatch(/\p{Cs}/u);
    }
  });
});
