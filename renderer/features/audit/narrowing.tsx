import type { AuditSearch } from '@/renderer/features/audit/audit-search';
import { GROUP_NAMES } from '@/renderer/features/audit/words';
import { useText } from '@/renderer/lib/text';
import { Chips } from '@/renderer/ui/chips';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import { AUDIT_GROUPS, type AuditGroup } from '@/shared/domain/audit/views';

interface Props {
  readonly search: AuditSearch;
  readonly onShow: (next: AuditSearch) => void;
}

/** What the log is narrowed to: a kind and days here; a person, a record and a client are chosen where an entry names them. */
export function Narrowing({ search, onShow }: Props) {
  const t = useText();
  const chosen = (['person', 'record', 'client'] as const).filter(
    (name) => search[name] !== undefined,
  );
  const label = {
    person: 'audit.only.person',
    record: 'audit.only.record',
    client: 'audit.only.client',
  } as const;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-3 border-b border-line px-5 py-2">
      <Select<AuditGroup | 'all'>
        label={t('audit.group')}
        hideLabel
        className="w-52"
        value={search.kind ?? 'all'}
        options={(['all', ...AUDIT_GROUPS] as const).map((value) => ({
          value,
          label: t(GROUP_NAMES[value]),
        }))}
        onChange={(value) => onShow({ kind: value === 'all' ? undefined : value })}
      />
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="flex items-center gap-2 text-sm text-ink-2">
          {t(name === 'from' ? 'audit.from' : 'audit.to')}
          <TextField
            label={t(name === 'from' ? 'audit.from' : 'audit.to')}
            hideLabel
            type="date"
            className="w-38"
            value={search[name] ?? ''}
            onChange={(value) => onShow({ [name]: value === '' ? undefined : value })}
          />
        </label>
      ))}
      {chosen.length === 0 ? null : (
        <Chips
          label={t('audit.narrowed')}
          chips={chosen.map((name) => ({ id: name, label: t(label[name]) }))}
          onRemove={(name) => onShow({ [name]: undefined })}
        />
      )}
    </div>
  );
}
