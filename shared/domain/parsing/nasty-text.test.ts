import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Every exported function that takes a text, on texts made to bring regular expressions to their knees. A pattern that backtracks takes
 * sixteen times as long for four times the text, or minutes; a sound function four times as long, however slow the machine.
 */
const SIZE = 60_000;
/** What is done this fast needs no second look. */
const FAST_MS = 20;
const MOST_GROWTH = 9;

const repeated = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length));

const NASTY: readonly (readonly [string, string])[] = [
  ['letters', repeated('a')],
  ['capitals', repeated('A')],
  ['digits', repeated('1')],
  ['spaces', `${repeated(' ')}x`],
  ['tabs between letters', repeated('a\t')],
  ['line breaks', repeated('a\n')],
  ['words', repeated('Ab ')],
  ['particles of names', repeated('de la ')],
  ['dots', repeated('a.')],
  ['commas', repeated('a, ')],
  ['dashes', repeated('- ')],
  ['hyphens', repeated('a-')],
  ['slashes', repeated('a/')],
  ['colons', repeated('a: ')],
  ['open brackets', repeated('(')],
  ['pairs of brackets', repeated('(a) ')],
  ['at signs', repeated('a@a.')],
  ['links', repeated('www.a.')],
  ['telephones', repeated('+1 (2) ')],
  ['numbers and marks', repeated('1.1-1/')],
  ['years', repeated('2019 – ')],
  ['months', repeated('Jan 2019 to ')],
  ['days', repeated('01.01.')],
  ['levels', repeated('B2 (fluent) ')],
  ['grades', repeated('GPA 3.')],
  ['bullets', repeated('• ')],
  ['pipes', repeated(' | ')],
  ['underscores', repeated('_')],
  ['quotes', repeated("a'")],
  ['Han', repeated('王小')],
  ['Han dates', repeated('2019年')],
  ['combining marks', `e${repeated('\u0301')}`],
  ['halves of pairs', repeated('\ud83d')],
  ['emoji', repeated('👩‍⚕️')],
  ['right to left', repeated('\u05d0 ')],
  ['zero width', repeated('a\u200b')],
];

const here = import.meta.dirname;
const modules = readdirSync(here).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

describe.each(modules)('%s', (file) => {
  it('is done with any text in a moment', async () => {
    const exported: Readonly<Record<string, unknown>> = await import(path.join(here, file));
    const slow: string[] = [];
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value !== 'function' || value.length !== 1) continue;
      for (const [kind, text] of NASTY) {
        const quarter = timeOf(value, text.slice(0, SIZE / 4));
        if (quarter === null) break;
        if (quarter > 2_000) slow.push(`${name} on a quarter of ${kind}: ${quarter} ms`);
        else if (growsFast(value, text)) slow.push(`${name} on ${kind}`);
      }
    }
    expect(slow).toEqual([]);
  });
});

/** Looked at again before it counts: other programs may have had the processor's caches. */
const growsFast = (call: CallableFunction, text: string): boolean =>
  [1, 2, 3].every(() => {
    const whole = timeOf(call, text) ?? 0;
    return whole > FAST_MS && whole > MOST_GROWTH * (timeOf(call, text.slice(0, SIZE / 4)) ?? 0);
  });

/** Processor time in ms; null where the function wants something else than a text. */
function timeOf(call: CallableFunction, text: string): number | null {
  const before = process.cpuUsage();
  try {
    call(text);
  } catch {
    return null;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
