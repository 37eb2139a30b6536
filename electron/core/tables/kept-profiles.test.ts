import { expect, it, vi } from 'vitest';
import type { Profile } from '@/shared/domain/duplicates/person';
import type { PairReader } from '@/shared/usecases/ports/pair-reader';
import { keepingProfiles } from './kept-profiles';

const profile = (id: string): Profile => ({
  id,
  name: `Person ${id}`,
  city: null,
  country: null,
  contacts: [],
  files: [],
  jobs: [],
  schools: [],
});

it('reads everybody once, also whom a merge hid, and forgets none of those asked for', async () => {
  const read = vi.fn(async (ids: readonly string[]) =>
    ids.filter((id) => id !== 'hidden').map(profile),
  );
  // The others are not asked for.
  const pairs = keepingProfiles({ profiles: read } as unknown as PairReader);
  const names = async (...ids: string[]) => (await pairs.profiles(ids)).map(({ id }) => id);
  expect(await names('a', 'hidden', 'b')).toEqual(['a', 'b']);
  expect(await names('b', 'hidden', 'c')).toEqual(['b', 'c']);
  expect(read.mock.calls.map(([ids]) => ids)).toEqual([['a', 'hidden', 'b'], ['c']]);
  // Beyond what is kept all is read anew, those asked for in the same breath too.
  const many = Array.from({ length: 5000 }, (_, at) => `p${at}`);
  expect(await names('a', ...many)).toEqual(['a', ...many]);
});
