import { lazyRouteComponent } from '@tanstack/react-router';
import { type ComponentType, useEffect, useState } from 'react';

/** How long after the window has begun the rest of it is read, in ms: the first screen stands by then, and its counts as well. */
const READ_AFTER = 3000;

const rest: (() => Promise<unknown>)[] = [];

/**
 * A screen whose code is read when somebody goes there: `screenOnDemand(() => import('@/renderer/features/reports/reports-screen'),
 * 'ReportsScreen')`. The router reads it before it leaves the screen before, so that nothing flashes and no focus is lost. A feature's
 * index.ts exports its screens like this; the rest of the window sees no difference.
 */
export const screenOnDemand: typeof lazyRouteComponent = (load, name) => {
  rest.push(load);
  return lazyRouteComponent(load, name);
};

/**
 * The same for a part of a screen that is not seen at first, such as a dialog or a tab: until its code is there it shows nothing. Without
 * Suspense, which would hold it back for a third of a second after it has shown nothing.
 */
export function partOnDemand<Name extends string, Props extends object>(
  load: () => Promise<{ readonly [K in Name]: ComponentType<Props> }>,
  name: Name,
): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;
  const read = async (): Promise<ComponentType<Props>> => {
    part = (await load())[name];
    return part;
  };
  rest.push(read);
  return function OnDemand(props: Props) {
    const [state, setState] = useState<{
      readonly Part?: ComponentType<Props>;
      readonly error?: Error;
    }>(() => (part === null ? {} : { Part: part }));
    useEffect(() => {
      if (state.Part !== undefined) return;
      read().then(
        (Part) => setState({ Part }),
        (error: unknown) =>
          setState({ error: error instanceof Error ? error : new Error(String(error)) }),
      );
    }, [state.Part]);
    // For the screen's own error boundary.
    if (state.error !== undefined) throw state.error;
    return state.Part === undefined ? null : <state.Part {...props} />;
  };
}

/**
 * Reads everything that is on demand, a file at a time, once the window has been there for a while and nothing else is going on: from
 * then on every screen and dialog is there with the key that calls it.
 */
export function readTheRest(): void {
  const next = async (): Promise<void> => {
    const load = rest.pop();
    if (load === undefined) return;
    try {
      await load();
    } catch {
      // A file that cannot be read says so where it is needed.
    }
    whenIdle();
  };
  const whenIdle = (): void => void requestIdleCallback(() => void next());
  setTimeout(whenIdle, READ_AFTER);
}
