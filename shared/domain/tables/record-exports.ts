import type { AuditLine } from '@/shared/domain/audit/views';
import { wallTimeOf } from '@/shared/domain/interviews/when';
import type { InterviewView } from '@/shared/domain/interviews/views';
import type { JobRow } from '@/shared/domain/jobs/views';
import { OPEN_STAGES } from '@/shared/domain/pipeline/board';
import type { Application } from '@/shared/domain/pipeline/records';
import { joinList } from './export-columns';

/** The kinds of record that go out as tables, beside candidates. */
export type RecordKind = keyof RowsOf;

export const RECORD_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** An application with the names that a table of them says. */
export interface ApplicationRow {
  readonly application: Application;
  readonly candidateName: string;
  readonly ownerName: string;
  readonly jobTitle: string;
  readonly clientName: string;
  /** 0–100, as kept now; null where the two were never compared. */
  readonly score: number | null;
}

/** An interview with the names that a table of them says. */
export type InterviewRow = InterviewView;

type Cell = string | number;

/**
 * What a table of jobs can have a column for: its name in the file and what stands in it. The order is that of the columns; names stay
 * the same in every language of the window, so that what reads the file finds them.
 */
const JOBS = {
  title: ['Title', ({ title }) => title],
  client: ['Client', ({ clientName }) => clientName],
  status: ['Status', ({ status }) => status],
  priority: ['Priority', ({ priority }) => priority],
  department: ['Department', ({ department }) => department ?? ''],
  location: ['Location', ({ location }) => location ?? ''],
  remote: ['Remote', ({ remote }) => remote ?? ''],
  employmentType: ['Employment', ({ employmentType }) => employmentType ?? ''],
  experienceMin: ['Years from', ({ experienceMin }) => experienceMin ?? ''],
  experienceMax: ['Years to', ({ experienceMax }) => experienceMax ?? ''],
  salaryMin: ['Salary from (minor units)', ({ salaryMin }) => salaryMin ?? ''],
  salaryMax: ['Salary to (minor units)', ({ salaryMax }) => salaryMax ?? ''],
  salaryCurrency: ['Currency', ({ salaryCurrency }) => salaryCurrency ?? ''],
  salaryPeriod: ['Salary period', ({ salaryPeriod }) => salaryPeriod ?? ''],
  educationMin: ['Education', ({ educationMin }) => educationMin ?? ''],
  openings: ['Openings', ({ openings }) => openings],
  recruiters: ['Recruiters', ({ recruiters }) => joinList(recruiters.map(({ name }) => name))],
  inPipeline: [
    'Candidates',
    ({ stages }) => OPEN_STAGES.reduce((sum, stage) => sum + (stages[stage] ?? 0), 0),
  ],
  opened: ['Opened', ({ openedAt }) => openedAt ?? ''],
  ended: ['Ended', ({ endedAt }) => endedAt ?? ''],
  closesOn: ['Closes on', ({ closesOn }) => closesOn ?? ''],
  changed: ['Changed', ({ updatedAt }) => updatedAt],
  id: ['Longlist ID', ({ id }) => id],
} as const satisfies Columns<JobRow>;

const APPLICATIONS = {
  candidate: ['Candidate', ({ candidateName }) => candidateName],
  job: ['Job', ({ jobTitle }) => jobTitle],
  client: ['Client', ({ clientName }) => clientName],
  stage: ['Stage', ({ application }) => application.stage],
  stageSince: ['In this stage since', ({ application }) => application.stageSince],
  applied: ['Put on the job', ({ application }) => application.appliedAt],
  submitted: ['Put forward', ({ application }) => application.submittedAt ?? ''],
  selected: ['Selected', ({ application }) => application.selectedAt ?? ''],
  score: ['Score', ({ score }) => (score === null ? '' : score)],
  source: ['Source', ({ application }) => application.source],
  rejectedReason: ['Rejected for', ({ application }) => application.rejectedReason ?? ''],
  withdrawnReason: ['Withdrew for', ({ application }) => application.withdrawnReason ?? ''],
  reasonNote: ['Said with the reason', ({ application }) => application.reasonNote ?? ''],
  writeUp: ['Write-up', ({ application }) => application.writeUp],
  salaryOffered: [
    'Salary offered (minor units)',
    ({ application }) => application.salaryOffered ?? '',
  ],
  salaryCurrency: ['Currency', ({ application }) => application.salaryCurrency ?? ''],
  owner: ['Owner', ({ ownerName }) => ownerName],
  candidateId: ['Candidate ID', ({ application }) => application.candidateId],
  jobId: ['Job ID', ({ application }) => application.jobId],
  id: ['Longlist ID', ({ application }) => application.id],
} as const satisfies Columns<ApplicationRow>;

