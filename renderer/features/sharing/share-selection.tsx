import { type ShareChoice, ShareForm } from '@/renderer/features/sharing/share-form';
import { useText } from '@/renderer/lib/text';
import { Dialog } from '@/renderer/ui/dialog';

interface Props {
  readonly count: number;
  readonly onShare: (choice: ShareChoice) => void;
  readonly onClose: () => void;
}

/** Asks with whom a selection is shared; the caller does it. */
export function ShareSelection({ count, onShare, onClose }: Props) {
  const t = useText();
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('sharing.title-many', { count })}
    >
      <div className="flex flex-col gap-3 p-4">
        <ShareForm isBusy={false} onShare={onShare} />
        <p className="text-ink-2">{t('sharing.hint')}</p>
      </div>
    </Dialog>
  );
}
