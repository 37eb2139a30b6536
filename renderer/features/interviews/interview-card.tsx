import { useState } from 'react';
import { InterviewActions } from '@/renderer/features/interviews/interview-actions';
import { FeedbackForm } from '@/renderer/features/interviews/feedback-form';
import { PlanDialog } from '@/renderer/features/interviews/plan-dialog';
import { useTimes } from '@/renderer/features/interviews/times';
import { MODE_NAMES, STATUS_NAMES, STATUS_TONES } from '@/renderer/features/interviews/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { mayAssess } from '@/shared/domain/interviews/moves';
import type { InterviewView } from '@/shared/domain/interviews/views';

/** What a round is called: its number, and its name where it has one. */
export function useRoundName() {
  const t = useText();
  return ({ round, roundName }: InterviewView['interview']): string =>
    roundName.trim() === ''
      ? t('interviews.round', { round })
      : t('interviews.round-named', { round, name: roundName });
}

/** One interview: where it stands, when and with whom, and what can be done with it. */
export function InterviewCard({ view }: { readonly view: InterviewView }) {
  const t = useText();
  const format = useFormat();
  const times = useTimes();
  const roundName = useRoundName();
  const [isChanging, setChanging] = useState(false);
  const { interview, interviewers } = view;
  const { status, mode, durationMinutes, statusNote, noShowCount, inviteSentAt } = interview;
  const here = times.here(interview);
  const facts = [
    t(MODE_NAMES[mode]),
    times.length(durationMinutes),
    noShowCount > 0 ? t('interviews.no-shows', { count: noShowCount }) : null,
    inviteSentAt === null ? null : t('interviews.invited', { at: format.absolute(inviteSentAt) }),
  ].filter((fact) => fact !== null);
  return (
    <article
      aria-label={roundName(interview)}
      className="flex flex-col gap-2 rounded-md border border-line p-3"
    >
      <header className="flex items-start gap-2">
        <h4 className="min-w-0 flex-1 font-medium break-words">{roundName(interview)}</h4>
        {interview.hiringStartedAt === null ? null : (
          <Badge tone="good">{t('interviews.hiring')}</Badge>
        )}
        <Badge tone={STATUS_TONES[status]}>{t(STATUS_NAMES[status])}</Badge>
      </header>
      <p>
        {times.there(interview)}
        {here === null ? null : <span className="block text-sm text-ink-2">{here}</span>}
      </p>
      <p className="text-sm text-ink-2">{facts.join(' · ')}</p>
      <Fact name={t('interviews.field.interviewers')}>
        {interviewers.length === 0
          ? t('interviews.no-interviewers')
          : format.list(interviewers.map(({ name }) => name || t('interviews.no-name')))}
      </Fact>
      <Fact name={t('interviews.field.link')}>{interview.meetingLink}</Fact>
      <Fact name={t('interviews.field.location')}>{interview.location}</Fact>
      <Fact name={t('interviews.field.instructions')}>{interview.instructions}</Fact>
      <Fact name={t('interviews.field.said')}>{statusNote}</Fact>
      {mayAssess(status) && view.level === 'edit' ? (
        <FeedbackForm key={interview.version} interview={interview} />
      ) : (
        <Fact name={t('interviews.field.feedback')}>{interview.feedback}</Fact>
      )}
      <InterviewActions view={view} onChange={() => setChanging(true)} />
      {isChanging ? (
        <PlanDialog
          applicationId={interview.applicationId}
          view={view}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </article>
  );
}

/** Nothing where there is nothing to say. */
function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  if (children === '') return null;
  return (
    <p className="break-words whitespace-pre-wrap">
      <span className="text-sm text-ink-3">{name}: </span>
      {children}
    </p>
  );
}
