import { isDateWords } from '@/shared/domain/parsing/date-tokens';
import { isPresentWord } from '@/shared/domain/parsing/month-names';
import { fold } from '@/shared/kit/text';
import { levelWith, type Margin } from './columns';
import type { Segment } from './segment';
import { continues, type Side, type SideLine } from './side';

/** Segments read right behind another instead of in their own row, and what stands before each. */
export type Followers = ReadonlyMap<Segment, readonly Follower[]>;

export interface Follower {
  readonly segment: Segment;
  readonly before: '' | ' ' | '\t';
}

/**
 * A narrow margin of dates, places or labels wraps where the text beside it does not: "Jan 2019 –" / "Dec 2020" / "Lyon"
 * beside a title and two lines of a sentence. The lines that go on with the first are read behind it, so that neither the
 * dates nor the sentence are torn apart; lines with a row of their own stay on it.
 */
export function followersOf(margins: readonly Margin[]): Followers {
  const followers = new Map<Segment, Follower[]>();
  const moved = new Set<Segment>();
  for (const margin of margins)
    for (const group of margin.slim.groups) attach(group, margin, followers, moved);
  return followers;
}

function attach(
  group: readonly SideLine[],
  { slim, wide }: Margin,
  followers: Map<Segment, Follower[]>,
  moved: Set<Segment>,
): void {
  let head = group[0];
  let above = group[0];
  for (const line of group.slice(1)) {
    const how =
      head === undefined || above === undefined ? null : goesOn(head, above, line, slim, wide);
    const anchor = head?.segments.at(-1);
    if (how === null || anchor === undefined || line.segments.some((item) => moved.has(item))) {
      head = line;
    } else {
      const list = followers.get(anchor) ?? [];
      line.segments.forEach((segment, index) => {
        list.push({ segment, before: index === 0 ? how : '\t' });
        moved.add(segment);
      });
      followers.set(anchor, list);
    }
    above = line;
  }
}

/** What parts a line of the margin from the one it goes on with; null where it begins something of its own. */
function goesOn(
  head: SideLine,
  above: SideLine,
  line: SideLine,
  slim: Side,
  wide: Side,
): '' | ' ' | '\t' | null {
  // A month hyphenated in a narrow column; the soft hyphen is taken out with all others.
  if (/\p{L}\u00ad$/u.test(above.text))
    return isDateWords(`${above.text.slice(0, -1)}${line.text}`) ? '' : null;
  if (isDateWords(`${above.text} ${line.text}`) && line.text !== '')
    return isOpenDate(above.text) || goesOnWithDate(line.text) ? ' ' : null;
  if (line.dated || isDateWords(line.text)) return null;
  const beside = nearTo(line, wide);
  // The place under the dates, beside a sentence.
  if (head.dated && !line.dated && (beside === undefined || inParagraph(beside, wide))) return '\t';
  // A label that wraps had no room for the next word, and stands beside nothing or beside the middle of a paragraph.
  const first = line.segments[0]?.words[0];
  const room = slim.x1 - slim.x0 - (above.x1 - above.x0);
  const wrapped = first !== undefined && 0.3 * line.size + first.width > room;
  if (!wrapped || line.bold !== above.bold) return null;
  return beside === undefined || continues(beside, wide) ? ' ' : null;
}

/** The line of the other side that stands beside this one, also where its cell is set a little lower. */
const nearTo = (line: SideLine, side: Side): SideLine | undefined =>
  levelWith(line, side) ??
  side.lines.find((other) => Math.abs(other.baseline - line.baseline) < 0.6 * line.size);

/** "Jan 2019 –", "03/2019 to", "07. 2018 – 02.", "Summer": the year of its end is still to come. */
function isOpenDate(text: string): boolean {
  const tail = text.slice(-60).split(RANGE).at(-1) ?? '';
  return !/\d{4}|['’]\d\d/.test(tail) && !isPresentWord(fold(tail).trim());
}

const RANGE = /[-–—−~]|\s(?:to|till|until|bis|à|au|a|al|do|tot|até|hasta|fino)(?=\s|$)/i;

/** "– Dec 2020", "to present". */
const goesOnWithDate = (text: string): boolean =>
  /^\s*(?:[-–—−~]|(?:to|till|until|bis|à|au|al|do|tot|até|hasta)\s)/i.test(text);

/** The line goes on from the one above it or is gone on with below. */
function inParagraph(line: SideLine, side: Side): boolean {
  const below = side.lines[side.lines.indexOf(line) + 1];
  return continues(line, side) || (below !== undefined && continues(below, side));
}
