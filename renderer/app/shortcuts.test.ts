import { describe, expect, it } from 'vitest';
import { keysOf } from '@/renderer/app/shortcuts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {},
) => keysOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('keysOf', () => {
  it('names a letter, with Caps Lock too', () => {
    expect(press('j')).toBe('j');
    expect(press('J')).toBe('j');
  });

  it('names Shift with letters, so that Shift+X is not X', () => {
    expect(press('X', { shiftKey: true })).toBe('shift+x');
  });

  it('does not name Shift with a character that needs it, or ? would never match on any keyboard', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('/', { shiftKey: true })).toBe('/');
  });

  it('puts the keys held in the order in which commands write them', () => {
    expect(press('O', { ctrlKey: true, shiftKey: true })).toBe('mod+shift+o');
    expect(press(' ')).toBe('space');
  });

  it('leaves the system its own modifier', () => {
    expect(press('k', { metaKey: true })).toBeNull();
  });

  it('is nothing for a modifier alone, or G then Shift would break the sequence', () => {
    expect(press('Shift', { shiftKey: true })).toBeNull();
  });
});
