import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePage } from '@/renderer/features/candidates/page/page-context';
import { ProvenanceNote } from '@/renderer/features/candidates/page/provenance-note';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import type { Provenance } from '@/shared/domain/candidates/records';
import { needsReview, readingIn } from '@/shared/domain/candidates/review';

interface Props {
  /** What the value is, for screen readers and for the mark in the CV. */
  readonly label: string;
  readonly provenance: Provenance | undefined;
  readonly children: ReactNode;
  readonly onEdit: () => void;
  /** A person says that the value is right as it was read. */
  readonly onConfirm: () => void;
  readonly onRemove?: () => void;
  /** Its editor was closed: the keyboard stays here. */
  readonly takesFocus?: boolean;
  /** Where the note on the value's origin stands. */
  readonly noteClassName?: string;
  readonly className?: string;
}

/** A value with the way to its place in the CV and to its editor. */
export function ValueRow({
  label,
  provenance,
  children,
  onEdit,
  onConfirm,
  onRemove,
  takesFocus = false,
  noteClassName,
  className,
}: Props) {
  const t = useText();
  const { target, showEvidence, mayEdit } = usePage();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The pencil: a value that was entered by hand is no button.
    if (takesFocus) frame.current?.querySelector<HTMLElement>('[data-actions] button')?.focus();
  }, [takesFocus]);
  const evidence = readingIn(provenance)?.evidence ?? null;
  const isShown = evidence !== null && target?.evidence === evidence;
  return (
    <div
      ref={frame}
      data-shown={isShown ? true : undefined}
      data-review={mayEdit && needsReview(provenance) ? true : undefined}
      className={cx(
        'group/value relative -mx-2 flex min-h-7 items-start gap-2 rounded-md px-2 py-1',
        isShown ? 'bg-accent-soft' : 'hover:bg-hover',
        className,
      )}
    >
      <div className="min-w-0 flex-1">
        {evidence === null || provenance === undefined ? (
          <div className="select-text">{children}</div>
        ) : (
          <button
            type="button"
            aria-pressed={isShown}
            title={t('candidates.show-in-cv', { label })}
            onClick={() => showEvidence(provenance, label)}
            className="block w-full cursor-default rounded-sm text-left"
          >
            {children}
          </button>
        )}
        {!mayEdit ? null : (
          <span className={cx('block', noteClassName)}>
            <ProvenanceNote label={label} provenance={provenance} onConfirm={onConfirm} />
          </span>
        )}
      </div>
      {!mayEdit ? null : (
        <span
          data-actions
          className="pointer-events-none absolute top-0.5 right-1 flex rounded-md bg-raised opacity-0 shadow-raised group-focus-within/value:pointer-events-auto group-focus-within/value:opacity-100 group-hover/value:pointer-events-auto group-hover/value:opacity-100"
        >
          <IconButton size="sm" label={t('candidates.edit', { label })} onPress={onEdit}>
            <Pencil size={12} aria-hidden />
          </IconButton>
          {onRemove === undefined ? null : (
            <IconButton size="sm" label={t('candidates.remove', { label })} onPress={onRemove}>
              <Trash2 size={12} aria-hidden />
            </IconButton>
          )}
        </span>
      )}
    </div>
  );
}
