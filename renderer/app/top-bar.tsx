import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { CircleUserRound, Command, Laptop } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { focusList } from '@/renderer/app/list-focus';
import { setViewState } from '@/renderer/app/view-state';
import { useWorkspace } from '@/renderer/app/workspace';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { SearchField } from '@/renderer/ui/field';
import { Kbd } from '@/renderer/ui/kbd';

/** Keys pressed within this time, in ms, become one search. */
const SETTLE = 60;
const INPUT_ID = 'global-search';

/** Search in the centre, connectivity and the user at the right. */
export function TopBar() {
  const t = useText();
  const workspace = useWorkspace();
  return (
    <header className="grid h-12 shrink-0 grid-cols-[minmax(208px,1fr)_minmax(0,560px)_minmax(208px,1fr)] items-center gap-3 border-b border-line px-3">
      <div className="flex justify-start">
        <Button
          variant="ghost"
          icon={<Command size={14} aria-hidden />}
          onPress={() => setViewState({ isCommandBarOpen: true })}
        >
          {t('app.commands')}
          <Kbd keys="mod+k" />
        </Button>
      </div>
      <GlobalSearch />
      <div className="flex min-w-0 items-center justify-end gap-3">
        <span title={t('app.connectivity.local.why')}>
          <Badge icon={<Laptop size={12} aria-hidden />}>{t('app.connectivity.local')}</Badge>
        </span>
        <span className="flex min-w-0 items-center gap-1.5 text-ink-2">
          <CircleUserRound size={16} aria-hidden className="shrink-0" />
          <span className="truncate">{workspace?.userName}</span>
        </span>
      </div>
    </header>
  );
}

/** Puts the caret into the search box with what is there selected. */
export function focusGlobalSearch(): void {
  const input = document.getElementById(INPUT_ID);
  if (input instanceof HTMLInputElement) {
    input.focus();
    input.select();
  }
}

/**
 * The search box of the whole window. What is typed becomes `q` of the candidate list's address, from whichever screen; on the
 * list itself the filters and the sort stay.
 */
function GlobalSearch() {
  const t = useText();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isOnList = path === '/candidates';
  const search = useSearch({ strict: false });
  const q = search.q ?? '';
  const [text, setText] = useState(q);
  const sent = useRef(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address changed by something else than typing here: going back, another screen, "clear search".
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setText(q);
  }, [q]);
  // What was typed last and not searched yet must not pull one back from a screen opened in the meantime.
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving the screen is what matters, not where to.
  useEffect(() => () => clearTimeout(timer.current), [path]);

  const goTo = (value: string): void => {
    sent.current = value;
    const query = value === '' ? undefined : value;
    void navigate({
      to: '/candidates',
      search: isOnList ? { ...search, q: query } : { q: query },
      // Each letter would be a step to go back over.
      replace: isOnList,
    });
  };
  const onChange = (value: string): void => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => goTo(value), SETTLE);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      clearTimeout(timer.current);
      goTo(text);
      focusList();
    } else if (event.key === 'Escape' && text === '') {
      // The first Escape empties the box, the next one leaves it.
      focusList();
    } else if (event.key === 'ArrowDown' && isOnList) {
      event.preventDefault();
      focusList();
    }
  };

  return (
    <div onKeyDown={onKeyDown}>
      <SearchField
        id={INPUT_ID}
        label={t('app.search')}
        placeholder={t('app.search.placeholder')}
        keys="/"
        value={text}
        onChange={onChange}
      />
    </div>
  );
}
