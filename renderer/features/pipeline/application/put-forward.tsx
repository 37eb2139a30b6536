import { useMutation } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { useWarningText } from '@/renderer/features/pipeline/put/warning-text';
import { verdictsOf } from '@/renderer/features/pipeline/put/verdicts';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import type { ApplicationView } from '@/shared/domain/pipeline/views';

/** Notes that the candidate was put forward to the client; what speaks against it is said first. */
export function PutForward({ view }: { readonly view: ApplicationView }) {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const failure = useFailure();
  const done = useDoneToast();
  const warningText = useWarningText();
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const { id, submittedAt } = view.application;
  const put = useMutation({
    ...api.pipeline.putForward.mutationOptions(),
    meta: { showsFailure: true },
    onSuccess: ({ commitId }) => {
      setWarnings([]);
      if (commitId === null) return;
      done(
        t(submittedAt === null ? 'pipeline.done.forward' : 'pipeline.done.not-forward'),
        commitId,
      );
    },
    onError: (error) => {
      setWarnings(
        failureCode(error) === 'WARNED'
          ? verdictsOf(error).flatMap((verdict) => verdict.warnings.map(warningText))
          : [failure(error).message],
      );
    },
  });
  const run = (submitted: boolean, despiteWarnings: boolean): void =>
    put.mutate({ applicationIds: [id], submitted, despiteWarnings });
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 text-ink-2">
          {submittedAt === null
            ? t('pipeline.forward.not', { client: view.clientName })
            : t('pipeline.forward.at', {
                client: view.clientName,
                at: format.absolute(submittedAt),
              })}
        </span>
        <Button
          size="sm"
          icon={<Send size={14} aria-hidden />}
          isDisabled={put.isPending}
          onPress={() => run(submittedAt === null, false)}
        >
          {t(submittedAt === null ? 'pipeline.forward' : 'pipeline.forward.undo')}
        </Button>
      </div>
      {warnings.length === 0 ? null : (
        <div
          role="alert"
          className="flex flex-col gap-2 rounded-md bg-warn-soft p-2.5 text-warn-ink"
        >
          {warnings.map((warning) => (
            <p key={warning} className="break-words">
              {warning}
            </p>
          ))}
          <Button size="sm" className="self-end" onPress={() => run(true, true)}>
            {t('pipeline.forward.despite')}
          </Button>
        </div>
      )}
    </section>
  );
}
