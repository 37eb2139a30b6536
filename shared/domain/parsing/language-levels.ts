import { fold } from '@/shared/kit/text';
import type { CEFR_LEVELS } from './parsed-resume';

export type Cefr = (typeof CEFR_LEVELS)[number];

/** Words for levels with the level they are usually taken for, surest first; folded. */
const LEVELS: readonly (readonly [Cefr, RegExp])[] = [
  [
    'native',
    /\b(?:native|mother ?tongue|muttersprach\w*|langue maternelle|maternel\w*|lengua materna|lingua materna|nativ[oae]|madrelingua|moedertaal|(?:jezyk )?ojczyst\w*|modersmal|morsmal|bilingu\w*|zweisprachig|first language|rodil\w* mluvci|matersk\w*|materinsk\w*|anadil\w*|anyanyelv\w*|aidinkieli|limba materna|materinji)\b|母语|母語|母国語|ネイティブ|모국어|원어민|родной|родная|рідна|اللغة الأم|لغة أم|मातृभाषा/,
  ],
  [
    'C2',
    /\b(?:verhandlungssicher|near[- ]native|native[- ]like|full professional|(?<!working |elementary |limited |professional |bilingual |basic |intermediate )proficien(?:t|cy)|mastery|biegl\w*|cet-?8|annahernd muttersprachlich|perfekt|flytande i tal och skrift)\b|精通|в совершенстве/,
  ],
  [
    'C1',
    /\b(?:fluen\w*|fliess?end|fluessend|courant\w*|couramment|fluid[oa]|vloeiend|plynn\w*|advanced|fortgeschritten\w*|avance[e]?|avanzad[oa]|avancad[oa]|avanzat[oa]|gevorderd|zaawansowan\w*|excellent|sehr gut\w*|very good|expert|professional working|ottim[oa]|molto buon[oa]|tres bien|tres bon|muy bueno|zeer goed|bardzo dobr\w*|flytande|flydende|sujuva|pokrocil\w*|ileri|akici|halado|felsofok\w*|avansat\w*|tecno|napredn\w*|tem-?8)\b|流利|ビジネスレベル|유창|고급|свободн\w*|продвинут\w*|вільно|طلاقة|ممتاز|متقدم|धाराप्रवाह/,
  ],
  [
    'B2',
    /\b(?:good|gut|gute(?: kenntnisse)?|bon|bonne?s?|buon[oa]|buen[oa]|upper[- ]intermediate|professional|goed|dobr[yae]|bom|boa|working knowledge|business|cet-?6|goda kunskaper|god|gode|hyva|iyi|jol|bine|kommunikativ\w*|komunikatywn\w*)\b|熟练|良好|日常会話|비즈니스|хорош\w*|جيد جدا|अच्छा/,
  ],
  [
    'B1',
    /\b(?:intermedia?te|conversational|conversant|mittelstufe|mittel|intermediaire|intermedi[oa]|intermediari[oa]|gemiddeld|sredniozaawansowan\w*|srednio|limited working|konversationssicher|discret[oa]|cet-?4|medel|mirne pokrocil\w*|stredne pokrocil\w*|orta|kozepfok\w*|mediu|srednje|fair|moderate|keskitaso|moyen|medio|matig|redelijk)\b|一般|中等|중급|일상회화|средн\w*|разговорн\w*|متوسط|جيد/,
  ],
  [
    'A2',
    /\b(?:basics?|elementary|grundkenntnisse|grundlegend\w*|notions?|scolaire|basic[oa]|elementar[e]?|scolastic[oa]|basis|basiskennis|podstaw\w*|beginner|debutant\w*|principiante|iniciante|anfanger|grundlagen|grunnleggende|grundlaeggande|grundlaggande|grundlaeggende|school level|schulkenntnisse|zacatecnik|zakladn\w*|zaklady|baslangic|temel|alapfok\w*|alap|incepator|osnovn\w*|alkeet|perusteet|learning|limited|some)\b|基础|初级|初級|초급|기초|начальн\w*|базов\w*|со словарем|مبتدئ|أساسي|बुनियादी/,
  ],
];
const CEFR = /(?<![\p{L}\d])([ABC][12])(?![\p{L}\d])/u;

