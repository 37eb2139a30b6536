import { useNavigate } from '@tanstack/react-router';
import { FileInput, SearchX, Users } from 'lucide-react';
import { useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { useWorkspace } from '@/renderer/app/workspace';
import { FILTER_GROUP_NAMES } from '@/renderer/features/candidates/list/filter-group-names';
import {
  changed,
  clearFilters,
  countFilters,
  type ListSearch,
} from '@/renderer/features/candidates/list/list-search';
import { useText } from '@/renderer/lib/text';
import { useLate } from '@/renderer/lib/use-late';
import { Button } from '@/renderer/ui/button';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { FilterGroup } from '@/shared/domain/candidates/filter-groups';
import type { CandidateSearchPage } from '@/shared/domain/candidates/views';

interface EmptyProps {
  readonly search: ListSearch;
  /** How many there would be without a part of the search. */
  readonly without: CandidateSearchPage['without'];
  /** And without a group of its filters. */
  readonly withoutFilters: NonNullable<CandidateSearchPage['withoutFilters']>;
  /** What finds the fewest by itself. */
  readonly fewest: NonNullable<CandidateSearchPage['fewest']> | null;
  readonly onSearch: (search: ListSearch) => void;
}

/** No candidates at all: where they come from. No candidates found: what to leave out. */
export function ListEmpty({ search, without, withoutFilters, fewest, onSearch }: EmptyProps) {
  const t = useText();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const mayImport = useCan()('import.run');
  const text = search.q?.trim() ?? '';
  const filters = countFilters(search);
  if (text === '' && filters === 0 && workspace?.candidates === 0) {
    return (
      <EmptyState
        className="flex-1"
        icon={<Users size={24} />}
        title={t('candidates.empty.title')}
        {...(mayImport && {
          action: (
            <Button
              variant="primary"
              icon={<FileInput size={14} aria-hidden />}
              onPress={() => void navigate({ to: '/import' })}
            >
              {t('candidates.empty.import')}
            </Button>
          ),
        })}
      >
        {t(mayImport ? 'candidates.empty.hint' : 'candidates.empty.none-shown')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      className="flex-1"
      icon={<SearchX size={24} />}
      title={t('candidates.none.title')}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {filters === 0 ? null : (
            <Button onPress={() => onSearch(clearFilters(search))}>
              {t('candidates.none.clear-filters', { count: filters })}
            </Button>
          )}
          {withoutFilters.slice(0, 4).map(({ group, total }) => (
            <Button key={group} onPress={() => onSearch(withoutGroup(search, group))}>
              {t('candidates.none.without', {
                part: t(FILTER_GROUP_NAMES[group].name),
                count: total,
              })}
            </Button>
          ))}
          {without.slice(0, 4).map((part) => (
            <Button
              key={part.start}
              onPress={() => onSearch(changed(search, { q: leavingOut(search.q ?? '', part) }))}
            >
              {t('candidates.none.without', {
                part: (search.q ?? '').slice(part.start, part.end),
                count: part.total,
              })}
            </Button>
          ))}
          {text === '' ? null : (
            <Button onPress={() => onSearch(changed(search, { q: undefined }))}>
              {t('candidates.none.clear-search')}
            </Button>
          )}
        </span>
      }
    >
      {fewest === null ? null : (
        <span className="block pb-1 text-ink">
          {'group' in fewest
            ? t('candidates.none.fewest-filter', {
                filter: t(FILTER_GROUP_NAMES[fewest.group].name),
                count: fewest.total,
              })
            : t('candidates.none.fewest', {
                part: (search.q ?? '').slice(fewest.start, fewest.end),
                count: fewest.total,
              })}
        </span>
      )}
      {t(filters > 0 ? 'candidates.none.hint-filters' : 'candidates.none.hint')}
    </EmptyState>
  );
}

const withoutGroup = (search: ListSearch, group: FilterGroup): ListSearch =>
  changed(
    search,
    Object.fromEntries(FILTER_GROUP_NAMES[group].filters.map((key) => [key, undefined])),
  );

/** The typed text without one part, and without the "AND" that joined it. */
const leavingOut = (text: string, part: { readonly start: number; readonly end: number }): string =>
  `${text.slice(0, part.start)}${text.slice(part.end)}`
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\bAND (?=AND\b)|^AND | AND$/g, '');

export function ListFailed({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  const t = useText();
  const { message, details } = useFailure()(error);
  return (
    <ErrorState title={t('candidates.failed')} details={details} onRetry={onRetry}>
      {message}
    </ErrorState>
  );
}

/** How long nothing stands in the place of the rows, in ms: at a start they come sooner, and outlines would delay them. */
const OUTLINES_AFTER = 300;

/** The outlines of the table while its first rows are read. */
export function ListSkeleton() {
  const t = useText();
  const isLate = useLate(OUTLINES_AFTER);
  return (
    <Loading label={t('candidates.loading')} className="min-h-0 flex-1 overflow-hidden">
      {Array.from({ length: isLate ? 18 : 0 }, (_, index) => (
        // Placeholders have no identity but their place.
        <div key={index} className="flex h-row items-center gap-6 border-b border-line px-4">
          <Skeleton className="size-4" />
          <Skeleton className="h-3 w-36" />
          <Skeleton className="h-3 w-56" />
          <Skeleton className="h-3 w-32" />
          <Skeleton className="h-3 w-28" />
        </div>
      ))}
    </Loading>
  );
}
