import { useEffect } from 'react';
import { allCommands } from '@/renderer/app/commands';
import { IS_MAC } from '@/renderer/lib/platform';

/** How long the second key of `g c` may take, in ms. */
const SEQUENCE = 1200;

/** Runs commands by their keys, for the whole window. */
export function useShortcuts(): void {
  useEffect(() => {
    let pending: { readonly key: string; readonly until: number } | null = null;
    const onKeyDown = (event: KeyboardEvent): void => {
      const pressed = keysOf(event);
      if (pressed === null || event.defaultPrevented || event.isComposing) return;
      if (belongsElsewhere(event, pressed)) return;
      const commands = allCommands();
      const sequence =
        pending !== null && event.timeStamp < pending.until ? `${pending.key} ${pressed}` : null;
      pending = null;
      const command =
        commands.findLast((each) => sequence !== null && each.keys === sequence) ??
        commands.findLast((each) => each.keys === pressed);
      if (command) {
        event.preventDefault();
        command.run();
      } else if (commands.some((each) => each.keys?.startsWith(`${pressed} `))) {
        pending = { key: pressed, until: event.timeStamp + SEQUENCE };
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The keys of an event as commands write them; null for a modifier alone. */
export function keysOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'Dead', 'AltGraph'].includes(event.key)) return null;
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const isMod = IS_MAC ? event.metaKey : event.ctrlKey;
  // The other one of Ctrl and ⌘ belongs to the system.
  if (IS_MAC ? event.ctrlKey : event.metaKey) return null;
  // Shift is part of a character such as "?"; it is named only with letters and keys that have no other sign.
  const namesShift = event.shiftKey && (/^\p{L}$/u.test(key) || key.length > 1);
  return [isMod && 'mod', event.altKey && 'alt', namesShift && 'shift', key]
    .filter((part) => part !== false)
    .join('+');
}

/** Whether something nearer wants these keys: a field being typed in, an open menu or dialog, a focused button for Enter and Space. */
function belongsElsewhere(event: KeyboardEvent, pressed: string): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  const isTyping = target.closest(
    'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]',
  );
  if (isTyping) return !pressed.startsWith('mod+') || EDITING.has(pressed);
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')) return true;
  if (pressed !== 'enter' && pressed !== 'space') return false;
  return (
    target.closest('button, a, [role=button], [role=tab], [role=radio], summary, input') !== null
  );
}

/** Keys that edit the text in a field, whatever they do elsewhere. */
const EDITING: ReadonlySet<string> = new Set(
  ['z', 'shift+z', 'y', 'a', 'x', 'c', 'v'].map((key) => `mod+${key}`),
);
