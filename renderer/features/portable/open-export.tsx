import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FolderInput } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { showRecoveryKeyOf } from '@/renderer/app/recovery-key';
import { useShell } from '@/renderer/app/shell';
import { isUsable, NewPasswordFields, NO_PASSWORD, Refusal } from '@/renderer/features/people';
import { Progress } from '@/renderer/features/portable/progress';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import type { ExportLook } from '@/shared/contract/api/portable';

/** In place of naming a new workspace: the one of a full export. `onBack`: it is named after all. */
export function OpenExport({ onBack }: { readonly onBack: () => void }) {
  const t = useText();
  const api = useApi();
  const { shell } = useShell();
  const look = useMutation({
    mutationFn: async () => {
      const chosen = await shell('chooseFolder', {});
      return chosen && api.portable.look.call({ handle: chosen.handle });
    },
    meta: { showsFailure: true },
  });
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="text-xl font-semibold">{t('portable.open.title')}</h1>
        <p className="mt-1 text-ink-2">{t('portable.open.text')}</p>
      </div>
      {look.data ? (
        <Opening key={look.data.handle} look={look.data} onBack={onBack} />
      ) : (
        <>
          <Refusal error={look.error} />
          <div className="flex justify-end gap-2">
            <Button onPress={onBack}>{t('portable.back')}</Button>
            <Button
              autoFocus
              variant="primary"
              icon={<FolderInput size={14} aria-hidden />}
              isPending={look.isPending}
              onPress={() => look.mutate()}
            >
              {t('portable.open.choose')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** What the export says of itself, and what its workspace needs here: an administrator, a passphrase. */
function Opening({ look, onBack }: { readonly look: ExportLook; readonly onBack: () => void }) {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState(NO_PASSWORD);
  const [passphrase, setPassphrase] = useState(NO_PASSWORD);
  const stop = useRef<AbortController | null>(null);
  const [isStopped, setStopped] = useState(false);
  const keys = useQuery(api.keys.status.queryOptions());
  const needsPassphrase =
    keys.data !== undefined && keys.data.keychain !== 'works' && !keys.data.passphraseGiven;
  const open = useMutation({
    mutationFn: async () => {
      const { signal } = (stop.current = new AbortController());
      return showRecoveryKeyOf(
        () =>
          api.portable.open.call(
            {
              handle: look.handle,
              ...(look.guarded && { admin: { email: email.trim(), password: chosen.password } }),
              ...(needsPassphrase && { passphrase: passphrase.password }),
            },
            { signal },
          ),
        false,
      );
    },
    meta: { showsFailure: true },
    onSuccess: ({ status }) => queries.setQueryData(api.workspace.status.queryKey(), status),
  });
  const isReady =
    keys.data !== undefined &&
    (!look.guarded || (email.trim() !== '' && isUsable(chosen))) &&
    (!needsPassphrase || isUsable(passphrase));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady || open.isPending) return;
    setStopped(false);
    open.mutate();
  };
  const back = (): void => {
    if (!open.isPending) return onBack();
    setStopped(true);
    stop.current?.abort();
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-4">
      <section aria-label={t('portable.open.what')} className="rounded-lg bg-sunken p-3">
        <p className="font-medium wrap-anywhere">{look.workspace}</p>
        <p className="text-ink-2">
          {t('portable.open.facts', {
            day: format.day(look.madeAt.slice(0, 10)),
            candidates: look.counts.candidates,
            originals: look.counts.originals,
            size: format.bytes(look.bytes),
          })}
        </p>
      </section>
      {look.guarded ? (
        <>
          <p className="text-ink-2">{t('portable.open.admin')}</p>
          <TextField
            autoFocus
            isRequired
            type="email"
            autoComplete="username"
            maxLength={320}
            label={t('portable.open.email')}
            value={email}
            onChange={setEmail}
            validationBehavior="aria"
          />
          <NewPasswordFields value={chosen} onChange={setChosen} />
        </>
      ) : null}
      {needsPassphrase ? (
        <>
          <p className="border-t border-line pt-4 text-ink-2">{t('keys.needed')}</p>
          <NewPasswordFields kind="passphrase" value={passphrase} onChange={setPassphrase} />
        </>
      ) : null}
      {open.isPending ? <Progress label={t('portable.open.working')} /> : null}
      {isStopped ? null : <Refusal error={open.error} />}
      <div className="flex justify-end gap-2">
        <Button onPress={back}>{t(open.isPending ? 'portable.stop' : 'portable.back')}</Button>
        <Button type="submit" variant="primary" isDisabled={!isReady} isPending={open.isPending}>
          {t('portable.open.run')}
        </Button>
      </div>
    </Form>
  );
}
