import { useLayoutEffect, useRef } from 'react';

/** A value of the last render, for handlers: reading it when they run keeps them the same from render to render. */
export interface Current<Value> {
  readonly current: Value;
}

/** Keeps the newest value where a handler that never changes can read it. Not to be read while rendering. */
export function useCurrent<Value>(value: Value): Current<Value> {
  const current = useRef(value);
  useLayoutEffect(() => {
    current.current = value;
  });
  return current;
}
