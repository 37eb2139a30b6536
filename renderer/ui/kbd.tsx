import { IS_MAC } from '@/renderer/lib/platform';

const NAMES: Readonly<Record<string, string>> = {
  mod: IS_MAC ? '⌘' : 'Ctrl',
  shift: IS_MAC ? '⇧' : 'Shift',
  alt: IS_MAC ? '⌥' : 'Alt',
  escape: 'Esc',
  enter: 'Enter',
  space: 'Space',
  arrowup: '↑',
  arrowdown: '↓',
};

interface Props {
  /** As commands write them: `mod+k` for keys together, `g c` for one after the other. */
  readonly keys: string;
}

/** A keyboard shortcut as keycaps, in the names of this computer's keyboard. */
export function Kbd({ keys }: Props) {
  return (
    <span className="inline-flex items-center gap-0.5">
      {keys.split(/[ +]/).map((key, index) => (
        <kbd
          // The index will do as a key: the caps of one shortcut never change places.
          key={index}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong bg-canvas px-1 font-sans text-xs text-ink-2"
        >
          {NAMES[key] ?? key.toUpperCase()}
        </kbd>
      ))}
    </span>
  );
}
