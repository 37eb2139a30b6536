import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import { CustomFields } from '@/renderer/features/jobs/custom-fields';
import { JobFields } from '@/renderer/features/jobs/job-fields';
import { SkillsEditor } from '@/renderer/features/jobs/skills-editor';
import { TeamEditor } from '@/renderer/features/jobs/team-editor';
import { useSaveField, useSkills } from '@/renderer/features/jobs/use-brief';
import { useRecordDeed } from '@/renderer/features/jobs/use-job-deeds';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { InlineField, InlineReadOnly } from '@/renderer/ui/inline-field';
import type { AskedSkill } from '@/shared/domain/jobs/records';
import type { JobDetail } from '@/shared/domain/jobs/views';

/** What the job asks for: every field of it. */
export function BriefTab() {
  const { jobId } = useParams({ from: '/jobs/$jobId' });
  const api = useApi();
  // The page above has read it already.
  const { data } = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } }));
  return data === undefined ? null : <Brief detail={data} />;
}

function Brief({ detail }: { readonly detail: JobDetail }) {
  const t = useText();
  const api = useApi();
  const deed = useRecordDeed();
  const save = useSaveField(detail);
  const { skills, onChange } = useSkills(detail);
  const { job } = detail;
  const mayEdit = useCan()('job.edit');
  return (
    <InlineReadOnly value={!mayEdit}>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_22rem] overflow-y-auto">
        <div className="flex flex-col gap-5 px-5 py-4">
          {mayEdit ? (
            <SkillsEditor skills={skills} onChange={onChange} />
          ) : (
            <SkillsShown skills={skills} />
          )}
          <TeamEditor detail={detail} />
          <InlineField
            layout="stacked"
            label={t('jobs.field.description')}
            shown={job.description}
            value={job.description}
            rows={16}
            onSave={(description) => save({ description })}
          />
        </div>
        <div className="flex flex-col gap-3 border-l border-line px-5 py-4">
          <JobFields detail={detail} />
          <CustomFields
            entity="job"
            values={job.custom}
            onSave={(fieldId, value) =>
              deed(
                api.jobs.setCustomValue.call({ id: job.id, version: job.version, fieldId, value }),
                t('jobs.done.saved'),
              )
            }
          />
        </div>
      </div>
    </InlineReadOnly>
  );
}

/** What the job asks for, to be read. */
function SkillsShown({ skills }: { readonly skills: readonly AskedSkill[] }) {
  const t = useText();
  return (['required', 'nice'] as const).map((need) => (
    <section key={need}>
      <h3 className="mb-1 font-medium">
        {t(need === 'required' ? 'jobs.skills.required' : 'jobs.skills.nice')}
      </h3>
      <ul className="flex flex-wrap gap-1">
        {skills
          .filter((skill) => skill.need === need)
          .map(({ name }) => (
            <li key={name}>
              <Badge>{name}</Badge>
            </li>
          ))}
      </ul>
    </section>
  ));
}
