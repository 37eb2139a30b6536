import { useMutation, useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, RefreshCw, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { useWorkspace } from '@/renderer/app/workspace';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import { CopyButton, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { Check } from '@/shared/contract/api/system';

const NAMES: Readonly<Record<Check['id'], MessageId>> = {
  runtime: 'settings.check.runtime',
  database: 'settings.check.database',
  'search-index': 'settings.check.search-index',
  journal: 'settings.check.journal',
  originals: 'settings.check.originals',
  keys: 'settings.check.keys',
  keychain: 'settings.check.keychain',
  audit: 'settings.check.audit',
  backup: 'settings.check.backup',
  clock: 'settings.check.clock',
  disk: 'settings.check.disk',
  parser: 'settings.check.parser',
  ocr: 'settings.check.ocr',
};

/** Whether everything Longlist stands on is well: the same checks as `longlist doctor`. */
export function SystemCheck() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const can = useCan();
  const version = useWorkspace()?.version ?? '';
  // To be sent to who helps: the checks say nothing of anybody.
  const report = (all: readonly Check[]): string =>
    [
      t('settings.system.report', { version }),
      ...all.map(({ id, state, message }) => `${t(STATES[state])}: ${t(NAMES[id])}. ${message}`),
    ].join('\n');
  const checks = useQuery(
    api.system.doctor.queryOptions({
      // A check is about now.
      staleTime: 0,
    }),
  );
  if (checks.isError) {
    return (
      <ErrorState
        title={t('settings.system.failed')}
        details={failure(checks.error).details}
        onRetry={() => void checks.refetch()}
      >
        {failure(checks.error).message}
      </ErrorState>
    );
  }
  return (
    <>
      <div className="mb-3 flex items-center justify-between gap-4">
        <p role="status" className="text-ink-2">
          {checks.isPending ? t('settings.system.running') : t(verdictOf(checks.data))}
        </p>
        <div className="flex items-center gap-2">
          {checks.data === undefined ? null : <CopyButton text={report(checks.data)} />}
          <Button
            icon={<RefreshCw size={14} aria-hidden />}
            isDisabled={checks.isFetching}
            onPress={() => void checks.refetch()}
          >
            {t('settings.system.again')}
          </Button>
        </div>
      </div>
      {checks.isPending ? (
        <Loading label={t('settings.system.running')} className="flex flex-col gap-px">
          {Object.keys(NAMES).map((id) => (
            <Skeleton key={id} className="h-13" />
          ))}
        </Loading>
      ) : (
        <ul className="border-t border-line">
          {checks.data.map((check) => (
            <CheckLine key={check.id} check={check} />
          ))}
        </ul>
      )}
      {can('workspace.manage') ? <LookAtEverything /> : null}
    </>
  );
}

/** Every byte, when somebody wants to know: it takes minutes. */
function LookAtEverything() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const stop = useRef<AbortController | null>(null);
  const [isStopped, setStopped] = useState(false);
  const look = useMutation({
    mutationFn: () => {
      stop.current = new AbortController();
      setStopped(false);
      return api.system.examineAll.call({}, { signal: stop.current.signal });
    },
    meta: { showsFailure: true },
  });
  const examined = useQuery({
    ...api.system.examined.queryOptions({ staleTime: 0 }),
    enabled: look.isPending,
    refetchInterval: ASK_EVERY,
  });
  const done = examined.data?.done ?? 0;
  const onStop = (): void => {
    setStopped(true);
    stop.current?.abort();
  };
  useEffect(() => () => stop.current?.abort(), []);
  return (
    <section aria-labelledby="everything" className="mt-6">
      <div className="flex items-center justify-between gap-6">
        <div>
          <h3 id="everything" className="font-medium">
            {t('settings.system.everything')}
          </h3>
          <p className="text-sm text-ink-2">{t('settings.system.everything.text')}</p>
        </div>
        {look.isPending ? (
          <Button onPress={onStop}>{t('settings.system.everything.stop')}</Button>
        ) : (
          <Button onPress={() => look.mutate()}>{t('settings.system.everything.run')}</Button>
        )}
      </div>
      {look.isPending ? (
        <div className="mt-3 flex flex-col gap-2">
          <ProgressBar label={t('settings.system.everything')} value={done} />
          <p role="status" className="tabular text-sm text-ink-2">
            {t('settings.system.everything.done', { percent: Math.floor(done * 100) })}
          </p>
        </div>
      ) : null}
      {look.isError && !isStopped ? (
        <p role="alert" className="mt-3 text-bad-ink">
          {failure(look.error).message}
        </p>
      ) : null}
      {look.data === undefined ? null : (
        <ul aria-label={t('settings.system.everything')} className="mt-3 border-t border-line">
          {look.data.map((check) => (
            <CheckLine key={check.id} check={check} />
          ))}
        </ul>
      )}
    </section>
  );
}
/** What is looked at is asked how far it is after this often, in ms. */
const ASK_EVERY = 300;

function CheckLine({ check }: { readonly check: Check }) {
  const t = useText();
  return (
    <li className="flex items-start gap-3 border-b border-line py-2">
      <StateIcon state={check.state} />
      <div className="min-w-0">
        <p className="font-medium">{t(NAMES[check.id])}</p>
        <p className="text-sm wrap-break-word text-ink-2 select-text">{check.message}</p>
      </div>
    </li>
  );
}

const STATES: Readonly<Record<Check['state'], MessageId>> = {
  ok: 'settings.check.ok',
  warning: 'settings.check.warning',
  failed: 'settings.check.failed',
};

function StateIcon({ state }: { readonly state: Check['state'] }) {
  const t = useText();
  switch (state) {
    case 'ok':
      return (
        <CircleCheck
          size={16}
          role="img"
          aria-label={t(STATES[state])}
          className="mt-0.5 shrink-0 text-good-ink"
        />
      );
    case 'warning':
      return (
        <TriangleAlert
          size={16}
          role="img"
          aria-label={t(STATES[state])}
          className="mt-0.5 shrink-0 text-warn-ink"
        />
      );
    case 'failed':
      return (
        <CircleX
          size={16}
          role="img"
          aria-label={t(STATES[state])}
          className="mt-0.5 shrink-0 text-bad-ink"
        />
      );
  }
}

function verdictOf(checks: readonly Check[]): MessageId {
  if (checks.some((check) => check.state === 'failed')) return 'settings.system.bad';
  if (checks.some((check) => check.state === 'warning')) return 'settings.system.warning';
  return 'settings.system.good';
}
