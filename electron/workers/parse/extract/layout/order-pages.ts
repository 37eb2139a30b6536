import type { Line } from '@/shared/domain/parsing/extracted-document';
import { joinHyphenated } from './hyphens';
import type { OrderedLine, OrderedPage, PageToOrder } from './page';
import { orderPage } from './reading-order';
import { parkRunningLines } from './running-lines';
import type { TextLine } from './text-line';

/**
 * Puts the pages of a document in reading order. The text beside a sidebar goes on on the next page, so the sidebars of all
 * pages are read in one, before that text or after it. Headers and footers that pages repeat are read once and never amid the
 * text: a header that begins the first page there, all others at the end.
 */
export function orderPages(pages: readonly PageToOrder[]): readonly OrderedLine[] {
  const { body, top, parked } = parkRunningLines(pages);
  const ordered = body.map((page) => ({ number: page.number, ...orderPage(page) }));
  const first = ordered[0];
  const lines: OrderedLine[] = [];
  const add = (page: number, list: readonly TextLine[], role: Line['role'] = 'body'): void => {
    for (const line of list) lines.push({ line, page, role });
  };
  const addWords = (edge: EdgeLines): void => {
    for (const { page, words, role } of edge) {
      const { above, sidebar, main } = orderPage({ words, panels: [] });
      add(page, [...above, ...(sidebar?.lines ?? []), ...main], role);
    }
  };
  addWords(top);
  if (first !== undefined) add(first.number, first.above);
  for (const page of ordered) add(page.number, sidebarAt(page, 'left'));
  for (const page of ordered) {
    if (page !== first) add(page.number, page.above);
    add(page.number, page.main);
  }
  for (const page of ordered) add(page.number, sidebarAt(page, 'right'));
  addWords(parked);
  return joinHyphenated(lines);
}

type EdgeLines = ReturnType<typeof parkRunningLines>['parked'];

const sidebarAt = (page: OrderedPage, at: 'left' | 'right'): readonly TextLine[] =>
  page.sidebar?.at === at ? page.sidebar.lines : [];
