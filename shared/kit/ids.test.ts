import { expect, test, vi } from 'vitest';
import { idSchema, newId } from './ids';

// Catches ids that repeat when the pool of random bytes is filled anew, and rows of one commit that come back in another order.
test('ids are valid, never repeat, and sort in the order they were made', () => {
  const ids = Array.from({ length: 5_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids.slice(0, 600)) expect(idSchema.safeParse(id).success).toBe(true);
});

test('a clock that is set back does not put new ids before old ones', () => {
  const before = newId();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 60_000);
  try {
    expect([before, newId(), newId()].toSorted()[0]).toBe(before);
  } finally {
    clock.mockRestore();
  }
});
