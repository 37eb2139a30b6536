import type { Change, NewRecord } from '@/shared/domain/history/change';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Instant } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { ADMIN, type StoreHarness } from './harness';

/** The rows of a client. */
export function clientIn(
  companyName: string,
  more: Partial<NewRecord<'client'>> = {},
): Change & {
  readonly row: NewRecord<'client'>;
} {
  return {
    op: 'insert',
    entity: 'client',
    row: {
      id: newId(),
      companyName,
      status: 'active',
      industry: null,
      website: null,
      phone: null,
      address: null,
      city: null,
      state: null,
      country: null,
      postalCode: null,
      notes: '',
      offLimits: false,
      offLimitsReason: null,
      custom: {},
      ...more,
    },
  };
}

/** The row of an open job. */
export function jobIn(
  clientId: Id,
  title: string,
  more: Partial<NewRecord<'job'>> = {},
): Change & {
  readonly row: NewRecord<'job'>;
} {
  return {
    op: 'insert',
    entity: 'job',
    row: {
      id: newId(),
      clientId,
      title,
      description: '',
      department: null,
      location: null,
      city: null,
      region: null,
      country: null,
      remote: null,
      employmentType: null,
      experienceMin: null,
      experienceMax: null,
      salaryMin: null,
      salaryMax: null,
      salaryCurrency: null,
      salaryPeriod: null,
      educationMin: null,
      status: 'open',
      priority: 'medium',
      openings: 1,
      closesOn: null,
      openedAt: null,
      endedAt: null,
      board: null,
      weights: null,
      matchThreshold: null,
      custom: {},
      ...more,
    },
  };
}

/** A candidate on a job, at any stage since a moment, with the step that put them there. */
export function applicationIn(
  candidateId: Id,
  jobId: Id,
  stage: Stage = 'new',
  more: Partial<NewRecord<'application'>> = {},
  at: Instant = '2026-01-01T00:00:00.000Z',
): readonly Change[] {
  const id = more.id ?? newId();
  return [
    {
      op: 'insert',
      entity: 'application',
      row: {
        id,
        candidateId,
        jobId,
        stage,
        columnId: null,
        stageSince: at,
        source: 'folder',
        appliedAt: at,
        matchId: null,
        rejectedReason: stage === 'rejected' ? 'skills' : null,
        withdrawnReason: stage === 'withdrawn' ? 'stays' : null,
        reasonNote: null,
        overrideReason: null,
        submittedAt: null,
        shortlistPosition: null,
        writeUp: '',
        salaryOffered: null,
        salaryCurrency: null,
        selectedAt: stage === 'selected' ? at : null,
        ...more,
      },
    },
    {
      op: 'insert',
      entity: 'stageEvent',
      row: {
        id: newId(),
        applicationId: id,
        candidateId,
        jobId,
        fromStage: null,
        toStage: stage,
        at,
        byName: ADMIN.name,
        reason: null,
      },
    },
  ];
}

/** An interview of an application, planned for a time and told to everybody. */
export function interviewIn(
  of: { readonly id: Id; readonly candidateId: Id; readonly jobId: Id },
  more: Partial<NewRecord<'interview'>> = {},
): Change & { readonly row: NewRecord<'interview'> } {
  return {
    op: 'insert',
    entity: 'interview',
    row: {
      id: newId(),
      applicationId: of.id,
      candidateId: of.candidateId,
      jobId: of.jobId,
      round: 1,
      roundName: 'First call',
      mode: 'phone',
      durationMinutes: 45,
      timeZone: 'Europe/Berlin',
      start: '2099-01-02T09:00:00.000Z',
      end: '2099-01-02T09:45:00.000Z',
      meetingLink: '',
      location: '',
      instructions: '',
      interviewerIds: [],
      status: 'scheduled',
      statusNote: '',
      inviteSentAt: '2026-01-01T00:00:00.000Z',
      inviteSentBy: ADMIN.id,
      noShowCount: 0,
      hiringStartedAt: null,
      feedback: '',
      ...more,
    },
  };
}

/** Puts a client and an open job of theirs in that must have these skills. */
export async function addJob(
  harness: StoreHarness,
  title = 'Nurse',
  more: Partial<NewRecord<'job'>> = {},
  skills: readonly string[] = [],
): Promise<{ readonly jobId: Id; readonly clientId: Id }> {
  const client = clientIn(`${title} Clinic`);
  const job = jobIn(client.row.id, title, more);
  const changes = [client, job, ...skills.map((name, at) => skillIn(job.row.id, name, at))];
  await harness.store.commit({ actor: ADMIN, action: 'job.created', changes });
  return { jobId: job.row.id, clientId: client.row.id };
}

/** A must-have that the taxonomy does not know. */
const skillIn = (jobId: Id, name: string, position: number): Change => ({
  op: 'insert',
  entity: 'jobSkill',
  row: {
    id: newId(),
    jobId,
    need: 'required',
    skillId: null,
    name,
    weight: 3,
    minYears: null,
    position,
  },
});
