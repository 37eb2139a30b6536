import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { ASKS, GO, wordOf } from '@/renderer/features/candidates/bulk/bulk-words';
import type { BulkDeed } from '@/renderer/features/candidates/bulk/use-bulk-deed';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Skeleton } from '@/renderer/ui/states';
import { type CandidateSelection, selectionSize } from '@/shared/domain/candidates/selection';

interface Props {
  readonly selection: CandidateSelection;
  readonly deed: BulkDeed;
  /** Whether it reaches other people: then the number is typed first. */
  readonly wantsCount: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What is about to be done to whom, under the buttons: how many change, how many do not, and some of their names. */
export function BulkConfirm({ selection, deed, wantsCount, onConfirm, onCancel }: Props) {
  const t = useText();
  const format = useFormat();
  const failure = useFailure();
  const api = useApi();
  const preview = useQuery({
    ...api.bulk.preview.queryOptions({ input: { selection, action: deed.action } }),
    staleTime: 0,
    gcTime: 0,
  });
  const [typed, setTyped] = useState('');
  const counts = preview.data;
  const count = counts?.changed ?? selectionSize(selection);
  const isTyped = !wantsCount || typed.replace(/\D/g, '') === String(count);
  const facts =
    counts === undefined
      ? []
      : [
          counts.already > 0 && t('bulk.already', { count: counts.already }),
          counts.gone > 0 && t('bulk.gone', { count: counts.gone }),
        ].filter((fact) => fact !== false);
  const word = wordOf(deed.action);
  return (
    <form
      aria-label={t('bulk.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (counts !== undefined && isTyped) onConfirm();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
      className="appear absolute top-full left-0 z-30 mt-1 flex w-100 flex-col gap-2 rounded-lg bg-raised p-3 shadow-popover"
    >
      <div role="status" className="flex min-h-16 flex-col gap-1">
        <p className="font-medium break-words">{t(ASKS[word], { count, name: deed.name })}</p>
        {preview.isError ? (
          <p className="text-bad-ink">{failure(preview.error).message}</p>
        ) : counts === undefined ? (
          <>
            <span className="sr-only">{t('bulk.counting')}</span>
            <Skeleton className="h-4 w-64" />
          </>
        ) : (
          <>
            {counts.sample.length === 0 ? null : (
              <p className="line-clamp-2 break-words text-ink-2">
                {counts.changed > counts.sample.length
                  ? t('bulk.others', {
                      names: counts.sample.join(', '),
                      count: counts.changed - counts.sample.length,
                    })
                  : format.list(counts.sample)}
              </p>
            )}
            {facts.length === 0 ? null : <p className="text-ink-2">{facts.join(' · ')}</p>}
          </>
        )}
      </div>
      {wantsCount ? (
        <TextField
          label={t('bulk.type-count', { count: format.number(count) })}
          autoFocus
          value={typed}
          onChange={setTyped}
        />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onPress={onCancel}>
          {t('bulk.cancel')}
        </Button>
        <Button
          // A button that cannot be pressed yet takes no focus: it is made anew when it can.
          key={counts === undefined ? 'waits' : 'ready'}
          size="sm"
          variant="primary"
          type="submit"
          autoFocus={!wantsCount}
          isDisabled={counts === undefined || counts.changed === 0 || !isTyped}
        >
          {t(GO[word])}
        </Button>
      </div>
    </form>
  );
}
