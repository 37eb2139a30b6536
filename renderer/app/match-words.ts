import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';
import type { CriterionStatus, Part } from '@/shared/domain/matching/score-types';

export const PART_NAMES: Readonly<Record<Part, MessageId>> = {
  skills: 'matches.part.skills',
  experience: 'matches.part.experience',
  title: 'matches.part.title',
  education: 'matches.part.education',
  location: 'matches.part.location',
};

export const STATUS_NAMES: Readonly<Record<CriterionStatus, MessageId>> = {
  met: 'matches.status.met',
  partly: 'matches.status.partly',
  missing: 'matches.status.missing',
  unknown: 'matches.status.unknown',
};

/** Hundredths of a point as points, with both digits wherever they stand: lists, explanations, the board and print say the same, and parts sum to the score on sight. */
export function usePoints(): (hundredths: number) => string {
  const { decimal } = useFormat();
  return (hundredths) => decimal(hundredths / 100, 2);
}

interface Named {
  readonly key: string;
  readonly asked: string;
}

/** What a criterion is called: a skill by its name, years and schooling in words. */
export function useAskedName(): (criterion: Named) => string {
  const t = useText();
  const levelName = useLevelName();
  return ({ key, asked }) => {
    switch (key) {
      case 'experience':
        return t('matches.asked.experience', { years: Number(asked) });
      case 'words':
        return t('matches.asked.words');
      case 'education':
        return levelName(asked);
      default:
        return asked;
    }
  };
}

const LEVEL_NAMES: ReadonlyMap<string, MessageId> = new Map(
  EDUCATION_LEVELS.map((level) => [level, `filters.degree.${level}`]),
);

/** The name of a level of education. */
export function useLevelName(): (level: string) => string {
  const t = useText();
  return (level) => {
    const name = LEVEL_NAMES.get(level);
    return name === undefined ? level : t(name);
  };
}
