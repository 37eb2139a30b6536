import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** Only for screen readers, where the content says to the eye what it is. */
  readonly hideTitle?: boolean;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
}

const WIDTHS = { sm: 'w-100', md: 'w-140', lg: 'w-200' } as const;

/** A dialog over the window. Use it only where the work cannot be done in place. Escape and a click outside close it. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  hideTitle = false,
  size = 'md',
  children,
  footer,
}: Props) {
  const t = useText();
  const overlay = useRef<HTMLDivElement>(null);
  useFocusBack(isOpen, overlay);
  return (
    <ModalOverlay
      ref={overlay}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="appear fixed inset-0 z-40 flex items-start justify-center bg-scrim px-4 pt-[12vh]"
    >
      <Modal
        className={cx(
          'flex max-h-[76vh] max-w-full flex-col overflow-hidden rounded-xl bg-raised shadow-popover',
          WIDTHS[size],
        )}
      >
        <AriaDialog
          {...(hideTitle ? { 'aria-label': title } : {})}
          className="flex min-h-0 flex-1 flex-col outline-none"
        >
          {hideTitle ? null : (
            <header className="flex items-center justify-between border-b border-line py-2.5 pr-2.5 pl-4">
              <Heading slot="title" className="text-md font-semibold">
                {title}
              </Heading>
              <IconButton label={t('ui.close')} onPress={() => onOpenChange(false)}>
                <X size={16} aria-hidden />
              </IconButton>
            </header>
          )}
          <div className="min-h-0 flex-1 overflow-auto">{children}</div>
          {footer === undefined ? null : (
            <footer className="flex justify-end gap-2 border-t border-line px-4 py-3">
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Gives the focus back the moment the dialog closes. React Aria does so one frame later; a dialog called by a key in between would take the
 * page itself for the place to go back to, and the focus would be lost.
 */
function useFocusBack(isOpen: boolean, overlay: RefObject<HTMLElement | null>): void {
  const [state, setState] = useState({ isOpen: false, from: null as Element | null });
  if (state.isOpen !== isOpen)
    setState({ isOpen, from: isOpen ? document.activeElement : state.from });
  const { from } = state;
  useEffect(() => {
    if (!isOpen) return;
    const element = overlay.current;
    return () => {
      const at = document.activeElement;
      if (at !== document.body && element?.contains(at) !== true) return;
      // Where that is gone, or was the page itself, React Aria looks for the next best.
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    };
  }, [isOpen, from, overlay]);
}
