import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { RestoreDialog } from '@/renderer/features/backup/restore-dialog';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';

/** Restoring, where no workspace is open: before there is one, while it is locked, or where it cannot be read. */
export function RestoreOffer({ isMain = false }: { readonly isMain?: boolean }) {
  const t = useText();
  const api = useApi();
  const [isAsked, setAsked] = useState(false);
  const outcome = useQuery(api.backup.outcome.queryOptions());
  const failed = outcome.data?.failed ?? null;
  return (
    <>
      <Button
        variant={isMain ? 'primary' : 'ghost'}
        icon={<ArchiveRestore size={14} aria-hidden />}
        onPress={() => setAsked(true)}
      >
        {t('backup.restore-offer')}
      </Button>
      {failed === null ? null : (
        <p role="alert" className="w-full text-bad-ink">
          {failed.message}
        </p>
      )}
      {isAsked ? <RestoreDialog start={null} onClose={() => setAsked(false)} /> : null}
    </>
  );
}
