import { type BoardColumn, OPEN_STAGES, type Stage } from './board';

/** A column as it is shown: one of the board's, or the one for those who were rejected or withdrew. */
export interface ShownColumn {
  readonly id: string;
  readonly stage: Stage;
  /** What the job calls it; null for the usual name of its stage. */
  readonly name: string | null;
  /** What an application in it holds as its column; null on a board with the usual columns. */
  readonly columnId: string | null;
}

/** The columns of a board from left to right, those of the closed stages last. */
export function shownColumns(columns: readonly BoardColumn[] | null): readonly ShownColumn[] {
  const open =
    columns === null
      ? OPEN_STAGES.map((stage) => ({ id: stage, stage, name: null, columnId: null }))
      : columns.map(({ id, stage, name }) => ({ id, stage, name, columnId: id }));
  const closed = (['rejected', 'withdrawn'] as const).map((stage) => ({
    id: `closed ${stage}`,
    stage,
    name: null,
    columnId: null,
  }));
  return [...open, ...closed];
}

/**
 * Which cards stand in which column, in the order given. Who holds no column, or one that is not there any more, stands in the first of
 * their stage.
 */
export function cardsByColumn<
  C extends { readonly stage: Stage; readonly columnId: string | null },
>(columns: readonly ShownColumn[], cards: readonly C[]): ReadonlyMap<string, readonly C[]> {
  const byColumn = new Map<string, C[]>(columns.map(({ id }) => [id, []]));
  const firstOf = new Map<Stage, string>();
  for (const { id, stage } of columns) if (!firstOf.has(stage)) firstOf.set(stage, id);
  const stageOf = new Map(columns.map(({ id, stage }) => [id, stage]));
  for (const card of cards) {
    const own = card.columnId !== null && stageOf.get(card.columnId) === card.stage;
    const id = own ? card.columnId : firstOf.get(card.stage);
    byColumn.get(id ?? '')?.push(card);
  }
  return byColumn;
}
