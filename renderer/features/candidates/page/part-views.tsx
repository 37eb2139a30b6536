import { useDates } from '@/renderer/features/candidates/page/dates';
import { useText } from '@/renderer/lib/text';
import type { CandidateSkill, Experience } from '@/shared/domain/candidates/records';

/** A job: what, where, when, how long, and what was done. */
export function JobSummary({ job }: { readonly job: Experience }) {
  const dates = useDates();
  const period = dates.period(job.start, job.end);
  return (
    <>
      <p className="font-medium">{job.title ?? job.company}</p>
      <p className="text-ink-2">
        {[job.title === null ? null : job.company, job.location].filter(Boolean).join(' · ')}
      </p>
      {period === '' ? null : (
        <p className="tabular text-sm text-ink-3">
          {period}
          {job.months === null || job.months === 0 ? null : ` · ${dates.length(job.months)}`}
        </p>
      )}
      {job.description === '' ? null : (
        <p className="mt-1 line-clamp-3 whitespace-pre-wrap text-ink-2 group-data-shown/value:line-clamp-none">
          {job.description}
        </p>
      )}
    </>
  );
}

/** A skill, how long, and whether it was listed as one. */
export function SkillName({ skill }: { readonly skill: CandidateSkill }) {
  const t = useText();
  return (
    <>
      {skill.name}
      <span className="ml-2 text-sm text-ink-3">
        {[
          skill.years === null ? null : t('candidates.years', { years: skill.years }),
          skill.declared ? null : t('candidates.skill-mentioned'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
