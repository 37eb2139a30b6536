import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';

interface Props {
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}

const MOST_CODES = 1000;

/** Takes out what was said under the codes that somebody types: all it takes is the letter. */
export function WithdrawDialog({ onDone, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const [typed, setTyped] = useState('');
  const codes = typed
    .split(/[\n,;]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
    .slice(0, MOST_CODES);
  const withdraw = useMutation({
    mutationFn: () =>
      api.adverseImpact.withdraw.call({ codes: codes.map((one) => one.slice(0, 100)) }),
    onSuccess: ({ people }) => onDone(t('impact.withdrawn', { count: people })),
    meta: { showsFailure: true },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (codes.length > 0) withdraw.mutate();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('impact.withdraw')}
      footer={
        <>
          <Button onPress={onClose}>{t('impact.cancel')}</Button>
          <Button
            type="submit"
            form="withdraw"
            variant="danger"
            isDisabled={codes.length === 0 || withdraw.isPending}
          >
            {t('impact.withdraw.do')}
          </Button>
        </>
      }
    >
      <form id="withdraw" onSubmit={onSubmit} className="flex flex-col gap-3 p-4">
        <TextField
          autoFocus
          rows={4}
          label={t('impact.withdraw.codes')}
          description={t('impact.withdraw.hint')}
          value={typed}
          onChange={setTyped}
        />
        {withdraw.isError ? (
          <p role="alert" className="text-bad-ink">
            {failure(withdraw.error).message}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}

/** Takes all answers out, once somebody says so a second time. */
export function RemoveAllDialog({ people, onDone, onClose }: Props & { readonly people: number }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const remove = useMutation({
    mutationFn: () => api.adverseImpact.removeAll.call({ confirmed: true }),
    onSuccess: (removed) => onDone(t('impact.withdrawn', { count: removed.people })),
    meta: { showsFailure: true },
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      size="sm"
      title={t('impact.remove-all')}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {t('impact.cancel')}
          </Button>
          <Button variant="danger" isDisabled={remove.isPending} onPress={() => remove.mutate()}>
            {t('impact.remove-all.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 p-4">
        <p>{t('impact.remove-all.text', { count: people })}</p>
        {remove.isError ? (
          <p role="alert" className="text-bad-ink">
            {failure(remove.error).message}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
