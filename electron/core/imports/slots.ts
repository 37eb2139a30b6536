/** A number of places, given out in the order they were asked for. */
export interface Slots {
  /** Waits for a place and answers with the way to give it back. Rejects with the signal's reason. */
  readonly take: (signal: AbortSignal) => Promise<() => void>;
}

export function createSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];

  const release = (): (() => void) => {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    };
  };

  return {
    take: (signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (free > 0) {
          free -= 1;
          return resolve(release());
        }
        const onAbort = (): void => {
          waiting.splice(waiting.indexOf(go), 1);
          reject(signal.reason);
        };
        const go = (): void => {
          signal.removeEventListener('abort', onAbort);
          resolve(release());
        };
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.push(go);
      }),
  };
}

/** Lets one holder of a key through at a time: two copies of one file are not read at once. */
export interface Gate {
  readonly enter: (key: string, signal: AbortSignal) => Promise<() => void>;
}

export function createGate(): Gate {
  const gates = new Map<string, { readonly slots: Slots; users: number }>();
  return {
    enter: async (key, signal) => {
      const gate = gates.get(key) ?? { slots: createSlots(1), users: 0 };
      gates.set(key, gate);
      gate.users += 1;
      const leave = (): void => {
        gate.users -= 1;
        if (gate.users === 0) gates.delete(key);
      };
      try {
        const release = await gate.slots.take(signal);
        let left = false;
        return () => {
          if (left) return;
          left = true;
          release();
          leave();
        };
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}
