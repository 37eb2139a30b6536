import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFacts } from '@/db/store-tests/random-facts';
import { packFacts, unpackFacts } from './match-facts';

test('what is packed comes back the same: months in the future and before 1900, words in any script, places on the other half', () => {
  fc.assert(
    fc.property(randomFacts, (given) => {
      expect(unpackFacts(packFacts(given))).toEqual(given);
    }),
    { numRuns: 300 },
  );
});
