import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokensOf } from '@/shared/domain/search/tokens';
import { connectForWriting, type Sqlite } from '../connection';
import { migrate } from '../migrate';

/** What the index makes of a text, by asking it: the words, in no order. */
function indexedWords(db: Sqlite, text: string): readonly string[] {
  db.exec('DELETE FROM candidate_document');
  db.prepare(
    `INSERT INTO candidate_document (num, owner_id, archived, created_at, updated_at, activity_at, shown, name, title, companies, skill, school, city, note, detail, cjk)
     VALUES (1, '', 0, '', '', '', '', ?, '', '', '', '', '', '', '', '')`,
  ).run(text);
  db.exec("INSERT INTO candidate_fts(candidate_fts) VALUES ('rebuild')");
  return db.prepare('SELECT term FROM vocabulary').pluck().all().map(String);
}

// Letters and invisible marks that came after Unicode 6.1, which FTS5 knows; and ǡ, which it does not fold. No CV turns on them.
const TOO_YOUNG =
  /[\u01e0\u01e1\u037f\u0528\u052a\u052c\u052e\u0605\u061c\u061d\u2066-\u2069\u218a\u218b\u2427-\u2429]/u;

describe('words as the index sees them', () => {
  let db: Sqlite;
  beforeAll(() => {
    db = connectForWriting(':memory:', 'plain');
    migrate(db);
    db.exec("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'candidate_fts', 'row')");
  });
  afterAll(() => db.close());

  // Latin with everything that hangs on it, Greek, Cyrillic, Armenian, Hebrew, Arabic; compatibility letters and punctuation.
  it.each<[string, number, number]>([
    ['Latin', 0x20, 0x24f],
    ['phonetic letters and marks', 0x250, 0x36f],
    ['Greek and Cyrillic', 0x370, 0x52f],
    ['Hebrew and Arabic', 0x590, 0x6ff],
    ['more Latin and Greek', 0x1e00, 0x1fff],
    ['punctuation and symbols', 0x2000, 0x2bff],
    ['Japanese and Chinese', 0x3040, 0x30ff],
    ['ligatures', 0xfb00, 0xfb06],
    ['bullets of symbol fonts', 0xf000, 0xf0ff],
    ['emoji', 0x1f300, 0x1faff],
  ])(
    'are the same here and there: %s (else a hit in the list is not marked in the text)',
    (_, first, last) => {
      const different: string[] = [];
      const letters: string[] = [];
      for (let code = first; code <= last; code++) {
        const letter = String.fromCodePoint(code);
        if (!/\p{Cn}/u.test(letter) && !TOO_YOUNG.test(letter)) letters.push(letter);
      }
      // Each letter stands between two others, so that a separator is told from a letter that is dropped.
      const words = letters.map((letter, index) => `q${index}a${letter}b`);
      const indexed = new Set(indexedWords(db, words.join(' ')));
      for (const [index, word] of words.entries()) {
        const here = [...tokensOf(word)].map((token) => token.folded);
        const there = here.every((token) => indexed.has(token));
        if (!there)
          different.push(
            `U+${letters[index]?.codePointAt(0)?.toString(16)} ${letters[index]}: ${here.join('|')}`,
          );
      }
      expect(different).toEqual([]);
    },
  );
});
