import type { SaveState, Seen } from '@/renderer/features/candidates/editing/use-versioned-save';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';

interface Props {
  readonly state: SaveState;
  /** What the person typed, to hold against what stands there now. */
  readonly mine: string;
  readonly onSaveOver: (theirs: Seen) => void;
  readonly onCancel: () => void;
}

/** Save and cancel; when someone else changed the same thing, both texts and the choice between them. */
export function SaveBar({ state, mine, onSaveOver, onCancel }: Props) {
  const t = useText();
  if (state.kind === 'conflict') {
    return (
      <div role="alert" className="flex flex-col gap-2 rounded-md bg-warn-soft p-3 text-warn-ink">
        <p className="font-medium">
          {t(state.theirs === null ? 'candidates.conflict.removed' : 'candidates.conflict.title')}
        </p>
        {state.theirs === null ? null : (
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-ink">
            <dt className="text-ink-2">{t('candidates.conflict.theirs')}</dt>
            <dd className="break-words whitespace-pre-wrap">
              {state.theirs.shown || t('candidates.nothing')}
            </dd>
            <dt className="text-ink-2">{t('candidates.conflict.mine')}</dt>
            <dd className="break-words whitespace-pre-wrap">{mine || t('candidates.nothing')}</dd>
          </dl>
        )}
        <div className="flex gap-2">
          <Button size="sm" onPress={onCancel}>
            {t('candidates.conflict.keep-theirs')}
          </Button>
          {state.theirs === null ? null : (
            <Button
              size="sm"
              variant="primary"
              onPress={() => state.theirs !== null && onSaveOver(state.theirs)}
            >
              {t('candidates.conflict.save-mine')}
            </Button>
          )}
        </div>
      </div>
    );
  }
  return (
    <div className="flex items-center gap-2">
      <Button type="submit" size="sm" variant="primary" isDisabled={state.kind === 'saving'}>
        {t('candidates.save')}
      </Button>
      <Button size="sm" variant="ghost" onPress={onCancel}>
        {t('candidates.cancel')}
      </Button>
      {state.kind === 'failed' ? (
        <p role="alert" className="text-sm text-bad-ink">
          {state.message}
        </p>
      ) : null}
    </div>
  );
}
