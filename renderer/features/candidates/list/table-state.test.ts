import { describe, expect, it } from 'vitest';
import { moveColumn, shownColumns, toggleColumn } from './column-order';

describe('shown columns', () => {
  it('keeps the name first and drops what this version does not know (old settings would break the table)', () => {
    expect(shownColumns(['email', 'name', 'shoeSize', 'email', 'skills'])).toEqual([
      'name',
      'email',
      'skills',
    ]);
  });

  it('moves columns but never past the name', () => {
    const shown = shownColumns(['company', 'skills']);
    expect(moveColumn(shown, 'skills', -1)).toEqual(['name', 'skills', 'company']);
    expect(moveColumn(shown, 'company', -1)).toBe(shown);
    expect(moveColumn(shown, 'skills', 1)).toBe(shown);
    expect(toggleColumn(shown, 'name')).toBe(shown);
    expect(toggleColumn(shown, 'company')).toEqual(['name', 'skills']);
  });
});
