/** The time as it is read, and as it passes: the one goes on while the computer sleeps, the other whatever the clock is set to. In ms. */
interface Time {
  readonly wall: () => number;
  readonly steady: () => number;
}

/**
 * Tells how long nobody was at the desk: by whichever of the two times says longer. A clock that is set back keeps no desk open, and one that
 * is set ahead, or a sleep, only locks early.
 */
export function createPresence(time: Time) {
  const sign = () => ({ wall: time.wall(), steady: time.steady() });
  let last = sign();
  return {
    seen: (): void => {
      last = sign();
    },
    /** Milliseconds since somebody was seen. */
    awayFor: (): number => Math.max(time.wall() - last.wall, time.steady() - last.steady),
  };
}
