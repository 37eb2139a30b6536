import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  INTERVIEW_MODES,
  INTERVIEW_STATUSES,
  type Interview,
} from '@/shared/domain/interviews/records';
import { candidate } from './candidates';
import { oneOf, recordColumns } from './columns';
import { job } from './jobs';
import { application } from './pipeline';
import { user } from './workspace';

export const interview = sqliteTable(
  'interview',
  {
    ...recordColumns(),
    applicationId: text('application_id')
      .notNull()
      .references(() => application.id),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id),
    jobId: text('job_id')
      .notNull()
      .references(() => job.id),
    round: integer('round').notNull(),
    roundName: text('round_name').notNull(),
    mode: text('mode').$type<Interview['mode']>().notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    timeZone: text('time_zone').notNull(),
    start: text('start'),
    end: text('end'),
    meetingLink: text('meeting_link').notNull(),
    location: text('location').notNull(),
    instructions: text('instructions').notNull(),
    status: text('status').$type<Interview['status']>().notNull(),
    statusNote: text('status_note').notNull(),
    inviteSentAt: text('invite_sent_at'),
    inviteSentBy: text('invite_sent_by'),
    noShowCount: integer('no_show_count').notNull(),
    hiringStartedAt: text('hiring_started_at'),
    feedback: text('feedback').notNull(),
  },
  (t) => [
    index('interview_application').on(t.applicationId, t.round),
    index('interview_candidate').on(t.candidateId),
    index('interview_job').on(t.jobId),
    index('interview_start').on(t.start),
    oneOf('interview_mode', t.mode, INTERVIEW_MODES),
    oneOf('interview_status', t.status, INTERVIEW_STATUSES),
    check('interview_round', sql`${t.round} > 0`),
    check('interview_duration', sql`${t.durationMinutes} > 0`),
    check('interview_times', sql`(${t.start} is null) = (${t.end} is null)`),
    check('interview_no_shows', sql`${t.noShowCount} >= 0`),
  ],
);

/** `interviewerIds` of an interview: whose interviews they are is asked for in lists and in every condition of access. */
export const interviewer = sqliteTable(
  'interviewer',
  {
    interviewId: text('interview_id')
      .notNull()
      .references(() => interview.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    position: integer('position').notNull(),
  },
  (t) => [
    uniqueIndex('interviewer_pair').on(t.interviewId, t.userId),
    index('interviewer_user').on(t.userId, t.interviewId),
  ],
);