const INTERVIEWS = {
  candidate: ['Candidate', ({ candidateName }) => candidateName],
  job: ['Job', ({ jobTitle }) => jobTitle],
  client: ['Client', ({ clientName }) => clientName],
  round: ['Round', ({ interview }) => interview.round],
  roundName: ['Round name', ({ interview }) => interview.roundName],
  status: ['Status', ({ interview }) => interview.status],
  mode: ['Mode', ({ interview }) => interview.mode],
  localTime: ['Time there', ({ interview }) => localTime(interview)],
  timeZone: ['Time zone', ({ interview }) => interview.timeZone],
  start: ['Start (UTC)', ({ interview }) => interview.start ?? ''],
  end: ['End (UTC)', ({ interview }) => interview.end ?? ''],
  duration: ['Minutes', ({ interview }) => interview.durationMinutes],
  interviewers: [
    'Interviewers',
    ({ interviewers }) => joinList(interviewers.map(({ name }) => name)),
  ],
  stage: ['Stage', ({ stage }) => stage],
  inviteSent: ['Invitation sent', ({ interview }) => interview.inviteSentAt ?? ''],
  noShows: ['No-shows', ({ interview }) => interview.noShowCount],
  hiringStarted: ['Hiring started', ({ interview }) => interview.hiringStartedAt ?? ''],
  statusNote: ['Said with the status', ({ interview }) => interview.statusNote],
  feedback: ['Feedback', ({ interview }) => interview.feedback],
  location: ['Location', ({ interview }) => interview.location],
  meetingLink: ['Meeting link', ({ interview }) => interview.meetingLink],
  instructions: ['Instructions', ({ interview }) => interview.instructions],
  candidateId: ['Candidate ID', ({ interview }) => interview.candidateId],
  jobId: ['Job ID', ({ interview }) => interview.jobId],
  applicationId: ['Application ID', ({ interview }) => interview.applicationId],
  id: ['Longlist ID', ({ interview }) => interview.id],
} as const satisfies Columns<InterviewRow>;

function localTime({ start, timeZone }: InterviewRow['interview']): string {
  if (start === null) return '';
  const { date, time } = wallTimeOf(start, timeZone);
  return `${date} ${time}`;
}

/** For reading, without what proves it: `audit.export` writes the log with that. */
const AUDIT = {
  entry: ['Entry', ({ entry }) => entry.seq],
  at: ['At', ({ entry }) => entry.at],
  by: ['By', ({ actorName, entry }) => actorName ?? entry.actorId],
  role: ['Role', ({ entry }) => entry.actorRole],
  action: ['Action', ({ entry }) => entry.action],
  recordType: ['Record type', ({ entry }) => entry.entityType],
  record: ['Record', ({ record }) => (record.state === 'named' ? record.name : '')],
  client: ['Client', ({ clientName }) => clientName ?? ''],
  facts: ['Facts', ({ entry }) => JSON.stringify(entry.metadata)],
  recordId: ['Record ID', ({ entry }) => entry.entityId ?? ''],
  aboutId: ['About (ID)', ({ entry }) => entry.subjectId ?? ''],
} as const satisfies Columns<AuditLine>;

type Columns<Row> = Readonly<Record<string, readonly [string, (row: Row) => Cell]>>;

const COLUMNS = {
  jobs: JOBS,
  applications: APPLICATIONS,
  interviews: INTERVIEWS,
  audit: AUDIT,
} as const;

export type RecordColumn<K extends RecordKind = RecordKind> = keyof (typeof COLUMNS)[K] & string;

/** The columns there are for a kind of record, in their order. */
export const recordColumns = (kind: RecordKind): readonly string[] => Object.keys(COLUMNS[kind]);

/** What is chosen when nobody chose: not what Longlist keeps for itself. */
export const usualRecordColumns = (kind: RecordKind): readonly string[] =>
  recordColumns(kind).filter((column) => !UNUSUAL.has(column));

const UNUSUAL: ReadonlySet<string> = new Set([
  'id',
  'candidateId',
  'jobId',
  'applicationId',
  'writeUp',
  'feedback',
  'meetingLink',
  'instructions',
  'recordId',
  'aboutId',
]);

export interface RowsOf {
  readonly jobs: JobRow;
  readonly applications: ApplicationRow;
  readonly interviews: InterviewRow;
  readonly audit: AuditLine;
}

/** Names of the chosen columns in a file, and what turns a row into its cells; a column that is not there is left out. */
export function tableOf<K extends RecordKind>(
  kind: K,
  chosen: readonly string[],
): { readonly header: readonly string[]; readonly cells: (row: RowsOf[K]) => readonly Cell[] } {
  // The table of a kind is made of columns over its rows; the compiler does not follow the kind through the lookup.
  const all = COLUMNS[kind] as unknown as Columns<RowsOf[K]>;
  const columns = [...new Set(chosen)].flatMap((name) => {
    const column = Object.hasOwn(all, name) ? all[name] : undefined;
    return column === undefined ? [] : [column];
  });
  return {
    header: columns.map(([name]) => name),
    cells: (row) => columns.map(([, cell]) => cell(row)),
  };
}
