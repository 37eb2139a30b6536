import { useState } from 'react';
import { StepForm } from '@/renderer/features/interviews/step-form';
import { useInterviewDeeds } from '@/renderer/features/interviews/use-interview-deeds';
import { STEP_NAMES } from '@/renderer/features/interviews/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import {
  actionsFor,
  type Arrangement,
  ARRANGEMENTS,
  type Decision,
  DECISIONS,
  mayDescribe,
} from '@/shared/domain/interviews/moves';
import type { InterviewView } from '@/shared/domain/interviews/views';
import { isOpenStage } from '@/shared/domain/pipeline/stage-moves';

/** What of an interview needs to be said more of before it is done. */
const ASKS: ReadonlySet<Arrangement | Decision> = new Set([
  'book_slot',
  'no_show',
  'reschedule',
  'cancel',
  'reject',
]);
/** The step that brings an interview on: its button stands out. */
const ONWARD: ReadonlySet<Arrangement | Decision> = new Set([
  'book_slot',
  'send_invite',
  'complete',
  'pass',
]);

interface Props {
  readonly view: InterviewView;
  /** Opens what describes it anew. */
  readonly onChange: () => void;
}

/** What may be done with an interview as it stands, and nothing else. */
export function InterviewActions({ view, onChange }: Props) {
  const t = useText();
  const deeds = useInterviewDeeds(view.interview);
  const [asked, setAsked] = useState<Arrangement | Decision | null>(null);
  const { interview, level } = view;
  const { status } = interview;
  const steps = stepsFor(view);
  const mayEdit = level === 'edit';
  const maySay = mayEdit && mayDescribe(status);
  if (steps.length === 0 && !maySay) return null;
  if (asked !== null && steps.includes(asked)) {
    return (
      <StepForm
        action={asked}
        interview={interview}
        isPending={deeds.isPending}
        onRun={(said) => deeds.run(said, () => setAsked(null))}
        onClose={() => setAsked(null)}
      />
    );
  }
  const hint =
    status === 'awaiting_confirmation'
      ? t('interviews.hint.agree')
      : steps.includes('send_invite')
        ? t('interviews.hint.invite')
        : null;
  return (
    <div className="flex flex-col gap-2">
      {hint === null ? null : <p className="text-sm text-ink-3">{hint}</p>}
      <fieldset aria-label={t('interviews.actions')} className="flex flex-wrap gap-2">
        {steps.map((action) => (
          <Button
            key={action}
            size="sm"
            {...(ONWARD.has(action) && { variant: 'primary' as const })}
            isDisabled={deeds.isPending}
            onPress={() => {
              if (ASKS.has(action)) setAsked(action);
              else deeds.run({ action });
            }}
          >
            {t(STEP_NAMES[action])}
          </Button>
        ))}
        {maySay ? (
          <Button size="sm" variant="ghost" onPress={onChange}>
            {t('interviews.do.edit')}
          </Button>
        ) : null}
        {mayEdit && status === 'draft' ? (
          <Button
            size="sm"
            variant="ghost"
            isDisabled={deeds.isPending}
            onPress={() => deeds.remove()}
          >
            {t('interviews.do.remove')}
          </Button>
        ) : null}
      </fieldset>
    </div>
  );
}

/** The steps that are legal for the interview and its application, and that whoever looks may take. A draft's time is changed, not moved. */
function stepsFor({
  interview,
  level,
  mayDecide,
  stage,
}: InterviewView): readonly (Arrangement | Decision)[] {
  const legal = actionsFor(interview);
  const isDraft = interview.status === 'draft';
  return [
    ...ARRANGEMENTS.filter(
      (one) =>
        level === 'edit' &&
        legal.includes(one) &&
        !(isDraft && (one === 'reschedule' || one === 'cancel')) &&
        !(one === 'reschedule' && interview.status === 'awaiting_confirmation'),
    ),
    ...DECISIONS.filter(
      (one) => mayDecide && legal.includes(one) && (one === 'reject' || isOpenStage(stage)),
    ),
  ];
}
