import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useReadAgain } from '@/renderer/features/privacy/use-privacy-deeds';
import { KIND_NAMES } from '@/renderer/features/privacy/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import { Segments } from '@/renderer/ui/toggles';
import type { Erasure } from '@/shared/domain/privacy/records';
import type { ErasurePreview } from '@/shared/domain/privacy/views';
import { fold, squeeze } from '@/shared/kit/text';

interface Props {
  /** One, or many: then their number is typed instead of a name. */
  readonly candidateIds: readonly string[];
  readonly kind: Erasure['kind'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what an erasure takes, and does it once the name (or of many the number) was typed. There is no way back. */
export function EraseDialog({ candidateIds, kind: asked, onClose, onDone }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const readAgain = useReadAgain();
  const [kind, setKind] = useState(asked);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [first = ''] = candidateIds;
  const isOne = candidateIds.length === 1;
  const preview = useQuery({
    ...api.privacy.previewErasure.queryOptions({ input: { candidateId: first } }),
    enabled: isOne,
  });
  const wanted = isOne ? preview.data?.name || 'erase' : String(candidateIds.length);
  const erase = useMutation({
    mutationFn: () =>
      api.privacy.erase.call({ candidateIds: [...candidateIds], kind, reason, typed }),
    onSuccess: ({ erased }) => {
      readAgain();
      const message = kind === 'erase' ? 'privacy.erase.done' : 'privacy.anonymise.done';
      showToast({ message: t(message, { count: erased }) });
      onDone();
    },
    meta: { showsFailure: true },
  });
  const isReady =
    squeeze(fold(typed)) === squeeze(fold(wanted)) &&
    preview.data?.held !== true &&
    !(preview.data?.mustKeepUntil && squeeze(reason) === '') &&
    !erase.isPending;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) erase.mutate();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('privacy.erase.title', { count: candidateIds.length })}
      footer={
        <>
          <Button onPress={onClose}>{t('privacy.cancel')}</Button>
          <Button
            type="submit"
            form="erase"
            variant="danger"
            isDisabled={!isReady}
            isPending={erase.isPending}
          >
            {t(kind === 'erase' ? 'privacy.erase.do' : 'privacy.anonymise.do')}
          </Button>
        </>
      }
    >
      <form id="erase" onSubmit={onSubmit} className="flex flex-col gap-4 p-4">
        <Segments
          label={t('privacy.erase.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'erase', label: t('privacy.end.erase') },
            { value: 'anonymise', label: t('privacy.end.anonymise') },
          ]}
        />
        <p className="text-ink-2">
          {t(kind === 'erase' ? 'privacy.erase.text' : 'privacy.anonymise.text')}
        </p>
        {isOne ? <Going query={preview} /> : null}
        <TextField
          label={t('privacy.erase.reason')}
          description={t('privacy.erase.reason.hint')}
          value={reason}
          onChange={setReason}
          maxLength={2000}
        />
        <TextField
          label={t('privacy.erase.typed', { text: wanted })}
          value={typed}
          onChange={setTyped}
          isInvalid={erase.isError}
          errorMessage={erase.isError ? failure(erase.error).message : ''}
          autoComplete="off"
          autoFocus
        />
      </form>
    </Dialog>
  );
}

function Going({
  query,
}: {
  readonly query: {
    readonly data: ErasurePreview | undefined;
    readonly isError: boolean;
    readonly error: unknown;
  };
}) {
  const t = useText();
  const format = useFormat();
  const failure = useFailure();
  if (query.isError) {
    return (
      <ErrorState title={t('privacy.erase.preview-failed')}>
        {failure(query.error).message}
      </ErrorState>
    );
  }
  if (query.data === undefined) {
    return (
      <Loading label={t('privacy.loading')}>
        <Skeleton className="h-24" />
      </Loading>
    );
  }
  const { counts, files, sharedFiles, mustKeepUntil, held } = query.data;
  const named = Object.entries(KIND_NAMES).filter(([kind]) => (counts[kind] ?? 0) > 0);
  const others = Object.entries(counts)
    .filter(([kind]) => KIND_NAMES[kind] === undefined)
    .reduce((sum, [, count]) => sum + count, 0);
  return (
    <section aria-label={t('privacy.erase.goes')} className="rounded-lg bg-sunken p-3">
      <h3 className="mb-1 font-medium">{t('privacy.erase.goes')}</h3>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-0.5 text-ink-2 tabular">
        {named.map(([kind, name]) => (
          <li key={kind} className="flex justify-between gap-4">
            <span>{t(name)}</span>
            <span>{format.number(counts[kind] ?? 0)}</span>
          </li>
        ))}
        <li className="flex justify-between gap-4">
          <span>{t('privacy.kind.files')}</span>
          <span>{format.number(files)}</span>
        </li>
        <li className="flex justify-between gap-4">
          <span>{t('privacy.kind.others')}</span>
          <span>{format.number(others)}</span>
        </li>
      </ul>
      {sharedFiles > 0 ? (
        <p className="mt-2 text-sm text-ink-2">
          {t('privacy.erase.shared', { count: sharedFiles })}
        </p>
      ) : null}
      {held ? <p className="mt-2 text-sm text-bad-ink">{t('privacy.erase.held')}</p> : null}
      {mustKeepUntil === null ? null : (
        <p className="mt-2 text-sm text-warn-ink">
          {t('privacy.erase.minimum', { day: format.day(mustKeepUntil.slice(0, 10)) })}
        </p>
      )}
    </section>
  );
}
