import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { CANDIDATE_SOURCES } from '@/shared/domain/candidates/records';
import type { Match, MatchRun } from '@/shared/domain/matching/records';
import { STAGES } from '@/shared/domain/pipeline/board';
import {
  type Application,
  REJECT_REASONS,
  type StageEvent,
  WITHDRAW_REASONS,
} from '@/shared/domain/pipeline/records';
import { candidate, tag } from './candidates';
import { json, oneOf, recordColumns } from './columns';
import { job } from './jobs';

const candidateId = () =>
  text('candidate_id')
    .notNull()
    .references(() => candidate.id);
const jobId = () =>
  text('job_id')
    .notNull()
    .references(() => job.id);
const applicationId = () =>
  text('application_id')
    .notNull()
    .references(() => application.id);

export const application = sqliteTable(
  'application',
  {
    ...recordColumns(),
    candidateId: candidateId(),
    jobId: jobId(),
    stage: text('stage').$type<Application['stage']>().notNull(),
    columnId: text('column_id'),
    stageSince: text('stage_since').notNull(),
    source: text('source').$type<Application['source']>().notNull(),
    appliedAt: text('applied_at').notNull(),
    // No reference: the match is looked at again and again, the application keeps the one it was made with.
    matchId: text('match_id'),
    rejectedReason: text('rejected_reason').$type<NonNullable<Application['rejectedReason']>>(),
    withdrawnReason: text('withdrawn_reason').$type<NonNullable<Application['withdrawnReason']>>(),
    reasonNote: text('reason_note'),
    overrideReason: text('override_reason'),
    submittedAt: text('submitted_at'),
    shortlistPosition: integer('shortlist_position'),
    writeUp: text('write_up').notNull(),
    salaryOffered: integer('salary_offered'),
    salaryCurrency: text('salary_currency'),
    selectedAt: text('selected_at'),
  },
  (t) => [
    uniqueIndex('application_pair').on(t.candidateId, t.jobId),
    index('application_job').on(t.jobId, t.stage),
    index('application_stage').on(t.stage, t.stageSince),
    oneOf('application_stage_known', t.stage, STAGES),
    oneOf('application_source', t.source, CANDIDATE_SOURCES),
    oneOf('application_rejected_reason', t.rejectedReason, REJECT_REASONS),
    oneOf('application_withdrawn_reason', t.withdrawnReason, WITHDRAW_REASONS),
  ],
);

export const stageEvent = sqliteTable(
  'stage_event',
  {
    ...recordColumns(),
    applicationId: applicationId(),
    candidateId: candidateId(),
    jobId: jobId(),
    fromStage: text('from_stage').$type<NonNullable<StageEvent['fromStage']>>(),
    toStage: text('to_stage').$type<StageEvent['toStage']>().notNull(),
    at: text('at').notNull(),
    byName: text('by_name').notNull(),
    reason: text('reason'),
  },
  (t) => [
    index('stage_event_application').on(t.applicationId, t.at),
    index('stage_event_candidate').on(t.candidateId),
    index('stage_event_job').on(t.jobId, t.at),
    index('stage_event_at').on(t.at),
    oneOf('stage_event_from', t.fromStage, STAGES),
    oneOf('stage_event_to', t.toStage, STAGES),
  ],
);

export const applicationTag = sqliteTable(
  'application_tag',
  {
    ...recordColumns(),
    applicationId: applicationId(),
    candidateId: candidateId(),
    tagId: text('tag_id')
      .notNull()
      .references(() => tag.id),
  },
  (t) => [
    uniqueIndex('application_tag_pair').on(t.applicationId, t.tagId),
    index('application_tag_tag').on(t.tagId),
    index('application_tag_candidate').on(t.candidateId),
  ],
);

export const match = sqliteTable(
  'match',
  {
    ...recordColumns(),
    candidateId: candidateId(),
    jobId: jobId(),
    score: real('score').notNull(),
    explanation: json<Match['explanation']>('explanation'),
    receipt: json<Match['receipt']>('receipt').notNull(),
    viewedAt: text('viewed_at'),
  },
  (t) => [
    uniqueIndex('match_pair').on(t.candidateId, t.jobId),
    index('match_job').on(t.jobId, t.viewedAt),
  ],
);

export const matchRun = sqliteTable(
  'match_run',
  {
    ...recordColumns(),
    jobId: jobId(),
    receipt: json<MatchRun['receipt']>('receipt').notNull(),
    compared: integer('compared').notNull(),
    ranking: json<MatchRun['ranking']>('ranking').notNull(),
  },
  (t) => [index('match_run_job').on(t.jobId, t.createdAt)],
);
