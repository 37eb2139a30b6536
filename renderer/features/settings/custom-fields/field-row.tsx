import { Archive, ArrowDown, ArrowUp, Pencil } from 'lucide-react';
import { KIND_NAMES } from '@/renderer/features/settings/custom-fields/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import type { CustomField } from '@/shared/domain/custom-fields/records';

interface Props {
  readonly field: CustomField;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onArchive: () => void;
}

/** A field that is offered, with what can be done to it. */
export function FieldRow({ field, isFirst, isLast, onEdit, onMove, onArchive }: Props) {
  const t = useText();
  const { label } = field;
  return (
    <div className="flex min-h-11 items-center gap-3 py-1">
      <FieldName field={field} />
      <div className="flex shrink-0">
        <IconButton
          label={t('custom-fields.move-up', { label })}
          isDisabled={isFirst}
          onPress={() => onMove(-1)}
        >
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={t('custom-fields.move-down', { label })}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        >
          <ArrowDown size={14} aria-hidden />
        </IconButton>
        <IconButton label={t('custom-fields.edit', { label })} onPress={onEdit}>
          <Pencil size={14} aria-hidden />
        </IconButton>
        <IconButton label={t('custom-fields.archive', { label })} onPress={onArchive}>
          <Archive size={14} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

/** A field that is no longer offered, and the way back. */
export function ArchivedRow({
  field,
  onRestore,
}: {
  readonly field: CustomField;
  readonly onRestore: () => void;
}) {
  const t = useText();
  return (
    <li className="flex min-h-11 items-center gap-3 border-b border-line py-1">
      <FieldName field={field} />
      <Button
        size="sm"
        aria-label={t('custom-fields.restore-one', { label: field.label })}
        onPress={onRestore}
      >
        {t('custom-fields.restore')}
      </Button>
    </li>
  );
}

function FieldName({ field }: { readonly field: CustomField }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{field.label}</span>
        {field.options.length === 0 ? null : (
          <span className="block truncate text-sm text-ink-2">{format.list(field.options)}</span>
        )}
      </span>
      <Badge>{t(KIND_NAMES[field.kind])}</Badge>
    </>
  );
}
