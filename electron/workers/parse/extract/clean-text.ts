import type { HIDDEN_TEXT_KINDS } from '@/shared/domain/parsing/extracted-document';

export type HiddenKind = (typeof HIDDEN_TEXT_KINDS)[number];

/** What a reader of the page would not see, taken out of the text while cleaning it. */
export interface HiddenCharacters {
  zeroWidth: number;
  /** Text written in Unicode tag characters, decoded to what a language model would read. */
  tags: string;
}

// The common case is a line with none of these; one test on it keeps cleaning out of the profile.
// U+0000–08, 0B–1F, 7F–9F controls · AD soft hyphen · 200B–200F, 202A–202E, 2060–206F, FEFF format characters · FFF9–FFFB
// · E000–F8FF private use · FB00–FDFF, FE70–FEFC presentation forms · U+E0000… as surrogate pairs DB40 xxxx · lone surrogates.
const SUSPECT =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2e80-\u2fdf\ue000-\uf8ff\ufb00-\ufdff\ufe70-\ufeff\ufff0-\uffff\ud800-\udfff]/;
const NON_ASCII = /[^\u0000-\u007e]/;
const JOINER_SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Sinhala}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Emoji_Presentation}\p{Extended_Pictographic}]/u;

/** Symbol-font bullets as Word writes them; every other private-use character is an icon and says nothing in text. */
const BULLETS = new Set([0xf0b7, 0xf0a7, 0xf0d8, 0xf076, 0xf0fc, 0xf02d, 0xf0a8, 0xf06e, 0xf071]);

/**
 * One line of text made safe to store, search and show: NFC, no control characters, no invisible characters, no direction
 * overrides (right-to-left text itself is kept), presentation forms as letters, icons gone. Tabs stay.
 */
export function cleanLine(raw: string, hidden: HiddenCharacters): string {
  if (!SUSPECT.test(raw)) return NON_ASCII.test(raw) ? raw.normalize('NFC') : raw;
  let out = '';
  let previous = 0;
  for (let index = 0; index < raw.length; ) {
    const code = raw.codePointAt(index) ?? 0;
    const char = String.fromCodePoint(code);
    index += char.length;
    if (code >= 0xe0000 && code <= 0xe007f) {
      // A black flag with tags is the flag of England, Scotland or Wales: nothing is hidden in it.
      if (previous === 0x1f3f4) continue;
      if (code >= 0xe0020 && code < 0xe007f) hidden.tags += String.fromCharCode(code - 0xe0000);
      continue;
    }
    out += keep(code, char, raw, index, previous, hidden);
    previous = code;
  }
  return out.normalize('NFC');
}

function keep(
  code: number,
  char: string,
  raw: string,
  next: number,
  previous: number,
  hidden: HiddenCharacters,
): string {
  if (code === 0x09) return '\t';
  if (code < 0x20)
    return code === 0x0a || code === 0x0d || code === 0x0b || code === 0x0c ? ' ' : '';
  if (code >= 0x7f && code <= 0x9f) return code === 0x85 ? ' ' : '';
  if (code === 0xad) return '';
  if (code === 0x200e || code === 0x200f || code === 0x061c) return char;
  if (code === 0x200c || code === 0x200d) {
    // Joiners belong to the spelling of some scripts and to emoji; between other letters they only hide something.
    const before = previous === 0 ? '' : String.fromCodePoint(previous);
    const after = next < raw.length ? String.fromCodePoint(raw.codePointAt(next) ?? 0) : '';
    if (JOINER_SCRIPTS.test(before) || JOINER_SCRIPTS.test(after)) return char;
    hidden.zeroWidth += 1;
    return '';
  }
  if (
    code === 0x200b ||
    code === 0x180e ||
    (code >= 0x2060 && code <= 0x2065) ||
    code === 0xfeff ||
    (code >= 0x206a && code <= 0x206f)
  ) {
    hidden.zeroWidth += 1;
    return '';
  }
  if (code === 0x2028 || code === 0x2029) return ' ';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return '';
  if (code >= 0xe000 && code <= 0xf8ff) return BULLETS.has(code) ? '•' : ' ';
  // Radicals where a font names them in the place of the ideograph that looks the same.
  if (code >= 0x2e80 && code <= 0x2fdf) return char.normalize('NFKC');
  if ((code >= 0xfb00 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc))
    return char.normalize('NFKC');
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  if (code >= 0xfff9 && code <= 0xfffb) return '';
  if (code >= 0xfffe || (code >= 0xfff0 && code <= 0xfff8)) return code > 0xffff ? char : '';
  return char;
}
