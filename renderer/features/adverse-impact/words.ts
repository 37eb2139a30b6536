import type { MessageId } from '@/renderer/lib/text';
import type { QuestionId } from '@/shared/domain/adverse-impact/questions';
import type { GroupMark } from '@/shared/domain/adverse-impact/views';

export const QUESTION_NAMES: Readonly<Record<QuestionId, MessageId>> = {
  sex: 'impact.question.sex',
  ethnicity: 'impact.question.ethnicity',
  ageGroup: 'impact.question.age-group',
  disability: 'impact.question.disability',
};

/** Categories of all questions; no two have one id. */
export const CATEGORY_NAMES: Readonly<Record<string, MessageId>> = {
  female: 'impact.category.female',
  male: 'impact.category.male',
  other: 'impact.category.other',
  hispanic: 'impact.category.hispanic',
  white: 'impact.category.white',
  black: 'impact.category.black',
  pacific: 'impact.category.pacific',
  asian: 'impact.category.asian',
  native: 'impact.category.native',
  mixed: 'impact.category.mixed',
  under40: 'impact.category.under-40',
  from40: 'impact.category.from-40',
  yes: 'impact.category.disability',
  no: 'impact.category.no-disability',
};

export const MARK_NAMES: Readonly<Record<GroupMark, MessageId>> = {
  withheld: 'impact.mark.withheld',
  excluded: 'impact.mark.excluded',
  few: 'impact.mark.few',
};
