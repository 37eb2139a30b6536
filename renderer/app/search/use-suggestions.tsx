import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  Briefcase,
  Building2,
  GraduationCap,
  Hash,
  History,
  Languages,
  ListChecks,
  MapPin,
  Tag,
  TextCursorInput,
  UserRound,
} from 'lucide-react';
import { type ComponentType, useEffect, useMemo, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { searchOf } from '@/renderer/features/candidates';
import { type MessageId, useText } from '@/renderer/lib/text';
import { AFTER_ROWS, useLate } from '@/renderer/lib/use-late';
import type { ComboOption } from '@/renderer/ui/search-combo';
import type { Completion } from '@/shared/domain/search/suggestions';
import type { SearchEntry } from '@/shared/domain/searches/records';

/** Suggestions come after this time without a key, in ms: while somebody types on, the list has the computer to itself. */
const AFTER = 150;
/** So few that the first row of the list can be read and clicked below them. */
const MOST = 4;
const MOST_PAST = 8;

export interface Suggestions {
  readonly options: readonly ComboOption[];
  readonly take: (id: string) => void;
  readonly forget: (id: string) => void;
  /** Whether they are past searches, for which there is more to do. */
  readonly arePast: boolean;
  readonly forgetAll: () => void;
}

interface Asked {
  readonly text: string;
  readonly caret: number;
}

/**
 * What the search box offers: with nothing typed the past searches, else what fits at the caret. A person or a past search is opened; anything
 * else is put in the text by `onInsert`.
 */
export function useSuggestions(
  { text, caret }: Asked,
  onInsert: (text: string, caret: number) => void,
): Suggestions {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const isEmpty = text.trim() === '';
  const asked = useRested(isEmpty ? NOTHING : { text, caret });
  const isCalm = useLate(AFTER_ROWS);
  const past = useQuery({
    ...api.searches.made.queryOptions({ input: { limit: MOST_PAST } }),
    enabled: isEmpty && isCalm,
  });
  const completions = useQuery({
    ...api.candidates.complete.queryOptions({
      input: { text: asked.text, caret: asked.caret, limit: MOST },
      // What was typed on the way is not asked for again.
      gcTime: 10_000,
    }),
    enabled: asked.text !== '',
    placeholderData: keepPreviousData,
  });
  const { mutate: forgetOne } = useMutation(api.searches.forget.mutationOptions());
  const entries = isEmpty ? past.data : undefined;
  // Answers to what was typed before say where in that text they belong: they wait for the text to rest.
  const found =
    isEmpty || completions.isPlaceholderData || asked.text !== text ? undefined : completions.data;

  return useMemo(
    () => ({
      options:
        entries?.map((entry) => pastOption(t, entry)) ??
        found?.map((one, index) => completionOption(t, one, index)) ??
        [],
      arePast: (entries?.length ?? 0) > 0,
      take: (id) => {
        const entry = entries?.find((one) => one.id === id);
        if (entry !== undefined) {
          void navigate({ to: '/candidates', search: searchOf({ ...entry, sort: null }) });
          return;
        }
        const one = found?.[Number(id)];
        if (one === undefined) return;
        if (one.candidateId !== null) {
          void navigate({ to: '/candidates/$id', params: { id: one.candidateId }, search: {} });
          return;
        }
        const before = text.slice(0, one.start) + one.insert;
        onInsert(before + text.slice(one.end), before.length);
      },
      forget: (id) => forgetOne({ id }),
      forgetAll: () => forgetOne({ id: null }),
    }),
    [t, navigate, entries, found, text, onInsert, forgetOne],
  );
}

const NOTHING: Asked = { text: '', caret: 0 };

/** What was asked last, once it has rested. */
function useRested(asked: Asked): Asked {
  const [rested, setRested] = useState(asked);
  const { text, caret } = asked;
  useEffect(() => {
    const timer = setTimeout(() => setRested({ text, caret }), AFTER);
    return () => clearTimeout(timer);
  }, [text, caret]);
  return rested;
}

type Translate = ReturnType<typeof useText>;

function pastOption(t: Translate, { id, text, filters, total }: SearchEntry): ComboOption {
  const filtered = Object.keys(searchOf({ text: '', filters, sort: null })).length;
  const label =
    text === ''
      ? t('search.past.filters', { count: filtered })
      : filtered === 0
        ? text
        : t('search.past.text-filters', { text, count: filtered });
  return {
    id,
    label,
    detail: t('search.past.found', { count: total }),
    icon: <History size={14} />,
    canForget: true,
  };
}

function completionOption(t: Translate, one: Completion, index: number): ComboOption {
  const { icon: Icon, name } = KINDS[one.kind];
  return {
    id: String(index),
    label: one.label,
    detail:
      one.count === null ? t(name) : t('search.kind.count', { kind: t(name), count: one.count }),
    icon: <Icon size={14} />,
  };
}

const KINDS: Readonly<
  Record<Completion['kind'], { icon: ComponentType<{ size: number }>; name: MessageId }>
> = {
  person: { icon: UserRound, name: 'search.kind.person' },
  search: { icon: History, name: 'search.kind.search' },
  field: { icon: TextCursorInput, name: 'search.kind.field' },
  skill: { icon: Hash, name: 'search.kind.skill' },
  title: { icon: Briefcase, name: 'search.kind.title' },
  company: { icon: Building2, name: 'search.kind.company' },
  school: { icon: GraduationCap, name: 'search.kind.school' },
  city: { icon: MapPin, name: 'search.kind.city' },
  language: { icon: Languages, name: 'search.kind.language' },
  tag: { icon: Tag, name: 'search.kind.tag' },
  list: { icon: ListChecks, name: 'search.kind.list' },
};
