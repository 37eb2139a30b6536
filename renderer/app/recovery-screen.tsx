import { useQueryClient } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { useRestartCore } from '@/renderer/app/core-status';
import { RestoreOffer } from '@/renderer/features/backup';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Details } from '@/renderer/ui/states';

interface Words {
  readonly title: MessageId;
  readonly kept: MessageId;
  readonly todo: MessageId;
}

const WORDS = {
  WORKSPACE_BUSY: {
    title: 'app.recovery.busy.title',
    kept: 'app.recovery.busy.kept',
    todo: 'app.recovery.busy.todo',
  },
  WORKSPACE_TOO_NEW: {
    title: 'app.recovery.too-new.title',
    kept: 'app.recovery.too-new.kept',
    todo: 'app.recovery.too-new.todo',
  },
  WORKSPACE_DAMAGED: {
    title: 'app.recovery.damaged.title',
    kept: 'app.recovery.damaged.kept',
    todo: 'app.recovery.damaged.todo',
  },
  STORAGE_UNAVAILABLE: {
    title: 'app.recovery.storage.title',
    kept: 'app.recovery.storage.kept',
    todo: 'app.recovery.storage.todo',
  },
  CORE_FAILED: {
    title: 'app.recovery.core-failed.title',
    kept: 'app.recovery.core-failed.kept',
    todo: 'app.recovery.core-failed.todo',
  },
  CORE_LOST: {
    title: 'app.recovery.core-lost.title',
    kept: 'app.recovery.core-lost.kept',
    todo: 'app.recovery.core-lost.todo',
  },
} as const satisfies Readonly<Record<string, Words>>;

const OTHER: Words = {
  title: 'app.recovery.other.title',
  kept: 'app.recovery.other.kept',
  todo: 'app.recovery.other.todo',
};

interface Props {
  readonly code: string;
  /** The core's own sentence about it, if it said one. */
  readonly message: string | null;
}

/** The workspace cannot be opened: what happened, what was kept, what to do. What is offered makes nothing worse: a backup that is restored keeps the workspace beside it. */
export function RecoveryScreen({ code, message }: Props) {
  const t = useText();
  const queries = useQueryClient();
  const restartCore = useRestartCore();
  // Without a line to the core there is nobody to ask again: loading the page anew asks for a new line.
  const tryAgain = (): void => {
    if (code === 'CORE_FAILED') restartCore();
    else if (code === 'CORE_LOST') window.location.reload();
    else void queries.refetchQueries();
  };
  const words: Words = isKnown(code) ? WORDS[code] : OTHER;
  return (
    <main className="flex h-full items-center justify-center p-6">
      <section role="alert" className="flex w-140 flex-col gap-4">
        <ShieldAlert size={24} aria-hidden className="text-warn-ink" />
        <h1 className="text-xl font-semibold">{t(words.title)}</h1>
        <dl className="flex flex-col gap-3 rounded-lg border border-line bg-rail p-4">
          {message === null ? null : <Fact title={t('app.recovery.what-happened')}>{message}</Fact>}
          <Fact title={t('app.recovery.what-was-kept')}>{t(words.kept)}</Fact>
          <Fact title={t('app.recovery.what-to-do')}>{t(words.todo)}</Fact>
        </dl>
        <div className="flex flex-wrap gap-2">
          {code === 'WORKSPACE_DAMAGED' ? <RestoreOffer isMain /> : null}
          <Button
            autoFocus
            variant={code === 'WORKSPACE_DAMAGED' ? 'secondary' : 'primary'}
            onPress={tryAgain}
          >
            {t(code === 'CORE_FAILED' ? 'app.recovery.start-again' : 'ui.try-again')}
          </Button>
        </div>
        <Details text={message === null ? code : `${code}: ${message}`} />
      </section>
    </main>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div>
      <dt className="text-sm font-medium text-ink-3">{title}</dt>
      <dd className="text-md">{children}</dd>
    </div>
  );
}

const isKnown = (code: string): code is keyof typeof WORDS => Object.hasOwn(WORDS, code);
