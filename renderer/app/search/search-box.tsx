import { Rows2, TextCursorInput } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useBlind } from '@/renderer/app/blind';
import { useCommands } from '@/renderer/app/commands';
import { focusList } from '@/renderer/app/list-focus';
import { focusLastChip, SearchChips } from '@/renderer/app/search/search-chips';
import { useSearchText } from '@/renderer/app/search/use-search-text';
import { useSuggestions } from '@/renderer/app/search/use-suggestions';
import { setViewState, useViewState } from '@/renderer/app/view-state';
import { rememberSearch } from '@/renderer/features/searches';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { SearchCombo } from '@/renderer/ui/search-combo';
import { isWhole, withTail } from '@/shared/domain/search/chips';

const INPUT_ID = 'global-search';

/** Puts the caret into the search box with what is there selected. */
export function focusGlobalSearch(): void {
  const input = document.getElementById(INPUT_ID);
  if (input instanceof HTMLInputElement) {
    input.focus();
    input.select();
  }
}

/**
 * The search box of the whole window, as text or as chips. The text is what there is: chips show its parts, and the field behind them
 * holds what is typed last, until a space or Enter makes it a chip as well.
 */
export function SearchBox() {
  const t = useText();
  const isBlind = useBlind()();
  const { text, isOnList, set } = useSearchText();
  const asChips = useViewState((view) => view.isSearchAsChips);
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<HTMLUListElement>(null);
  const { settled, tail, setTail } = useTail(text, asChips);
  const [caret, setCaret] = useState(0);
  const caretNext = useRef<number | null>(null);
  useEffect(() => {
    if (caretNext.current === null) return;
    input.current?.setSelectionRange(caretNext.current, caretNext.current);
    caretNext.current = null;
  });

  const offset = text.length - tail.length;
  const onInsert = useCallback(
    (next: string, at: number) => {
      if (asChips) setTail(next, next.length);
      else caretNext.current = at;
      setCaret(at);
      set(next);
      input.current?.focus();
    },
    [asChips, set, setTail],
  );
  const suggestions = useSuggestions({ text, caret: offset + caret }, onInsert);
  useToggleCommand();

  const onChange = (value: string, at: number): void => {
    setCaret(at);
    if (!asChips) {
      set(value);
      return;
    }
    const next = withTail(settled, value);
    // A space behind whole words makes chips of them.
    const becomesChips = /\S\s$/u.test(value) && at === value.length && isWhole(value);
    setTail(next, becomesChips ? next.length : next.length - value.length);
    set(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, currentTarget } = event;
    const isAtStart = currentTarget.selectionStart === 0 && currentTarget.selectionEnd === 0;
    if (key === 'Enter') {
      setTail(text, text.length);
      set(text);
      rememberSearch(text);
      focusList();
    } else if (key === 'Escape') {
      // The first Escape empties the box, the next one leaves it.
      if (text === '') focusList();
      else set('');
    } else if (key === 'ArrowDown' && isOnList) {
      event.preventDefault();
      focusList();
    } else if (asChips && isAtStart && (key === 'ArrowLeft' || key === 'Backspace')) {
      if (focusLastChip(chips.current)) event.preventDefault();
    }
  };

  return (
    <search>
      <SearchCombo
        id={INPUT_ID}
        label={t('app.search')}
        placeholder={
          text === '' ? t(isBlind ? 'blind.search.placeholder' : 'app.search.placeholder') : ''
        }
        keys="/"
        inputRef={input}
        value={asChips ? tail : text}
        onChange={onChange}
        onCaret={setCaret}
        onKeyDown={onKeyDown}
        isEmpty={text === ''}
        onClear={() => {
          set('');
          input.current?.focus();
        }}
        options={suggestions.options}
        optionsLabel={t(suggestions.arePast ? 'search.past' : 'search.suggestions')}
        onTake={suggestions.take}
        onForget={suggestions.forget}
        leading={
          asChips && settled !== '' ? (
            <SearchChips
              text={settled}
              list={chips}
              toInput={() => input.current?.focus()}
              onText={(next) => {
                const whole = withTail(next, tail);
                setTail(whole, whole.length - tail.length);
                set(whole);
              }}
            />
          ) : null
        }
        trailing={
          <IconButton
            size="sm"
            label={t(asChips ? 'search.as-text' : 'search.as-chips')}
            keys="mod+/"
            onPress={toggleForm}
          >
            {asChips ? (
              <TextCursorInput size={14} aria-hidden />
            ) : (
              <Rows2 size={14} aria-hidden className="rotate-90" />
            )}
          </IconButton>
        }
        footer={
          suggestions.arePast ? (
            <>
              <span>{t('search.past.hint')}</span>
              <Button variant="ghost" size="sm" onPress={suggestions.forgetAll}>
                {t('search.past.clear')}
              </Button>
            </>
          ) : null
        }
      />
    </search>
  );
}

/** What of the text is chips, and what is still being typed behind them. A text that comes from elsewhere is chips as a whole. */
function useTail(text: string, asChips: boolean) {
  const [from, setFrom] = useState({ text, at: text.length });
  const setTail = useCallback((next: string, at: number) => setFrom({ text: next, at }), []);
  const at = asChips && from.text === text ? from.at : text.length;
  return { settled: text.slice(0, at), tail: text.slice(at), setTail };
}

function toggleForm(): void {
  setViewState({ isSearchAsChips: !useViewState.getState().isSearchAsChips });
}

function useToggleCommand(): void {
  const t = useText();
  useCommands(
    useMemo(
      () => [
        {
          id: 'search.form',
          title: t('search.toggle'),
          group: t('app.group.general'),
          icon: TextCursorInput,
          keys: 'mod+/',
          run: toggleForm,
        },
      ],
      [t],
    ),
  );
}
