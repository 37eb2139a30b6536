/** What an import is called: the one thing that was chosen, or the first and how many more. */
export function labelOf(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  return rest.length === 0 ? first : `${first} + ${rest.length}`;
}
