import { X } from 'lucide-react';
import type { ReactNode } from 'react';
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
  return (
    <ModalOverlay
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
