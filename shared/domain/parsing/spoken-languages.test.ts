import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const languagesOf = (text: string): readonly string[] =>
  parseResume(documentFromText(text), { now }).languages.map(
    (one) => `${one.name} ${one.level ?? '-'}`,
  );

describe('spoken languages', () => {
  it.each([
    ['Languages\nEnglish ●●●●○\nSpanish ★★☆☆☆', ['English C1', 'Spanish B1']],
    [
      'Languages\nFluent in English and French, basic German',
      ['English C1', 'French C1', 'German A2'],
    ],
    [
      'Languages\nEnglish\nNative\nSpanish\nLimited Working Proficiency',
      ['English native', 'Spanish B1'],
    ],
    ['Languages\nEnglish: IELTS 7.5\nFrench (DELF B2)', ['English C1', 'French B2']],
    ['Languages\nTOEFL iBT 104', ['English C1']],
    ['Languages\nMother tongue: Polish\nEnglish C1', ['Polish native', 'English C1']],
    ['Språk\nSvenska (modersmål), Engelska (flytande)', ['Swedish native', 'English C1']],
    ['Языки\nРусский – родной\nАнглийский – свободно', ['Russian native', 'English C1']],
    ['Diller\nTürkçe: anadil\nİngilizce: ileri', ['Turkish native', 'English C1']],
    ['语言\n普通话（母语）、英语（CET-6）', ['Chinese native', 'English B2']],
    ['言語\n日本語（母国語）、英語（ビジネスレベル）', ['Japanese native', 'English C1']],
    ['اللغات\nالعربية: اللغة الأم\nالإنجليزية: ممتاز', ['Arabic native', 'English C1']],
    ['Langues\nAnglais : très bon niveau\nEspagnol : notions', ['English C1', 'Spanish A2']],
    [
      'Sprachen\nDeutsch: Muttersprache, Englisch: gute Kenntnisse',
      ['German native', 'English B2'],
    ],
    [
      'Personal details\nLanguages Known: English, Hindi, Marathi',
      ['English -', 'Hindi -', 'Marathi -'],
    ],
    ['Idiomas\nInglés avanzado\nPortugués básico', ['English C1', 'Portuguese A2']],
  ])('are read from %j', (text, expected) => {
    expect(languagesOf(text)).toEqual(expected);
  });

  it.each([
    'Skills\nLanguages: Python, Java, SQL',
    'Experience\nEnglish Teacher, Berlitz 2019 – 2021\nTaught French cooking to Polish guests',
  ])('are not read from %j', (text) => {
    expect(languagesOf(text)).toEqual([]);
  });
});
