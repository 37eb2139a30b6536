import iconv from 'iconv-lite';
import type { HiddenKind } from '../clean-text';
import { DocumentBuilder } from '../document-builder';
import { ReadFailure } from '../read-failure';
import type { TextExtractor } from '../text-extractor';
import { Flow } from './flow';
import { type RtfToken, rtfTokens } from './rtf-tokens';

const EXTRACTOR = { name: 'rtf', version: '2' } as const;

/** Reads RTF: text with its code pages, tables, links, bold and size; objects and pictures are passed over unread. */
export const rtfExtractor: TextExtractor = {
  mediaTypes: ['application/rtf'],
  extract: async (bytes) => {
    const builder = new DocumentBuilder();
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const reader = new RtfReader(builder);
    for (const token of rtfTokens(source)) reader.take(token);
    reader.finish();
    return builder.finish('application/rtf', EXTRACTOR);
  },
};

/** Groups that hold no text of the page. */
const SKIPPED = new Set([
  'stylesheet',
  'info',
  'pict',
  'object',
  'objdata',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'xmlnstbl',
  'revtbl',
  'pntext',
  'listtext',
  'bkmkstart',
  'bkmkend',
  'annotation',
  'footnote',
  'filetbl',
  'pgptbl',
  'template',
  'nonshppict',
  'mmathPr',
  'fldtype',
  'operator',
]);
/** Groups marked `\*` ("skip if unknown") that do hold text. */
const KNOWN_STARRED = new Set(['fldinst', 'shptxt', 'shpinst', 'shppict']);
const HEADERS = new Set(['header', 'headerl', 'headerr', 'headerf']);
const FOOTERS = new Set(['footer', 'footerl', 'footerr', 'footerf']);
/** Deeper than any word processor nests. */
const MAX_DEPTH = 500;
const TINY_HALF_POINTS = 8;

const SYMBOLS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

interface Group {
  skip: boolean;
  bold: boolean;
  size: number | null;
  hidden: boolean;
  /** Index into the colours of the text's colour, and whether a background is painted under it. */
  colour: number;
  shaded: boolean;
  /** The text of a shape. */
  boxed: boolean;
  /** Code page of the font at hand. */
  codePage: number;
  /** How many characters follow a `\u` for readers without Unicode. */
  fallback: number;
  place: 'text' | 'fonts' | 'colours' | 'instruction' | 'header' | 'footer';
}

class RtfReader {
  readonly #builder: DocumentBuilder;
  readonly #flow: Flow;
  readonly #groups: Group[] = [];
  readonly #fontPages = new Map<number, number>();
  readonly #links: { readonly url: string; readonly from: number; readonly depth: number }[] = [];
  #codePage = 1252;
  #font = 0;
  #starred = false;
  #bytes: number[] = [];
  #skipCharacters = 0;
  #instruction = '';
  #inRow = false;
  #inCell = false;
  #shadedRow = false;
  /** Colours that are white, by their place in the table; channels of the colour being read that are full. */
  readonly #white = new Set<number>();
  #colours = 0;
  #full = 0;

  constructor(builder: DocumentBuilder) {
    this.#builder = builder;
    this.#flow = new Flow(builder);
  }