/** Tests of a language: how their scores are usually taken on the CEFR scale, best first. */
const TESTS: readonly (readonly [RegExp, readonly (readonly [number, Cefr])[]])[] = [
  [
    /ielts\D{0,24}(\d(?:[.,]\d)?)/,
    [
      [8.5, 'C2'],
      [7, 'C1'],
      [5.5, 'B2'],
      [4, 'B1'],
      [1, 'A2'],
    ],
  ],
  [
    /toefl\D{0,24}(\d{2,3})\b/,
    [
      [114, 'C2'],
      [95, 'C1'],
      [72, 'B2'],
      [42, 'B1'],
      [10, 'A2'],
    ],
  ],
  [
    /toeic\D{0,24}(\d{3})\b/,
    [
      [945, 'C1'],
      [785, 'B2'],
      [550, 'B1'],
      [225, 'A2'],
    ],
  ],
  [
    /hsk\D{0,8}([1-6])\b/,
    [
      [6, 'C1'],
      [5, 'B2'],
      [4, 'B1'],
      [3, 'A2'],
      [1, 'A1'],
    ],
  ],
  [
    /topik\D{0,8}([1-6])\b/,
    [
      [6, 'C2'],
      [5, 'C1'],
      [4, 'B2'],
      [3, 'B1'],
      [2, 'A2'],
      [1, 'A1'],
    ],
  ],
];
const JLPT: Readonly<Record<string, Cefr>> = { n1: 'C1', n2: 'B2', n3: 'B1', n4: 'A2', n5: 'A1' };

/** The language a test is of, where its name stands without one. */
export const LANGUAGE_OF_TEST: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ielts|toefl|toeic|cet-?[468]|tem-?[48]|cambridge (?:cae|cpe|fce))\b/i, 'English'],
  [/\bjlpt\b|日本語能力試験/i, 'Japanese'],
  [/\bhsk\b/i, 'Chinese'],
  [/\b(?:delf|dalf|tcf)\b/i, 'French'],
  [/\bdele\b/i, 'Spanish'],
  [/\b(?:testdaf|goethe-zertifikat)\b/i, 'German'],
  [/\btopik\b/i, 'Korean'],
];

/** Rows of filled and empty marks: "●●●○○", "★★★★☆", "■■■□□". */
const MARKS = /([●★■▮⬤◆•\uf005\uf111]{1,10})([○☆□▯◯◇\uf006\uf10c]{0,10})/u;

/** The level some words stand for, on the CEFR scale; null where they say none. */
export function levelOf(words: string): Cefr | null {
  const code = CEFR.exec(words.toUpperCase())?.[1];
  const written = SCALE.find((level) => level === code);
  if (written !== undefined) return written;
  // Folding takes letters of other scripts apart: their words are looked for as they stand.
  const head = words.slice(0, 100).toLowerCase();
  const folded = /[^\x00-\u024f]/.test(head) ? `${fold(head)} ${head}` : fold(head);
  return (
    testLevel(folded) ??
    LEVELS.find(([, pattern]) => pattern.test(folded))?.[0] ??
    marksLevel(words)
  );
}

/** Whether the words are nothing but levels and what joins them. */
export const isOnlyLevel = (words: string): boolean =>
  words === '' || (words.length <= 40 && levelOf(words) !== null && words.split(/\s+/).length <= 4);

const SCALE = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

function testLevel(folded: string): Cefr | null {
  const japanese = /(?:jlpt|日本語能力試験)\W{0,4}(n[1-5])/.exec(folded)?.[1];
  if (japanese !== undefined) return JLPT[japanese] ?? null;
  for (const [pattern, scale] of TESTS) {
    const score = Number(pattern.exec(folded)?.[1]?.replace(',', '.'));
    const level = scale.find(([least]) => score >= least);
    if (level !== undefined) return level[1];
  }
  return null;
}

/** Marks out of five, "4/5", "80 %": a share of the scale's steps. */
function marksLevel(words: string): Cefr | null {
  const marks = MARKS.exec(words);
  const filled = marks?.[1]?.length ?? 0;
  const empty = marks?.[2]?.length ?? 0;
  const share = /(\d{1,2})\s?\/\s?(5|10)(?!\d)/.exec(words);
  const percent = /(\d{2,3})\s?%/.exec(words)?.[1];
  const part =
    filled + empty >= 3
      ? filled / (filled + empty)
      : share !== null
        ? Number(share[1]) / Number(share[2])
        : percent !== undefined
          ? Number(percent) / 100
          : null;
  if (part === null || part > 1) return null;
  return part > 0.9
    ? 'C2'
    : part > 0.7
      ? 'C1'
      : part > 0.5
        ? 'B2'
        : part > 0.3
          ? 'B1'
          : part > 0.1
            ? 'A2'
            : 'A1';
}
