import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { ColumnChoice } from '@/renderer/features/tables/column-choice';
import { RECORD_COLUMN_NAMES } from '@/renderer/features/tables/record-words';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { Select } from '@/renderer/ui/select';
import { showToast } from '@/renderer/ui/toast';
import type { AuditFilters } from '@/shared/domain/audit/views';
import type { JobFilters } from '@/shared/domain/jobs/views';
import {
  RECORD_FORMATS,
  type RecordFormat,
  type RecordKind,
  recordColumns,
  usualRecordColumns,
} from '@/shared/domain/tables/record-exports';
import type { Id } from '@/shared/kit/ids';

/** Which records go out. */
export type RecordsWanted =
  | { readonly kind: 'jobs'; readonly text: string; readonly filters: JobFilters }
  /** Of one job, or of all. */
  | { readonly kind: 'applications'; readonly jobId: Id | null }
  | { readonly kind: 'interviews' }
  | { readonly kind: 'audit'; readonly filters: AuditFilters };

export interface Props {
  readonly wanted: RecordsWanted;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const FORMAT_NAMES: Readonly<Record<RecordFormat, MessageId>> = {
  csv: 'tables.format.csv',
  xlsx: 'tables.format.xlsx',
  json: 'exports.format.json',
};
const TITLES: Readonly<Record<RecordKind, MessageId>> = {
  jobs: 'exports.title.jobs',
  applications: 'exports.title.applications',
  interviews: 'exports.title.interviews',
  audit: 'exports.title.audit',
};

/** Writes jobs, applications, interviews or the audit log to a file: in which format, with which columns, and where. */
export function RecordsDialog({ wanted, isOpen, onOpenChange }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { shell } = useShell();
  const { kind } = wanted;
  const [format, setFormat] = useState<RecordFormat>('xlsx');
  const [columns, setColumns] = useState(() => usualRecordColumns(kind));
  const stop = useRef<AbortController | null>(null);
  const run = useMutation({
    mutationFn: async () => {
      const chosen = await shell('chooseSave', { suggestedName: `${kind}.${format}` });
      if (chosen === null) return null;
      stop.current = new AbortController();
      const asked = { columns: [...columns], format, handle: chosen.handle };
      const { signal } = stop.current;
      switch (wanted.kind) {
        case 'jobs': {
          const { text, filters } = wanted;
          return api.exports.jobs.call({ ...asked, text, filters }, { signal });
        }
        case 'applications':
          return api.exports.applications.call({ ...asked, jobId: wanted.jobId }, { signal });
        case 'interviews':
          return api.exports.interviews.call(asked, { signal });
        case 'audit':
          return api.exports.audit.call({ ...asked, filters: wanted.filters }, { signal });
      }
    },
    meta: { showsFailure: true },
    onSuccess: (written) => {
      if (written === null) return;
      const { rows: count, cut } = written;
      showToast({
        message: cut === 0 ? t('exports.done', { count }) : t('exports.done-cut', { count, cut }),
      });
      onOpenChange(false);
    },
  });
  const close = (): void => {
    stop.current?.abort();
    onOpenChange(false);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => (open ? onOpenChange(true) : close())}
      title={t(TITLES[kind])}
      footer={
        <>
          <Button onPress={close}>{t('tables.export.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={run.isPending || columns.length === 0}
            onPress={() => run.mutate()}
          >
            {t('tables.export.run')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 p-4">
        <Select
          autoFocus
          label={t('tables.export.format')}
          className="w-60"
          options={RECORD_FORMATS.map((value) => ({ value, label: t(FORMAT_NAMES[value]) }))}
          value={format}
          onChange={setFormat}
        />
        <ColumnChoice
          columns={recordColumns(kind)}
          nameOf={(column) => t(RECORD_COLUMN_NAMES[column] ?? 'exports.column.id')}
          chosen={columns}
          onChange={setColumns}
        />
        {run.isPending ? <p role="status">{t('tables.export.working')}</p> : null}
        {run.isError ? (
          <p role="alert" className="text-bad-ink">
            {failure(run.error).message}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
