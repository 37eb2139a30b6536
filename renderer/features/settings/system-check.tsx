import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, RefreshCw, TriangleAlert } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { Check } from '@/shared/contract/api/system';

const NAMES: Readonly<Record<Check['id'], MessageId>> = {
  runtime: 'settings.check.runtime',
  database: 'settings.check.database',
  'search-index': 'settings.check.search-index',
  audit: 'settings.check.audit',
  originals: 'settings.check.originals',
  parser: 'settings.check.parser',
  ocr: 'settings.check.ocr',
  disk: 'settings.check.disk',
  keychain: 'settings.check.keychain',
};

/** Whether everything Longlist stands on is well: the same checks as `longlist doctor`. */
export function SystemCheck() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
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
        <Button
          icon={<RefreshCw size={14} aria-hidden />}
          isDisabled={checks.isFetching}
          onPress={() => void checks.refetch()}
        >
          {t('settings.system.again')}
        </Button>
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
    </>
  );
}

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

function StateIcon({ state }: { readonly state: Check['state'] }) {
  const t = useText();
  switch (state) {
    case 'ok':
      return (
        <CircleCheck
          size={16}
          role="img"
          aria-label={t('settings.check.ok')}
          className="mt-0.5 shrink-0 text-good-ink"
        />
      );
    case 'warning':
      return (
        <TriangleAlert
          size={16}
          role="img"
          aria-label={t('settings.check.warning')}
          className="mt-0.5 shrink-0 text-warn-ink"
        />
      );
    case 'failed':
      return (
        <CircleX
          size={16}
          role="img"
          aria-label={t('settings.check.failed')}
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
