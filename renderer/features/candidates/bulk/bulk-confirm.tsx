import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { ASKS, wordOf } from '@/renderer/features/candidates/bulk/bulk-words';
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

/** What is about to be done to whom, in the place of the buttons: how many change, how many do not, and some of their names. */
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
      className="flex min-w-0 flex-1 items-center gap-2"
    >
      <p role="status" className="min-w-0 flex-1 truncate">
        <span className="font-medium">
          {t(ASKS[wordOf(deed.action)], { count, name: deed.name })}
        </span>
        {preview.isError ? (
          <span className="ml-2 text-bad-ink">{failure(preview.error).message}</span>
        ) : counts === undefined ? (
          <span className="ml-2 inline-block align-middle">
            <span className="sr-only">{t('bulk.counting')}</span>
            <Skeleton className="h-3 w-40" />
          </span>
        ) : (
          <span className="ml-2 text-ink-2">
            {[
              counts.sample.length > 0 && t('bulk.sample', { names: format.list(counts.sample) }),
              counts.already > 0 && t('bulk.already', { count: counts.already }),
              counts.gone > 0 && t('bulk.gone', { count: counts.gone }),
            ]
              .filter((part) => part !== false)
              .join(' · ')}
          </span>
        )}
      </p>
      {wantsCount ? (
        <TextField
          label={t('bulk.type-count', { count: format.number(count) })}
          hideLabel
          autoFocus
          placeholder={t('bulk.type-count', { count: format.number(count) })}
          value={typed}
          onChange={setTyped}
          className="w-44"
        />
      ) : null}
      <Button size="sm" variant="ghost" onPress={onCancel}>
        {t('bulk.cancel')}
      </Button>
      <Button
        size="sm"
        variant="primary"
        type="submit"
        autoFocus={!wantsCount}
        isDisabled={counts === undefined || counts.changed === 0 || !isTyped}
      >
        {t('bulk.go')}
      </Button>
    </form>
  );
}
