import type { CriterionResult } from './score-types';

export interface SkillsGap {
  /** Asked for, and nothing like it is there. */
  readonly missing: readonly string[];
  /** Asked for, and something near it is there. */
  readonly near: readonly {
    readonly asked: string;
    readonly has: string;
    readonly credit: number;
  }[];
}

/** What a candidate lacks of the skills asked for: must-haves first, in the order of the job. */
export function skillsGap(criteria: readonly CriterionResult[]): SkillsGap {
  const skills = criteria
    .filter(({ part, status }) => part === 'skills' && status !== 'met')
    .toSorted((a, b) => Number(b.mustHave) - Number(a.mustHave));
  return {
    missing: skills.filter(({ status }) => status === 'missing').map(({ asked }) => asked),
    near: skills.flatMap(({ status, asked, nearest, credit }) =>
      status === 'partly' && nearest !== null ? [{ asked, has: nearest, credit }] : [],
    ),
  };
}
