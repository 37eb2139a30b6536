import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS as NAMED } from '@/db/store-tests/hostile-texts';
import { readAnswersFile } from './answers-file';
import { codeOf, readCode, subjectOf } from './codes';
import { categoriesOf, QUESTION_IDS, QUESTIONS, readAnswer } from './questions';

const HOSTILE_TEXTS = NAMED.map(([, text]) => text);
const hash = (text: string): Uint8Array => createHmac('sha256', 'key').update(text).digest();
const other = (text: string): Uint8Array => createHmac('sha256', 'other').update(text).digest();
const CODE = codeOf('0190b1d0-0000-7000-8000-000000000001', hash);

describe('reference codes', () => {
  it('are known again however somebody types them', () => {
    expect(CODE).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readCode(CODE)).toBe(CODE);
    expect(readCode(` ${CODE.toLowerCase().replaceAll('-', ' ')}\n`)).toBe(CODE);
    expect(readCode(CODE.replaceAll('-', '–'))).toBe(CODE);
    expect(readCode('OIL0-1111-2222')).toBe('0110-1111-2222');
  });

  it('differ by application and by workspace, and are not what answers are kept under', () => {
    const codes = Array.from({ length: 20_000 }, (_, n) => codeOf(`application ${n}`, hash));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codeOf('application 1', other)).not.toBe(codes[1]);
    expect(subjectOf(CODE, hash)).not.toContain(CODE.replaceAll('-', ''));
  });

  it('are nothing else', () => {
    for (const text of ['', 'K7Q2', 'U7Q2-9MXT-4RBC', `${CODE}0`, ...HOSTILE_TEXTS])
      expect(readCode(text)).toBeNull();
  });
});

describe('answers', () => {
  it('mean what people write', () => {
    const category = (question: (typeof QUESTION_IDS)[number], text: string) => {
      const read = readAnswer(question, text);
      return read.kind === 'category' ? read.category : read.kind;
    };
    expect(category('sex', ' Woman ')).toBe('female');
    expect(category('ethnicity', 'Two or More Races')).toBe('mixed');
    expect(category('ethnicity', 'American Indian or Alaska Native')).toBe('native');
    expect(category('sex', 'Prefer not to say')).toBe('declined');
    expect(category('disability', 'I don’t wish to answer')).toBe('declined');
    expect(category('sex', '  ')).toBe('none');
    expect(category('sex', 'helicopter')).toBe('unreadable');
    expect(
      ['39', '40', '25-34', '45–54', '35-44', '7', '999'].map((age) => category('ageGroup', age)),
    ).toEqual(['under40', 'from40', 'under40', 'from40', 'unreadable', 'unreadable', 'unreadable']);
  });

  it('have no name that two categories of a question share', () => {
    for (const { id, categories } of QUESTIONS) {
      for (const category of categories) {
        for (const name of [category.id, ...category.names])
          expect(readAnswer(id, name)).toEqual({ kind: 'category', category: category.id });
      }
    }
  });
});

describe('a file of answers', () => {
  it('is read by its heads, in any order, the last of several lines with one code', () => {
    const read = readAnswersFile([
      ['Gender', 'Comment', 'Reference code', 'Race/Ethnicity'],
      ['F', 'hello', CODE, 'White'],
      ['', '', '', ''],
      ['male', '', CODE.toLowerCase(), 'prefer not to say'],
    ]);
    expect(read).toMatchObject({ questions: ['sex', 'ethnicity'], lines: 2, repeated: 1 });
    expect(read?.answers).toEqual([{ code: CODE, said: { sex: 'male', ethnicity: null } }]);
  });

  it('tells the lines that cannot be read, and keeps the rest of them', () => {
    const read = readAnswersFile([
      ['code', 'sex', 'disability'],
      ['no code', 'f', 'yes'],
      [CODE, 'helicopter', 'yes'],
    ]);
    expect(read?.unreadable).toEqual([
      { line: 2, what: 'code' },
      { line: 3, what: 'sex' },
    ]);
    expect(read?.answers).toEqual([{ code: CODE, said: { disability: 'yes' } }]);
  });

  it('is none without codes, without a question, or with one twice', () => {
    expect(readAnswersFile([])).toBeNull();
    expect(readAnswersFile([['sex', 'ethnicity']])).toBeNull();
    expect(readAnswersFile([['code', 'name']])).toBeNull();
    expect(readAnswersFile([['code', 'sex', 'gender']])).toBeNull();
  });

  it('brings nothing in but categories, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(...HOSTILE_TEXTS, CODE, 'f', 'declined', '__proto__', 'constructor'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 20 }), (rows) => {
        const read = readAnswersFile([['code', 'sex', 'ethnicity', 'age', 'disability'], ...rows]);
        for (const { said } of read?.answers ?? []) {
          for (const question of QUESTION_IDS) {
            const category = said[question];
            if (category !== undefined && category !== null)
              expect(categoriesOf(question)).toContain(category);
          }
        }
      }),
    );
  });
});
