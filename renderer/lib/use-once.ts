import { useState } from 'react';

/** Whether `value` has ever been true here: for what is made when it is first wanted, and stays. */
export function useOnce(value: boolean): boolean {
  const [was, setWas] = useState(value);
  if (value && !was) setWas(true);
  return was || value;
}
