import { describe, expect, it } from 'vitest';
import { suggestSkills } from './suggest-skills';

const names = (typed: string, limit = 8) => suggestSkills(typed, limit).map(({ name }) => name);

describe('skills while somebody types', () => {
  it('puts the skill of just that name first, also by another name it goes by', () => {
    expect(names('java')[0]).toBe('Java');
    expect(names('java')).toContain('JavaScript');
    expect(names('k8s')[0]).toBe('Kubernetes');
  });

  it('stays within the limit and says nothing for nothing', () => {
    expect(names('a', 5)).toHaveLength(5);
    expect(names('  ')).toEqual([]);
    expect(names("'; DROP \u202e 🙂 __proto__")).toEqual([]);
  });
});
