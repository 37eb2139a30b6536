import { SpellCheck, Waypoints } from 'lucide-react';
import { changed, type ListSearch } from '@/renderer/features/candidates/list/list-search';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import type { CandidateSearchPage } from '@/shared/domain/candidates/views';

interface Props {
  readonly search: ListSearch;
  /** The text that was searched for. */
  readonly text: string;
  readonly expanded: CandidateSearchPage['expanded'];
  readonly onSearch: (search: ListSearch) => void;
}

/** Other words that are named; the rest is a number. */
const WORDS_NAMED = 6;

/** What was looked for beside what was typed and the way to switch it off, or what is switched off and the way back. */
export function Expanded({ search, text, expanded, onSearch }: Props) {
  const t = useText();
  const format = useFormat();
  const spelt = expanded.filter((one) => one.why === 'spelling');
  const others = expanded.filter((one) => one.why === 'synonym').flatMap((one) => one.words);
  const words = (all: readonly string[]): string => {
    const rest = all.length - WORDS_NAMED;
    const named = all.slice(0, WORDS_NAMED);
    return format.anyOf(rest > 0 ? [...named, t('filters.expanded.more', { count: rest })] : named);
  };
  return (
    <>
      {spelt.map((one) => (
        <span key={one.start} className="inline-flex items-center gap-1">
          <SpellCheck size={12} aria-hidden className="shrink-0" />
          {t('filters.expanded.spelling', {
            typed: text.slice(one.start, one.end),
            words: words(one.words),
          })}
        </span>
      ))}
      {spelt.length === 0 ? null : (
        <Way
          title={t('filters.expanded.no-spelling')}
          onPress={() => onSearch(changed(search, { spelling: false }))}
        />
      )}
      {others.length === 0 ? null : (
        <>
          <span className="inline-flex items-center gap-1">
            <Waypoints size={12} aria-hidden className="shrink-0" />
            {t('filters.expanded.synonym', { words: words([...new Set(others)]) })}
          </span>
          <Way
            title={t('filters.expanded.no-synonyms')}
            onPress={() => onSearch(changed(search, { synonyms: false }))}
          />
        </>
      )}
      {search.spelling === false ? (
        <Way
          title={t('filters.expanded.spelling-on')}
          onPress={() => onSearch(changed(search, { spelling: undefined }))}
        />
      ) : null}
      {search.synonyms === false ? (
        <Way
          title={t('filters.expanded.synonyms-on')}
          onPress={() => onSearch(changed(search, { synonyms: undefined }))}
        />
      ) : null}
    </>
  );
}

/** A button that reads on in the line. */
function Way({ title, onPress }: { readonly title: string; readonly onPress: () => void }) {
  return (
    <Button
      variant="ghost"
      size="sm"
      className="h-5! px-1! font-normal text-accent-ink! underline"
      onPress={onPress}
    >
      {title}
    </Button>
  );
}
