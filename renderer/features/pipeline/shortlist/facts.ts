import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { meets } from '@/shared/domain/pipeline/shortlist-table';
import type { Shortlist, ShortlistEntry } from '@/shared/domain/pipeline/views';

export interface Fact {
  readonly key: string;
  readonly title: string;
  /** What is said of somebody; null where nothing is. */
  readonly of: (entry: ShortlistEntry) => string | null;
}

const SAID: Readonly<Record<ReturnType<typeof meets>, MessageId>> = {
  met: 'pipeline.meets.met',
  partly: 'pipeline.meets.partly',
  unknown: 'pipeline.meets.unknown',
  missing: 'pipeline.meets.missing',
};

/** The rows by which people are compared: what the job asks for first, then what is known of everybody. */
export function useFacts({ asked }: Shortlist): readonly Fact[] {
  const t = useText();
  const format = useFormat();
  const number = (value: number | null): string | null =>
    value === null ? null : format.number(value);
  return [
    { key: 'match', title: t('pipeline.fact.match'), of: ({ score }) => number(score) },
    ...asked.map(
      (skill): Fact => ({
        key: `skill ${skill.position}`,
        title: t(skill.need === 'required' ? 'pipeline.fact.must' : 'pipeline.fact.nice', {
          skill: skill.name,
        }),
        of: (entry) => {
          const years = entry.skills.find(({ position }) => position === skill.position)?.years;
          const said = t(SAID[meets(entry, skill)]);
          return years === null || years === undefined
            ? said
            : t('pipeline.meets.years', { said, years });
        },
      }),
    ),
    { key: 'now', title: t('pipeline.fact.now'), of: ({ current }) => current },
    { key: 'years', title: t('pipeline.fact.years'), of: ({ totalYears }) => number(totalYears) },
    { key: 'place', title: t('pipeline.fact.location'), of: ({ location }) => location },
    { key: 'school', title: t('pipeline.fact.education'), of: ({ education }) => education },
    {
      key: 'languages',
      title: t('pipeline.fact.languages'),
      of: ({ languages }) => (languages.length === 0 ? null : languages.join(', ')),
    },
    { key: 'notice', title: t('pipeline.fact.notice'), of: ({ noticePeriod }) => noticePeriod },
    {
      key: 'work',
      title: t('pipeline.fact.permission'),
      of: ({ workPermission }) => workPermission,
    },
  ];
}
