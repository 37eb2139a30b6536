import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { messages } from '@/renderer/lib/messages';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CATALOGUE = path.join(ROOT, 'resources/messages/en');

const sources = readdirSync(path.join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && !file.endsWith('.test.tsx'),
  )
  .map((file) => ({
    file,
    text: readFileSync(path.join(ROOT, 'renderer', file), 'utf8'),
  }));

describe('the message catalogue', () => {
  // That every used key exists is checked by the compiler: MessageId is made of the catalogue's keys.
  it('has no text that nothing shows any more', () => {
    const used = sources.map(({ text }) => text).join('\n');
    const unused = Object.keys(messages).filter((key) => !used.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });

  it('has each key in one file only, so that no text silently replaces another', () => {
    const keys = readdirSync(CATALOGUE).flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(path.join(CATALOGUE, file), 'utf8'))),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.toSorted()).toEqual(Object.keys(messages).toSorted());
  });

  it('can be read by the formatter, every text of it', () => {
    const failures: string[] = [];
    const intl = createIntl({
      locale: 'en',
      messages,
      onError: (error) => failures.push(error.message),
    });
    for (const [id, text] of Object.entries(messages)) {
      // A value for each place in the text; a number suits plurals, names and dates alike.
      const places = [...text.matchAll(/\{\s*(\w+)/g)].map((match) => [match[1], 3]);
      intl.formatMessage({ id }, Object.fromEntries(places));
    }
    expect(failures).toEqual([]);
  });
});

describe('the screens', () => {
  it('have no English of their own in attributes people read', () => {
    const literal =
      /\b(?:aria-label|title|label|placeholder|alt|description)="[^"]*[A-Za-z]{2}[^"]*"/g;
    const found = sources.flatMap(({ file, text }) =>
      [...text.matchAll(literal)].map((match) => `${file}: ${match[0]}`),
    );
    expect(found).toEqual([]);
  });
});
