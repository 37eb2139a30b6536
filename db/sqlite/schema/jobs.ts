import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import {
  EMPLOYMENT_TYPES,
  type Job,
  JOB_PRIORITIES,
  JOB_STATUSES,
  type JobMember,
  type JobSkill,
  type JobTemplate,
  REMOTE_KINDS,
  SALARY_PERIODS,
  SKILL_NEEDS,
  TEAM_ROLES,
} from '@/shared/domain/jobs/records';
import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';
import { client, contact } from './clients';
import { json, oneOf, recordColumns } from './columns';
import { user } from './workspace';

export const job = sqliteTable(
  'job',
  {
    ...recordColumns(),
    clientId: text('client_id')
      .notNull()
      .references(() => client.id),
    title: text('title').notNull(),
    description: text('description').notNull(),
    department: text('department'),
    location: text('location'),
    city: text('city'),
    region: text('region'),
    country: text('country'),
    remote: text('remote').$type<NonNullable<Job['remote']>>(),
    employmentType: text('employment_type').$type<NonNullable<Job['employmentType']>>(),
    experienceMin: real('experience_min'),
    experienceMax: real('experience_max'),
    salaryMin: integer('salary_min'),
    salaryMax: integer('salary_max'),
    salaryCurrency: text('salary_currency'),
    salaryPeriod: text('salary_period').$type<NonNullable<Job['salaryPeriod']>>(),
    educationMin: text('education_min').$type<NonNullable<Job['educationMin']>>(),
    status: text('status').$type<Job['status']>().notNull(),
    priority: text('priority').$type<Job['priority']>().notNull(),
    openings: integer('openings').notNull(),
    closesOn: text('closes_on'),
    openedAt: text('opened_at'),
    endedAt: text('ended_at'),
    board: json<Job['board']>('board'),
    weights: json<Job['weights']>('weights'),
    matchThreshold: integer('match_threshold'),
    custom: json<Job['custom']>('custom').notNull(),
  },
  (t) => [
    index('job_client').on(t.clientId),
    index('job_status').on(t.status),
    oneOf('job_remote', t.remote, REMOTE_KINDS),
    oneOf('job_employment_type', t.employmentType, EMPLOYMENT_TYPES),
    oneOf('job_salary_period', t.salaryPeriod, SALARY_PERIODS),
    oneOf('job_education_min', t.educationMin, EDUCATION_LEVELS),
    oneOf('job_status_known', t.status, JOB_STATUSES),
    oneOf('job_priority', t.priority, JOB_PRIORITIES),
    check('job_openings', sql`${t.openings} >= 1`),
    check('job_country', sql`length(${t.country}) = 2`),
  ],
);

const jobId = () =>
  text('job_id')
    .notNull()
    .references(() => job.id);

export const jobSkill = sqliteTable(
  'job_skill',
  {
    ...recordColumns(),
    jobId: jobId(),
    need: text('need').$type<JobSkill['need']>().notNull(),
    skillId: text('skill_id'),
    name: text('name').notNull(),
    weight: integer('weight').notNull(),
    minYears: real('min_years'),
    position: integer('position').notNull(),
  },
  (t) => [
    index('job_skill_job').on(t.jobId, t.position),
    index('job_skill_skill').on(t.skillId),
    oneOf('job_skill_need', t.need, SKILL_NEEDS),
    check('job_skill_weight', sql`${t.weight} between 1 and 5`),
  ],
);

export const jobMember = sqliteTable(
  'job_member',
  {
    ...recordColumns(),
    jobId: jobId(),
    role: text('role').$type<JobMember['role']>().notNull(),
    userId: text('user_id').references(() => user.id),
    contactId: text('contact_id').references(() => contact.id),
  },
  (t) => [
    uniqueIndex('job_member_user').on(t.jobId, t.role, t.userId),
    uniqueIndex('job_member_contact').on(t.jobId, t.role, t.contactId),
    index('job_member_of').on(t.userId, t.jobId),
    oneOf('job_member_role', t.role, TEAM_ROLES),
    check('job_member_one', sql`(${t.userId} is null) <> (${t.contactId} is null)`),
  ],
);

export const jobTemplate = sqliteTable('job_template', {
  ...recordColumns(),
  name: text('name').notNull(),
  draft: json<JobTemplate['draft']>('draft').notNull(),
});
