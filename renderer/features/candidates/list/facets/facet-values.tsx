import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import {
  type ShownValue,
  useHeldOrder,
} from '@/renderer/features/candidates/list/facets/held-order';
import type { Counts } from '@/renderer/features/candidates/list/facets/section-props';
import { isSame } from '@/renderer/features/candidates/list/filter-values';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { SearchField } from '@/renderer/ui/field';
import { Loading, Skeleton } from '@/renderer/ui/states';
import { type ListValue, ValueList } from '@/renderer/ui/value-list';
import type { Facet } from '@/shared/domain/candidates/views';
import type { SuggestKind } from '@/shared/domain/search/suggestions';
import { fold } from '@/shared/kit/text';

export interface ChosenValue {
  readonly value: string;
  readonly isExcluded?: boolean;
  readonly extra?: ReactNode;
}

interface Props {
  /** What the values are, for screen readers and the box to find one. */
  readonly label: string;
  /** Undefined while it was not counted yet. */
  readonly facet: Facet | undefined;
  readonly counts: Counts;
  readonly chosen: readonly ChosenValue[];
  /** All values there are, in their order, where that is known: one that nobody has stays in its place, so that no count takes a line away. */
  readonly all?: readonly string[];
  readonly suggest?: SuggestKind | null;
  /** Values by id that are found by typing too, whether they were counted or not. */
  readonly others?: readonly { readonly id: string; readonly name: string }[];
  readonly nameOf: (value: string) => string;
  readonly onToggle: (value: string) => void;
}

/** Lines shown before "show more". */
const SHOWN = 6;
const SUGGESTED = 12;
/** Lines shown of what typing finds. */
const MOST_FOUND = 40;
const NONE: readonly ShownValue[] = [];

/** The values of one kind to tick, with their counts; a long list is searched by typing. */
export function FacetValues({
  label,
  facet,
  counts,
  chosen,
  all,
  suggest = null,
  others = [],
  nameOf,
  onToggle,
}: Props) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [isLong, setLong] = useState(false);
  const counted = useHeldOrder(facet?.values ?? NONE, counts.held);
  const suggested = useSuggested(suggest, typed);

  const known = all === undefined ? counted : inPlaces(all, counted);
  const isChosen = (value: string): boolean => chosen.some((one) => isSame(one.value, value));
  const away = chosen
    .filter((one) => !known.some(({ value }) => isSame(value, one.value)))
    .map(({ value }): ShownValue => ({ value, label: nameOf(value), count: 0 }));
  const values = [...away, ...known];
  const wanted = fold(typed.trim());
  const matching =
    wanted === ''
      ? values
      : withMore(
          values.filter((one) => fold(labelOf(one)).includes(wanted)),
          [
            ...suggested.map((value) => ({ value, label: value, count: 0 })),
            ...others
              .filter(({ name }) => fold(name).includes(wanted))
              .map(({ id, name }) => ({ value: id, label: name, count: 0 })),
          ],
        ).slice(0, MOST_FOUND);
  const shown =
    wanted !== '' || isLong || all !== undefined
      ? matching
      : matching.filter((one, index) => index < SHOWN || isChosen(one.value));

  function labelOf(one: ShownValue): string {
    // What the answer calls a value; where it only repeats it, its name in the words of this program.
    return one.label === one.value ? nameOf(one.value) : one.label;
  }
  // Of a known set it is said too which values nobody has, once that is counted.
  const tellsNobody = all !== undefined && facet !== undefined;
  const lines = shown.map((one): ListValue => {
    const mine = chosen.find(({ value }) => isSame(value, one.value));
    const name = labelOf(one);
    return {
      value: mine?.value ?? one.value,
      label: name,
      ...(one.count === 0 && !tellsNobody
        ? {}
        : {
            note: format.number(one.count),
            spoken: t('filters.value', { name, count: one.count }),
          }),
      isChosen: mine !== undefined,
      ...(mine?.isExcluded === undefined ? {} : { isExcluded: mine.isExcluded }),
      ...(mine?.extra === undefined ? {} : { extra: mine.extra }),
    };
  });
  const isSearchable =
    all === undefined &&
    (suggest !== null || values.length > SHOWN || others.length > SHOWN || facet?.more === true);

  if (facet === undefined && all === undefined && values.length === 0) {
    return <Counting />;
  }
  return (
    <div className="flex flex-col gap-1">
      {isSearchable && values.length > 0 ? (
        <SearchField
          label={t('filters.find', { section: label })}
          placeholder={t('filters.find-placeholder')}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            // The first Escape empties the box; an empty one leaves the panel.
            if (event.key === 'Escape' && typed !== '') event.stopPropagation();
          }}
        />
      ) : null}
      {lines.length === 0 ? (
        <p className="px-1.5 py-1 text-sm text-ink-3">
          {t(wanted === '' ? 'filters.none' : 'filters.find-none')}
        </p>
      ) : (
        <ValueList
          label={label}
          values={lines}
          isOld={counts.isOld}
          onToggle={(value) => {
            onToggle(value);
            setTyped('');
          }}
        />
      )}
      {wanted !== '' || all !== undefined || values.length <= SHOWN ? null : (
        <Button
          variant="ghost"
          size="sm"
          className="h-6! self-start px-1.5! font-normal"
          onPress={() => setLong(!isLong)}
        >
          {t(isLong ? 'filters.less' : 'filters.more')}
        </Button>
      )}
    </div>
  );
}

function Counting() {
  const t = useText();
  return (
    <Loading label={t('filters.counting')} className="flex flex-col">
      {Array.from({ length: SHOWN }, (_, index) => (
        // Placeholders have no identity but their place.
        <div key={index} className="flex h-6.5 items-center px-1.5">
          <Skeleton className="h-3 w-2/3" />
        </div>
      ))}
    </Loading>
  );
}

/** What begins with the typed text in the whole database, without counts: those are of everybody, not of this list. */
function useSuggested(kind: SuggestKind | null, typed: string): readonly string[] {
  const api = useApi();
  const prefix = typed.trim().slice(0, 200);
  const found = useQuery({
    ...api.candidates.suggest.queryOptions({
      input: { kind: kind ?? 'skill', prefix, limit: SUGGESTED },
    }),
    enabled: kind !== null && prefix !== '',
    placeholderData: keepPreviousData,
  });
  return kind === null || prefix === '' ? [] : (found.data?.map(({ value }) => value) ?? []);
}

function withMore(
  values: readonly ShownValue[],
  more: readonly ShownValue[],
): readonly ShownValue[] {
  const isNew = (one: ShownValue): boolean => !values.some(({ value }) => isSame(value, one.value));
  return [...values, ...more.filter(isNew)];
}

/** All values of a known set in its order, with as many as were counted. */
function inPlaces(all: readonly string[], counted: readonly ShownValue[]): readonly ShownValue[] {
  return all.map(
    (value) => counted.find((one) => one.value === value) ?? { value, label: value, count: 0 },
  );
}
