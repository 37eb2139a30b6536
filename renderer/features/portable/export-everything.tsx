import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { failureCode } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { useWorkspace } from '@/renderer/app/workspace';
import { Refusal, useWait } from '@/renderer/features/people';
import { NotEncrypted } from '@/renderer/features/portable/not-encrypted';
import { Progress } from '@/renderer/features/portable/progress';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';
import type { FileHandle } from '@/shared/contract/shell/shell';
import type { ExportCounts } from '@/shared/domain/portable/manifest';

export interface ExportMade {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  readonly counts: ExportCounts;
}

/** Refusals after which the same is asked again, and goes to the same folder. */
const MISTYPED: ReadonlySet<string> = new Set([
  'WRONG_PASSWORD',
  'SIGN_IN_REFUSED',
  'WRONG_KEY',
  'TOO_MANY_TRIES',
]);

interface Props {
  readonly onClose: () => void;
  readonly onMade: (made: ExportMade) => void;
}

/** Asks for the name of the workspace and for who is asking, then where to; shows how far it is and stops it. */
export function ExportEverything({ onClose, onMade }: Props) {
  const t = useText();
  const api = useApi();
  const { shell } = useShell();
  const workspace = useWorkspace();
  const name = workspace?.name ?? '';
  const guarded = workspace?.guarded ?? false;
  const keys = useQuery(api.keys.status.queryOptions());
  const asksPassphrase = !guarded && keys.data?.slots.passphrase === true;
  const [typed, setTyped] = useState('');
  const [secret, setSecret] = useState('');
  const [folder, setFolder] = useState<FileHandle>(null);
  const stop = useRef<AbortController | null>(null);
  const run = useMutation({
    mutationFn: async () => {
      const chosen = folder ?? (await shell('chooseFolder', {}));
      if (chosen === null) return null;
      setFolder(chosen);
      stop.current = new AbortController();
      return api.portable.export.call(
        {
          handle: chosen.handle,
          typed,
          ...(guarded && { password: secret }),
          ...(asksPassphrase && { passphrase: secret }),
        },
        { signal: stop.current.signal },
      );
    },
    meta: { showsFailure: true },
    // What was typed wrongly is typed again; a folder that could not be written is chosen anew.
    onError: (error) => {
      if (!MISTYPED.has(failureCode(error) ?? '')) setFolder(null);
    },
    onSuccess: (made) => {
      if (made !== null) onMade(made);
    },
  });
  const wait = useWait(run.error);
  const asksSecret = guarded || asksPassphrase;
  const isReady =
    typed.trim() === name.trim() &&
    keys.data !== undefined &&
    wait === 0 &&
    !run.isPending &&
    (!asksSecret || secret !== '');
  const close = (): void => {
    stop.current?.abort();
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) run.mutate();
  };
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(open) => open || close()}
      title={t('portable.export.title')}
    >
      <Form onSubmit={submit} className="flex flex-col gap-4 p-4">
        <NotEncrypted />
        {guarded ? <p className="text-ink-2">{t('portable.export.private')}</p> : null}
        <TextField
          autoFocus
          isRequired
          autoComplete="off"
          maxLength={1000}
          label={t('portable.export.typed', { name })}
          value={typed}
          onChange={setTyped}
          validationBehavior="aria"
        />
        {asksSecret ? (
          <TextField
            isRequired
            type="password"
            autoComplete="off"
            maxLength={1000}
            label={t(guarded ? 'portable.export.password' : 'portable.export.passphrase')}
            value={secret}
            onChange={setSecret}
            validationBehavior="aria"
          />
        ) : null}
        {run.isPending ? <Progress label={t('portable.export.working')} /> : null}
        <Refusal error={run.error} wait={wait} />
        <div className="flex justify-end gap-2">
          <Button onPress={close}>{t(run.isPending ? 'portable.stop' : 'portable.cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={!isReady} isPending={run.isPending}>
            {folder === null
              ? t('portable.export.run')
              : t('portable.export.again', { folder: folder.names.join(', ') })}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
