import { useMutation } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { QUESTION_NAMES } from '@/renderer/features/adverse-impact/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import type { AnswersPreview } from '@/shared/domain/adverse-impact/views';

interface Props {
  readonly preview: AnswersPreview;
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}

/** What a file of answers holds, before any of it is kept: numbers and lines, and nothing of what anybody said. */
export function AcceptDialog({ preview, onDone, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const failure = useFailure();
  const accept = useMutation({
    mutationFn: () => api.adverseImpact.accept.call({ id: preview.id }),
    onSuccess: ({ people }) => onDone(t('impact.accepted', { count: people })),
    meta: { showsFailure: true },
  });
  const counts = [
    ['impact.preview.lines', preview.lines],
    ['impact.preview.known', preview.known],
    ['impact.preview.replaced', preview.replaced],
    ['impact.preview.unknown', preview.unknown],
    ['impact.preview.repeated', preview.repeated],
    ['impact.preview.unreadable', preview.unreadable.total],
  ] as const;
  const { first, total } = preview.unreadable;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('impact.preview')}
      footer={
        <>
          <Button onPress={onClose}>{t('impact.cancel')}</Button>
          <Button
            autoFocus
            variant="primary"
            isDisabled={preview.known === 0 || accept.isPending}
            isPending={accept.isPending}
            onPress={() => accept.mutate()}
          >
            {t('impact.accept', { count: preview.known })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 p-4">
        <p>
          {t('impact.preview.questions', {
            questions: format.list(preview.questions.map((one) => t(QUESTION_NAMES[one]))),
          })}
        </p>
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
          {counts.map(([name, count]) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{t(name)}</dt>
              <dd className="tabular text-right">{format.number(count)}</dd>
            </div>
          ))}
        </dl>
        {first.length === 0 ? null : (
          <div>
            <p className="text-sm font-medium text-ink-2">{t('impact.preview.lines-unread')}</p>
            <ul className="text-sm text-ink-2">
              {first.map(({ line, what }) => (
                <li key={`${line} ${what}`}>
                  {t('impact.preview.line', {
                    line,
                    what: what === 'code' ? t('impact.preview.code') : t(QUESTION_NAMES[what]),
                  })}
                </li>
              ))}
              {total > first.length ? (
                <li>{t('impact.preview.more', { count: total - first.length })}</li>
              ) : null}
            </ul>
          </div>
        )}
        {accept.isError ? (
          <p role="alert" className="text-bad-ink">
            {failure(accept.error).message}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
