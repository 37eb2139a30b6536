import { describe, expect, it } from 'vitest';
import { moveColumn, shownColumns, toggleColumn } from './column-order';
import { addRows, EMPTY_SELECTION, SELECTION_LIMIT, toggleRow } from './selection';

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

describe('selection', () => {
  it('never grows past what one undo takes back', () => {
    const many = Array.from({ length: SELECTION_LIMIT + 20 }, (_, index) => `r${index}`);
    const full = addRows(EMPTY_SELECTION, many);
    expect(full.ids.size).toBe(SELECTION_LIMIT);
    expect(toggleRow(full, 'other', 3).ids.size).toBe(SELECTION_LIMIT);
    expect(toggleRow(full, 'r0', 0).ids.size).toBe(SELECTION_LIMIT - 1);
  });

  it('does not change the selection it was given (React would miss the change)', () => {
    const before = toggleRow(EMPTY_SELECTION, 'a', 0);
    toggleRow(before, 'b', 1);
    expect([...before.ids]).toEqual(['a']);
    expect(EMPTY_SELECTION.ids.size).toBe(0);
  });
});
