import { Kbd } from '@/renderer/ui/kbd';

/** For the element around a link and its `LinkTooltip`. */
export const LINK_TOOLTIP = 'group/link relative';

/** The tooltip of a plain link, which React Aria's tooltips do not hang on to: shown by CSS beside it, hidden from screen readers. */
export function LinkTooltip({ text, keys }: { readonly text: string; readonly keys: string }) {
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute top-1/2 left-full z-30 ml-2 hidden -translate-y-1/2 items-center gap-2 rounded-md bg-raised px-2 py-1 text-sm whitespace-nowrap text-ink shadow-popover group-hover/link:flex group-has-focus-visible/link:flex"
    >
      {text}
      <Kbd keys={keys} />
    </span>
  );
}