  take(token: RtfToken): void {
    if (token.kind !== 'byte') this.#flushBytes();
    switch (token.kind) {
      case 'open':
        this.#open();
        return;
      case 'close':
        this.#close();
        return;
      case 'word':
        this.#word(token.word, token.value);
        return;
      case 'byte':
        if (this.#skipCharacters > 0) this.#skipCharacters -= 1;
        else this.#bytes.push(token.byte);
        return;
      case 'text': {
        const text = token.text.slice(this.#skipCharacters);
        this.#skipCharacters = Math.max(0, this.#skipCharacters - token.text.length);
        this.#add(text);
      }
    }
  }

  finish(): void {
    this.#flushBytes();
    this.#endParagraph();
    if (this.#inRow) this.#endRow();
  }

  #open(): void {
    if (this.#groups.length >= MAX_DEPTH)
      throw new ReadFailure(
        'UNSAFE_CONTENT',
        'This RTF is nested deeper than any real document. Save it anew in a word processor and import that.',
      );
    this.#skipCharacters = 0;
    this.#groups.push({ ...this.#group });
  }

  #close(): void {
    const closed = this.#groups.pop();
    this.#skipCharacters = 0;
    if (closed === undefined) return;
    if (closed.place !== this.#group.place) {
      if (closed.place === 'instruction' && !closed.skip) this.#startLink();
      if (closed.place === 'header' || closed.place === 'footer') {
        this.#endParagraph();
        this.#flow.closeBox();
        this.#flow.role = null;
      }
    }
    const link = this.#links.at(-1);
    if (link !== undefined && this.#groups.length < link.depth) {
      this.#links.pop();
      this.#builder.addLink(link.url, this.#flow.paragraphText.slice(link.from));
    }
  }

  get #group(): Group {
    const group = this.#groups.at(-1);
    if (group !== undefined) return group;
    const first: Group = {
      skip: false,
      bold: false,
      size: null,
      hidden: false,
      colour: 0,
      shaded: false,
      boxed: false,
      codePage: this.#codePage,
      fallback: 1,
      place: 'text',
    };
    return first;
  }

  #word(word: string, value: number | null): void {
    const group = this.#group;
    if (word === '*') {
      this.#starred = true;
      return;
    }
    const starred = this.#starred;
    this.#starred = false;
    if (SKIPPED.has(word) || (starred && !KNOWN_STARRED.has(word))) {
      group.skip = true;
      return;
    }
    if (group.skip) return;
    if (this.#character(word, value, group)) return;
    this.#structure(word, value, group);
  }

  /** Words that set the look or the code page, or stand for a character. */
  #character(word: string, value: number | null, group: Group): boolean {
    const symbol = SYMBOLS[word];
    if (symbol !== undefined) {
      this.#add(symbol);
      return true;
    }
    switch (word) {
      case 'ansicpg':
        this.#codePage = value ?? 1252;
        group.codePage = this.#codePage;
        return true;
      case 'mac':
        group.codePage = this.#codePage = 10000;
        return true;
      case 'uc':
        group.fallback = Math.max(0, value ?? 1);
        return true;
      case 'u': {
        const code = value ?? 0x3f;
        this.#add(String.fromCharCode(code < 0 ? code + 65_536 : code));
        this.#skipCharacters = group.fallback;
        return true;
      }
      case 'b':
        group.bold = value !== 0;
        return true;
      case 'fs':
        group.size = value;
        return true;
      case 'v':
        group.hidden = value !== 0;
        return true;
      case 'cf':
        group.colour = value ?? 0;
        return true;
      case 'cb':
      case 'chcbpat':
      case 'highlight':
      case 'cbpat':
        group.shaded = (value ?? 0) > 0 && !this.#white.has(value ?? 0);
        return true;
      case 'pard':
        group.shaded = false;
        return true;
      case 'trowd':
        this.#shadedRow = false;
        return false;
      case 'clcbpat':
      case 'trcbpat':
        if ((value ?? 0) > 0 && !this.#white.has(value ?? 0)) this.#shadedRow = true;
        return true;
      case 'red':
      case 'green':
      case 'blue':
        if (group.place === 'colours' && value === 255) this.#full += 1;
        return true;
      case 'plain':
        group.colour = 0;
        group.shaded = false;
        group.bold = false;
        group.hidden = false;
        group.size = null;
        return true;
      case 'f':
        this.#font = value ?? 0;
        group.codePage = this.#fontPages.get(this.#font) ?? this.#codePage;
        return true;
      case 'fcharset': {
        const page = CODE_PAGES[value ?? 0];
        if (group.place === 'fonts' && page !== undefined) this.#fontPages.set(this.#font, page);
        return true;
      }
      default:
        return false;
    }
  }

  #structure(word: string, _value: number | null, group: Group): void {
    if (HEADERS.has(word) || FOOTERS.has(word)) {
      this.#endParagraph();
      group.place = HEADERS.has(word) ? 'header' : 'footer';
      this.#flow.role = group.place;
      this.#flow.openBox();
      return;
    }
    switch (word) {
      case 'fonttbl':
        group.place = 'fonts';
        return;
      case 'colortbl':
        group.place = 'colours';
        return;
      case 'fldinst':
        group.place = 'instruction';
        this.#instruction = '';
        return;
      case 'shptxt':
        group.boxed = true;
        return;
      case 'par':
      case 'sect':
      case 'page':
        this.#endParagraph();
        return;
      case 'intbl':
        if (!this.#inRow) {
          this.#inRow = true;
          this.#flow.openRow();
        }
        return;
      case 'cell':
      case 'nestcell':
        this.#endCell();
        return;
      case 'row':
      case 'nestrow':
        this.#endRow();
        return;
      default:
    }
  }

  #add(text: string): void {
    const group = this.#group;
    if (group.skip || text === '' || group.place === 'fonts') return;
    if (group.place === 'colours') {
      this.#endColours(text);
      return;
    }
    if (group.place === 'instruction') {
      if (this.#instruction.length < 4_000) this.#instruction += text;
      return;
    }
    // White text in a shaded row or in a box, whose colour comes from elsewhere, can be read.
    const white =
      this.#white.has(group.colour) && !group.shaded && !this.#shadedRow && !group.boxed;
    const hidden: HiddenKind | null =
      group.hidden || white
        ? 'invisible-ink'
        : group.size !== null && group.size < TINY_HALF_POINTS
          ? 'tiny'
          : null;
    if (hidden !== null) {
      this.#builder.addHidden(hidden, text);
      return;
    }
    if (this.#inRow && !this.#inCell) {
      this.#inCell = true;
      this.#flow.openCell();
    }
    if (!this.#flow.inParagraph) this.#flow.openParagraph();
    this.#flow.addText(text, group.bold, group.size === null ? null : group.size / 2);
  }

  /** Each semicolon ends a colour of the table. */
  #endColours(text: string): void {
    for (const char of text) {
      if (char !== ';') continue;
      if (this.#full === 3) this.#white.add(this.#colours);
      this.#colours += 1;
      this.#full = 0;
    }
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.from(this.#bytes);
    this.#bytes = [];
    const page = this.#group.codePage;
    const encoding = page === 10000 ? 'macroman' : `cp${page}`;
    this.#add(iconv.decode(bytes, iconv.encodingExists(encoding) ? encoding : 'cp1252'));
  }

  #startLink(): void {
    const url = /HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(this.#instruction)?.[1];
    if (url !== undefined)
      this.#links.push({ url, from: this.#flow.paragraphText.length, depth: this.#groups.length });
    this.#instruction = '';
  }

  #endParagraph(): void {
    if (this.#flow.inParagraph) this.#flow.closeParagraph();
    else if (!this.#inRow && !this.#group.skip) {
      this.#flow.openParagraph();
      this.#flow.closeParagraph();
    }
  }

  #endCell(): void {
    if (this.#flow.inParagraph) this.#flow.closeParagraph();
    if (this.#inCell) this.#flow.closeCell();
    this.#inCell = false;
  }

  #endRow(): void {
    this.#endCell();
    if (this.#inRow) this.#flow.closeRow();
    this.#inRow = false;
  }
}

/** Windows character sets of fonts → code pages. */
const CODE_PAGES: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
