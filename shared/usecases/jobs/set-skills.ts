import { askedKey } from '@/shared/domain/jobs/draft';
import type { Change } from '@/shared/domain/history/change';
import type { AskedSkill } from '@/shared/domain/jobs/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { jobDetail } from './job-detail';
import { knownSkills } from './job-values';
import { refuseOthers, type SeenRow } from './same-rows';

/**
 * Gives a job its skills, in their order; of two that are one, one stays. `seen` are the rows the editor had before. A skill that is named
 * like one that is there keeps its row. Errors: NOT_FOUND, CONFLICT.
 */
export async function setSkills(
  deps: Pick<Deps, 'store' | 'jobs'>,
  actor: Actor,
  input: {
    readonly jobId: Id;
    readonly seen: readonly SeenRow[];
    readonly skills: readonly AskedSkill[];
  },
): Promise<{ readonly commitId: Id }> {
  const { skills: rows } = await jobDetail(deps, actor, input.jobId);
  refuseOthers(rows, input.seen);
  const left = new Map(rows.map((row) => [askedKey(row), row]));
  const changes: Change[] = [];
  for (const [position, skill] of knownSkills(input.skills).entries()) {
    const row = left.get(askedKey(skill));
    if (row === undefined) {
      changes.push({
        op: 'insert',
        entity: 'jobSkill',
        row: { ...skill, id: newId(), jobId: input.jobId, position },
      });
      continue;
    }
    left.delete(askedKey(skill));
    const { id, version } = row;
    changes.push({
      op: 'update',
      entity: 'jobSkill',
      id,
      version,
      patch: { ...skill, position },
    });
  }
  for (const { id, version } of left.values()) {
    changes.push({ op: 'delete', entity: 'jobSkill', id, version });
  }
  const { commitId } = await deps.store.commit({ actor, action: 'job.edited', changes });
  return { commitId };
}
