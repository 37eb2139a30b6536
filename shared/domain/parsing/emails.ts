import { evidenceOf } from './evidence';
import type { TextField } from './parsed-resume';
import { fieldOf, type Reading, textLimit } from './reading';
import { type Span, spanOf } from './spans';

const MAX_EMAILS = 10;
const MAX_SIGNS = 400;
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
const WHOLE =
  /^[\p{L}\p{N}_][\p{L}\p{N}._%+'’-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.[\p{L}]{2,24}$/u;
/** What an address may end in where the next word sticks to it: "jane@example.comLinkedIn". */
const KNOWN_END =
  /\.(?:com|org|net|edu|gov|info|io|me|eu|(?:com?|ac|org|net|edu|gov)\.[a-z]{2}|de|fr|es|it|pt|nl|pl|be|at|ch|uk|ie|se|no|dk|fi|cz|sk|hu|ro|gr|ru|ua|tr|in|cn|jp|kr|br|mx|ar|cl|co|ca|us|au|nz|za|hk|sg)(?=\p{Lu}|[.,;]?\p{Lu}|\d|$)/u;
/** "jane [at] example [dot] com", "jane(at)example.com", "jane AT example DOT com" */
const SPELLED =
  /([\p{L}\p{N}][\p{L}\p{N}._+-]{0,60})\s{0,3}(?:[\[({<]\s?(?:at|AT|@|arobase|ät)\s?[\])}>]| AT )\s{0,3}([\p{L}\p{N}][\p{L}\p{N}-]{0,60}(?:\s{0,3}(?:\.|[\[({<]\s?(?:dot|DOT|punkt|point|\.)\s?[\])}>]| DOT )\s{0,3}[\p{L}\p{N}-]{1,60}){1,4})/gu;
/** Readers of scans take the sign for a letter in a ring, and put spaces around it and the dots. */
const SCANNED =
  /([\p{L}\p{N}][\p{L}\p{N}._+-]{0,60}(?: ?[._] ?[\p{L}\p{N}_+-]{1,40}){0,3}) {0,2}[@©®＠﹫] {0,2}([\p{L}\p{N}][\p{L}\p{N}-]{0,60}(?: ?\. ?[\p{L}\p{N}-]{1,40}){0,3} ?\. ?(?:com|org|net|edu|info|[a-z]{2}))(?![\p{L}\p{N}@-])/gu;

/**
 * E-mail addresses, each once, the person's own first: in the order they stand in the text, those of referees last. An address
 * that only stands behind a link counts too, and where it is longer than what the text shows of it, it wins.
 */
export function readEmails(reading: Reading): readonly TextField[] {
  const { text, document } = reading;
  const found = new Map<string, TextField>();
  const linked = linkedAddresses(reading);
  const add = (span: Span, value: string, confidence: number): void => {
    const whole = linked.find((address) => isPartOf(value, address)) ?? value;
    const key = whole.toLowerCase();
    const known = found.get(key);
    // The second half of a broken address confirms the first; the longer piece of text shows it better.
    if (known !== undefined) return;
    found.set(key, fieldOf(reading, span, whole === value ? confidence : 0.95, whole));
  };
  const limit = textLimit(reading);
  let signs = 0;
  for (let at = text.indexOf('@'); at >= 0 && at < limit; at = text.indexOf('@', at + 1)) {
    if (found.size >= MAX_EMAILS || ++signs > MAX_SIGNS) break;
    const span = addressAround(text, at);
    if (span === null) continue;
    const value = span.text.replace(/\s+/g, '');
    add(span, value, span.text === value ? 0.98 : 0.85);
  }
  if (found.size === 0)
    for (const one of spelledOut(reading, limit)) add(one.span, one.value, 0.85);
  for (const address of linked) {
    if (found.size >= MAX_EMAILS) break;
    if (found.has(address.toLowerCase())) continue;
    const link = document.links.find((one) => one.url.includes(address) && one.text.length > 2);
    const at = link === undefined ? -1 : text.indexOf(link.text);
    const evidence = at < 0 ? null : evidenceOf(document, at, at + (link?.text.length ?? 0));
    found.set(address.toLowerCase(), { value: address, confidence: 0.92, evidence });
  }
  return ownFirst(reading, [...found.values()]);
}

/** The addresses behind links that open a letter. */
function linkedAddresses(reading: Reading): readonly string[] {
  const addresses = reading.document.links.flatMap((link) => {
    const address = /^mailto:([^?]{3,160})/i.exec(link.url)?.[1];
    if (address === undefined) return [];
    const plain = address.replace(/%40/g, '@').replace(/%20/g, '').trim();
    return WHOLE.test(plain) ? [plain] : [];
  });
  return [...new Set(addresses)].slice(0, MAX_EMAILS);
}

/** Whether the text shows only a piece of the linked address, or the address with something stuck to it. */
function isPartOf(shown: string, address: string): boolean {
  const [a, b] = [shown.toLowerCase(), address.toLowerCase()];
  if (a === b) return true;
  return (
    (b.endsWith(a) && a.indexOf('@') >= 2) || (b.startsWith(a) && a.includes('@')) || a.includes(b)
  );
}

function addressAround(text: string, at: number): Span | null {
  let start = at;
  while (start > 0 && at - start < 64 && LOCAL.test(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && end - at < 120 && DOMAIN.test(text.charAt(end))) end++;
  const wrapped = wrappedDomain(text, at, end);
  const candidate = wrapped ?? end;
  start = ownStart(text, start, at);
  let last = candidate;
  while (last > at && /[.\-]/.test(text.charAt(last - 1))) last--;
  if (wrapped === null) {
    const stuck = KNOWN_END.exec(text.slice(at, last));
    if (stuck !== null && stuck.index + stuck[0].length < last - at)
      last = at + stuck.index + stuck[0].length;
  }
  const raw = text.slice(start, last);
  return WHOLE.test(raw.replace(/\s+/g, '')) ? { start, end: last, text: raw } : null;
}

/** Glyphs of icon fonts, a label, quotes and a telephone number stick to the address from the left. */
function ownStart(text: string, from: number, at: number): number {
  let start = from;
  while (start < at && /[^\p{L}\p{N}]/u.test(text.charAt(start))) start++;
  // "… 7700 900035ada@": the end of a telephone number.
  const digits = /^\d{4,12}(?=\p{L})/u.exec(text.slice(start, at))?.[0].length ?? 0;
  if (digits > 0 && /\d[ )-]$/.test(text.slice(Math.max(0, start - 2), start)))
    return start + digits;
  const local = text.slice(start, at);
  const stuck =
    /^(?:\+?[\d().-]{7,20}\d(?=\p{L})|(?:e-?mail|mail|email id)(?=[:.]|\p{Lu}))[:.]?/iu.exec(local);
  return stuck !== null && stuck[0].length < local.length && !/^mail$/i.test(stuck[0])
    ? start + stuck[0].length
    : start;
}

/** In a narrow column the address breaks: "anna.kowalska@uni-" / "krakow.pl". */
function wrappedDomain(text: string, at: number, end: number): number | null {
  const soFar = text.slice(at + 1, end);
  const complete = /\.[\p{L}]{2,}$/u.test(soFar);
  if (complete && !/[.-]$/.test(soFar)) return null;
  const rest =
    /^[ \t]{0,8}\r?\n[ \t]{0,40}([\p{L}\p{N}-]{0,40}(?:\.[\p{L}\p{N}-]{1,40}){0,3})/u.exec(
      text.slice(end, end + 120),
    );
  const more = rest?.[1] ?? '';
  if (rest === null || !/\p{L}$/u.test(more)) return null;
  if (!WHOLE.test(`a@${soFar}${more}`)) return null;
  return end + rest[0].length;
}

/** Addresses written in words against robots, or pulled apart by the reader of a scan; near the top and the end. */
function spelledOut(
  reading: Reading,
  limit: number,
): readonly { readonly span: Span; readonly value: string }[] {
  const list: { readonly span: Span; readonly value: string }[] = [];
  for (const line of reading.lines) {
    if (line.start > limit || list.length >= MAX_EMAILS) break;
    if (!/[@©®＠﹫[({<]| AT /.test(line.text)) continue;
    const body = line.text.slice(0, 400);
    for (const pattern of [SPELLED, SCANNED]) {
      for (const match of body.matchAll(pattern)) {
        const domain = (match[2] ?? '')
          .replace(/\s{0,3}(?:[\[({<]\s?(?:dot|punkt|point|\.)\s?[\])}>]| DOT )\s{0,3}/giu, '.')
          .replace(/\s+/g, '');
        const value = `${(match[1] ?? '').replace(/\s+/g, '')}@${domain}`;
        const start = line.start + match.index;
        if (WHOLE.test(value))
          list.push({ span: spanOf(reading.text, start, start + match[0].length), value });
      }
    }
  }
  return list;
}

/** The addresses of people who vouch for somebody stand under a heading of their own. */
function ownFirst(reading: Reading, fields: readonly TextField[]): readonly TextField[] {
  const referees = reading.sections.filter((one) => /^refer/.test(one.heading?.key ?? ''));
  const isTheirs = (field: TextField): boolean => {
    const at = field.evidence?.start ?? -1;
    return referees.some(
      (one) => at >= (one.heading?.start ?? 0) && at <= (one.lines.at(-1)?.end ?? -1),
    );
  };
  return [...fields.filter((one) => !isTheirs(one)), ...fields.filter(isTheirs)];
}
