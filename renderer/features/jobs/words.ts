import type { MessageId } from '@/renderer/lib/text';
import type { Tone } from '@/renderer/ui/chips';
import type { Job, JobPriority, JobStatus } from '@/shared/domain/jobs/records';

export const STATUS_NAMES: Readonly<Record<JobStatus, MessageId>> = {
  draft: 'jobs.status.draft',
  open: 'jobs.status.open',
  on_hold: 'jobs.status.on_hold',
  filled: 'jobs.status.filled',
  closed: 'jobs.status.closed',
};
export const STATUS_TONES: Readonly<Record<JobStatus, Tone>> = {
  draft: 'neutral',
  open: 'good',
  on_hold: 'warn',
  filled: 'violet',
  closed: 'neutral',
};
export const PRIORITY_NAMES: Readonly<Record<JobPriority, MessageId>> = {
  low: 'jobs.priority.low',
  medium: 'jobs.priority.medium',
  high: 'jobs.priority.high',
  urgent: 'jobs.priority.urgent',
};
export const PRIORITY_TONES: Readonly<Record<JobPriority, Tone>> = {
  low: 'neutral',
  medium: 'neutral',
  high: 'warn',
  urgent: 'bad',
};
export const REMOTE_NAMES: Readonly<Record<NonNullable<Job['remote']>, MessageId>> = {
  onsite: 'jobs.remote.onsite',
  hybrid: 'jobs.remote.hybrid',
  remote: 'jobs.remote.remote',
};
export const EMPLOYMENT_NAMES: Readonly<Record<NonNullable<Job['employmentType']>, MessageId>> = {
  full_time: 'jobs.employment.full_time',
  part_time: 'jobs.employment.part_time',
  contract: 'jobs.employment.contract',
  internship: 'jobs.employment.internship',
};
export const PERIOD_NAMES: Readonly<Record<NonNullable<Job['salaryPeriod']>, MessageId>> = {
  year: 'jobs.period.year',
  month: 'jobs.period.month',
  day: 'jobs.period.day',
  hour: 'jobs.period.hour',
};
export const EDUCATION_NAMES: Readonly<Record<NonNullable<Job['educationMin']>, MessageId>> = {
  school: 'jobs.education.school',
  certificate: 'jobs.education.certificate',
  vocational: 'jobs.education.vocational',
  associate: 'jobs.education.associate',
  bachelor: 'jobs.education.bachelor',
  master: 'jobs.education.master',
  doctorate: 'jobs.education.doctorate',
};

/** The fields of jobs, clients and what belongs to them, as the activity names them. */
export const RECORD_FIELD_NAMES: Readonly<Record<string, MessageId>> = {
  title: 'jobs.field.title',
  description: 'jobs.field.description',
  department: 'jobs.field.department',
  location: 'jobs.field.location',
  remote: 'jobs.field.remote',
  employmentType: 'jobs.field.employment',
  experienceMin: 'jobs.field.experience-min',
  experienceMax: 'jobs.field.experience-max',
  salaryMin: 'jobs.field.salary-min',
  salaryMax: 'jobs.field.salary-max',
  salaryCurrency: 'jobs.field.currency',
  salaryPeriod: 'jobs.field.period',
  educationMin: 'jobs.field.education',
  priority: 'jobs.field.priority',
  openings: 'jobs.field.openings',
  closesOn: 'jobs.field.closes',
  status: 'jobs.field.status',
  clientName: 'jobs.field.client',
  board: 'jobs.field.board',
  matchThreshold: 'jobs.field.threshold',
  companyName: 'clients.field.name',
  industry: 'clients.field.industry',
  website: 'clients.field.website',
  phone: 'clients.field.phone',
  address: 'clients.field.address',
  city: 'clients.field.city',
  state: 'clients.field.state',
  country: 'clients.field.country',
  postalCode: 'clients.field.postal-code',
  notes: 'clients.field.notes',
  offLimits: 'clients.field.off-limits',
  offLimitsReason: 'clients.field.off-limits-reason',
  name: 'jobs.field.name',
  email: 'clients.contact.email',
  weight: 'jobs.skills.weight',
  minYears: 'jobs.skills.years',
  need: 'jobs.skills.need',
  place: 'jobs.skills.place',
  role: 'jobs.team.role',
};

const WORDS: Readonly<Record<string, MessageId>> = {
  ...STATUS_NAMES,
  ...PRIORITY_NAMES,
  ...REMOTE_NAMES,
  ...EMPLOYMENT_NAMES,
  ...PERIOD_NAMES,
  ...EDUCATION_NAMES,
  required: 'jobs.skills.required',
  nice: 'jobs.skills.nice',
  hiring_manager: 'jobs.team.hiring-manager',
  recruiter: 'jobs.team.recruiter',
  true: 'jobs.yes',
  false: 'jobs.no',
};
/** Fields whose values are words of the software, not somebody's text. */
const OF_WORDS = new Set([
  'status',
  'priority',
  'remote',
  'employmentType',
  'salaryPeriod',
  'educationMin',
  'need',
  'role',
  'offLimits',
]);

/** The message for a value of a field that is a word of the software; null for somebody's own text. */
export const wordOf = (field: string, value: string): MessageId | null =>
  OF_WORDS.has(field) && Object.hasOwn(WORDS, value) ? (WORDS[value] ?? null) : null;
