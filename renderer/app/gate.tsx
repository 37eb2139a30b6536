import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useApi } from '@/renderer/app/api';
import { useConnection } from '@/renderer/app/connection';
import { useCoreStatus } from '@/renderer/app/core-status';
import { useFailure } from '@/renderer/app/failure';
import { useFirstRun } from '@/renderer/app/first-run-state';
import { useRecoveryKey } from '@/renderer/app/recovery-key';
import { RecoveryScreen } from '@/renderer/app/recovery-screen';
import { rememberOpen, useAppearance, wasOpen } from '@/renderer/app/workspace';
import { FirstRun } from '@/renderer/features/first-run';
import {
  LockScreen,
  ProtectScreen,
  RecoveryKeyScreen,
  WorkingScreen,
} from '@/renderer/features/keys';
import { ChoosePasswordScreen, SignInScreen } from '@/renderer/features/people';
import { useText } from '@/renderer/lib/text';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';

/** While everything is encrypted it is asked this often how far that is, in ms. */
const ASK_EVERY = 500;

/** Lets through to the screens when there is a workspace; before that the first run, or what is wrong and what to do. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const connection = useConnection((each) => each.state);
  const core = useCoreStatus();
  const recoveryKey = useRecoveryKey((shown) => shown.key);
  const isInFirstRun = useFirstRun((each) => each.isUnderWay);
  const status = useQuery({
    ...api.workspace.status.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? ASK_EVERY : false),
  });
  // A desk that one signs in to shows nothing before somebody has.
  const isOpen = status.data?.state === 'open' && !status.data.guarded;
  useAppearance();
  useEffect(() => {
    if (!status.isPending) rememberOpen(isOpen);
  }, [status.isPending, isOpen]);

  if (core?.state === 'failed')
    return (
      <RecoveryScreen code="CORE_FAILED" message={t('app.recovery.core-failed.happened', core)} />
    );
  if (recoveryKey !== null) return <RecoveryKeyScreen recoveryKey={recoveryKey} />;
  if (connection === 'lost') return <RecoveryScreen code="CORE_LOST" message={null} />;
  // The core opens the workspace meanwhile. Where one was open the last time the screens begin with what they can show, and their
  // first questions wait for the core together with this one.
  if (status.isPending) return wasOpen() ? children : <FrameSkeleton label={t('app.loading')} />;
  if (status.isError) {
    const { message, details } = failure(status.error);
    return (
      <main className="flex h-full items-center justify-center">
        <ErrorState
          title={t('app.failure.title')}
          details={details}
          onRetry={() => void status.refetch()}
        >
          {message}
        </ErrorState>
      </main>
    );
  }
  switch (status.data.state) {
    case 'none':
      return <FirstRun />;
    case 'locked':
      return status.data.reason === 'not-encrypted' ? (
        <ProtectScreen />
      ) : (
        <LockScreen reason={status.data.reason} slots={status.data.slots} />
      );
    case 'working':
      return <WorkingScreen work={status.data.work} done={status.data.done} />;
    case 'unavailable':
      return <RecoveryScreen code={status.data.code} message={status.data.message} />;
    case 'signed-out':
      return <SignInScreen workspace={status.data.name} />;
    case 'password-change':
      return <ChoosePasswordScreen userName={status.data.userName} />;
    case 'open':
      return isInFirstRun ? <FirstRun /> : children;
  }
}

/** The outlines of the window while the workspace opens: the same places, so that nothing jumps. */
function FrameSkeleton({ label }: { readonly label: string }) {
  return (
    <Loading label={label} className="flex h-full">
      <div className="flex w-46 flex-col gap-2 border-r border-line bg-rail p-3">
        <Skeleton className="mb-3 h-6 w-28" />
        <Skeleton className="h-7 w-full" />
        <Skeleton className="h-7 w-full" />
        <Skeleton className="h-7 w-full" />
      </div>
      <div className="flex flex-1 flex-col">
        <div className="flex h-12 items-center justify-center border-b border-line">
          <Skeleton className="h-8 w-140" />
        </div>
      </div>
    </Loading>
  );
}
