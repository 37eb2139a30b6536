import { describe, expect, test } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { LAYOUTS, type LaidOutCv, layOutCv } from '@/electron/workers/parse/testing/lay-out-cv';
import { orderPages } from './order-pages';
import type { Word } from './word';

const PAGES = 40;

/** The text of a page, without white space: a sentence may go over several lines. */
function bareText(words: readonly Word[]): string {
  return orderPages([{ number: 1, height: 842, words, panels: [] }])
    .map(({ line }) => line.words.map((word) => word.text).join(''))
    .join('');
}

const bare = (text: string): string => text.replaceAll(' ', '');

/** Whether title, company and dates stand together, with no sentence and no other entry's title between them. */
function isTogether(text: string, entry: readonly string[], cv: LaidOutCv): boolean {
  const places = entry.map((part) => text.indexOf(bare(part)));
  if (places.includes(-1)) return false;
  const from = Math.min(...places);
  const to = Math.max(...places.map((place, index) => place + bare(entry[index] ?? '').length));
  const span = text.slice(from, to);
  return (
    !cv.sentences.some((sentence) => span.includes(bare(sentence).slice(0, 8))) &&
    !cv.entries.some((other) => other !== entry && span.includes(bare(other[0] ?? '')))
  );
}

describe('reading order, over many pages of a layout', () => {
  test.each(LAYOUTS)('%s: sentences stay whole, and jobs together', (layout) => {
    const lost: string[] = [];
    let sentences = 0;
    let entries = 0;
    for (let seed = 1; seed <= PAGES; seed += 1) {
      const cv = layOutCv(layout, seed);
      const text = bareText(cv.words);
      sentences += cv.sentences.length;
      entries += cv.entries.length;
      for (const sentence of cv.sentences)
        if (!text.includes(bare(sentence))) lost.push(`${seed}: ${sentence}`);
      for (const entry of cv.entries)
        if (!isTogether(text, entry, cv)) lost.push(`${seed}: ${entry.join(' · ')}`);
    }
    expect(entries).toBeGreaterThan(2 * PAGES);
    // The bars are 99 % of sentences and 98 % of entries; these pages are plainer than people's.
    expect(lost.slice(Math.floor(0.01 * sentences))).toEqual([]);
  });
});

test('pages as no CV has them are read in bounded time', () => {
  const words = (count: number, place: (index: number) => readonly [number, number]) =>
    Array.from({ length: count }, (_, index): Word => {
      const [x, baseline] = place(index);
      return {
        text: `word${index}`,
        x,
        y: baseline - 8,
        width: 30,
        height: 10,
        baseline,
        fontSize: 10,
        bold: false,
        tracking: 0,
        angle: index % 50 === 49 ? 90 : 0,
        hidden: null,
      };
    });
  const pages = [
    words(5_000, (index) => [index * 60, 100]),
    words(5_000, (index) => [(index % 2) * 300, index * 6.5]),
    words(5_000, (index) => [(index * 7_919) % 600, (index * 104_729) % 800]),
  ];
  const start = cpuMs();
  for (const page of pages)
    expect(
      orderPages([{ number: 1, height: 842, words: page, panels: [] }]).length,
    ).toBeGreaterThan(0);
  // A step that grows with the third power of a row's pieces took minutes here.
  expect(cpuMs() - start).toBeLessThan(15_000);
});
