/** Wakes one waiter; a ring that nobody waited for is kept for the next. */
export function createBell(): { readonly ring: () => void; readonly rung: () => Promise<void> } {
  let pending = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      if (wake) wake();
      else pending = true;
      wake = null;
    },
    rung: () =>
      new Promise((resolve) => {
        if (pending) {
          pending = false;
          resolve();
        } else wake = resolve;
      }),
  };
}

/** Runs pieces of work one after the other. */
export function createTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };
}
