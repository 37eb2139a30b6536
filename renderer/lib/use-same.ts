import { useState } from 'react';

/** The value of before for as long as the new one says the same as JSON, so that what is made of it need not be made again. */
export function useSame<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  // Kept while drawing, as React has it for what follows from props: an effect would draw everything twice.
  setKept(value);
  return value;
}
