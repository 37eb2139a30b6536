import { hash } from 'node:crypto';
import type { Sha256 } from '@/shared/domain/audit/entry';

/** Two digests, filled anew for each pair: hundreds of thousands a second pass through. */
const pair = Buffer.alloc(64);

/** SHA-256 of this platform. */
export const sha256: Sha256 = {
  ofText: (text) => hash('sha256', text, 'hex'),
  ofPair: (first, second) => {
    pair.write(first, 0, 'hex');
    pair.write(second, 32, 'hex');
    return hash('sha256', pair, 'hex');
  },
};
