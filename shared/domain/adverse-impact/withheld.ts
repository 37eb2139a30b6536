/**
 * Groups of fewer people than this are not counted in the open: a figure on two people tells what each of them said. With ten, most desks
 * would see no figures at all; with three, two of them who talk to each other know the third one's answer.
 */
export const FEWEST_SHOWN = 5;

/** Groups whose sum somebody can know: all of a table, or all of one category of a table of two questions. */
export interface Line {
  /** The groups, by index. */
  readonly cells: readonly number[];
  /** People of the same sum who are in none of them, because they left a question open. */
  readonly open: number;
}

/**
 * Which groups are withheld, by index: those of fewer than `FEWEST_SHOWN` people, those in `already`, and as many of the next smallest as it
 * takes that no line gives one away by subtracting (complementary suppression). What is not shown of a line is then always of two kinds at
 * least (two groups, or a group and those who did not answer) and of `FEWEST_SHOWN` people at least, or it is all of the line.
 */
export function withheldCells(
  sizes: readonly number[],
  lines: readonly Line[],
  already: ReadonlySet<number> = new Set(),
): ReadonlySet<number> {
  const hidden = new Set(already);
  for (const [at, size] of sizes.entries()) if (size > 0 && size < FEWEST_SHOWN) hidden.add(at);
  // Each round withholds one more, so there are no more rounds than groups.
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      const more = oneMoreOf(sizes, line, hidden);
      if (more === null) continue;
      hidden.add(more);
      changed = true;
    }
  }
  return hidden;
}

function oneMoreOf(
  sizes: readonly number[],
  { cells, open }: Line,
  hidden: ReadonlySet<number>,
): number | null {
  const there = cells.filter((at) => (sizes[at] ?? 0) > 0);
  const gone = there.filter((at) => hidden.has(at));
  if (gone.length === 0) return null;
  const kinds = gone.length + (open > 0 ? 1 : 0);
  const people = gone.reduce((sum, at) => sum + (sizes[at] ?? 0), open);
  if (kinds >= 2 && people >= FEWEST_SHOWN) return null;
  const [smallest] = there
    .filter((at) => !hidden.has(at))
    .toSorted((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  return smallest ?? null;
}
