import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type MessageId, type Translate, useText } from '@/renderer/lib/text';
import type { FactNode, Query, QueryNode } from '@/shared/domain/search/query';

interface Props {
  /** As typed. */
  readonly text: string;
  readonly query: Query;
  /** What else there is to say of how it was looked for. */
  readonly children?: ReactNode;
}

const PROBLEM_TEXTS: Readonly<Record<Query['problems'][number]['code'], MessageId>> = {
  'unclosed-quote': 'candidates.query.unclosed-quote',
  'unclosed-bracket': 'candidates.query.unclosed-bracket',
  'unopened-bracket': 'candidates.query.unopened-bracket',
  'too-deep': 'candidates.query.too-deep',
  'missing-operand': 'candidates.query.missing-operand',
  'bad-range': 'candidates.query.bad-range',
  'unknown-value': 'candidates.query.unknown-value',
  'hidden-field': 'blind.query.hidden-field',
  'only-exclusions': 'candidates.query.only-exclusions',
  'nothing-to-search': 'candidates.query.nothing-to-search',
  'too-many-parts': 'candidates.query.too-many-parts',
};

/** How the typed text was understood, and what could not be. */
export function QueryExplained({ text, query, children }: Props) {
  const t = useText();
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-1.5 gap-y-0.5 border-b border-line px-3 py-1 text-sm text-ink-3"
    >
      {query.root === null ? null : (
        <span>
          {t('candidates.query.finds')} <span className="text-ink-2">{inWords(t, query.root)}</span>
        </span>
      )}
      {query.problems.map((problem) => (
        <span
          key={`${problem.code}:${problem.start}`}
          className="ml-1 inline-flex items-center gap-1 text-warn-ink"
        >
          <TriangleAlert size={12} aria-hidden className="shrink-0" />
          {t(PROBLEM_TEXTS[problem.code], { part: text.slice(problem.start, problem.end) })}
        </span>
      ))}
      {children}
    </div>
  );
}

/** The tree as a sentence; brackets stand where "or" meets "and". */
function inWords(t: Translate, node: QueryNode): string {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const between = t(node.kind === 'and' ? 'candidates.query.and' : 'candidates.query.or');
      return node.of.map((one) => inBrackets(t, one)).join(` ${between} `);
    }
    case 'not':
      return t('candidates.query.not', { text: inBrackets(t, node.of) });
    case 'range':
      return t(RANGE_TEXTS[node.of], {
        comparison: t(COMPARISON_TEXTS[node.comparison]),
        count: node.value,
      });
    case 'fact':
      return factInWords(t, node);
    case 'near':
      return inField(
        t,
        node.field,
        t('candidates.query.near', { words: node.words.join(', '), count: node.distance }),
      );
    default:
      return inField(t, node.field, t(WORD_TEXTS[node.kind], { text: node.text }));
  }
}

function factInWords(t: Translate, { of, text, amount, level }: FactNode): string {
  if (of === 'near') return t('candidates.query.fact.near', { text, count: amount ?? 0 });
  if (of === 'skill') return t('candidates.query.fact.skill', { text, count: amount ?? 0 });
  const value = level === null ? text : `${text} ${level}`;
  return t('candidates.query.fact', { text: value, field: t(FACT_TEXTS[of]) });
}

const inBrackets = (t: Translate, node: QueryNode): string =>
  node.kind === 'and' || node.kind === 'or' ? `(${inWords(t, node)})` : inWords(t, node);

const inField = (t: Translate, field: keyof typeof FIELD_TEXTS | null, words: string): string =>
  field === null
    ? words
    : t('candidates.query.in-field', { text: words, field: t(FIELD_TEXTS[field]) });

const WORD_TEXTS = {
  term: 'candidates.query.term',
  phrase: 'candidates.query.phrase',
  prefix: 'candidates.query.prefix',
} as const;
const FIELD_TEXTS = {
  name: 'candidates.query.field.name',
  title: 'candidates.query.field.title',
  company: 'candidates.query.field.company',
  skill: 'candidates.query.field.skill',
  school: 'candidates.query.field.school',
  city: 'candidates.query.field.city',
  tag: 'candidates.query.field.tag',
  note: 'candidates.query.field.note',
  cv: 'candidates.query.field.cv',
} as const;
const FACT_TEXTS = {
  country: 'candidates.query.fact.country',
  language: 'candidates.query.fact.language',
  degree: 'candidates.query.fact.degree',
  seniority: 'candidates.query.fact.seniority',
  list: 'candidates.query.fact.list',
  owner: 'candidates.query.fact.owner',
  source: 'candidates.query.fact.source',
  consent: 'candidates.query.fact.consent',
  has: 'candidates.query.fact.has',
  missing: 'candidates.query.fact.missing',
} as const;
const RANGE_TEXTS = {
  years: 'candidates.query.range.years',
  updated: 'candidates.query.range.updated',
  added: 'candidates.query.range.added',
} as const;
const COMPARISON_TEXTS = {
  '<': 'candidates.query.less',
  '<=': 'candidates.query.at-most',
  '>': 'candidates.query.more',
  '>=': 'candidates.query.at-least',
  '=': 'candidates.query.exactly',
} as const;
