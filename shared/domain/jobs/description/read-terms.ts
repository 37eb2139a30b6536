import { monthOf } from '@/shared/domain/parsing/month-names';
import { fold } from '@/shared/kit/text';
import type { Job } from '../records';
import type { AdLine } from './ad-sections';

type Remote = NonNullable<Job['remote']>;
type Employment = NonNullable<Job['employmentType']>;
interface Found<T> {
  readonly value: T;
  readonly line: AdLine;
}

const REMOTE: readonly (readonly [Remote, RegExp])[] = [
  [
    'hybrid',
    /hybrid|\d\s*days?\s+(?:a|per)\s+week\s+(?:in|from)|(?:partly|partially|occasional(?:ly)?)\s+remote|teilweise (?:remote|home ?office)|mobiles arbeiten|télétravail partiel|h[ií]brid|ibrid|hybryd/i,
  ],
  [
    'onsite',
    /on-?site|in-?office|in the office (?:full|five|5)|not (?:a )?remote|no remote|vor ort|présentiel|presencial|in sede|op locatie|stacjonarn/i,
  ],
  [
    'remote',
    /(?:fully|100\s?%|completely|entirely)\s*remote|remote(?:-first| position| role| job| work|\b)|work from home|wfh\b|home ?office|télétravail|teletrabajo|remoto|da remoto|thuiswerk|zdaln|distansarbete|远程|リモート|在宅/i,
  ],
];

const EMPLOYMENT: readonly (readonly [Employment, RegExp])[] = [
  [
    'internship',
    /\bintern(?:ship)?\b|praktikum|praktikant|werkstudent|\bstagiaire\b|\bstage\b(?! of)|prácticas|becari|estágio|tirocinio|staż|praktik\b|实习|インターン/i,
  ],
  [
    'part_time',
    /part[- ]time|teilzeit|temps partiel|media jornada|tiempo parcial|meio período|part time|deeltijd|niepełny etat|deltid|兼职|パート/i,
  ],
  [
    'contract',
    /\bcontract(?:or)?\b(?! (?:law|negotiat|manage|review|draft))|freelance|fixed[- ]term|temporary|interim|befristet|freiberuf|\bCDD\b|temporal|por obra|temporário|a tempo determinato|tijdelijk|umowa zlecenie|konsultuppdrag|合同工|契約社員/i,
  ],
  [
    'full_time',
    /full[- ]time|vollzeit|festanstellung|unbefristet|temps plein|\bCDI\b|jornada completa|tiempo completo|contrato indefinido|período integral|tempo (?:pieno|integral)|tempo indeterminato|voltijd|fulltime|pełny etat|heltid|permanent|全职|正社員/i,
  ],
];
const MOST_LINE = 600;

/** Where the work is done, by the first line that says so; the head and lines about work weigh more than the company's story. */
export const readRemote = (lines: readonly AdLine[]): Found<Remote> | null =>
  firstOf(lines, REMOTE, ['company', 'apply']);

/** What kind of contract it is. */
export const readEmployment = (lines: readonly AdLine[]): Found<Employment> | null =>
  firstOf(lines, EMPLOYMENT, ['company', 'apply', 'duties', 'required']) ??
  firstOf(
    lines,
    EMPLOYMENT.filter(([kind]) => kind !== 'contract'),
    ['company', 'apply'],
  );

function firstOf<T>(
  lines: readonly AdLine[],
  table: readonly (readonly [T, RegExp])[],
  without: readonly AdLine['part'][],
): Found<T> | null {
  for (const line of lines) {
    if (without.includes(line.part)) continue;
    const text = line.text.slice(0, MOST_LINE);
    const hit = table.find(([, pattern]) => pattern.test(text));
    if (hit !== undefined) return { value: hit[0], line };
  }
  return null;
}

const CLOSES =
  /closing date|deadline|apply (?:by|before|until)|applications? (?:close|until|by)|bewerbungs(?:frist|schluss)|bewerbung(?:en)? bis|date limite|avant le|fecha l[ií]mite|prazo|scadenza|entro il|uiterlijk|termin|sista ansökningsdag|截止|締切/i;

/** The last day to apply, YYYY-MM-DD, where a line says which. */
export function readClosingDay(lines: readonly AdLine[]): Found<string> | null {
  for (const line of lines) {
    const hit = CLOSES.exec(line.text);
    if (hit === null) continue;
    const day = dayIn(line.text.slice(hit.index, hit.index + 120));
    if (day !== null) return { value: day, line };
  }
  return null;
}

function dayIn(text: string): string | null {
  const iso = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const dotted = /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/.exec(text);
  if (dotted !== null) return dayOf(dotted[3], dotted[2], dotted[1]);
  const words =
    /(\d{1,2})(?:st|nd|rd|th|\.|º|er)?\s+(?:de\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?(\d{4})/u.exec(
      text,
    ) ?? null;
  if (words !== null) return dayOf(words[3], monthNumber(words[2]), words[1]);
  const american = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u.exec(text);
  return american === null ? null : dayOf(american[3], monthNumber(american[1]), american[2]);
}

const monthNumber = (name: string | undefined): string | undefined => {
  const month = name === undefined ? null : monthOf(fold(name));
  return month === null ? undefined : String(month);
};

function dayOf(year?: string, month?: string, day?: string): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  // The 31st of February is the 3rd of March to Date: no day that anybody meant.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written
    ? null
    : written;
}

const OPENINGS =
  /(?<![\d.,])(\d{1,3})\s*(?:x\s*)?(?:open(?:ing)?s?|vacanc(?:y|ies)|positions?|posts?|stellen|postes|vacantes|vagas|posizioni)\b|(?:vacancies|openings|number of (?:positions|vacancies|openings)|no\.? of (?:positions|vacancies))\s*[:：-]?\s*(\d{1,3})\b/i;

/** How many are to be hired, where it says. */
export function readOpenings(lines: readonly AdLine[]): Found<number> | null {
  for (const line of lines) {
    if (line.part === 'company') continue;
    const hit = OPENINGS.exec(line.text.slice(0, MOST_LINE));
    const count = Number(hit?.[1] ?? hit?.[2] ?? 0);
    if (count >= 1 && count <= 500) return { value: count, line };
  }
  return null;
}
