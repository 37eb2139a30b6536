import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';

interface Props {
  readonly label: string;
  /** In the head of the panel, beside the close button. */
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Puts the focus into the panel as it opens; leave it out where the list keeps the keys. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A panel at the right of a list that shows what is chosen there; the list stays usable. Escape closes it. */
export function Drawer({ label, title, onClose, takesFocus = false, children, className }: Props) {
  const t = useText();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside
      ref={panel}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={cx(
        'flex min-h-0 w-100 shrink-0 flex-col border-l border-line bg-raised -outline-offset-2',
        className,
      )}
    >
      <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <div className="min-w-0 flex-1 truncate font-semibold">{title}</div>
        <IconButton label={t('ui.close')} keys="escape" onPress={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">{children}</div>
    </aside>
  );
}
