import { MODE_NAMES, STATUS_NAMES, useTimes } from '@/renderer/features/interviews';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';

/** Fields of an interview that a timeline tells; the rest says nothing beside these. */
export const INTERVIEW_FIELD_NAMES: Readonly<Record<string, MessageId>> = {
  jobTitle: 'pipeline.field.job',
  round: 'interviews.column.round',
  roundName: 'interviews.field.round-name',
  mode: 'interviews.mode',
  start: 'interviews.column.when',
  durationMinutes: 'interviews.field.duration',
  interviewers: 'interviews.field.interviewers',
  meetingLink: 'interviews.field.link',
  location: 'interviews.field.location',
  instructions: 'interviews.field.instructions',
  status: 'interviews.column.status',
  statusNote: 'interviews.field.said',
  inviteSentAt: 'interviews.field.invited',
  hiringStartedAt: 'interviews.hiring',
  feedback: 'interviews.field.feedback',
};

const WORDS_OF: Readonly<Record<string, Readonly<Record<string, MessageId>>>> = {
  status: STATUS_NAMES,
  mode: MODE_NAMES,
};

/** A moment with its zone, as the history says it. */
const ZONED = /^([^[]+)\[([^\]]+)\]$/;

/** A value of an interview as one reads it: times in the zone they were chosen in. */
export function useInterviewValue(): (field: string) => (value: string | null) => string | null {
  const t = useText();
  const format = useFormat();
  const times = useTimes();
  return (field) => (value) => {
    if (value === null) return null;
    if (field === 'inviteSentAt' || field === 'hiringStartedAt') return format.absolute(value);
    if (field === 'durationMinutes') return times.length(Number(value));
    if (field === 'start') {
      const [, at, timeZone] = ZONED.exec(value) ?? [];
      return at === undefined || timeZone === undefined ? value : times.at(at, timeZone);
    }
    const word = WORDS_OF[field]?.[value];
    return word === undefined ? value : t(word);
  };
}
