import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useRecordDeed } from '@/renderer/features/jobs/use-job-deeds';
import { useText } from '@/renderer/lib/text';
import { showToast } from '@/renderer/ui/toast';
import type { AskedSkill, JobDraft } from '@/shared/domain/jobs/records';
import type { JobDetail } from '@/shared/domain/jobs/views';

/** Saves one field of a job over the version that is shown; answers why it was not. */
export function useSaveField({ job }: JobDetail) {
  const t = useText();
  const api = useApi();
  const deed = useRecordDeed();
  return useCallback(
    (patch: Partial<Omit<JobDraft, 'skills'>> & { readonly clientId?: string }) =>
      deed(api.jobs.edit.call({ id: job.id, version: job.version, patch }), t('jobs.done.saved')),
    [t, api, deed, job.id, job.version],
  );
}

/**
 * The skills of a job as they are edited: on screen at once, saved one after the other, each time against the rows as they are then. What
 * somebody else changed meanwhile is not written over: the list is read again and it is said.
 */
export function useSkills(detail: JobDetail) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const deed = useRecordDeed();
  const [shown, setShown] = useState<readonly AskedSkill[] | null>(null);
  const wanted = useRef<readonly AskedSkill[] | null>(null);
  const isSaving = useRef(false);
  const jobId = detail.job.id;

  const save = async (seen: JobDetail['skills']): Promise<void> => {
    isSaving.current = true;
    let rows = seen;
    while (wanted.current !== null) {
      const skills = wanted.current.map(({ need, skillId, name, weight, minYears }) => ({
        need,
        skillId,
        name,
        weight,
        minYears,
      }));
      wanted.current = null;
      const problem = await deed(
        api.jobs.setSkills.call({
          jobId,
          seen: rows.map(({ id, version }) => ({ id, version })),
          skills,
        }),
        t('jobs.done.skills'),
      );
      if (problem !== null) {
        wanted.current = null;
        showToast({ tone: 'bad', message: problem });
        break;
      }
      const now = await queries.fetchQuery({
        ...api.jobs.get.queryOptions({ input: { id: jobId } }),
        staleTime: 0,
      });
      rows = now.skills;
    }
    isSaving.current = false;
    setShown(null);
  };
  return {
    skills: shown ?? detail.skills,
    onChange: (next: readonly AskedSkill[]): void => {
      wanted.current = next;
      setShown(next);
      if (!isSaving.current) void save(detail.skills);
    },
  };
}
