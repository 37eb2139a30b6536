import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import { useShell } from '@/renderer/app/shell';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Menu } from '@/renderer/ui/menu';
import { showToast } from '@/renderer/ui/toast';
import type { ImpactRequest } from '@/shared/domain/adverse-impact/views';

/** Writes the workbook to where a person says, for those who may take something out. */
export function SaveWorkbook({ request }: { readonly request: ImpactRequest }) {
  const t = useText();
  const api = useApi();
  const can = useCan();
  const { shell } = useShell();
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const chosen = await shell('chooseSave', { suggestedName: `adverse-impact.${format}` });
      if (chosen === null) return null;
      return api.adverseImpact.save.call({ handle: chosen.handle, format, request });
    },
    onSuccess: (saved) => {
      if (saved !== null) showToast({ message: t('impact.saved') });
    },
  });
  if (!can('export.run')) return null;
  return (
    <Menu
      label={t('impact.save')}
      trigger={
        <Button icon={<Download size={14} aria-hidden />} isDisabled={save.isPending}>
          {t('impact.save')}
        </Button>
      }
      groups={[
        {
          entries: [
            { id: 'xlsx', label: t('impact.save.xlsx'), onAction: () => save.mutate('xlsx') },
            { id: 'csv', label: t('impact.save.csv'), onAction: () => save.mutate('csv') },
          ],
        },
      ]}
    />
  );
}
