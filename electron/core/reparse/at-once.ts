/** Works on up to `width` things at once; the results stand in the order of the things. The first failure rejects. */
export async function atOnce<T, R>(
  things: readonly T[],
  width: number,
  workOn: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const left = things.entries();
  const worker = async (): Promise<void> => {
    // One iterator for all workers: each thing is taken once.
    for (const [index, thing] of left) results[index] = await workOn(thing);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
