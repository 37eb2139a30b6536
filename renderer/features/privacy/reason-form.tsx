import { type FormEvent, useState } from 'react';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { squeeze } from '@/shared/kit/text';

interface Props {
  readonly label: string;
  readonly action: string;
  readonly isPending: boolean;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why something is done, before it is done. Escape leaves everything as it was. */
export function ReasonForm({ label, action, isPending, onSubmit, onClose }: Props) {
  const t = useText();
  const [reason, setReason] = useState('');
  const isReady = squeeze(reason) !== '' && !isPending;
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (isReady) onSubmit(squeeze(reason));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      className="mt-2 flex flex-col gap-3 rounded-lg border border-line p-3"
    >
      <TextField autoFocus label={label} value={reason} onChange={setReason} maxLength={2000} />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('privacy.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!isReady}>
          {action}
        </Button>
      </div>
    </form>
  );
}
