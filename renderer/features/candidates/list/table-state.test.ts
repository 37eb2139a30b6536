import { describe, expect, it } from 'vitest';
import { fittingColumns, moveColumn, shownColumns, toggleColumn } from './column-order';

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

  it('gives up the last columns where there is no room, never the name or what the list is sorted by', () => {
    const shown = shownColumns(['headline', 'company', 'skills', 'updatedAt']);
    const fitting = (width: number, sorted: 'updatedAt' | null = null) =>
      fittingColumns(shown, sorted, () => 100, width);
    expect(fitting(500)).toBe(shown);
    expect(fitting(499)).toEqual(['name', 'headline', 'company', 'skills']);
    expect(fitting(300, 'updatedAt')).toEqual(['name', 'headline', 'updatedAt']);
    expect(fitting(10, 'updatedAt')).toEqual(['name', 'updatedAt']);
  });
});
