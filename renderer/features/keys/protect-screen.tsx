import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { DeskCard } from '@/renderer/app/desk-card';
import { showRecoveryKeyOf } from '@/renderer/app/recovery-key';
import { isUsable, NewPasswordFields, NO_PASSWORD, Refusal } from '@/renderer/features/people';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';

/** A workspace of an earlier Longlist, in clear, on a computer without a keychain: a passphrase first, then it is encrypted. */
export function ProtectScreen() {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(NO_PASSWORD);
  const protect = useMutation(
    api.keys.protect.mutationOptions({
      mutationFn: (input) => showRecoveryKeyOf(() => api.keys.protect.call(input), true),
      meta: { showsFailure: true },
      // It is at work at once; how far, the status says.
      onMutate: () => {
        setTimeout(
          () => void queries.invalidateQueries({ queryKey: api.workspace.status.key() }),
          LOOK_AFTER,
        );
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isUsable(chosen)) protect.mutate({ passphrase: chosen.password });
  };
  return (
    <DeskCard>
      <Form onSubmit={submit} className="flex flex-col gap-4">
        <div>
          <h1 className="text-xl font-semibold">{t('keys.protect.title')}</h1>
          <p className="mt-1 text-ink-2">{t('keys.protect.text')}</p>
        </div>
        <NewPasswordFields autoFocus kind="passphrase" value={chosen} onChange={setChosen} />
        <Refusal error={protect.error} />
        <div className="flex justify-end">
          <Button
            type="submit"
            variant="primary"
            isPending={protect.isPending}
            isDisabled={!isUsable(chosen)}
          >
            {t('keys.protect.run')}
          </Button>
        </div>
      </Form>
    </DeskCard>
  );
}

/** Making the key takes about this long, in ms; then there is a state to show. */
const LOOK_AFTER = 1_500;
