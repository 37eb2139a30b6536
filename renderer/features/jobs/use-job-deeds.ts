import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';
import { showToast } from '@/renderer/ui/toast';
import type { Job, JobPriority, JobStatus } from '@/shared/domain/jobs/records';

/** Does something to a record, says that it was done with the way back, and answers why it was not; null when it was. */
export function useRecordDeed(): (
  deed: Promise<{ readonly commitId: string }>,
  said: string,
) => Promise<string | null> {
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const done = useDoneToast();
  return useCallback(
    async (deed, said) => {
      try {
        const { commitId } = await deed;
        done(said, commitId);
        return null;
      } catch (error) {
        return failure(error).message;
      } finally {
        // Also after a failure: whoever met a newer version sees it before trying again.
        await Promise.all(
          [api.jobs.key(), api.clients.key()].map((queryKey) =>
            queries.invalidateQueries({ queryKey }),
          ),
        );
      }
    },
    [api, queries, failure, done],
  );
}

type Seen = Pick<Job, 'id' | 'version'>;

/** What can be done to a job from its row, its page and the command bar. */
export function useJobDeeds() {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const deed = useRecordDeed();
  return useMemo(() => {
    const act = async (
      doing: Promise<{ readonly commitId: string }>,
      said: string,
    ): Promise<boolean> => {
      const problem = await deed(doing, said);
      if (problem !== null) showToast({ tone: 'bad', message: problem });
      return problem === null;
    };
    return {
      setStatus: ({ id, version }: Seen, status: JobStatus) =>
        void act(api.jobs.changeStatus.call({ id, version, status }), t('jobs.done.status')),
      setPriority: ({ id, version }: Seen, priority: JobPriority) =>
        void act(api.jobs.edit.call({ id, version, patch: { priority } }), t('jobs.done.saved')),
      remove: async ({ id, version }: Seen): Promise<void> => {
        if (await act(api.jobs.delete.call({ id, version }), t('jobs.done.deleted'))) {
          await navigate({ to: '/jobs' });
        }
      },
      duplicate: async ({ id }: Seen): Promise<void> => {
        const made = api.jobs.duplicate.call({ id });
        if (await act(made, t('jobs.done.duplicated'))) {
          await navigate({ to: '/jobs/$jobId', params: { jobId: (await made).id } });
        }
      },
      saveTemplate: (jobId: string, name: string) =>
        act(api.jobs.saveTemplate.call({ jobId, name }), t('jobs.done.template')),
    };
  }, [t, api, navigate, deed]);
}
