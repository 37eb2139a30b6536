import { useState } from 'react';
import { REJECT_REASON_NAMES } from '@/renderer/app/stage-words';
import type { StepSaid } from '@/renderer/features/interviews/use-interview-deeds';
import { WhenFields, whenMeant, whenTyped } from '@/renderer/features/interviews/when-fields';
import { STEP_NAMES } from '@/renderer/features/interviews/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import type { Interview } from '@/shared/domain/interviews/records';
import { REJECT_REASONS } from '@/shared/domain/pipeline/records';

interface Props {
  readonly action: StepSaid['action'];
  readonly interview: Interview;
  readonly isPending: boolean;
  readonly onRun: (said: StepSaid) => void;
  readonly onClose: () => void;
}

/** What a step needs to be told: the time that was agreed on, the reason of a rejection, what was said. Enter does it, Escape leaves it. */
export function StepForm({ action, interview, isPending, onRun, onClose }: Props) {
  const t = useText();
  const [note, setNote] = useState('');
  const [reason, setReason] = useState<(typeof REJECT_REASONS)[number]>('skills');
  const [typed, setTyped] = useState(() => whenTyped(interview));
  const isBooking = action === 'book_slot';
  const meant = whenMeant(typed);
  const isReady = !isPending && (!isBooking || meant.kind === 'time');
  return (
    <form
      aria-label={t(STEP_NAMES[action])}
      className="flex flex-col gap-3 rounded-md bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onRun({
          action,
          note,
          ...(action === 'reject' && { reason }),
          ...(isBooking &&
            meant.kind === 'time' && {
              time: { when: meant.when, durationMinutes: typed.minutes },
            }),
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <p className="font-medium">{t(STEP_NAMES[action])}</p>
      {isBooking ? <WhenFields autoFocus typed={typed} onChange={setTyped} /> : null}
      {action === 'reject' ? (
        <Select
          autoFocus
          label={t('interviews.reason')}
          value={reason}
          options={REJECT_REASONS.map((value) => ({ value, label: t(REJECT_REASON_NAMES[value]) }))}
          onChange={setReason}
        />
      ) : null}
      {isBooking ? null : (
        <TextField
          autoFocus={action !== 'reject'}
          label={t('interviews.note')}
          maxLength={10_000}
          value={note}
          onChange={setNote}
        />
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onPress={onClose}>
          {t(action === 'cancel' ? 'interviews.keep' : 'ui.inline.cancel')}
        </Button>
        <Button size="sm" type="submit" variant="primary" isDisabled={!isReady}>
          {t(STEP_NAMES[action])}
        </Button>
      </div>
    </form>
  );
}
