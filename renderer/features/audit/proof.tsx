import { useQuery } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import type { VerifyEvent } from '@/shared/contract/api/audit';
import { breakInWords, headInWords } from '@/shared/domain/audit/words';

type Run = VerifyEvent | { readonly state: 'failed'; readonly message: string };

/** Whether the log is the one that was written: what was found at the last opening, and a check of every entry on demand. */
export function Proof() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const [run, setRun] = useState<Run | null>(null);
  const stop = useRef<AbortController | null>(null);
  const { data: state } = useQuery(api.audit.state.queryOptions());
  const verify = async (): Promise<void> => {
    stop.current?.abort();
    const control = new AbortController();
    stop.current = control;
    setRun({ state: 'running', checked: 0, of: state?.entries ?? 0 });
    try {
      const events = await api.audit.verify.call(undefined, { signal: control.signal });
      for await (const event of events) setRun(event);
    } catch (error) {
      if (!control.signal.aborted) setRun({ state: 'failed', message: failure(error).message });
    }
  };
  const isRunning = run?.state === 'running';
  return (
    <section
      aria-label={t('audit.proof')}
      className="flex shrink-0 flex-col gap-2 border-b border-line px-5 py-2.5"
    >
      <div className="flex items-center gap-3">
        <div role="status" className="min-w-0 flex-1">
          {run === null ? (
            <Standing state={state} />
          ) : run.state === 'failed' ? (
            <Said isWell={false}>{run.message}</Said>
          ) : (
            <Outcome event={run} />
          )}
        </div>
        {isRunning ? (
          <Button
            size="sm"
            onPress={() => {
              stop.current?.abort();
              setRun(null);
            }}
          >
            {t('audit.verify.stop')}
          </Button>
        ) : (
          <Button size="sm" onPress={() => void verify()}>
            {t('audit.verify')}
          </Button>
        )}
      </div>
      {isRunning ? (
        <ProgressBar
          label={t('audit.verify.running')}
          value={run.of === 0 ? null : run.checked / run.of}
        />
      ) : null}
      <Gaps gaps={state?.gaps ?? []} />
    </section>
  );
}

interface State {
  readonly entries: number;
  readonly head: Parameters<typeof headInWords>[0];
  readonly fingerprint: string;
}

function Standing({ state }: { readonly state: State | undefined }) {
  const t = useText();
  if (state === undefined) return null;
  const wrong = headInWords(state.head, state.entries);
  return wrong === null ? (
    <Said isWell>
      {t('audit.standing', { count: state.entries })}{' '}
      <span className="text-ink-3">{t('audit.key', { key: state.fingerprint })}</span>
    </Said>
  ) : (
    <Said isWell={false}>{wrong}</Said>
  );
}

function Outcome({ event }: { readonly event: VerifyEvent }) {
  const t = useText();
  const format = useFormat();
  if (event.state === 'running') {
    return <span>{t('audit.verify.so-far', { count: event.checked, of: event.of })}</span>;
  }
  if (event.broken !== null) {
    return (
      <Said isWell={false}>
        {t('audit.verify.broken', { what: breakInWords(event.broken), count: event.checked })}
      </Said>
    );
  }
  const wrong = headInWords(event.head, event.checked);
  if (wrong !== null) return <Said isWell={false}>{wrong}</Said>;
  if (event.from === null || event.to === null)
    return <Said isWell>{t('audit.verify.empty')}</Said>;
  return (
    <Said isWell>
      {t('audit.verify.whole', {
        count: event.checked,
        from: format.absolute(event.from),
        to: format.absolute(event.to),
      })}{' '}
      <span className="text-ink-3">{t('audit.key', { key: event.fingerprint })}</span>
    </Said>
  );
}

interface Gap {
  readonly at: string;
  readonly action: 'audit.gap-found' | 'backup.restored';
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** What stays said for ever: that the log was once not the one that had been signed, or that a backup took its place. */
function Gaps({ gaps }: { readonly gaps: readonly Gap[] }) {
  const t = useText();
  const format = useFormat();
  return gaps.map(({ at, action, metadata }) => (
    <Said key={at} isWell={action === 'backup.restored'}>
      {t(action === 'backup.restored' ? 'audit.gap.restored' : 'audit.gap.found', {
        at: format.absolute(at),
        tail: Number(metadata['tail'] ?? 0),
        signed: Number(metadata['headSeq'] ?? 0),
        found: typeof metadata['found'] === 'string' ? metadata['found'] : '',
      })}
    </Said>
  ));
}

function Said({
  isWell,
  children,
}: {
  readonly isWell: boolean;
  readonly children: React.ReactNode;
}) {
  const Icon = isWell ? ShieldCheck : ShieldAlert;
  return (
    <p className="flex items-start gap-2">
      <Icon
        size={16}
        aria-hidden
        className={isWell ? 'mt-0.5 shrink-0 text-good-ink' : 'mt-0.5 shrink-0 text-bad-ink'}
      />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
