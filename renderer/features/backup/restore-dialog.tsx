import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { KeyField } from '@/renderer/app/key-field';
import { useShell } from '@/renderer/app/shell';
import { BackupList } from '@/renderer/features/backup/backup-list';
import { RestorePlanText } from '@/renderer/features/backup/restore-plan-text';
import { Refusal, useWait } from '@/renderer/features/people';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { RestorePlan } from '@/shared/contract/api/backup';
import type { BackupView } from '@/shared/domain/backup/views';
import { fold, squeeze } from '@/shared/kit/text';

interface Props {
  /** The backup somebody chose already; null: they choose it here. */
  readonly start: BackupView | null;
  readonly onClose: () => void;
}

type Key = { readonly passphrase: string } | { readonly recoveryKey: string } | null;

/** Which backup, the key that opens it where none is at hand, what will happen, and then it happens. */
export function RestoreDialog({ start, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(start);
  const [key, setKey] = useState<Key>(null);
  const [plan, setPlan] = useState<RestorePlan | null>(null);
  const ask = useMutation({
    mutationFn: ({ id, with: given }: { readonly id: string; readonly with: Key }) =>
      api.backup.plan.call({ id, key: given }),
    meta: { showsFailure: true },
    onSuccess: (answer, { with: given }) => {
      setPlan(answer);
      setKey(given);
    },
  });
  const restore = useMutation({
    ...api.backup.restore.mutationOptions(),
    meta: { showsFailure: true },
    // The window begins anew when the workspace closes; where there was none, it asks how things are.
    onSuccess: () => queries.invalidateQueries(),
  });
  const choose = (backup: BackupView): void => {
    setChosen(backup);
    ask.mutate({ id: backup.id, with: null });
  };
  const { mutate } = ask;
  // Opened for one that was chosen: its plan is asked for at once.
  useEffect(() => {
    if (start !== null) mutate({ id: start.id, with: null });
  }, [start, mutate]);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('backup.restore.title')}
    >
      <div className="p-4">
        {chosen === null ? (
          <ChooseBackup onChoose={choose} />
        ) : plan === null ? (
          ask.isError ? (
            <>
              <Refusal error={ask.error} />
              <Buttons onClose={onClose} />
            </>
          ) : (
            <Loading label={t('backup.restore.looking')}>
              <Skeleton className="h-24" />
            </Loading>
          )
        ) : plan.state === 'key-needed' ? (
          <GiveKey
            plan={plan}
            error={ask.error}
            isPending={ask.isPending}
            onClose={onClose}
            onGive={(given) => ask.mutate({ id: chosen.id, with: given })}
          />
        ) : (
          <Confirm
            plan={plan}
            error={restore.error}
            isPending={restore.isPending || restore.isSuccess}
            onClose={onClose}
            onConfirm={(typed) => restore.mutate({ id: chosen.id, key, typed })}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Those of the usual folder, or of one that is chosen. */
function ChooseBackup({ onChoose }: { readonly onChoose: (backup: BackupView) => void }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { shell } = useShell();
  const queries = useQueryClient();
  const usual = api.backup.find.queryOptions({ input: { handle: null } });
  const backups = useQuery({ ...usual, staleTime: 0 });
  const look = useMutation({
    mutationFn: async () => {
      const folder = await shell('chooseFolder', {});
      return folder === null ? null : api.backup.find.call({ handle: folder.handle });
    },
    meta: { showsFailure: true },
    onSuccess: (found) => {
      if (found !== null) queries.setQueryData(usual.queryKey, found);
    },
  });
  const error = look.error ?? backups.error;
  const found = backups.data ?? [];
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">{t('backup.restore.choose')}</p>
      {error !== null ? (
        <ErrorState title={t('backup.list.failed')} details={failure(error).details}>
          {failure(error).message}
        </ErrorState>
      ) : backups.isPending ? (
        <Loading label={t('backup.restore.looking')}>
          <Skeleton className="h-24" />
        </Loading>
      ) : found.length === 0 ? (
        <EmptyState title={t('backup.restore.none')}>{t('backup.restore.none.text')}</EmptyState>
      ) : (
        <div className="max-h-80 overflow-y-auto">
          <BackupList label={t('backup.list')} backups={found}>
            {(backup) => (
              <Button
                size="sm"
                isDisabled={backup.state === 'changed'}
                onPress={() => onChoose(backup)}
              >
                {t('backup.restore.this')}
              </Button>
            )}
          </BackupList>
        </div>
      )}
      <div className="flex justify-end">
        <Button autoFocus isPending={look.isPending} onPress={() => look.mutate()}>
          {t('backup.restore.other-folder')}
        </Button>
      </div>
    </div>
  );
}

function GiveKey({
  plan,
  error,
  isPending,
  onGive,
  onClose,
}: {
  readonly plan: Extract<RestorePlan, { state: 'key-needed' }>;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onGive: (key: Key) => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [byKey, setByKey] = useState(!plan.passphrase);
  const [given, setGiven] = useState('');
  const wait = useWait(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (given === '' || wait > 0 || isPending) return;
    onGive(byKey ? { recoveryKey: given } : { passphrase: given });
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-ink-2">{t('backup.restore.key')}</p>
      <KeyField byKey={byKey} value={given} onChange={setGiven} />
      <Refusal error={error} wait={wait} />
      <div className="flex flex-wrap justify-end gap-2">
        {plan.passphrase ? (
          <Button
            variant="ghost"
            onPress={() => {
              setByKey(!byKey);
              setGiven('');
            }}
          >
            {t(byKey ? 'backup.restore.use-passphrase' : 'keys.use-recovery-key')}
          </Button>
        ) : null}
        <Button onPress={onClose}>{t('keys.cancel')}</Button>
        <Button
          type="submit"
          variant="primary"
          isPending={isPending}
          isDisabled={given === '' || wait > 0}
        >
          {t('backup.restore.open')}
        </Button>
      </div>
    </Form>
  );
}

function Confirm({
  plan,
  error,
  isPending,
  onConfirm,
  onClose,
}: {
  readonly plan: Extract<RestorePlan, { state: 'ready' }>;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onConfirm: (typed: string) => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const isTyped =
    plan.replaces === null || squeeze(fold(typed)) === squeeze(fold(plan.workspaceName));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isTyped && !isPending) onConfirm(typed);
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-4">
      <RestorePlanText plan={plan} />
      {plan.replaces === null ? null : (
        <TextField
          autoFocus
          label={t('backup.restore.typed', { text: plan.workspaceName })}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          maxLength={1000}
          validationBehavior="aria"
        />
      )}
      <Refusal error={error} />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('keys.cancel')}</Button>
        <Button
          type="submit"
          autoFocus={plan.replaces === null}
          variant={plan.replaces === null ? 'primary' : 'danger'}
          isPending={isPending}
          isDisabled={!isTyped}
        >
          {t('backup.restore.do')}
        </Button>
      </div>
    </Form>
  );
}

function Buttons({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <div className="mt-4 flex justify-end">
      <Button autoFocus onPress={onClose}>
        {t('ui.close')}
      </Button>
    </div>
  );
}
