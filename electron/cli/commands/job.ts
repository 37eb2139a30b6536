import { readDataFile } from '@/electron/cli/job-file';
import {
  EXIT,
  type ExitCode,
  plain,
  print,
  printJson,
  say,
  UsageError,
} from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import type { ApiClient } from '@/shared/contract/api';
import { type FileJob, jobsOfFile } from '@/shared/domain/jobs/job-file';
import type { JobStatus } from '@/shared/domain/jobs/records';
import { type JobDetail, NO_JOB_FILTERS } from '@/shared/domain/jobs/views';
import { OPEN_STAGES, STAGES } from '@/shared/domain/pipeline/board';
import { minorDigits } from '@/shared/kit/money';
import { idSchema } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';

interface DeskOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `longlist job add`: the jobs of a file. All of the file is looked at before the first job is made. */
export async function addJobsCommand(
  place: Surroundings,
  file: string,
  options: DeskOptions,
): Promise<ExitCode> {
  const result = jobsOfFile(await readDataFile(file));
  if (!result.ok) {
    throw new UsageError(plain(`${file} cannot be added: ${result.problems.join('; ')}`));
  }
  const core = await openCore(place, options);
  try {
    const client = core.client();
    const added = [];
    for (const job of result.jobs) {
      const clientId = await clientNamed(client, job.client);
      const { id } = await client.jobs.create({ clientId, draft: job.draft, status: job.status });
      added.push({ id, title: job.draft.title, client: job.client, status: job.status });
      if (!options.json) print(plain(`${id}  ${job.draft.title} · ${job.client}`));
    }
    if (options.json) printJson({ jobs: added });
    else say(added.length === 1 ? '1 job added.' : `${added.length} jobs added.`);
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

async function clientNamed(client: ApiClient, name: FileJob['client']): Promise<string> {
  const wanted = squeeze(fold(name));
  const { rows } = await client.clients.list({ text: name, limit: 500 });
  const known = rows.find(({ companyName }) => squeeze(fold(companyName)) === wanted);
  return known?.id ?? (await client.clients.create({ companyName: name })).id;
}

/** `longlist job list`: jobs with their candidates at each stage. */
export async function listJobsCommand(
  place: Surroundings,
  options: DeskOptions & { readonly status?: JobStatus | undefined; readonly limit: number },
): Promise<ExitCode> {
  const core = await openCore(place, options, { reading: true });
  try {
    const { status, limit } = options;
    const page = await core.client().jobs.list({
      filters: { ...NO_JOB_FILTERS, statuses: status === undefined ? [] : [status] },
      limit,
    });
    if (options.json) {
      printJson({ total: page.total, jobs: page.rows });
      return EXIT.ok;
    }
    for (const job of page.rows) {
      const people = OPEN_STAGES.reduce((sum, stage) => sum + job.stages[stage], 0);
      print(
        plain(
          `${job.id}  ${job.status.padEnd(8)} ${job.priority.padEnd(7)} ${job.title} · ${job.clientName} · ${people} ${people === 1 ? 'candidate' : 'candidates'}`,
        ),
      );
    }
    say(page.total === 1 ? '1 job.' : `${page.total} jobs.`);
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

/** `longlist job show`: everything that is known of one job. */
export async function showJobCommand(
  place: Surroundings,
  id: string,
  options: DeskOptions,
): Promise<ExitCode> {
  if (!idSchema.safeParse(id).success) {
    throw new UsageError('that is not a job id; longlist job list prints them');
  }
  const core = await openCore(place, options, { reading: true });
  try {
    const detail = await core.client().jobs.get({ id });
    if (options.json) printJson(detail);
    else printJob(detail);
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

function printJob({ job, clientName, skills, team, stages }: JobDetail): void {
  print(plain(job.title));
  const line = (label: string, value: string | null): void => {
    if (value !== null && value !== '') print(`  ${label.padEnd(12)}${plain(value)}`);
  };
  line('Client', clientName);
  line('Status', job.status.replace('_', ' '));
  line('Priority', job.priority);
  line('Openings', String(job.openings));
  line('Department', job.department);
  line('Location', job.location);
  line('Works', job.remote);
  line('Employment', job.employmentType?.replace('_', ' ') ?? null);
  line('Years', range(job.experienceMin, job.experienceMax));
  line('Salary', salary(job));
  line('Education', job.educationMin);
  line('Closes', job.closesOn);
  for (const need of ['required', 'nice'] as const) {
    const own = skills.filter((skill) => skill.need === need);
    if (own.length === 0) continue;
    print(need === 'required' ? '\nMust-haves' : '\nNice-to-haves');
    for (const { name, weight, minYears } of own) {
      const years = minYears === null ? '' : `, ${minYears} years`;
      print(plain(`  ${name} (weight ${weight}${years})`));
    }
  }
  if (team.length > 0) {
    print('\nTeam');
    for (const { name, role } of team) print(plain(`  ${name} (${role.replace('_', ' ')})`));
  }
  const counted = STAGES.filter((stage) => stages[stage] > 0);
  if (counted.length > 0) {
    print('\nCandidates');
    for (const stage of counted) print(`  ${stage.replace('_', ' ')}: ${stages[stage]}`);
  }
  if (job.description !== '') print(`\n${plain(job.description)}`);
}

const range = (from: number | string | null, to: number | string | null): string | null =>
  from === null
    ? to === null
      ? null
      : `to ${to}`
    : to === null
      ? `from ${from}`
      : `${from}–${to}`;

function salary(job: JobDetail['job']): string | null {
  const whole = (minor: number | null): number | null =>
    minor === null ? null : minor / 10 ** minorDigits(job.salaryCurrency);
  const amount = range(whole(job.salaryMin), whole(job.salaryMax));
  if (amount === null) return null;
  const period = job.salaryPeriod === null ? '' : ` a ${job.salaryPeriod}`;
  return `${amount}${job.salaryCurrency === null ? '' : ` ${job.salaryCurrency}`}${period}`;
}
