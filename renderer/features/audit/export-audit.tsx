import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { useShell } from '@/renderer/app/shell';
import { type Printed, PrintedAudit } from '@/renderer/features/audit/printed-audit';
import { RecordsDialog } from '@/renderer/features/tables';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Menu } from '@/renderer/ui/menu';
import { showToast } from '@/renderer/ui/toast';
import type { AuditFilters } from '@/shared/domain/audit/views';

const NAME = 'audit-log';

/** Takes the log out as files that prove themselves, and onto paper. */
export function ExportAudit({ filters }: { readonly filters: AuditFilters }) {
  const t = useText();
  const api = useApi();
  const may = useCan();
  const failure = useFailure();
  const { shell } = useShell();
  const [isTable, setTable] = useState(false);
  const [printed, setPrinted] = useState<Printed | null>(null);
  const told = {
    meta: { showsFailure: true },
    onError: (error: unknown) => showToast({ tone: 'bad', message: failure(error).message }),
  } as const;
  const save = useMutation({
    ...told,
    mutationFn: async (format: 'csv' | 'jsonl') => {
      const chosen = await shell('chooseSave', { suggestedName: `${NAME}.${format}` });
      if (chosen === null) return null;
      return api.audit.export.call({ handle: chosen.handle, format, filters });
    },
    onSuccess: (done) => {
      if (done) showToast({ message: t('audit.export.saved', { count: done.header.shown }) });
    },
  });
  const gather = useMutation({
    ...told,
    mutationFn: () => api.audit.printed.call({ filters }),
    onSuccess: setPrinted,
  });
  // What is printed has to be on the page first.
  useEffect(() => {
    if (printed === null) return;
    void shell('savePdf', { suggestedName: `${NAME}.pdf` }).then(
      ({ saved }) => {
        setPrinted(null);
        if (saved) showToast({ message: t('audit.export.saved', { count: printed.lines.length }) });
      },
      (error: unknown) => {
        setPrinted(null);
        showToast({ tone: 'bad', message: failure(error).message });
      },
    );
  }, [printed, shell, t, failure]);
  if (!may('audit.export')) return null;
  return (
    <>
      <Menu
        label={t('audit.export')}
        trigger={
          <Button icon={<Download size={16} aria-hidden />} isDisabled={save.isPending}>
            {t('audit.export')}
          </Button>
        }
        groups={[
          {
            entries: [
              { id: 'jsonl', label: t('audit.export.jsonl'), onAction: () => save.mutate('jsonl') },
              { id: 'csv', label: t('audit.export.csv'), onAction: () => save.mutate('csv') },
              { id: 'pdf', label: t('audit.export.pdf'), onAction: () => gather.mutate() },
              { id: 'table', label: t('exports.audit'), onAction: () => setTable(true) },
            ],
          },
        ]}
      />
      {isTable ? (
        <RecordsDialog wanted={{ kind: 'audit', filters }} isOpen onOpenChange={setTable} />
      ) : null}
      {printed === null ? null : <PrintedAudit printed={printed} />}
    </>
  );
}
