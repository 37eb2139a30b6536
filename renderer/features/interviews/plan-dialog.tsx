import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { MODE_NAMES } from '@/renderer/features/interviews/words';
import {
  WhenFields,
  whenMeant,
  type WhenTyped,
  whenTyped,
} from '@/renderer/features/interviews/when-fields';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Chips } from '@/renderer/ui/chips';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';
import { Menu } from '@/renderer/ui/menu';
import { Segments } from '@/renderer/ui/toggles';
import { maySetTime } from '@/shared/domain/interviews/moves';
import { INTERVIEW_MODES, type InterviewDetails } from '@/shared/domain/interviews/records';
import type { InterviewView } from '@/shared/domain/interviews/views';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly applicationId: Id;
  /** The one to change; null plans a new one. */
  readonly view: InterviewView | null;
  readonly onClose: () => void;
}

const NEW: InterviewDetails = {
  roundName: '',
  mode: 'video',
  meetingLink: '',
  location: '',
  instructions: '',
  interviewerIds: [],
};

/** Plans an interview, or describes one anew. Once others know of its time, that is changed by rescheduling. */
export function PlanDialog({ applicationId, view, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const form = useId();
  const done = useDoneToast();
  const interview = view?.interview ?? null;
  const [details, setDetails] = useState<InterviewDetails>(() =>
    interview === null
      ? NEW
      : {
          roundName: interview.roundName,
          mode: interview.mode,
          meetingLink: interview.meetingLink,
          location: interview.location,
          instructions: interview.instructions,
          interviewerIds: interview.interviewerIds,
        },
  );
  const [typed, setTyped] = useState<WhenTyped>(() => whenTyped(interview));
  const hasTime = interview === null || maySetTime(interview.status);
  const meant = whenMeant(typed);
  const save = useMutation({
    mutationFn: () => {
      const when = meant.kind === 'time' ? meant.when : null;
      const time = {
        durationMinutes: typed.minutes,
        timeZone: typed.timeZone,
        when: when === null ? null : { date: when.date, time: when.time },
      };
      return interview === null
        ? api.interviews.plan.call({ applicationId, details, ...time })
        : api.interviews.edit.call({
            id: interview.id,
            version: interview.version,
            details,
            ...(hasTime && { time }),
          });
    },
    meta: { showsFailure: true },
    onSuccess: ({ commitId }) => {
      done(t(interview === null ? 'interviews.done.plan' : 'interviews.done.edit'), commitId);
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.interviews.key() }),
  });
  const isReady = !save.isPending && (!hasTime || meant.kind !== 'wrong');
  const change = (patch: Partial<InterviewDetails>): void =>
    setDetails((before) => ({ ...before, ...patch }));
  const run = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) save.mutate();
  };
  return (
    <Dialog
      isOpen
      size="lg"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(interview === null ? 'interviews.plan.title' : 'interviews.edit.title')}
      footer={
        <>
          <Button onPress={onClose}>{t('interviews.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={!isReady}>
            {t('interviews.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={run} className="flex flex-col gap-4 p-4">
        <TextField
          autoFocus
          label={t('interviews.field.round-name')}
          description={t('interviews.field.round-name-hint')}
          maxLength={200}
          value={details.roundName}
          onChange={(roundName) => change({ roundName })}
        />
        <Segments
          label={t('interviews.mode')}
          value={details.mode}
          options={INTERVIEW_MODES.map((value) => ({ value, label: t(MODE_NAMES[value]) }))}
          onChange={(mode) => change({ mode })}
        />
        {hasTime ? <WhenFields typed={typed} onChange={setTyped} /> : null}
        {details.mode === 'video' || details.meetingLink !== '' ? (
          <TextField
            label={t('interviews.field.link')}
            maxLength={2000}
            value={details.meetingLink}
            onChange={(meetingLink) => change({ meetingLink })}
          />
        ) : null}
        {details.mode === 'onsite' || details.location !== '' ? (
          <TextField
            label={t('interviews.field.location')}
            maxLength={1000}
            value={details.location}
            onChange={(location) => change({ location })}
          />
        ) : null}
        <Interviewers
          applicationId={applicationId}
          known={view?.interviewers ?? []}
          chosen={details.interviewerIds}
          onChange={(interviewerIds) => change({ interviewerIds: [...interviewerIds] })}
        />
        <TextField
          label={t('interviews.field.instructions')}
          rows={3}
          maxLength={20_000}
          value={details.instructions}
          onChange={(instructions) => change({ instructions })}
        />
        {save.isError ? (
          <p role="alert" className="text-bad-ink">
            {failure(save.error).message}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}

interface InterviewersProps {
  readonly applicationId: Id;
  /** Those of the interview, who may have left the desk since. */
  readonly known: InterviewView['interviewers'];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

function Interviewers({ applicationId, known, chosen, onChange }: InterviewersProps) {
  const t = useText();
  const api = useApi();
  const people = useQuery(
    api.interviews.interviewersFor.queryOptions({ input: { applicationId } }),
  );
  const all = [...(people.data ?? []), ...known];
  const free = (people.data ?? []).filter(({ id }) => !chosen.includes(id));
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm font-medium text-ink-2">{t('interviews.field.interviewers')}</span>
      <div className="flex flex-wrap items-center gap-2">
        {chosen.length === 0 ? (
          <span className="text-ink-3">{t('interviews.no-interviewers')}</span>
        ) : (
          <Chips
            label={t('interviews.field.interviewers')}
            chips={chosen.map((id) => ({
              id,
              label: all.find((one) => one.id === id)?.name || t('interviews.no-name'),
            }))}
            onRemove={(gone) => onChange(chosen.filter((id) => id !== gone))}
          />
        )}
        <Menu
          label={t('interviews.add-interviewer')}
          placement="bottom start"
          trigger={
            <Button
              size="sm"
              variant="ghost"
              icon={<Plus size={12} aria-hidden />}
              isDisabled={free.length === 0}
            >
              {t('interviews.add-interviewer')}
            </Button>
          }
          groups={[
            {
              entries: free.map(({ id, name }) => ({
                id,
                label: name,
                onAction: () => onChange([...chosen, id]),
              })),
            },
          ]}
        />
      </div>
    </div>
  );
}
