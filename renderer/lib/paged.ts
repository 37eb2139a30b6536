interface Page {
  readonly rows: readonly unknown[];
  readonly total: number;
}

/** Where the next page of a list begins that is read by offset; undefined at its end. */
export function nextOffset(_: Page, pages: readonly Page[]): number | undefined {
  const read = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  return read < (pages.at(-1)?.total ?? 0) ? read : undefined;
}
