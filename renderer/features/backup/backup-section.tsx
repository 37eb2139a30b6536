import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { BackupList } from '@/renderer/features/backup/backup-list';
import { BackupStanding } from '@/renderer/features/backup/backup-standing';
import { RestoreDialog } from '@/renderer/features/backup/restore-dialog';
import { Running } from '@/renderer/features/backup/running';
import { useFlawWords } from '@/renderer/features/backup/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import { Switch } from '@/renderer/ui/toggles';
import type { BackupView } from '@/shared/domain/backup/views';

/** While something is under way it is asked this often how far that is, in ms. */
const ASK_EVERY = 400;

/** Where backups go, how the last ones went, those there are, and restoring one. */
export function BackupSection() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const state = useQuery({
    ...api.backup.state.queryOptions(),
    refetchInterval: ({ state: { data } }) => (data?.running ? ASK_EVERY : false),
  });
  if (state.isPending) {
    return (
      <Loading label={t('backup.loading')}>
        <Skeleton className="h-40" />
      </Loading>
    );
  }
  if (state.isError) {
    const { message, details } = failure(state.error);
    return (
      <ErrorState title={t('backup.failed')} details={details} onRetry={() => void state.refetch()}>
        {message}
      </ErrorState>
    );
  }
  return (
    <>
      <p className="mb-3 text-ink-2">{t('backup.text')}</p>
      <RestoreFailure />
      <BackupStanding state={state.data} />
      <Choices {...state.data} />
      <div className="my-4">
        {state.data.running === null ? <MakeOne /> : <Running running={state.data.running} />}
      </div>
      <Backups isBusy={state.data.running !== null} />
    </>
  );
}

/** Why the last restore failed: the window began anew meanwhile, so it is said here. */
function RestoreFailure() {
  const t = useText();
  const api = useApi();
  const outcome = useQuery(api.backup.outcome.queryOptions());
  const failed = outcome.data?.failed ?? null;
  if (failed === null) return null;
  return (
    <div role="alert" className="mb-3 rounded-lg bg-bad-soft p-3">
      <p className="font-medium text-bad-ink">{t('backup.restore.failed')}</p>
      <p>{failed.message}</p>
    </div>
  );
}

/** Where they go, and whether they are made by themselves. */
function Choices({
  folder,
  isUsualFolder,
  isSameDisk,
  automatic,
}: {
  readonly folder: string;
  readonly isUsualFolder: boolean;
  readonly isSameDisk: boolean;
  readonly automatic: boolean;
}) {
  const t = useText();
  const api = useApi();
  const { shell } = useShell();
  const readAgain = useReadAgain();
  const change = useMutation({
    mutationFn: async (what: 'folder' | 'usual-folder' | { readonly automatic: boolean }) => {
      if (typeof what === 'object') return api.backup.change.call(what);
      if (what === 'usual-folder') return api.backup.change.call({ handle: null });
      const chosen = await shell('chooseFolder', {});
      return chosen === null ? {} : api.backup.change.call({ handle: chosen.handle });
    },
    onSettled: readAgain,
  });
  return (
    <>
      <div className="flex items-center justify-between gap-6 border-b border-line py-3">
        <div className="min-w-0">
          <p className="font-medium">{t('backup.folder')}</p>
          <p className="text-sm wrap-anywhere text-ink-2 select-text">{folder}</p>
          {isUsualFolder || isSameDisk ? (
            <p className="text-sm text-warn-ink">
              {t(isUsualFolder ? 'backup.folder.usual' : 'backup.folder.same-disk')}
            </p>
          ) : null}
        </div>
        <div className="flex shrink-0 gap-1">
          {isUsualFolder ? null : (
            <Button variant="ghost" onPress={() => change.mutate('usual-folder')}>
              {t('backup.folder.back')}
            </Button>
          )}
          <Button isPending={change.isPending} onPress={() => change.mutate('folder')}>
            {t('backup.folder.choose')}
          </Button>
        </div>
      </div>
      <div className="flex items-center justify-between gap-6 border-b border-line py-3">
        <div>
          <p id="backup-automatic" className="font-medium">
            {t('backup.automatic')}
          </p>
          <p className="text-sm text-ink-2">{t('backup.automatic.text')}</p>
        </div>
        <Switch
          aria-labelledby="backup-automatic"
          isSelected={automatic}
          onChange={(on) => change.mutate({ automatic: on })}
        />
      </div>
    </>
  );
}

function MakeOne() {
  const t = useText();
  const api = useApi();
  const readAgain = useReadAgain();
  const make = useMutation(
    api.backup.make.mutationOptions({
      // The state of the section says why.
      meta: { showsFailure: true },
      onMutate: readAgain,
      onSuccess: ({ made }) => {
        showToast({ message: t(made === null ? 'backup.stopped' : 'backup.made') });
      },
      onSettled: readAgain,
    }),
  );
  return (
    <Button variant="primary" isPending={make.isPending} onPress={() => make.mutate({})}>
      {t('backup.make')}
    </Button>
  );
}

function Backups({ isBusy }: { readonly isBusy: boolean }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const readAgain = useReadAgain();
  const flawWords = useFlawWords();
  const [toRestore, setToRestore] = useState<BackupView | 'choose' | null>(null);
  const [looked, setLooked] = useState<{ readonly id: string; readonly words: string } | null>(
    null,
  );
  const backups = useQuery(api.backup.list.queryOptions());
  const verify = useMutation(
    api.backup.verify.mutationOptions({
      onMutate: readAgain,
      onSuccess: (report, { id }) =>
        setLooked(report === null ? null : { id, words: flawWords(report) }),
      onSettled: readAgain,
    }),
  );
  return (
    <section aria-labelledby="backups-title">
      <div className="mb-2 flex items-center justify-between">
        <h3 id="backups-title" className="font-semibold">
          {t('backup.list')}
        </h3>
        <Button variant="ghost" size="sm" onPress={() => setToRestore('choose')}>
          {t('backup.restore.elsewhere')}
        </Button>
      </div>
      {looked === null ? null : (
        <p role="status" className="mb-2 rounded-lg bg-sunken p-3">
          {looked.words}
        </p>
      )}
      {backups.isPending ? (
        <Loading label={t('backup.loading')}>
          <Skeleton className="h-24" />
        </Loading>
      ) : backups.isError ? (
        <ErrorState
          title={t('backup.list.failed')}
          details={failure(backups.error).details}
          onRetry={() => void backups.refetch()}
        >
          {failure(backups.error).message}
        </ErrorState>
      ) : backups.data.length === 0 ? (
        <EmptyState title={t('backup.none')}>{t('backup.none.text')}</EmptyState>
      ) : (
        <BackupList label={t('backup.list')} backups={backups.data}>
          {(backup) => (
            <>
              <Button
                size="sm"
                variant="ghost"
                isDisabled={isBusy}
                onPress={() => {
                  setLooked(null);
                  verify.mutate({ id: backup.id });
                }}
              >
                {t('backup.verify')}
              </Button>
              <Button
                size="sm"
                isDisabled={isBusy || backup.state === 'changed'}
                onPress={() => setToRestore(backup)}
              >
                {t('backup.restore')}
              </Button>
            </>
          )}
        </BackupList>
      )}
      {toRestore === null ? null : (
        <RestoreDialog
          start={toRestore === 'choose' ? null : toRestore}
          onClose={() => setToRestore(null)}
        />
      )}
    </section>
  );
}

function useReadAgain(): () => void {
  const api = useApi();
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: api.backup.key() });
}
