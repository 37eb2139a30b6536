import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { ColumnChoice } from '@/renderer/features/tables/column-choice';
import { useFieldName } from '@/renderer/features/tables/use-field-name';
import { FORMAT_NAMES } from '@/renderer/features/tables/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { Select } from '@/renderer/ui/select';
import { showToast } from '@/renderer/ui/toast';
import { type CandidateSelection, selectionSize } from '@/shared/domain/candidates/selection';
import { EXPORT_COLUMNS, USUAL_COLUMNS } from '@/shared/domain/tables/export-columns';
import { customTarget } from '@/shared/domain/tables/fields';
import { TABLE_FORMATS, type TableFormat } from '@/shared/domain/tables/records';

export interface Props {
  readonly selection: CandidateSelection;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const ENDINGS: Readonly<Record<TableFormat, string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  'json-resume': 'json',
  vcard: 'vcf',
};

/** An export under way is asked after this often, in ms. */
const ASK_EVERY = 500;

/** Writes chosen people to a file: in which format, with which columns, and where. */
export function ExportDialog({ selection, isOpen, onOpenChange }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { shell } = useShell();
  const fieldName = useFieldName();
  const custom = useQuery(api.customFields.list.queryOptions({ input: {}, enabled: isOpen }));
  const [format, setFormat] = useState<TableFormat>('xlsx');
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [handle, setHandle] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  const all = [...EXPORT_COLUMNS, ...(custom.data ?? []).map(({ id }) => customTarget(id))];
  const usual = all.filter(
    (column) => column.startsWith('custom:') || USUAL_COLUMNS.some((one) => one === column),
  );
  const columns = chosen ?? usual;
  const isTable = format === 'csv' || format === 'xlsx';
  const run = useMutation({
    mutationFn: async () => {
      const suggestedName = `candidates.${ENDINGS[format]}`;
      const chosen = await shell('chooseSave', { suggestedName });
      if (chosen === null) return null;
      stop.current = new AbortController();
      setHandle(chosen.handle);
      return api.tables.export.call(
        { selection, format, columns: isTable ? [...columns] : [], handle: chosen.handle },
        { signal: stop.current.signal },
      );
    },
    meta: { showsFailure: true },
    onSuccess: (done) => {
      if (done === null) return;
      const { candidates: count, cut } = done;
      showToast({
        message:
          cut === 0
            ? t('tables.export.done', { count })
            : t('tables.export.done-cut', { count, cut }),
      });
      onOpenChange(false);
    },
  });
  const written = useQuery({
    ...api.tables.exporting.queryOptions({ input: { handle: handle ?? '' } }),
    enabled: run.isPending && handle !== null,
    refetchInterval: ASK_EVERY,
  });
  const close = (): void => {
    stop.current?.abort();
    onOpenChange(false);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => (open ? onOpenChange(true) : close())}
      title={t('tables.export.title', { count: selectionSize(selection) })}
      footer={
        <>
          <Button onPress={close}>{t('tables.export.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={run.isPending || (isTable && columns.length === 0)}
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
          options={TABLE_FORMATS.map((value) => ({ value, label: t(FORMAT_NAMES[value]) }))}
          value={format}
          onChange={setFormat}
        />
        {isTable ? (
          <ColumnChoice columns={all} nameOf={fieldName} chosen={columns} onChange={setChosen} />
        ) : (
          <p className="text-ink-2">{t('tables.export.whole')}</p>
        )}
        {!isTable || columns.includes('notes') ? (
          <p className="text-sm text-ink-2">{t('tables.export.notes')}</p>
        ) : null}
        {run.isPending ? (
          <p role="status" className="tabular">
            {written.data ? t('tables.export.written', written.data) : t('tables.export.working')}
          </p>
        ) : null}
        {run.isError ? (
          <p role="alert" className="text-bad-ink">
            {failure(run.error).message}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
