import { describe, expect, it } from 'vitest';
import { contradictionIn, EMPTY_DRAFT, foldSkills } from './draft';
import type { AskedSkill } from './records';

const skill = (name: string, given: Partial<AskedSkill> = {}): AskedSkill => ({
  need: 'nice',
  skillId: null,
  name,
  weight: 3,
  minYears: null,
  ...given,
});

describe('what a job asks for', () => {
  it('is refused by the fields that contradict each other; either end may be open', () => {
    expect(contradictionIn(EMPTY_DRAFT)).toBeNull();
    expect(contradictionIn({ ...EMPTY_DRAFT, experienceMin: 5 })).toBeNull();
    expect(contradictionIn({ ...EMPTY_DRAFT, experienceMin: 5, experienceMax: 5 })).toBeNull();
    expect(contradictionIn({ ...EMPTY_DRAFT, experienceMin: 5, experienceMax: 3 })?.fields).toEqual(
      ['experienceMin', 'experienceMax'],
    );
    expect(contradictionIn({ ...EMPTY_DRAFT, salaryMin: 2, salaryMax: 1 })?.fields).toEqual([
      'salaryMin',
      'salaryMax',
    ]);
  });

  it('names each skill once, with the more of what was asked', () => {
    const folded = foldSkills([
      skill('Java', { skillId: 'java', minYears: 2 }),
      skill('Kundenberatung'),
      skill('JAVA SE', { skillId: 'java', need: 'required', weight: 5, minYears: 1 }),
      skill(' kundenberatung ', { minYears: 4 }),
    ]);
    expect(folded).toEqual([
      skill('Java', { skillId: 'java', need: 'required', weight: 5, minYears: 2 }),
      skill('Kundenberatung', { minYears: 4 }),
    ]);
  });

  it('keeps words the taxonomy does not know as they are, however odd', () => {
    const odd = ['__proto__', '\u202e<img onerror>', "'; DROP TABLE", '=cmd|', '👩‍💻'].map((one) =>
      skill(one),
    );
    expect(foldSkills(odd)).toEqual(odd);
  });
});
