import type { Box } from '@/shared/domain/parsing/extracted-document';
import { standsBeside } from './columns';
import { segmentsOf } from './rows';
import type { Segment } from './segment';
import type { Word } from './word';

/** A page parted by the coloured field of a sidebar. */
export interface PanelParts {
  readonly at: 'left' | 'right';
  readonly above: readonly Segment[];
  readonly inside: readonly Segment[];
  readonly beside: readonly Segment[];
  readonly below: readonly Segment[];
}

/** Fewer lines than this on a side of the field's edge are no column. */
const FEWEST = 3;

/**
 * The largest coloured field with text on it and text beside it. Words belong to the field they begin on, also where a long
 * name or address runs over its edge. A field under labels or dates that belong beside their entries is none.
 */
export function readPanel(words: readonly Word[], panels: readonly Box[]): PanelParts | null {
  for (const panel of [...panels].sort((a, b) => b.width * b.height - a.width * a.height)) {
    const within = words.filter((word) => isOn(word, panel));
    const others = words.filter((word) => !isOn(word, panel));
    const inside = segmentsOf(within);
    const outside = segmentsOf(others);
    const above = outside.filter((item) => item.y1 < panel.y + 2);
    const below = outside.filter((item) => item.y0 > panel.y + panel.height - 2);
    const beside = outside.filter((item) => !above.includes(item) && !below.includes(item));
    if (inside.length < FEWEST || beside.length < FEWEST) continue;
    if (standsBeside(inside, beside)) continue;
    const middle = beside.filter((item) => item.x0 < panel.x).length;
    return { at: middle * 2 > beside.length ? 'right' : 'left', above, inside, beside, below };
  }
  return null;
}

const isOn = (word: Word, panel: Box): boolean =>
  word.x >= panel.x - 1 &&
  word.x < panel.x + panel.width - 1 &&
  word.baseline > panel.y &&
  word.baseline - 0.3 * word.fontSize < panel.y + panel.height;
