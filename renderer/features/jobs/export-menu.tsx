import { Download } from 'lucide-react';
import { useState } from 'react';
import { type JobsSearch, requestOf } from '@/renderer/features/jobs/jobs-search';
import { RecordsDialog, type RecordsWanted } from '@/renderer/features/tables';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import { Menu } from '@/renderer/ui/menu';

/** Takes jobs, and who is on them, out as files. */
export function ExportMenu({ search }: { readonly search: JobsSearch }) {
  const t = useText();
  const [wanted, setWanted] = useState<RecordsWanted | null>(null);
  return (
    <>
      <Menu
        label={t('exports.menu')}
        trigger={
          <IconButton label={t('exports.menu')}>
            <Download size={16} aria-hidden />
          </IconButton>
        }
        groups={[
          {
            entries: [
              {
                id: 'jobs',
                label: t('exports.jobs-listed'),
                onAction: () => {
                  const { text, filters } = requestOf(search);
                  setWanted({ kind: 'jobs', text, filters });
                },
              },
              {
                id: 'applications',
                label: t('exports.all-applications'),
                onAction: () => setWanted({ kind: 'applications', jobId: null }),
              },
              {
                id: 'interviews',
                label: t('exports.all-interviews'),
                onAction: () => setWanted({ kind: 'interviews' }),
              },
            ],
          },
        ]}
      />
      {wanted === null ? null : (
        <RecordsDialog wanted={wanted} isOpen onOpenChange={(open) => open || setWanted(null)} />
      )}
    </>
  );
}
