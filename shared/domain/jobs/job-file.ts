import { z } from 'zod';
import { toMinorUnits } from '@/shared/kit/money';
import { EMPTY_DRAFT } from './draft';
import { type AskedSkill, type JobDraft, jobDraftSchema, jobFields } from './records';

const skill = z.union([
  z.string(),
  z.object({
    name: z.string(),
    weight: z.number().int().min(1).max(5).nullish(),
    minYears: z.number().min(0).max(60).nullish(),
  }),
]);
/** Whole units, as one writes a salary: 52000. */
const amount = z.number().nonnegative().max(1e12).nullish();

/** A job as a person writes it into a file; only the client and the title are needed. */
const fileJobSchema = z.strictObject({
  client: z.string().trim().min(1).max(300),
  status: z.enum(['draft', 'open']).default('draft'),
  title: jobFields.title,
  description: jobFields.description.nullish(),
  department: jobFields.department.optional(),
  location: jobFields.location.optional(),
  remote: jobFields.remote.optional(),
  employmentType: jobFields.employmentType.optional(),
  experienceMin: jobFields.experienceMin.optional(),
  experienceMax: jobFields.experienceMax.optional(),
  salaryMin: amount,
  salaryMax: amount,
  salaryCurrency: jobFields.salaryCurrency.optional(),
  salaryPeriod: jobFields.salaryPeriod.optional(),
  educationMin: jobFields.educationMin.optional(),
  priority: jobFields.priority.optional(),
  openings: jobFields.openings.optional(),
  closesOn: jobFields.closesOn.optional(),
  requiredSkills: z.array(skill).nullish(),
  niceToHaveSkills: z.array(skill).nullish(),
});

/** A job of a file, with its client by name. */
export interface FileJob {
  readonly client: string;
  readonly status: 'draft' | 'open';
  readonly draft: JobDraft;
}

export type JobFileResult =
  | { readonly ok: true; readonly jobs: readonly FileJob[] }
  /** What is wrong, as `job 2, salaryMin: …`. */
  | { readonly ok: false; readonly problems: readonly string[] };

export const MOST_JOBS_IN_A_FILE = 1000;
const MOST_PROBLEMS = 20;

/** The jobs of a file: one object, or a list of them. All of them or none: what is wrong is said of every job. */
export function jobsOfFile(data: unknown): JobFileResult {
  const given: readonly unknown[] = Array.isArray(data) ? data : [data];
  if (given.length === 0) return { ok: false, problems: ['there is no job in it'] };
  if (given.length > MOST_JOBS_IN_A_FILE) {
    return { ok: false, problems: [`a file holds ${MOST_JOBS_IN_A_FILE} jobs at most`] };
  }
  const jobs: FileJob[] = [];
  const problems: string[] = [];
  for (const [at, one] of given.entries()) {
    const read = readOne(one);
    if (read.ok) jobs.push(read.job);
    else {
      const where = given.length === 1 ? '' : `job ${at + 1}, `;
      problems.push(...read.problems.map((problem) => `${where}${problem}`));
    }
  }
  return problems.length === 0
    ? { ok: true, jobs }
    : { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

type ReadOne =
  | { readonly ok: true; readonly job: FileJob }
  | { readonly ok: false; readonly problems: readonly string[] };

function readOne(data: unknown): ReadOne {
  const read = fileJobSchema.safeParse(data);
  if (!read.success) return wrong(read.error);
  const { client, status, requiredSkills, niceToHaveSkills, salaryMin, salaryMax, ...given } =
    read.data;
  const stated = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  );
  const minor = (whole: number | null | undefined): number | null =>
    whole == null ? null : toMinorUnits(whole, given.salaryCurrency ?? null);
  const draft = jobDraftSchema.safeParse({
    ...EMPTY_DRAFT,
    ...stated,
    salaryMin: minor(salaryMin),
    salaryMax: minor(salaryMax),
    skills: [
      ...(requiredSkills ?? []).map((one) => asked(one, 'required')),
      ...(niceToHaveSkills ?? []).map((one) => asked(one, 'nice')),
    ],
  });
  return draft.success
    ? { ok: true, job: { client, status, draft: draft.data } }
    : wrong(draft.error);
}

function asked(given: z.infer<typeof skill>, need: AskedSkill['need']): AskedSkill {
  const { name, weight, minYears } =
    typeof given === 'string' ? { name: given, weight: null, minYears: null } : given;
  return { need, skillId: null, name, weight: weight ?? 3, minYears: minYears ?? null };
}

const wrong = (error: z.ZodError): ReadOne => ({
  ok: false,
  problems: error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'job' : path.join('.')}: ${message}`,
  ),
});
