import { useMutation } from '@tanstack/react-query';
import { HardDrive } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useWorkspace } from '@/renderer/app/workspace';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { showToast } from '@/renderer/ui/toast';
import type { WorkspaceStatus } from '@/shared/contract/api/workspace';

type Reason = NonNullable<Extract<WorkspaceStatus, { state: 'open' }>['readOnly']>;

const WORDS: Readonly<Record<Reason, { readonly title: MessageId; readonly todo: MessageId }>> = {
  full: { title: 'storage.full.title', todo: 'storage.full.todo' },
  'read-only': { title: 'storage.read-only.title', todo: 'storage.read-only.todo' },
  unreachable: { title: 'storage.unreachable.title', todo: 'storage.unreachable.todo' },
};

/** Says on every screen that nothing can be saved, why and what to do. Nothing while the workspace can be written. */
export function ReadOnlyBanner() {
  const t = useText();
  const api = useApi();
  const reason = useWorkspace()?.readOnly ?? null;
  const again = useMutation(
    api.system.tryWriting.mutationOptions({
      onSuccess: () => showToast({ message: t('storage.writable') }),
    }),
  );
  // There from the start, so that screen readers say what comes into it.
  return (
    <div role="status">
      {reason === null ? null : (
        <div className="flex items-center gap-3 border-b border-line bg-warn-soft px-4 py-1.5 text-warn-ink">
          <HardDrive size={14} aria-hidden className="shrink-0" />
          <p className="min-w-0 flex-1">
            <strong className="font-semibold">{t(WORDS[reason].title)}</strong>{' '}
            {t(WORDS[reason].todo)}
          </p>
          <Button size="sm" isPending={again.isPending} onPress={() => again.mutate(undefined)}>
            {t('ui.try-again')}
          </Button>
        </div>
      )}
    </div>
  );
}
