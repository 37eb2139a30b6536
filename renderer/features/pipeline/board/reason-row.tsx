import { useState } from 'react';
import { REJECT_REASON_NAMES, WITHDRAW_REASON_NAMES } from '@/renderer/app/stage-words';
import { type Asked, mayAsk, useBoardState } from '@/renderer/features/pipeline/board/board-state';
import type { BoardDeeds } from '@/renderer/features/pipeline/board/use-board-deeds';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import { REJECT_REASONS, WITHDRAW_REASONS } from '@/shared/domain/pipeline/records';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly asked: { readonly what: Asked; readonly ids: readonly Id[] };
  readonly deeds: BoardDeeds;
  readonly focus: (id: Id | null) => void;
}

/** Why somebody is rejected, withdraws or comes back, in a row over the board: Enter does it, Escape leaves it. */
export function ReasonRow({ asked: { what, ids }, deeds, focus }: Props) {
  const t = useText();
  const [rejected, setRejected] = useState<(typeof REJECT_REASONS)[number]>('skills');
  const [withdrawn, setWithdrawn] = useState<(typeof WITHDRAW_REASONS)[number]>('other_offer');
  const [text, setText] = useState('');
  const cards = deeds.cardsOf(ids);
  const name = cards.length === 1 ? (cards[0]?.name ?? '') : '';
  // What is done to a card that is out of the running already, or that one may only look at, is nothing to ask about.
  const isPossible = mayAsk(cards, what);
  const close = (): void => {
    useBoardState.setState({ asked: null });
    focus(useBoardState.getState().active);
  };
  const run = (): void => {
    const note = text.trim() === '' ? null : text.trim();
    if (!isPossible || (what === 'reopen' && note === null)) return;
    const next = useBoardState.getState().active;
    if (what === 'reject') deeds.reject(ids, rejected, note);
    else if (what === 'withdraw') deeds.withdraw(ids, withdrawn, note);
    else if (what === 'remove') deeds.remove(ids);
    else deeds.reopen(ids, note ?? '');
    focus(next);
  };
  return (
    <form
      aria-label={t(TITLES[what], { count: cards.length, name })}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-sunken px-3 py-2"
    >
      <span className="max-w-80 truncate font-medium">
        {isPossible ? t(TITLES[what], { count: cards.length, name }) : t('pipeline.not-possible')}
      </span>
      {what === 'reject' ? (
        <Select
          label={t('pipeline.reason')}
          hideLabel
          autoFocus
          className="w-60"
          value={rejected}
          options={REJECT_REASONS.map((value) => ({ value, label: t(REJECT_REASON_NAMES[value]) }))}
          onChange={setRejected}
        />
      ) : null}
      {what === 'withdraw' ? (
        <Select
          label={t('pipeline.reason')}
          hideLabel
          autoFocus
          className="w-60"
          value={withdrawn}
          options={WITHDRAW_REASONS.map((value) => ({
            value,
            label: t(WITHDRAW_REASON_NAMES[value]),
          }))}
          onChange={setWithdrawn}
        />
      ) : null}
      {what === 'remove' ? (
        <span className="text-ink-2">{t('pipeline.remove-hint')}</span>
      ) : (
        <TextField
          label={t(what === 'reopen' ? 'pipeline.reopen-why' : 'pipeline.note')}
          hideLabel
          autoFocus={what === 'reopen'}
          placeholder={t(what === 'reopen' ? 'pipeline.reopen-why' : 'pipeline.note')}
          className="min-w-60 flex-1"
          maxLength={10_000}
          value={text}
          onChange={setText}
        />
      )}
      <Button size="sm" variant="ghost" onPress={close}>
        {t('pipeline.cancel')}
      </Button>
      <Button
        size="sm"
        type="submit"
        variant="primary"
        autoFocus={what === 'remove'}
        isDisabled={!isPossible || (what === 'reopen' && text.trim() === '')}
      >
        {t(DOES[what])}
      </Button>
    </form>
  );
}

const TITLES: Readonly<Record<Asked, MessageId>> = {
  reject: 'pipeline.ask.reject',
  withdraw: 'pipeline.ask.withdraw',
  reopen: 'pipeline.ask.reopen',
  remove: 'pipeline.ask.remove',
};
const DOES: Readonly<Record<Asked, MessageId>> = {
  reject: 'pipeline.reject',
  withdraw: 'pipeline.withdraw',
  reopen: 'pipeline.reopen',
  remove: 'pipeline.remove',
};
