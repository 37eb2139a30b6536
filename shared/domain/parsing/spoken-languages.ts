import { evidenceOf } from './evidence';
import { type Cefr, isOnlyLevel, LANGUAGE_OF_TEST, levelOf } from './language-levels';
import { readLanguageName } from './language-names';
import type { ParsedLanguage } from './parsed-resume';
import { type Reading, roundConfidence } from './reading';
import { sectionsOf } from './sections';
import type { Span } from './spans';

const MAX = 20;
/** Outside a section of languages only lines that speak of languages count: "Languages: …", "Fluent in …". */
const SPEAKS_OF_THEM =
  /^(?:languages?|spoken languages|sprachen|sprachkenntnisse|fremdsprachen|langues?|idiomas?|lingue|talen|j[eę]zyki|spr[aå]k|sprog|jazyky|diller|limbi|jezici|nyelvek|языки|мови|言語|語学|语言|언어|اللغات)(?![\p{L}])|\b(?:fluent(?:ly)? in|native speaker|mother tongue|speaks?|muttersprache|langue maternelle|lengua materna|madrelingua|język ojczysty)(?![\p{L}])/iu;
const WORD =
  /普通话|中文|汉语|漢語|国语|國語|英语|英語|英文|日语|日語|日本語|韩语|韓語|法语|法語|德语|德語|俄语|俄語|西班牙语|粤语|粵語|广东话|中国語|フランス語|ドイツ語|スペイン語|韓国語|한국어|영어|일본어|중국어|독일어|프랑스어|[\p{L}\p{M}]{3,}/gu;

/** Spoken languages with the level as written and, where it can be told, on the CEFR scale. */
export function readLanguages(reading: Reading): readonly ParsedLanguage[] {
  const found = new Map<string, ParsedLanguage>();
  for (const section of sectionsOf(reading.sections, 'languages')) {
    // "Mother tongue" is a heading and a level.
    const title = section.heading?.text ?? '';
    const heading = levelOf(title) === 'native' ? title.slice(0, 40) : '';
    section.lines.forEach((line, index) => {
      const next = section.lines[index + 1]?.text ?? '';
      const below = isOnlyLevel(next) && namesIn(next).length === 0 ? next : heading;
      readLine(reading, line, { sure: 0.9, below }, found);
    });
  }
  for (const section of reading.sections) {
    if (section.kind === 'languages' || found.size >= MAX) continue;
    const inEntry = section.kind === 'experience' || section.kind === 'projects';
    for (const line of section.lines) {
      if (line.text.length > 200) continue;
      const told = SPEAKS_OF_THEM.test(line.text);
      const bare = !told && !inEntry && line.text.length <= 90 && isNothingElse(line.text);
      if (told || bare) readLine(reading, line, { sure: told ? 0.75 : 0.7, below: '' }, found);
    }
  }
  return [...found.values()];
}

interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function namesIn(text: string): readonly Named[] {
  const names: Named[] = [];
  for (const match of text.matchAll(WORD)) {
    const name = readLanguageName(match[0]);
    if (name !== null) names.push({ name, start: match.index, end: match.index + match[0].length });
  }
  return names;
}

/** "Svenska (modersmål), Engelska (flytande)": a line of languages with their levels and no other words. */
function isNothingElse(text: string): boolean {
  const names = namesIn(text);
  if (names.length === 0) return false;
  let from = 0;
  const gaps = names.map((one) => {
    const gap = text.slice(from, one.start);
    from = one.end;
    return gap;
  });
  gaps.push(text.slice(from));
  // A language by itself is also a school subject or the adjective of a firm: a level or a second one must be there.
  const levels = gaps.filter((gap) => levelOf(gap) !== null).length;
  const rest = gaps.every((gap) => {
    const words = gap.replace(/[^\p{L}\p{M}\s]/gu, ' ').trim();
    return (
      words === '' || /^(?:and|und|et|y|e|en|i|och|og|a|ve)$/iu.test(words) || isOnlyLevel(words)
    );
  });
  return rest && levels > 0;
}

function readLine(
  reading: Reading,
  line: Span,
  rule: { readonly sure: number; readonly below: string },
  found: Map<string, ParsedLanguage>,
): void {
  const text = line.text.length > 400 ? line.text.slice(0, 400) : line.text;
  const names = namesIn(text);
  const add = (one: Named, level: Cefr | null, words: string): void => {
    if (found.has(one.name) || found.size >= MAX) return;
    const plain = words.replace(/^[\s:：–—(（,|/-]+|[\s,;)）|/&–—-]+$/gu, '').trim();
    const told = plain === '' || (level === null && plain.length > 40) ? null : plain.slice(0, 60);
    // The level belongs to what is shown as the source, where it stands on the same line.
    const at = told === null ? -1 : text.indexOf(told);
    const from = at < 0 ? one.start : Math.min(one.start, at);
    const to = at < 0 ? one.end : Math.max(one.end, at + (told?.length ?? 0));
    found.set(one.name, {
      name: one.name,
      level,
      levelText: told,
      confidence: roundConfidence(rule.sure - (level === null ? 0.05 : 0)),
      evidence: evidenceOf(reading.document, line.start + from, line.start + to),
    });
  };
  if (names.length === 0) {
    const test = LANGUAGE_OF_TEST.find(([pattern]) => pattern.test(text));
    const at = test === undefined ? -1 : text.search(test[0]);
    if (test !== undefined && text.length <= 80)
      add({ name: test[1], start: at, end: text.length }, levelOf(text), text.slice(at));
    return;
  }
  const between = names.map((one, index) => ({
    one,
    before: text.slice(names[index - 1]?.end ?? 0, one.start),
    behind: text.slice(one.end, names[index + 1]?.start ?? text.length),
  }));
  // "Fluent in English and French, basic German": the level leads, and holds until the next one.
  const first = between[0];
  const leads =
    first !== undefined && levelOf(first.before) !== null && !/^\s*[:(–-]/.test(first.behind);
  let held = '';
  for (const { one, before, behind } of between) {
    if (leads) {
      if (levelOf(before) !== null) held = before;
      add(one, levelOf(held), held);
      continue;
    }
    const words =
      behind.replace(/[\s,;|/&•·]+$/u, '') === '' && names.length === 1 ? rule.below : behind;
    add(one, levelOf(words), words);
  }
}
