import type { Box, ExtractedDocument, Line } from '@/shared/domain/parsing/extracted-document';
import { cleanLine, type HiddenCharacters, type HiddenKind } from './clean-text';
import { LIMITS } from './limits';
import { ReadFailure } from './read-failure';

export interface LineInput {
  readonly text: string;
  readonly page?: number;
  readonly box?: Box;
  /** The line in pieces with a box each; their texts and the white space between them make up the line. */
  readonly pieces?: readonly { readonly text: string; readonly box: Box }[];
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly role?: Line['role'];
}

/** Zero-width characters come with much harmless text from the web; only this many of them say something. */
const ZERO_WIDTH_WORTH_SAYING = 16;

/**
 * Collects lines into one `ExtractedDocument`: cleans each, keeps the offsets, stops at the text limit. A blank line of a
 * format without geometry is a `Line` of length 0, at most one in a row.
 */
export class DocumentBuilder {
  readonly #chunks: string[] = [];
  readonly #lines: Line[] = [];
  readonly #links: ExtractedDocument['links'] = [];
  readonly #hidden: ExtractedDocument['hidden'] = [];
  readonly #warnings = new Map<string, string>();
  readonly #characters: HiddenCharacters = { zeroWidth: 0, tags: '' };
  readonly pages: { width: number; height: number }[] = [];
  #length = 0;
  #full = false;
  #letters = 0;

  /** Adds a line; breaks inside it become lines of their own. Empty text is passed over. */
  addLine(input: LineInput): void {
    if (input.pieces !== undefined) {
      this.#addPieces(input, input.pieces);
      return;
    }
    for (const part of input.text.split(/\r\n|[\r\n\u2028\u2029\v\f\u0085]/)) {
      const clean = cleanLine(part, this.#characters).replace(/[^\S\t]+$/, '');
      if (clean.trim() === '') continue;
      for (const piece of breakLongLine(clean)) {
        if (piece !== clean) this.warn('LONG_LINES', 'Very long lines of this file were broken.');
        this.#append(piece, [], input);
      }
    }
  }

  addBlank(): void {
    const last = this.#lines.at(-1);
    if (last === undefined || last.start === last.end || this.#full) return;
    this.#push('', [], { text: '' });
  }

  addLink(url: string, text: string, page = 1, box: Box | null = null): void {
    const trimmed = url.trim();
    if (trimmed === '' || trimmed.length > 2_000 || this.#links.length >= 1_000) return;
    this.#links.push({
      url: trimmed,
      text: cleanLine(text, { zeroWidth: 0, tags: '' }).trim(),
      page,
      box,
    });
  }

  addHidden(kind: HiddenKind, text: string): void {
    if (text.trim() === '' || this.#hidden.length >= 100) return;
    this.#hidden.push({
      kind,
      text: cleanLine(text, { zeroWidth: 0, tags: '' }).trim().slice(0, 2_000),
    });
  }

  /** Says a thing about the file once. */
  warn(code: string, message: string): void {
    this.#warnings.set(code, message);
  }

  /** Letters and digits so far. */
  get letters(): number {
    return this.#letters;
  }

  /** Throws NO_TEXT when nothing was read. */
  finish(
    mediaType: string,
    extractor: { readonly name: string; readonly version: string },
    ocrConfidence: number | null = null,
  ): ExtractedDocument {
    if (this.#characters.tags !== '') this.addHidden('tag-characters', this.#characters.tags);
    if (this.#characters.zeroWidth >= ZERO_WIDTH_WORTH_SAYING)
      this.addHidden('zero-width', `${this.#characters.zeroWidth} zero-width characters`);
    while (this.#lines.length > 0 && this.#lines.at(-1)?.start === this.#lines.at(-1)?.end) {
      this.#lines.pop();
      this.#chunks.pop();
    }
    if (this.#letters === 0)
      throw new ReadFailure(
        'NO_TEXT',
        'There is no readable text in this file. If it is a scan or a photo, make a sharper one and import that.',
      );
    return {
      text: this.#chunks.join('\n'),
      lines: this.#lines,
      pages: this.pages,
      mediaType,
      links: this.#links,
      hidden: this.#hidden,
      ocrConfidence,
      warnings: [...this.#warnings].map(([code, message]) => ({ code, message })),
      extractor: { ...extractor },
    };
  }

  #addPieces(input: LineInput, raw: readonly { readonly text: string; readonly box: Box }[]): void {
    let text = '';
    const pieces: Line['pieces'] = [];
    for (const piece of raw) {
      const clean = cleanLine(piece.text, this.#characters);
      const start = text.length;
      text += clean;
      // White space between words carries no box of its own.
      if (clean.trim() !== '') pieces.push({ start, end: text.length, box: piece.box });
    }
    const head = text.length - text.trimStart().length;
    const trimmed = text.trim();
    if (trimmed === '') return;
    // A mark that stands alone at the start of a piece would join the letter before it and shift every offset.
    const composed = trimmed.normalize('NFC');
    const whole = composed !== trimmed || composed.length > LIMITS.lineLength;
    if (whole) {
      for (const part of breakLongLine(composed)) this.#append(part, [], input);
      return;
    }
    const shifted = pieces
      .map((piece) => ({
        start: Math.max(0, piece.start - head),
        end: Math.min(trimmed.length, piece.end - head),
        box: piece.box,
      }))
      .filter((piece) => piece.end > piece.start);
    this.#append(trimmed, shifted, input);
  }

  #append(text: string, pieces: Line['pieces'], input: LineInput): void {
    if (this.#full) return;
    if (this.#length + text.length + 1 > LIMITS.textLength) {
      this.#full = true;
      this.warn('TEXT_CUT', 'Only the first two million characters of this file were read.');
      return;
    }
    this.#letters += countLetters(text);
    this.#push(text, pieces, input);
  }

  #push(text: string, pieces: Line['pieces'], input: LineInput): void {
    const start = this.#length;
    this.#chunks.push(text);
    this.#length += text.length + 1;
    this.#lines.push({
      start,
      end: start + text.length,
      page: input.page ?? 1,
      box: input.box ?? null,
      pieces: pieces.map((piece) => ({
        start: piece.start + start,
        end: piece.end + start,
        box: piece.box,
      })),
      fontSize: input.fontSize !== undefined && input.fontSize > 0 ? input.fontSize : null,
      bold: input.bold ?? false,
      role: input.role ?? 'body',
    });
  }
}

/** Breaks at the last white space before the limit, or at the limit where there is none; never inside a surrogate pair. */
function breakLongLine(text: string): readonly string[] {
  if (text.length <= LIMITS.lineLength) return [text];
  const parts: string[] = [];
  let rest = text;
  while (rest.length > LIMITS.lineLength) {
    const space = rest.lastIndexOf(' ', LIMITS.lineLength);
    let cut = space > LIMITS.lineLength / 2 ? space : LIMITS.lineLength;
    const before = rest.charCodeAt(cut - 1);
    if (before >= 0xd800 && before <= 0xdbff) cut -= 1;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

const countLetters = (text: string): number => {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      code >= 0xc0
    )
      count += 1;
  }
  return count;
};
