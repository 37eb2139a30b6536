import { describe, expect, it } from 'vitest';
import { movedBy } from './skills-editor';
import type { AskedSkill } from '@/shared/domain/jobs/records';

const skill = (name: string, need: AskedSkill['need']): AskedSkill => ({
  need,
  name,
  skillId: null,
  weight: 3,
  minYears: null,
});

describe('moving a skill', () => {
  const [a, b, c] = [skill('A', 'required'), skill('B', 'required'), skill('C', 'nice')];
  const all = [a, b, c];
  const names = (skills: readonly AskedSkill[] | null) =>
    skills?.map(({ name, need }) => `${name}:${need}`) ?? null;

  it('goes past its neighbour, and from must-have to nice-to-have and back', () => {
    expect(names(movedBy(all, a, 1))).toEqual(['B:required', 'A:required', 'C:nice']);
    expect(names(movedBy(all, b, 1))).toEqual(['A:required', 'B:nice', 'C:nice']);
    expect(names(movedBy(all, c, -1))).toEqual(['A:required', 'B:required', 'C:required']);
  });

  it('stays at the ends', () => {
    expect(movedBy(all, a, -1)).toBeNull();
    expect(movedBy(all, c, 1)).toBeNull();
  });
});
