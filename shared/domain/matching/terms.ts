import { allSkills } from '@/shared/domain/parsing/skill-data';
import { readJobTitles } from '@/shared/domain/parsing/title-data';
import { lazy } from '@/shared/kit/lazy';
import { fold } from '@/shared/kit/text';
import { log2Sixteenths } from './integers';
import { commonWords } from './common-words';
import { fieldTable } from './matching-data';
import { stemOf } from './title-stems';

/** A word of work, or two that belong together ("human resources"), in the closed table of such words; or a field of work. */
export type Term = number;

interface Vocabulary {
  readonly ids: ReadonlyMap<string, Term>;
  readonly words: readonly string[];
  /** How much each says about what somebody does, 1 to about 120. */
  readonly rarities: readonly number[];
  /** First stems of terms of two words. */
  readonly firsts: ReadonlySet<string>;
}

const WORD = /[\p{L}\p{N}]+(?:[+#]+|&[\p{L}\p{N}]+)?/gu;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** A text is read so far; a CV has a tenth of it. */
export const LONGEST_TEXT = 120_000;

/**
 * The words of work in a text with how often they stand there. Only words of the table are seen: names of people, schools and employers, nationalities and
 * whatever else a text holds are not in it.
 */
export function countTerms(text: string): ReadonlyMap<Term, number> {
  const counts = new Map<Term, number>();
  eachTerm(text, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
  return counts;
}

/** How terms are first written in a text, folded, for people to read: `kubernetes` for the stem `kubernete`. */
export function writtenTerms(text: string): ReadonlyMap<Term, string> {
  const written = new Map<Term, string>();
  eachTerm(text, (term, words) => {
    if (!written.has(term)) written.set(term, words);
  });
  return written;
}

/** Addresses of mail and of the web say nothing about work, and hold names: "…@example.net" knows no ".net". */
const ADDRESS = /[\w.%+-]{0,64}@[\w.-]{1,255}|\b(?:https?:\/\/|www\.)[!-~]{1,500}/g;

function eachTerm(text: string, see: (term: Term, words: string) => void): void {
  const { ids, firsts } = vocabulary();
  const look = (key: string, words: string): void => {
    const term = ids.get(key);
    if (term !== undefined) see(term, words);
  };
  let before: { readonly stem: string; readonly word: string } | null = null;
  for (const [word] of fold(text.slice(0, LONGEST_TEXT).replace(ADDRESS, ' ')).matchAll(WORD)) {
    const stem = stemOf(word);
    if (CJK.test(stem)) {
      for (let at = 0; at + 2 <= stem.length; at++) {
        const pair = stem.slice(at, at + 2);
        look(pair, pair);
      }
      before = null;
      continue;
    }
    look(stem, word);
    if (before !== null && firsts.has(before.stem))
      look(`${before.stem} ${stem}`, `${before.word} ${word}`);
    before = { stem, word };
  }
}

export const rarityOf = (term: Term): number => vocabulary().rarities[term] ?? 0;
/** The stem or the two stems of a term, for people to read. */
export const termWords = (term: Term): string => vocabulary().words[term] ?? '';
/** The term that stands for a field of work of the table: no word of a text is one. */
export const fieldTerm = (id: string): Term => vocabulary().ids.get(fieldKey(id)) ?? -1;
/** Fields are the lowest numbers, from 0 to one less than this. */
export const fieldTermCount = (): number => fieldCount();
export const isFieldTerm = (term: Term): boolean => term < fieldCount();
/** Terms are numbered from 0 to one less. */
export const termCount = (): number => vocabulary().words.length;

/** Before all words in the order of the table. */
const FIELD_MARK = '#';
const fieldCount = lazy(() => Object.keys(fieldTable).length);
const fieldKey = (id: string): string => `${FIELD_MARK}${id}`;

let known: Vocabulary | null = null;

function vocabulary(): Vocabulary {
  known ??= readVocabulary();
  return known;
}

/** Each field of work, each area of skills and each group of titles is a text; a word says the less the more of them have it. */
function readVocabulary(): Vocabulary {
  const texts = new Map<string, Set<string>>();
  const put = (text: string, key: string): void => {
    if (commonWords().has(key) || key.length < 2 || /^\d+$/.test(key)) return;
    const own = texts.get(text) ?? new Set<string>();
    own.add(key);
    texts.set(text, own);
  };
  const putName = (text: string, name: string): void => {
    for (const [word] of fold(name).matchAll(WORD)) {
      const stem = stemOf(word);
      if (!CJK.test(stem)) put(text, stem);
      else for (let at = 0; at + 2 <= stem.length; at++) put(text, stem.slice(at, at + 2));
    }
  };
  for (const [field, { titles, words }] of Object.entries(fieldTable)) {
    putName(`field ${field}`, titles);
    for (const word of words.split(' ')) {
      const parts = word.split(/-/).map((part) => stemOf(fold(part)));
      put(`field ${field}`, parts.join(' '));
    }
  }
  for (const { area, name, aliases } of allSkills())
    for (const each of [name, ...aliases]) putName(`area ${area}`, each);
  for (const { group, parts } of readJobTitles())
    for (const { names } of parts) putName(`group ${group}`, names);

  const counts = new Map<string, number>();
  for (const own of texts.values())
    for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1);
  const words = [...Object.keys(fieldTable).map(fieldKey), ...counts.keys()].sort();
  return {
    ids: new Map(words.map((word, at) => [word, at])),
    words,
    rarities: words.map((word) => 1 + log2Sixteenths(texts.size + 1, counts.get(word) ?? 1)),
    firsts: new Set(
      words.flatMap((word) => (word.includes(' ') ? [word.split(' ')[0] ?? ''] : [])),
    ),
  };
}
