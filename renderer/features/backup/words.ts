import { useCallback } from 'react';
import { type MessageId, useText } from '@/renderer/lib/text';
import type { BackupFlaw, BackupReport } from '@/shared/domain/backup/views';

const FLAWS: Readonly<Record<BackupFlaw, MessageId>> = {
  manifest: 'backup.flaw.manifest',
  'file-missing': 'backup.flaw.file-missing',
  'file-changed': 'backup.flaw.file-changed',
  database: 'backup.flaw.database',
  audit: 'backup.flaw.audit',
  'original-missing': 'backup.flaw.original-missing',
  'original-changed': 'backup.flaw.original-changed',
};

/** What a look at everything in a backup found, in a sentence or more. */
export function useFlawWords(): (report: BackupReport) => string {
  const t = useText();
  return useCallback(
    ({ flaws, files }) =>
      flaws.length === 0
        ? t('backup.verified', { files })
        : flaws.map(({ kind, count }) => t(FLAWS[kind], { count })).join(' '),
    [t],
  );
}
