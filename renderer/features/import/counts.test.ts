import { describe, expect, it } from 'vitest';
import { finishedOf, fractionOf, needYouOf, tabCount } from '@/renderer/features/import/counts';
import { ITEM_TABS } from '@/renderer/features/import/import-search';
import type { ImportView } from '@/shared/contract/api/imports';

const counts = {
  seen: 200,
  waiting: 40,
  working: 4,
  cancelled: 13,
  loaded: 100,
  updated: 20,
  missing_information: 5,
  possible_duplicate: 6,
  already_here: 10,
  failed: 2,
};
const view = { counts, scanned: true, state: 'running' } as ImportView; // the rest is not read here

describe('counts of an import', () => {
  it('add up to the files seen, whichever way they are shown', () => {
    expect(finishedOf(counts) + counts.waiting + counts.working + counts.cancelled).toBe(200);
    const parts = ITEM_TABS.filter((tab) => tab !== 'all').map((tab) => tabCount(counts, tab));
    expect(parts.reduce((sum, part) => sum + part, 0) + counts.working).toBe(
      tabCount(counts, 'all'),
    );
  });

  it('tell failed files from those that need a person', () => {
    expect(needYouOf(counts)).toBe(11);
  });

  it('show no share of an unknown whole: a bar that jumps back when more files are found', () => {
    expect(fractionOf({ ...view, scanned: false })).toBeNull();
    expect(fractionOf(view)).toBeCloseTo((143 + 13) / 200);
  });

  it('show an empty folder as done, not as for ever under way', () => {
    const none = { ...view, counts: { ...counts, seen: 0 } };
    expect(fractionOf(none)).toBe(1);
    expect(fractionOf({ ...none, scanned: false })).toBeNull();
  });
});
