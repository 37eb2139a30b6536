import { describe, expect, it } from 'vitest';
import {
  candidateSelectionSchema,
  SELECTION_EXCEPT_MAX,
  SELECTION_IDS_MAX,
} from '@/shared/domain/candidates/selection';
import { requestOf } from './list-search';
import {
  addRows,
  allOf,
  chosenCount,
  EMPTY_SELECTION,
  handedOver,
  isChosen,
  type Selection,
  searchKey,
  toggleRow,
} from './selection';

const id = (index: number): string =>
  `01890000-0000-7000-8000-${index.toString().padStart(12, '0')}`;
const java = requestOf({ q: 'java' });
const nurses = requestOf({ q: 'nurse' });
const [here, elsewhere] = [searchKey(java), searchKey(nurses)];
const chosen = (selection: Selection, index: number, key = here): boolean =>
  isChosen(selection, id(index), key);

describe('people one by one', () => {
  it('stay chosen in every list, and come out by a second click', () => {
    const two = toggleRow(toggleRow(EMPTY_SELECTION, id(1), 0, here), id(2), 1, elsewhere);
    expect([chosen(two, 1), chosen(two, 1, elsewhere), chosen(two, 3)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(handedOver(toggleRow(two, id(1), 0, elsewhere))).toEqual({ kind: 'ids', ids: [id(2)] });
    expect(handedOver(EMPTY_SELECTION)).toBeNull();
  });

  it('are never more than a bulk action takes', () => {
    const many = Array.from({ length: SELECTION_IDS_MAX + 20 }, (_, index) => id(index));
    const full = addRows(EMPTY_SELECTION, many, here);
    expect(chosenCount(full)).toBe(SELECTION_IDS_MAX);
    expect(chosenCount(toggleRow(full, id(SELECTION_IDS_MAX + 5), 3, here))).toBe(
      SELECTION_IDS_MAX,
    );
    expect(chosenCount(toggleRow(full, id(0), 0, here))).toBe(SELECTION_IDS_MAX - 1);
  });

  it('do not change the selection they were added to (React would miss the change)', () => {
    const before = toggleRow(EMPTY_SELECTION, id(1), 0, here);
    toggleRow(before, id(2), 1, here);
    addRows(before, [id(3)], here);
    expect(chosenCount(before)).toBe(1);
    expect(chosenCount(EMPTY_SELECTION)).toBe(0);
  });
});

describe('everybody a search finds', () => {
  it('is the search and not its order (sorting the list would let everybody go)', () => {
    const byName = requestOf({ q: 'java', sort: 'name' });
    expect(chosen(allOf(java, 4000), 1, searchKey(byName))).toBe(true);
    expect(searchKey({ ...java, facets: [{ kind: 'skill', fieldId: null }] })).toBe(here);
    expect(elsewhere).not.toBe(here);
  });

  it('loses people and takes them back, and hands over who is left out', () => {
    const all = allOf(java, 4000);
    const most = toggleRow(toggleRow(all, id(1), 0, here), id(2), 1, here);
    expect([chosenCount(most), chosen(most, 1), chosen(most, 3)]).toEqual([3998, false, true]);
    expect(chosenCount(addRows(most, [id(1), id(2), id(9)], here))).toBe(4000);
    const handed = candidateSelectionSchema.parse(handedOver(most));
    expect(handed).toMatchObject({ kind: 'search', total: 4000, except: [id(1), id(2)] });
    let fewer: Selection = all;
    for (let index = 0; index < SELECTION_EXCEPT_MAX + 3; index++) {
      fewer = toggleRow(fewer, id(index), index, here);
    }
    expect(chosenCount(fewer)).toBe(4000 - SELECTION_EXCEPT_MAX);
  });

  it('shows nobody of another list as chosen, where one row starts anew (4,000 others would be tagged with it)', () => {
    const all = allOf(java, 4000);
    expect(chosen(all, 1, elsewhere)).toBe(false);
    expect(handedOver(toggleRow(all, id(1), 0, elsewhere))).toEqual({ kind: 'ids', ids: [id(1)] });
    expect(chosenCount(addRows(all, [id(1), id(2)], elsewhere))).toBe(2);
  });
});
