import {
  PART_NAMES,
  STATUS_NAMES,
  useAskedName,
  useLevelName,
  usePoints,
} from '@/renderer/app/match-words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { quoteOf, type Reason, type Reasons } from '@/shared/domain/pipeline/reasons';
import type { ShortlistEntry } from '@/shared/domain/pipeline/views';

export interface Fact {
  readonly key: string;
  readonly title: string;
  /** What is said of somebody; null where nothing is. */
  readonly of: (entry: ShortlistEntry) => Said | null;
}

export interface Said {
  readonly text: string;
  /** The words of the CV that prove it. */
  readonly quote: string | null;
}

/** The rows by which people are compared: the match and its parts, what the job asks for, then what is known of everybody. */
export function useFacts(reasons: Reasons): readonly Fact[] {
  const t = useText();
  const { number } = useFormat();
  const askedName = useAskedName();
  const inWords = useReasonText();
  const points = usePoints();
  const matchOf = ({ application }: ShortlistEntry) => reasons.of(application.candidateId);
  return [
    {
      key: 'match',
      title: t('pipeline.fact.match'),
      of: (entry) => {
        const match = matchOf(entry);
        return plain(match && points(match.score));
      },
    },
    ...reasons.parts.map(
      (part): Fact => ({
        key: `part ${part}`,
        title: t('pipeline.fact.part', { part: t(PART_NAMES[part]) }),
        of: (entry) => {
          const score = matchOf(entry)?.parts[part];
          if (score === undefined) return null;
          return plain(
            t('matches.part.of', { points: points(score.points), most: points(score.most) }),
          );
        },
      }),
    ),
    ...reasons.asks.map((asked): Fact => {
      const name = askedName(asked);
      return {
        key: `asked ${asked.key}`,
        title: asked.mustHave ? t('pipeline.fact.must', { skill: name }) : name,
        of: ({ application }) => {
          const reason = reasons.reason(application.candidateId, asked.key);
          return reason && { text: inWords(reason), quote: quoteOf(reason) };
        },
      };
    }),
    { key: 'now', title: t('pipeline.fact.now'), of: ({ current }) => plain(current) },
    {
      key: 'years',
      title: t('pipeline.fact.years'),
      of: ({ totalYears }) => plain(totalYears === null ? null : number(totalYears)),
    },
    { key: 'place', title: t('pipeline.fact.location'), of: ({ location }) => plain(location) },
    { key: 'school', title: t('pipeline.fact.education'), of: ({ education }) => plain(education) },
    {
      key: 'languages',
      title: t('pipeline.fact.languages'),
      of: ({ languages }) => plain(languages.length === 0 ? null : languages.join(', ')),
    },
    {
      key: 'notice',
      title: t('pipeline.fact.notice'),
      of: ({ noticePeriod }) => plain(noticePeriod),
    },
    {
      key: 'work',
      title: t('pipeline.fact.permission'),
      of: ({ workPermission }) => plain(workPermission),
    },
  ];
}

const plain = (text: string | null): Said | null => (text === null ? null : { text, quote: null });

/** What became of one thing the job asks for: met or not, what there is instead, and for how long. */
function useReasonText(): (reason: Reason) => string {
  const t = useText();
  const levelName = useLevelName();
  return (reason) => {
    const { key, part, asked, status, months } = reason;
    const nearest =
      reason.nearest !== null && key === 'education' ? levelName(reason.nearest) : reason.nearest;
    // A line of the CV that names another skill does not say why it counts.
    const isNear = part === 'skills' && status === 'partly' && nearest !== asked;
    const isSaid = nearest === null || nearest === asked || quoteOf(reason)?.includes(nearest);
    return [
      t(STATUS_NAMES[status]),
      isNear && nearest !== null
        ? t('matches.gap.near', { nearest })
        : isSaid === true
          ? null
          : nearest,
      months === null || months === 0
        ? null
        : months < 12
          ? t('matches.months', { months })
          : t('matches.years', { years: Math.floor(months / 12) }),
    ]
      .filter((one) => one !== null)
      .join(' · ');
  };
}
