import type { Profile } from '@/shared/domain/duplicates/person';
import type { Id } from '@/shared/kit/ids';
import type { PairReader } from '@/shared/usecases/ports/pair-reader';

/** People whose profiles are kept. */
const MOST = 5000;

/**
 * The same reader, which reads each candidate once: the rows of a table ask again and again for those with common names. For a look at a
 * table alone, as it goes on from how people were when they were first met.
 */
export function keepingProfiles(pairs: PairReader): PairReader {
  const kept = new Map<Id, Profile | null>();
  return {
    ...pairs,
    profiles: async (ids) => {
      const missing = ids.filter((id) => !kept.has(id));
      if (missing.length > 0) {
        if (kept.size + missing.length > MOST) kept.clear();
        const asked = ids.filter((id) => !kept.has(id));
        // Whoever was merged into another has none.
        for (const id of asked) kept.set(id, null);
        for (const profile of await pairs.profiles(asked)) kept.set(profile.id, profile);
      }
      return ids.flatMap((id) => kept.get(id) ?? []);
    },
  };
}
