import { ChevronRight, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { showToast } from '@/renderer/ui/toast';

interface EmptyProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What goes here. */
  readonly children?: ReactNode;
  /** The one next step. */
  readonly action?: ReactNode;
  readonly className?: string;
}

/** What a place shows while there is nothing in it. */
export function EmptyState({ icon, title, children, action, className }: EmptyProps) {
  return (
    <div
      className={cx(
        'flex flex-col items-center justify-center gap-2 px-6 py-12 text-center',
        className,
      )}
    >
      {icon === undefined ? null : (
        <span aria-hidden className="mb-1 text-ink-3">
          {icon}
        </span>
      )}
      <p className="text-md font-semibold">{title}</p>
      {children === undefined ? null : <div className="max-w-96 text-ink-2">{children}</div>}
      {action === undefined ? null : <div className="mt-2 flex gap-2">{action}</div>}
    </div>
  );
}

interface ErrorProps {
  readonly title: string;
  /** What was kept and what to do. */
  readonly children?: ReactNode;
  /** Folded away, to copy for whoever helps. */
  readonly details?: string;
  readonly onRetry?: () => void;
  readonly className?: string;
}

/** What a place shows when its content could not be read. */
export function ErrorState({ title, children, details, onRetry, className }: ErrorProps) {
  const t = useText();
  return (
    <div
      role="alert"
      className={cx('flex flex-col items-center justify-center gap-2 px-6 py-12', className)}
    >
      <TriangleAlert size={20} aria-hidden className="text-bad-ink" />
      <p className="text-center text-md font-semibold">{title}</p>
      {children === undefined ? null : (
        <div className="max-w-120 text-center text-ink-2">{children}</div>
      )}
      {onRetry === undefined ? null : (
        <Button className="mt-2" onPress={onRetry}>
          {t('ui.try-again')}
        </Button>
      )}
      {details === undefined ? null : (
        <Details text={details} className="mt-2 flex flex-col items-center" />
      )}
    </div>
  );
}

/** Details that fold out and copy. */
export function Details({
  text,
  className,
}: {
  readonly text: string;
  readonly className?: string;
}) {
  const t = useText();
  return (
    <Disclosure className={cx('group w-full max-w-160', className)}>
      <div>
        <AriaButton
          slot="trigger"
          className="flex items-center gap-1 rounded-sm px-1 text-sm text-ink-2 hover:text-ink"
        >
          <ChevronRight
            size={12}
            aria-hidden
            className="transition-transform group-data-expanded:rotate-90"
          />
          {t('ui.details')}
        </AriaButton>
      </div>
      <DisclosurePanel className="w-full">
        <div className="mt-2 flex flex-col items-end gap-2 rounded-lg border border-line bg-sunken p-3">
          <pre className="max-h-60 w-full overflow-auto font-mono text-sm whitespace-pre-wrap text-ink-2 select-text">
            {text}
          </pre>
          <CopyButton text={text} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** How long the button says that it copied, in ms. */
const SAYS_COPIED = 2000;

/** Copies the text to the clipboard, and says so. */
export function CopyButton({ text }: { readonly text: string }) {
  const t = useText();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SAYS_COPIED);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      showToast({ tone: 'bad', message: t('ui.copy.failed') });
    }
  };
  return (
    <Button size="sm" onPress={() => void copy()}>
      <span aria-live="polite">{isCopied ? t('ui.copied') : t('ui.copy')}</span>
    </Button>
  );
}

/** Grey in the place and size of what is still being read, so that nothing jumps when it comes. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={cx('block rounded-sm bg-press', className)} />;
}

/** Says to screen readers that something is being read, with skeletons inside for the eye. */
export function Loading({
  label,
  children,
  className,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <div role="status" aria-label={label} aria-busy className={className}>
      {children}
    </div>
  );
}
