import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { findDates } from './dates';
import type { TextField } from './parsed-resume';
import { fieldOf, type Reading, textLimit } from './reading';

const MAX_PHONES = 6;
const MAX_CANDIDATES = 200;
const RUN = /[+(（]?[\d０-９][\d０-９ ().\/\u00a0\u2009\u2010-\u2015_-]{5,34}[\d０-９]/g;
const LABEL =
  /(?:t[eé]l[eé]?(?:phone|fono|efon|efone|efoon)?s?(?:\(s\))?|phone|mobile?|mob|cell(?:ulare|ular)?|handy|m[oó]vil|celular|portable|whatsapp|gsm|telemóvel|fon|contact(?: no| number)?|ph|电话|手机|☎|✆|\uf095|\uf10b|\uf3cd)[\s.:：#/|)(-]*(?:no\.?|number|nr\.?)?[\s.:：-]*$/iu;
const NOT_PHONE =
  /(?:passport|passaporto|reisepass|id(?: no| number|-nr)?|ssn|nip|pesel|cpf|rg|dni|nif|nie|c\.?f\.?|codice fiscale|iban|steuer|licen[cs]e|registration|reg|zip|plz|birth|dob|geboren|roll|crm|coren|p\.?\s?iva|aadha?ar|pan|isbn|issn|doi|article|patent)(?: no| number| nr)?[\s.:#/-]*$/i;

/** Phone numbers, E.164 where the country can be told, best first; `country` is the CV's (ISO 3166-1) or null. */
export function readPhones(reading: Reading, country: string | null): readonly TextField[] {
  const home = countryCode(country);
  const found = new Map<string, TextField>();
  let candidates = 0;
  const limit = textLimit(reading);
  for (const line of reading.lines) {
    if (line.start > limit || candidates > MAX_CANDIDATES || found.size >= MAX_PHONES) break;
    if (!/\d/.test(line.text)) continue;
    const body = line.text.length > 400 ? line.text.slice(0, 400) : line.text;
    for (const match of body.matchAll(RUN)) {
      candidates++;
      const before = body.slice(Math.max(0, match.index - 26), match.index);
      const after = body.slice(match.index + match[0].length);
      if (/[\p{L}\d@_/]$/u.test(before) && !LABEL.test(before)) continue;
      if (/^[\p{L}@_]/u.test(after) || NOT_PHONE.test(before)) continue;
      const labelled = LABEL.test(before);
      const raw = match[0].replace(/^\(([^)]*)$/, '$1');
      // A wide dash between groups of digits joins a house number to a postcode, or two years.
      if (!labelled && (looksLikeDates(raw) || /\s[–—]\s/.test(raw))) continue;
      const read = asPhone(raw, home, labelled);
      if (read === null || found.has(read.value)) continue;
      const start = line.start + match.index + (match[0].length - raw.length);
      const span = { start, end: line.start + match.index + match[0].length, text: raw };
      found.set(read.value, fieldOf(reading, span, read.confidence, read.value));
    }
  }
  for (const link of reading.document.links) {
    const number = /^tel:([+\d ().-]{6,30})/i.exec(link.url)?.[1];
    const read = number === undefined ? null : asPhone(number, home, true);
    if (read === null || found.has(read.value) || found.size >= MAX_PHONES) continue;
    found.set(read.value, { ...read, evidence: null });
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

function asPhone(
  raw: string,
  home: CountryCode | undefined,
  labelled: boolean,
): { readonly value: string; readonly confidence: number } | null {
  const written = raw.normalize('NFKC').replace(/[_\u2010-\u2015]/g, '-');
  const digits = written.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return null;
  if (/^(\d)\1+$/.test(digits)) return null;
  const dialled = written.startsWith('00') ? `+${written.slice(2)}` : written;
  const international = dialled.startsWith('+') || dialled.startsWith('(+');
  const parsed = parsePhoneNumberFromString(dialled.replace(/^\(\+/, '+').replace('(0)', ''), home);
  if (parsed?.isValid()) return { value: parsed.number, confidence: international ? 0.97 : 0.93 };
  if (international && parsed?.isPossible()) return { value: parsed.number, confidence: 0.85 };
  if (parsed?.isPossible() && (labelled || looksGrouped(written))) {
    return { value: parsed.number, confidence: labelled ? 0.8 : 0.7 };
  }
  const plausible = labelled || (looksGrouped(written) && digits.length >= 9);
  return plausible && digits.length >= 7
    ? { value: digits, confidence: labelled ? 0.7 : 0.5 }
    : null;
}

const looksGrouped = (written: string): boolean =>
  /\d[ ().\/-]{1,3}\d{2,}/.test(written) || /^[+0]\d{8,}/.test(written);

/** "2012 - 2015", "01.02.2019 - 03.04.2020": numbers of a date, not of a telephone. */
function looksLikeDates(raw: string): boolean {
  const dates = findDates(raw);
  if (dates.length === 0) return false;
  const covered = dates.reduce((sum, date) => sum + (date.end - date.start), 0);
  return covered >= raw.length * 0.7;
}

const countryCode = (country: string | null): CountryCode | undefined =>
  country !== null && isSupportedCountry(country) ? country : undefined;
