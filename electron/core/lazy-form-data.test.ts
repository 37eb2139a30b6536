import { describe, expect, it } from 'vitest';
import { putOffFormData } from './lazy-form-data';

/** What a scope with Node's own lazy property looks like. */
const scopeWith = (load: () => unknown): typeof globalThis =>
  // Only the one property is looked at.
  Object.defineProperty({}, 'FormData', {
    get: load,
    configurable: true,
  }) as unknown as typeof globalThis;

describe('FormData put off', () => {
  it('is not loaded by a question whether something is one, and answers it rightly', () => {
    const Real = globalThis.FormData;
    let loads = 0;
    const scope = scopeWith(() => {
      loads += 1;
      return Real;
    });
    putOffFormData(scope);
    for (const value of [{}, [], null, 'text', 7, new Map()]) {
      expect(value instanceof scope.FormData).toBe(false);
    }
    expect(loads).toBe(0);
    const made = new scope.FormData();
    made.append('file', new Blob(['x']), 'cv.pdf');
    expect(loads).toBe(1);
    expect(made instanceof scope.FormData).toBe(true);
    // What files travel in has to be the real one, and one that came from elsewhere has to be known.
    expect(made).toBeInstanceOf(Real);
    expect(made.get('file')).toBeInstanceOf(Blob);
    expect(new Real() instanceof scope.FormData).toBe(true);
  });
});
