import { toMinorUnits } from '@/shared/kit/money';
import type { AdLine } from './ad-sections';
import type { Pay } from './reading';

/** The signs that stand for one currency; a bare dollar is the American one. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/A\$|AU\$|\bAUD\b/, 'AUD'],
  [/C\$|CA\$|\bCAD\b/, 'CAD'],
  [/NZ\$|\bNZD\b/, 'NZD'],
  [/S\$|\bSGD\b/, 'SGD'],
  [/HK\$|\bHKD\b/, 'HKD'],
  [/R\$|\bBRL\b/, 'BRL'],
  [/US\$|\bUSD\b/, 'USD'],
  [/€|\bEUR\b|\beuros?\b/i, 'EUR'],
  [/£|\bGBP\b/, 'GBP'],
  [/₹|\bINR\b|\bRs\.?(?=\s?\d)|\bLPA\b|\blakhs?\b/i, 'INR'],
  [/\bCHF\b|\bSFr\.?/, 'CHF'],
  [/\bPLN\b|\bzł/, 'PLN'],
  [/\bSEK\b/, 'SEK'],
  [/\bNOK\b/, 'NOK'],
  [/\bDKK\b/, 'DKK'],
  [/\bCZK\b|\bKč/, 'CZK'],
  [/\bAED\b/, 'AED'],
  [/\bSAR\b/, 'SAR'],
  [/\bZAR\b/, 'ZAR'],
  [/\bJPY\b|円/, 'JPY'],
  [/\bCNY\b|\bRMB\b|人民币/, 'CNY'],
  [/\bKRW\b|₩|원/, 'KRW'],
  [/¥/, 'JPY'],
  [/\$/, 'USD'],
];

const AMOUNT = String.raw`(\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)\s*(k|K|tsd|lakhs?|lacs?|L(?=\b)|万|m(?=\b))?`;
const MARK = String.raw`(?:[A-Z]{0,2}[$€£₹¥₩]|\b(?:EUR|USD|GBP|CHF|INR|PLN|SEK|NOK|DKK|CZK|AED|SAR|ZAR|JPY|CNY|RMB|KRW|AUD|CAD|NZD|SGD|HKD|BRL)\b|Rs\.?)?`;
const RANGE = new RegExp(
  String.raw`${MARK}\s*${AMOUNT}\s*${MARK}\s*(?:(?:-|–|—|~|(?<!\p{L})(?:to|bis|à|a|und|and|tot|do)(?!\p{L}))\s*${MARK}\s*${AMOUNT})?`,
  'u',
);
const ALL_RANGES = new RegExp(RANGE.source, 'gu');

const PERIODS: readonly (readonly [Pay['period'], RegExp])[] = [
  [
    'hour',
    /\b(?:per|an|\/|pro|par|por|per|je)\s?(?:hour|hr|h\b|stunde|heure|hora|ora)|\/\s?(?:hr|hour|h)\b|\bhourly\b|stundenlohn|時給|时薪/i,
  ],
  [
    'day',
    /\b(?:per|a|pro|par|por|je)\s?(?:day|tag|jour|d[ií]a|giorno)|\/\s?(?:day|tag|jour)\b|\bdaily rate|day rate|tagessatz/i,
  ],
  [
    'month',
    /\b(?:per|a|pro|par|por|im|al)\s?(?:month|monat|mois|m[eê]s|mese|maand)|\/\s?(?:month|mo|monat|mois)\b|\bmonthly\b|monatlich|mensuel|miesi[eę]cznie|月薪|月給/i,
  ],
  [
    'year',
    /\b(?:per|a|pro|par|por|im)\s?(?:year|annum|jahr|an\b|a[nñ]o|anno)|\/\s?(?:year|yr|jahr|an|a)\b|\bp\.?\s?a\b|annual|yearly|j[aä]hrlich|annuel|\bLPA\b|年収|年薪/i,
  ],
];
/** Money of something else than of the person's pay. */
const ELSEWHERE =
  /revenue|funding|raised|series [a-e]\b|turnover|budget|million (?:users|customers)|umsatz|chiffre d(?:'|’)affaires|portfolio of|bonus of|allowance|stipend|budget/i;
const MOST_LINE = 400;

/** The pay that a description states, best where a line speaks of salary; null where none stands. */
export function readPay(
  lines: readonly AdLine[],
): { readonly pay: Pay; readonly line: AdLine } | null {
  let best: { readonly pay: Pay; readonly line: AdLine; readonly weight: number } | null = null;
  for (const line of lines) {
    const text = line.text.slice(0, MOST_LINE);
    if (!/\d/.test(text)) continue;
    const currency = SIGNS.find(([sign]) => sign.test(text))?.[1];
    if (currency === undefined || ELSEWHERE.test(text)) continue;
    const pay = payIn(text, currency);
    if (pay === null) continue;
    const says =
      /salar|compensation|pay\b|wage|rate\b|gehalt|verg[uü]tung|r[eé]mun|salaire|salario|sal[aá]rio|stipendio|ral\b|salaris|wynagrodzenie|l[oö]n\b|ctc|package|薪|給/i;
    const weight = (says.test(text) ? 2 : 0) + (pay.max !== null && pay.min !== null ? 1 : 0);
    if (best === null || weight > best.weight) best = { pay, line, weight };
  }
  return best;
}

function payIn(text: string, currency: string): Pay | null {
  for (const match of text.matchAll(ALL_RANGES)) {
    const [whole, low, lowUnit, high, highUnit] = match;
    const marked = SIGNS.some(([sign]) => sign.test(whole)) || /\bLPA\b/i.test(text);
    if (low === undefined || (!marked && high === undefined)) continue;
    const unit = highUnit ?? lowUnit;
    const lpa = /\bLPA\b/i.test(text);
    const first = amountOf(low, lowUnit ?? (high === undefined ? undefined : unit), lpa);
    const second = high === undefined ? null : amountOf(high, unit, lpa);
    const period = periodOf(text, Math.max(first, second ?? 0), currency);
    if (Math.max(first, second ?? 0) < LEAST[period]) continue;
    const upTo =
      second === null && /\bup to\b|\bbis zu\b|jusqu(?:'|’)|hasta|até|fino a/i.test(text);
    const [min, max] =
      second === null
        ? upTo
          ? [null, first]
          : [first, null]
        : first <= second
          ? [first, second]
          : [second, first];
    const inMinor = (amount: number | null): number | null =>
      amount === null ? null : toMinorUnits(amount, currency);
    return { min: inMinor(min), max: inMinor(max), currency, period };
  }
  return null;
}

/** Less than this is no pay for such a time: a number of people, of days, of years. */
const LEAST: Readonly<Record<Pay['period'], number>> = { hour: 5, day: 40, month: 300, year: 3000 };

function periodOf(text: string, amount: number, currency: string): Pay['period'] {
  const said = PERIODS.find(([, pattern]) => pattern.test(text))?.[0];
  if (said !== undefined) return said;
  if (['INR', 'JPY', 'KRW'].includes(currency)) return amount >= 100_000 ? 'year' : 'month';
  if (amount < 200) return 'hour';
  return amount < 12_000 ? 'month' : 'year';
}

function amountOf(digits: string, unit: string | undefined, lpa: boolean): number {
  const plain = digits
    .replace(/[ '’\u00a0\u202f]/g, '')
    .replace(/[.,](?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.');
  const amount = Number(plain);
  switch ((unit ?? '').toLowerCase()) {
    case 'k':
    case 'tsd':
      return amount * 1000;
    case '万':
      return amount * 10_000;
    case 'm':
      return amount * 1_000_000;
    case '':
      return lpa && amount < 1000 ? amount * 100_000 : amount;
    default:
      return amount * 100_000;
  }
}
