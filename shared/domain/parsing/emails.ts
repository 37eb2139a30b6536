import { evidenceOf } from './evidence';
import type { TextField } from './parsed-resume';
import { fieldOf, type Reading, textLimit } from './reading';

const MAX_EMAILS = 10;
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
const WHOLE =
  /^[\p{L}\p{N}_][\p{L}\p{N}._%+'’-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.[\p{L}]{2,24}$/u;

/** E-mail addresses in the order they stand in the text, each once; also those only a mailto link holds. */
export function readEmails(reading: Reading): readonly TextField[] {
  const { text, document } = reading;
  const found = new Map<string, TextField>();
  const limit = textLimit(reading);
  for (let at = text.indexOf('@'); at >= 0 && at < limit; at = text.indexOf('@', at + 1)) {
    if (found.size >= MAX_EMAILS) break;
    const span = addressAround(text, at);
    if (span === null) continue;
    const value = span.text.replace(/\s+/g, '');
    const key = value.toLowerCase();
    if (found.has(key)) continue;
    found.set(key, fieldOf(reading, span, span.text === value ? 0.98 : 0.8, value));
  }
  for (const link of document.links) {
    const address = /^mailto:([^?]{3,120})/i.exec(link.url)?.[1]?.trim();
    if (address === undefined || !WHOLE.test(address) || found.has(address.toLowerCase())) continue;
    if (found.size >= MAX_EMAILS) break;
    const at = link.text === '' ? -1 : text.indexOf(link.text);
    const evidence = at < 0 ? null : evidenceOf(document, at, at + link.text.length);
    found.set(address.toLowerCase(), { value: address, confidence: 0.9, evidence });
  }
  return [...found.values()];
}

function addressAround(
  text: string,
  at: number,
): { start: number; end: number; text: string } | null {
  let start = at;
  while (start > 0 && at - start < 64 && LOCAL.test(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && end - at < 120 && DOMAIN.test(text.charAt(end))) end++;
  const wrapped = wrappedDomain(text, at, end);
  const candidate = wrapped ?? end;
  // Glyphs of icon fonts and quotes stick to the address from the left, sentence marks from the right.
  while (start < at && /[^\p{L}\p{N}]/u.test(text.charAt(start))) start++;
  let last = candidate;
  while (last > at && /[.\-]/.test(text.charAt(last - 1))) last--;
  const raw = text.slice(start, last);
  return WHOLE.test(raw.replace(/\s+/g, '')) ? { start, end: last, text: raw } : null;
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
  if (rest === null || !/\.?[\p{L}]{2,}$/u.test(more)) return null;
  if (!WHOLE.test(`a@${soFar}${more}`)) return null;
  return end + rest[0].length;
}
