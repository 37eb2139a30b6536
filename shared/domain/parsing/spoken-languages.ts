import { fold } from '@/shared/kit/text';
import { evidenceOf } from './evidence';
import { readLanguageName } from './language-names';
import type { CEFR_LEVELS, ParsedLanguage } from './parsed-resume';
import { type Reading, roundConfidence } from './reading';
import { sectionsOf } from './sections';
import { type Span, subSpan } from './spans';

type Cefr = (typeof CEFR_LEVELS)[number];

/** Words for levels with the level they are usually taken for; the first that occurs in the text behind a language wins. */
const LEVELS: readonly (readonly [Cefr, RegExp])[] = [
  [
    'native',
    /\b(?:native|mother tongue|muttersprache|muttersprachlich|langue maternelle|maternel|lengua materna|nativo|nativa|lingua materna|madrelingua|moedertaal|jezyk ojczysty|ojczysty|bilingual|bilingue|first language)\b|母语|母語|모국어/,
  ],
  [
    'C2',
    /\b(?:verhandlungssicher|near native|full professional|proficiency|mastery|biegly|biegle|cet-8)\b/,
  ],
  [
    'C1',
    /\b(?:fluent|fluently|fluency|fliessend|fluessend|courant|couramment|fluido|fluida|fluente|fluent|vloeiend|plynnie|plynny|advanced|fortgeschritten|avance|avanzado|avancado|avanzato|gevorderd|zaawansowany|zaawansowana|excellent|sehr gut|expert|professional working|advanced user|ottimo|ottima|molto buono|tres bien|c1)\b|流利|精通/,
  ],
  [
    'B2',
    /\b(?:good|gut|gute kenntnisse|bon|buono|buona|bueno|upper intermediate|professional|goed|dobry|dobra|bom|boa|working knowledge|cet-6)\b|熟练|良好/,
  ],
  [
    'B1',
    /\b(?:intermediate|conversational|conversant|mittelstufe|intermediaire|intermedio|intermedia|intermediario|gemiddeld|sredniozaawansowany|limited working|konversationssicher|discreto|cet-4)\b/,
  ],
  [
    'A2',
    /\b(?:basic|basics|elementary|grundkenntnisse|notions|scolaire|basico|basica|elementare|scolastico|scolastica|basis|podstawowy|podstawowa|beginner|debutant|principiante|anfanger|grundlagen|beginner|school level)\b|基础/,
  ],
];
const CEFR = /\b([ABC][12])\b/;
const MAX = 20;

/** Spoken languages with the level as written and, where it can be told, on the CEFR scale. */
export function readLanguages(reading: Reading): readonly ParsedLanguage[] {
  const found = new Map<string, ParsedLanguage>();
  const sections = sectionsOf(reading.sections, 'languages');
  for (const section of sections) {
    section.lines.forEach((line, index) => {
      const next = section.lines[index + 1];
      const below = next === undefined ? undefined : next;
      readLine(reading, line, { sure: 0.9, below: below?.text ?? '' }, found);
    });
  }
  for (const section of reading.sections) {
    if (section.kind === 'languages' || found.size >= MAX) continue;
    for (const line of section.lines) {
      // Outside a section of languages only lines that speak of languages count: "Languages: …", "Fluent in …".
      if (
        !/^(?:languages?|sprachen|langues?|idiomas?|lingue|talen|j[eę]zyki)\b|\b(?:fluent(?:ly)? in|native speaker|mother tongue|speaks?)\b/iu.test(
          line.text,
        )
      )
        continue;
      if (line.text.length > 200) continue;
      readLine(reading, line, { sure: 0.65, below: '' }, found);
    }
  }
  return [...found.values()];
}

function readLine(
  reading: Reading,
  line: Span,
  rule: { readonly sure: number; readonly below: string },
  found: Map<string, ParsedLanguage>,
): void {
  const names: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  const text = line.text.length > 400 ? line.text.slice(0, 400) : line.text;
  for (const match of text.matchAll(
    /普通话|中文|汉语|国语|英语|英語|日语|日本語|韩语|法语|德语|俄语|西班牙语|粤语|广东话|한국어|영어|\p{L}{3,}/gu,
  )) {
    const name = readLanguageName(match[0]);
    if (name !== null) names.push({ name, start: match.index, end: match.index + match[0].length });
  }
  names.forEach(({ name, start, end }, index) => {
    if (found.has(name) || found.size >= MAX) return;
    const until = names[index + 1]?.start ?? text.length;
    const behind = subSpan(line, end, until)
      .text.replace(/^[\s:–—(,|-]+|[\s,;)|/&]+$/gu, '')
      .trim();
    const alone = names.length === 1 && behind === '' && text.length < 30;
    const words =
      behind !== '' ? behind : alone ? rule.below : index === 0 ? text.slice(0, start).trim() : '';
    const level = levelOf(words);
    const told =
      level === null ? (behind !== '' && behind.length <= 40 ? behind : null) : words.slice(0, 60);
    found.set(name, {
      name,
      level,
      levelText: told,
      confidence: roundConfidence(rule.sure - (level === null ? 0.05 : 0)),
      evidence: evidenceOf(reading.document, line.start + start, line.start + end),
    });
  });
}

function levelOf(words: string): Cefr | null {
  const code = CEFR.exec(words.toUpperCase())?.[1];
  if (
    code === 'A1' ||
    code === 'A2' ||
    code === 'B1' ||
    code === 'B2' ||
    code === 'C1' ||
    code === 'C2'
  )
    return code;
  const folded = fold(words.slice(0, 80));
  return LEVELS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
