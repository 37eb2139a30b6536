import { describe, expect, it } from 'vitest';
import { asksOf } from './asks-of';
import { inOrderOf } from './held-order';

const counted = (text: string) =>
  text.split(' ').map((one) => {
    const [value = '', count = '0'] = one.split(':');
    return { value, label: value, count: Number(count) };
  });

describe('values that are held under the hand', () => {
  it('keep their lines whatever is counted anew (a click would tick the value that jumped there)', () => {
    const before = counted('java:9 sql:5 perl:2');
    const fresh = counted('sql:5 java:4 rust:3');
    expect(inOrderOf(before, fresh)).toEqual(counted('java:4 sql:5 perl:0 rust:3'));
  });
});

describe('what is counted', () => {
  it('is asked for once, in one order, only for what is open (the same sections would miss the answers kept)', () => {
    expect(asksOf([], [])).toEqual([]);
    expect(asksOf(['place', 'skills'], [])).toEqual(asksOf(['skills', 'place'], []));
    expect(asksOf(['skills', 'owners'], ['owner', 'list']).map(({ kind }) => kind)).toEqual([
      'skill',
      'list',
      'owner',
    ]);
    expect(asksOf(['custom:b', 'custom:a'], [])).toEqual([
      { kind: 'custom', fieldId: 'a' },
      { kind: 'custom', fieldId: 'b' },
    ]);
  });
});
