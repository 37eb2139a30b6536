import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import type { InterviewsSearch } from '@/renderer/features/interviews/interviews-search';
import { STATUS_NAMES } from '@/renderer/features/interviews/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Select } from '@/renderer/ui/select';
import { isDecided } from '@/shared/domain/interviews/moves';
import { INTERVIEW_STATUSES } from '@/shared/domain/interviews/records';
import { listOf } from '@/shared/domain/interviews/views';

interface Props {
  readonly search: InterviewsSearch;
  readonly onChange: (search: InterviewsSearch) => void;
}

/** Narrows the list to a status and an interviewer; a day comes from elsewhere, and can be left. */
export function Narrowing({ search, onChange }: Props) {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const { list = 'upcoming', status, interviewer, day } = search;
  const people = useQuery(api.interviews.interviewers.queryOptions());
  // What can stand in this list at all.
  const statuses = INTERVIEW_STATUSES.filter((one) =>
    list === 'past'
      ? isDecided(one)
      : listOf({ status: one, end: null }, '') === list ||
        (list === 'to-decide' && !isDecided(one)),
  );
  const known = people.data ?? [];
  return (
    <>
      <Select
        label={t('interviews.status')}
        hideLabel
        className="w-44"
        value={status ?? 'any'}
        options={[
          { value: 'any', label: t('interviews.status.any') },
          ...statuses.map((value) => ({ value, label: t(STATUS_NAMES[value]) })),
        ]}
        onChange={(value) => onChange({ ...search, status: statuses.find((one) => one === value) })}
      />
      <Select
        label={t('interviews.interviewer')}
        hideLabel
        className="w-48"
        value={interviewer ?? 'any'}
        options={[
          { value: 'any', label: t('interviews.interviewer.any') },
          ...known.map(({ id, name }) => ({ value: id, label: name || t('interviews.no-name') })),
        ]}
        onChange={(value) =>
          onChange({ ...search, interviewer: value === 'any' ? undefined : value })
        }
      />
      {day === undefined ? null : (
        <Button
          size="sm"
          variant="ghost"
          icon={<X size={12} aria-hidden />}
          onPress={() => onChange({ ...search, day: undefined })}
        >
          {t('interviews.day', { day: format.day(day) })}
          <span className="sr-only">{t('interviews.day-clear')}</span>
        </Button>
      )}
    </>
  );
}
