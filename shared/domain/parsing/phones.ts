import { findDates } from './dates';
import { evidenceOf } from './evidence';
import type { TextField } from './parsed-resume';
import { type PhoneNumber, phoneNumber } from './phone-numbers';
import { fieldOf, type Reading, textLimit } from './reading';
import { type Span, spanOf, splitSpan, subSpan } from './spans';
import { isProse } from './word-scores';

const MAX_PHONES = 6;
const MAX_CANDIDATES = 200;
const RUN =
  /(?:[+(（＋]{1,2}[ ]?)?[\d０-９][\d０-９ ()（）.\/\u00a0\u2009\u2010-\u2015－_-]{5,38}[\d０-９]/g;
const LABEL =
  /(?:t[eé]l[eé]?(?:phone|fono|efon|efone|efoon|éfono|éphone|f)?s?(?:\(s\))?|phones?|mobile?s?|mob|mobil(?:e|telefon|nummer)?|cell(?:ulare|ular|phone)?s?|handy|m[oó]vil|celular|portable|whats ?app|gsm|telemóvel|telemovel|fon|tfno|tlf|komórka|komorka|сот|тел(?:ефон)?|моб|contact(?: no| number| details?)?|ph|call(?: me)?|sms|signal|viber|电话|手机|联系电话|手机号码?|電話|電話番号|携帯|전화|휴대폰|연락처|هاتف|جوال|मोबाइल|फोन|☎|✆|📞|📱|\uf095|\uf10b|\uf3cd|\uf879|\uf3ce|\uf232)[\s.:：#/|)(-]*(?:no\.?s?|numbers?|nr\.?|#|№)?[\s.:：/(-]*(?:\+\s?)?$/iu;
const FAX = /(?:fax|telefax|传真|ファックス)[\s.:：#)(-]*(?:no\.?|nr\.?)?[\s.:：-]*$/iu;
const NOT_PHONE =
  /(?:passport|passaporto|pasaporte|passeport|reisepass|paszport|\bid|ssn|social security|nip|pesel|regon|krs|cpf|cnpj|rg|dni|nif|nie|cuit|rut|curp|rfc|c\.?f\.?|codice fiscale|iban|bic|account|a\/c|konto|steuer(?:nummer|-id)?|tax|vat|gst|ust|siret|siren|kvk|bsn|ahv|inn|инн|licen[cs]e|registration|reg|registro|zip|plz|pin ?code|post ?code|birth|dob|geboren|born|roll|enrol?ment|member(?:ship)?|crm|coren|cau|crea|oab|p\.?\s?iva|partita iva|aadha?ar|pan|epic|isbn|issn|doi|orcid|scopus|article|patent|certificate|certificat|credential|nmc|gmc|npi|matric(?:ula|ulation)?|student|employee|visa|permit|ticket|order|case|invoice|serial|s\/n|version|ip)(?: ?(?:no|number|nr|num|id|card|code|#|№)\.?){0,2}[\s.:：#/()-]*$/i;

/** The countries whose numbers a CV in this language most likely holds, where nothing else tells it. */
const LIKELY_COUNTRIES: Readonly<Record<string, string>> = {
  de: 'DE AT CH',
  fr: 'FR BE CH',
  es: 'ES MX AR CO CL PE',
  pt: 'BR PT',
  it: 'IT CH',
  nl: 'NL BE',
  pl: 'PL',
  zh: 'CN TW HK',
  ja: 'JP',
  ko: 'KR',
  ru: 'RU',
  uk: 'UA',
  sv: 'SE',
  da: 'DK',
  no: 'NO',
  fi: 'FI',
  cs: 'CZ',
  sk: 'SK',
  tr: 'TR',
  hi: 'IN',
  he: 'IL',
  el: 'GR',
  hu: 'HU',
  ro: 'RO',
};

/**
 * Phone numbers, E.164 where the country can be told, the person's own first: in the order of the text, those of a fax or
 * of referees behind them. `home` is the country the person lives in (ISO 3166-1), `language` the CV's (ISO 639-1).
 */
export function readPhones(
  reading: Reading,
  home: string | null,
  language: string | null,
): readonly TextField[] {
  const written = writtenNumbers(reading);
  // The codes other numbers are written with tell where a number without one is dialled.
  const dialled = written.flatMap((one) => phoneNumber(one.span.text, [], false)?.country ?? []);
  const spoken = language === null ? '' : (LIKELY_COUNTRIES[language] ?? '');
  const likely = [home ?? '', ...dialled, ...spoken.split(' ')];
  const homes = [...new Set(likely)].filter((country) => country !== '');
  const found = new Map<string, { readonly field: TextField; readonly rank: number }>();
  for (const one of written) {
    if (found.size >= MAX_PHONES) break;
    const short = phoneNumber(one.span.text, homes, one.labelled);
    const long = one.longer === null ? null : phoneNumber(one.longer.text, homes, one.labelled);
    // A number that goes on in the next line is a whole one only with its rest.
    const wrapped = long !== null && long.confidence > (short?.confidence ?? 0);
    const number = wrapped ? long : short;
    if (number === null || found.has(number.value)) continue;
    const span = wrapped && one.longer !== null ? one.longer : one.span;
    const field = fieldOf(reading, span, number.confidence - one.doubt, number.value);
    found.set(number.value, { field, rank: one.doubt > 0 || number.confidence < 0.6 ? 1 : 0 });
  }
  for (const link of reading.document.links) {
    const number = linkedNumber(link.url, homes);
    if (number === null || found.has(number.value) || found.size >= MAX_PHONES) continue;
    const at = link.text.length < 5 ? -1 : reading.text.indexOf(link.text);
    const evidence = at < 0 ? null : evidenceOf(reading.document, at, at + link.text.length);
    const field = { value: number.value, confidence: number.confidence, evidence };
    found.set(number.value, { field, rank: 0 });
  }
  const all = [...found.values()];
  return [0, 1].flatMap((rank) => all.filter((one) => one.rank === rank).map((one) => one.field));
}

interface Written {
  readonly span: Span;
  /** With the digits the next line begins with, where the number ends its line. */
  readonly longer: Span | null;
  readonly labelled: boolean;
  /** Above 0 for numbers of a fax and of other people: what it takes from the confidence. */
  readonly doubt: number;
}

function writtenNumbers(reading: Reading): readonly Written[] {
  const list: Written[] = [];
  const limit = textLimit(reading);
  const others = linesOfOthers(reading);
  let candidates = 0;
  let taken = -1;
  for (const [index, line] of reading.lines.entries()) {
    if (line.start > limit || candidates > MAX_CANDIDATES) break;
    if (!/[\d０-９]/.test(line.text)) continue;
    const body = line.text.length > 600 ? subSpan(line, 0, 600) : line;
    const prose = isProse(line.text);
    const code = /\(?\+\d{1,3}\)?[\s-]*$/.exec(body.text);
    if (code !== null) {
      const span = subSpan(body, code.index, body.text.length);
      const longer = withNextLine(reading.text, span, reading.lines[index + 1]);
      if (longer !== null) {
        list.push({ span, longer, labelled: false, doubt: 0 });
        taken = reading.lines[index + 1]?.start ?? -1;
      }
    }
    for (const match of body.text.matchAll(RUN)) {
      candidates++;
      const before = body.text.slice(Math.max(0, match.index - 30), match.index);
      const after = body.text.slice(match.index + match[0].length);
      const labelled = LABEL.test(before);
      const run = subSpan(body, match.index, match.index + match[0].length);
      // The rest of the number whose country's code ends the line above.
      if (run.start === taken) continue;
      const clear = /^[+＋(（]/.test(run.text) && /[+＋]|\d{2,4}[)）]/.test(run.text);
      if (!labelled && (isPartOfWord(before, clear) || NOT_PHONE.test(before))) continue;
      if (!/^\s?(?:x|ext|int|poste|dw)\b\.?/i.test(after) && /^[\p{L}@_]/u.test(after) && !clear)
        continue;
      // Running text names sums and counts; a number to call has its code or its label there.
      if (prose && !labelled && !clear && others.inside.has(line.start)) continue;
      const doubt = FAX.test(before) ? 0.5 : others.of.has(line.start) ? 0.25 : 0;
      for (const span of severalIn(run)) {
        // A wide dash between groups of digits joins a house number to a postcode, or two years.
        if (!labelled && (looksLikeDates(span.text) || /\s[–—]\s/.test(span.text))) continue;
        const longer = /^[\s-]*$/.test(after)
          ? withNextLine(reading.text, span, reading.lines[index + 1])
          : null;
        list.push({ span, longer, labelled, doubt });
      }
    }
  }
  return list;
}

/** The glyph of an icon font may stand before a number as a letter of its own; behind a word it belongs to that word. */
const isPartOfWord = (before: string, clear: boolean): boolean =>
  /[\p{L}\d@_/]$/u.test(before) && !(clear && /(?:^|[\s|•·,;])\p{L}$/u.test(before));

/** "(19) 3254-" above "8877": both. */
function withNextLine(text: string, span: Span, next: Span | undefined): Span | null {
  if (next === undefined || next.start - span.end > 60) return null;
  const rest = /^\d[\d .-]{0,14}(?![\d/:])/.exec(next.text)?.[0].trim();
  const digits = `${span.text}${rest ?? ''}`.replace(/\D/g, '').length;
  if (rest === undefined || digits > 13) return null;
  return spanOf(text, span.start, next.start + rest.length);
}

/** "98765 43210 / 98765 43211", "555-010-2030, 555-010-2031": each of them; else the run itself. */
function severalIn(run: Span): readonly Span[] {
  const count = (text: string): number => text.replace(/\D/g, '').length;
  for (const separator of [/\s*\/\s*/g, /\s{2,}/g, /\s+(?=\+|\(?\d{3}\)?[ .-])/g, /\s/g]) {
    const parts = splitSpan(run, separator);
    if (parts.length < 2 || parts.length > 3) continue;
    if (parts.every((part) => count(part.text) >= 7) && count(run.text) >= 14) return parts;
    const [first, second] = parts;
    // "98765 43210/11": the last digits of a second line.
    if (
      first !== undefined &&
      second !== undefined &&
      parts.length === 2 &&
      separator.source.includes('/') &&
      count(first.text) >= 9 &&
      count(second.text) <= 4
    )
      return [first];
  }
  return [run];
}

/** Lines of referees, and lines inside jobs and schools. */
function linesOfOthers(reading: Reading): {
  readonly of: ReadonlySet<number>;
  readonly inside: ReadonlySet<number>;
} {
  const of = new Set<number>();
  const inside = new Set<number>();
  for (const section of reading.sections) {
    const target = /^(?:refer|referees)/.test(section.heading?.key ?? '')
      ? of
      : section.kind === 'experience' || section.kind === 'education' || section.kind === 'projects'
        ? inside
        : null;
    for (const line of target === null ? [] : section.lines) target?.add(line.start);
  }
  return { of, inside };
}

function linkedNumber(url: string, homes: readonly string[]): PhoneNumber | null {
  const match =
    /^(?:tel|callto|sms):([+\d ().-]{6,30})|^https?:\/\/(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=)(\+?\d{8,15})/i.exec(
      decoded(url),
    );
  if (match === null) return null;
  const chat = match[2];
  return chat === undefined
    ? phoneNumber(match[1] ?? '', homes, true)
    : phoneNumber(`+${chat.replace(/^\+/, '')}`, homes, true);
}

const decoded = (url: string): string =>
  url.slice(0, 120).replace(/%20/g, ' ').replace(/%2B/gi, '+');

/** "2012 - 2015", "01.02.2019 - 03.04.2020": numbers of a date, not of a telephone. */
function looksLikeDates(raw: string): boolean {
  const dates = findDates(raw);
  if (dates.length === 0) return false;
  const covered = dates.reduce((sum, date) => sum + (date.end - date.start), 0);
  return covered >= raw.length * 0.7;
}
