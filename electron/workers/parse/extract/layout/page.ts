import type { Box, Line } from '@/shared/domain/parsing/extracted-document';
import type { TextLine } from './text-line';
import type { Word } from './word';

/** What a page shows, for putting it in order. */
export interface LayoutPage {
  readonly words: readonly Word[];
  /** Tall coloured fields that may be sidebars. */
  readonly panels: readonly Box[];
}

/** The lines of a page; a sidebar apart from the text it stands beside, so that the text can go on on the next page. */
export interface OrderedPage {
  readonly above: readonly TextLine[];
  readonly sidebar: { readonly at: 'left' | 'right'; readonly lines: readonly TextLine[] } | null;
  readonly main: readonly TextLine[];
}

/** A page as it was read, under its number in the file, in points. */
export interface PageToOrder extends LayoutPage {
  readonly number: number;
  readonly height: number;
}

export interface OrderedLine {
  readonly line: TextLine;
  readonly page: number;
  readonly role: Line['role'];
}
