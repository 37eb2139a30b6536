import { TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import { type MessageId, useText } from '@/renderer/lib/text';
import type { Query, QueryPart } from '@/shared/domain/search/query';

interface Props {
  /** As typed. */
  readonly text: string;
  readonly query: Query;
}

const PART_TEXTS: Readonly<Record<QueryPart['kind'], MessageId>> = {
  term: 'candidates.query.term',
  phrase: 'candidates.query.phrase',
  prefix: 'candidates.query.prefix',
};
const EXCLUDED_TEXTS: Readonly<Record<QueryPart['kind'], MessageId>> = {
  term: 'candidates.query.not-term',
  phrase: 'candidates.query.not-phrase',
  prefix: 'candidates.query.not-prefix',
};
const PROBLEM_TEXTS: Readonly<Record<Query['problems'][number]['code'], MessageId>> = {
  'unclosed-quote': 'candidates.query.unclosed-quote',
  'only-exclusions': 'candidates.query.only-exclusions',
  'nothing-to-search': 'candidates.query.nothing-to-search',
  'too-many-parts': 'candidates.query.too-many-parts',
};

/** How the typed text was understood, part by part, and what could not be. */
export function QueryExplained({ text, query }: Props) {
  const t = useText();
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-1.5 gap-y-0.5 px-3 pb-1.5 text-sm text-ink-3"
    >
      {query.parts.length === 0 ? null : <span>{t('candidates.query.finds')}</span>}
      {query.parts.map((part, index) => (
        <Fragment key={part.start}>
          {index === 0 ? null : <span>{t('candidates.query.and')}</span>}
          <span className="text-ink-2">
            {t((part.exclude ? EXCLUDED_TEXTS : PART_TEXTS)[part.kind], { text: part.text })}
          </span>
        </Fragment>
      ))}
      {query.problems.map((problem) => (
        <span
          key={`${problem.code}:${problem.start}`}
          className="ml-1 inline-flex items-center gap-1 text-warn-ink"
        >
          <TriangleAlert size={12} aria-hidden className="shrink-0" />
          {t(PROBLEM_TEXTS[problem.code], { part: text.slice(problem.start, problem.end) })}
        </span>
      ))}
    </div>
  );
}
