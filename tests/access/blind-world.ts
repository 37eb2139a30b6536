import type { Core } from '@/electron/core/core';
import type { TestPlace } from '@/electron/core/test-support/test-core';
import { BLIND_FIELDS } from '@/shared/domain/blind/settings';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';

/** What tells who somebody is: none of it may reach anybody who reviews blind, in any case. */
export const CANARIES = [
  'Zephyrine',
  'Zephyrina',
  'Quillfeather',
  'zq.canary',
  '900123',
  '900 123',
  'in/zephq',
  'Wexcombe',
  '1987',
  'Ruritanian',
  'Larkspur',
  'ZQ9 7QZ',
  'Fernandine',
  'Undercroft',
  'fu.canary',
] as const;

const CV = `Zephyrine Quillfeather
Software Engineer
17 Larkspur Terrace, ZQ9 7QZ, Manchester, United Kingdom
Email: zq.canary@example.org | Phone: +44 7700 900123 | linkedin.com/in/zephq
Date of birth: 14 March 1987
Nationality: Ruritanian

Summary
Zephyrine is an engineer who runs billing services. Ask Ms Quillfeather for references.

Experience
Software Engineer, Quillfeather Consulting Ltd
January 2019 - March 2023
Zephyrine built and ran the billing service with TypeScript and Docker.
Junior Developer, Example Works Ltd
June 2014 - December 2018
Wrote invoicing software.

Education
University of Wexcombe
BSc Computer Science, 2005 - 2008

Skills
TypeScript, PostgreSQL, Docker
`;
const OTHER_CV = CV.replaceAll('Zephyrine', 'Fernandine')
  .replaceAll('Quillfeather', 'Undercroft')
  .replace('zq.canary', 'fu.canary')
  .replace('in/zephq', 'in/fernu')
  .replaceAll(' 900123', ' 900456');

export interface BlindWorld {
  readonly recruiter: Actor;
  readonly client_user: Actor;
  readonly ids: {
    readonly candidate: Id;
    readonly other: Id;
    readonly resume: Id;
    readonly part: Id;
    readonly note: Id;
    readonly job: Id;
    readonly otherJob: Id;
    readonly client: Id;
    readonly application: Id;
    readonly interview: Id;
    readonly pair: Id;
    readonly tag: Id;
    readonly list: Id;
    readonly field: Id;
    readonly task: Id;
    readonly edited: Id;
    readonly runs: readonly [Id, Id];
  };
}

/**
 * Two people of a recruiter, with everything that hangs on somebody: a CV that was read, notes and reasons with the name in them, an
 * application, a history, a shortlist, kept rankings, consent, an import. Everybody sees them until `hideFrom`.
 */
export async function makeBlindWorld(core: Core, place: TestPlace): Promise<BlindWorld> {
  const admin = core.client();
  const { id: clientId } = await admin.clients.create({ companyName: 'Aster' });
  const recruiter: Actor = { id: newId(), name: 'Rae', role: 'recruiter', clientId: null };
  const client_user: Actor = { id: newId(), name: 'Cleo', role: 'client_user', clientId };
  const { store } = core.session().deps;
  const by = core.session().actor;
  await store.commit({
    actor: by,
    action: 'user.created',
    changes: [recruiter, client_user].map(({ id, name, role, clientId: of = null }) => ({
      op: 'insert',
      entity: 'user',
      row: {
        id,
        name,
        email: null,
        phone: null,
        role,
        roleId: null,
        clientId: of,
        status: 'active',
      },
    })),
  });
  const desk = core.client(recruiter);
  const jobOf = async (title: string): Promise<Id> =>
    (await desk.jobs.create({ clientId, draft: { ...EMPTY_DRAFT, title }, status: 'open' })).id;
  const job = await jobOf('Software Engineer');
  const otherJob = await jobOf('Developer');
  await desk.jobs.setSkills({
    jobId: job,
    seen: [],
    skills: [{ name: 'TypeScript', skillId: null, need: 'required', weight: 3, minYears: null }],
  });
  const bring = async (name: string, text: string): Promise<Id> => {
    const { id } = await desk.imports.start({
      handle: core.grantHandle([place.file(name, text)]),
    });
    await core.session().runner.ended(id);
    return id;
  };
  const task = await bring('quillfeather-cv.txt', CV);
  const [candidate] = (await desk.candidates.search({})).rows;
  if (candidate === undefined) throw new Error('The CV was not read.');
  await settled(core);
  const before = await desk.matching.keep({ jobId: job });
  await bring('undercroft-cv.txt', OTHER_CV);
  const other = (await desk.candidates.search({})).rows.find(({ id }) => id !== candidate.id);
  if (other === undefined) throw new Error('The other CV was not read.');
  await settled(core);
  const after = await desk.matching.keep({ jobId: job });

  const { put } = await desk.pipeline.put({
    jobId: job,
    candidateIds: [candidate.id],
    stage: 'shortlisted',
    despiteWarnings: true,
  });
  const application = put[0]?.applicationId ?? '';
  const seen = [{ id: application, from: 'shortlisted' as const }];
  await desk.pipeline.withdraw({
    applications: seen,
    reason: 'other',
    note: 'Zephyrine is away',
  });
  await desk.pipeline.reopen({
    applications: [{ id: application, from: 'withdrawn' }],
    reason: 'Quillfeather is back',
  });
  const reopened = await desk.pipeline.application({ applicationId: application });
  if (reopened.application.stage !== 'shortlisted') {
    await desk.pipeline.move({
      applications: [{ id: application, from: reopened.application.stage }],
      to: 'shortlisted',
    });
  }
  const standing = await desk.pipeline.application({ applicationId: application });
  await desk.pipeline.writeUp({
    id: application,
    version: standing.application.version,
    text: 'Zephyrine Quillfeather is the one: zq.canary@example.org',
  });
  await desk.pipeline.addNote({
    applicationId: application,
    body: 'Zephyrine liked the client',
    visibility: 'client',
  });
  const { id: interview } = await desk.interviews.plan({
    applicationId: application,
    details: {
      roundName: 'Zephyrine, first call',
      mode: 'onsite',
      meetingLink: 'https://meet.example.org/quillfeather',
      location: '17 Larkspur Terrace',
      instructions: 'Ask Quillfeather of zq.canary@example.org',
      interviewerIds: [],
    },
    durationMinutes: 30,
    timeZone: 'Europe/London',
    when: { date: '2099-02-03', time: '10:00' },
  });
  await desk.interviews.arrange({ id: interview, version: 1, action: 'send_invite' });
  const told = { candidateId: candidate.id, body: 'Spoke with Quillfeather on +44 7700 900123' };
  await desk.candidates.addNote(told);
  await desk.candidates.addTag({ candidateIds: [candidate.id], name: 'Keen' });
  const { id: list } = await desk.lists.create({ name: 'Engineers' });
  const { id: field } = await admin.customFields.create({ label: 'Remark', kind: 'text' });
  await desk.customFields.setValue({
    candidateId: candidate.id,
    fieldId: field,
    version: 0,
    value: 'Ms Quillfeather, 17 Larkspur Terrace',
  });
  const detail = await desk.candidates.get({ id: candidate.id });
  await desk.candidates.edit({
    id: candidate.id,
    version: detail.candidate.version,
    patch: { name: 'Zephyrina Quillfeather', doNotContact: true },
  });
  const edited = await desk.candidates.edit({
    id: candidate.id,
    version: detail.candidate.version + 1,
    patch: {
      name: 'Zephyrine Quillfeather',
      headline: 'Engineer Quillfeather',
      location: '17 Larkspur Terrace, ZQ9 7QZ, Manchester',
    },
  });
  await desk.privacy.setConsent({
    selection: { kind: 'ids', ids: [candidate.id] },
    consent: {
      basis: 'consent',
      givenAt: '2026-01-01T00:00:00.000Z',
      expiresAt: '2027-01-01T00:00:00.000Z',
    },
  });
  const pair = newId();
  await store.commit({
    actor: by,
    action: 'duplicates.searched',
    changes: [
      {
        op: 'insert',
        entity: 'duplicatePair',
        row: {
          id: pair,
          candidateId: candidate.id,
          otherId: other.id,
          score: 0.9,
          state: 'open',
          reasons: ['name-and-school'],
        },
      },
      ...[recruiter, client_user].map(
        (actor) =>
          ({
            op: 'insert',
            entity: 'notification',
            row: {
              id: newId(),
              userId: actor.id,
              kind: 'import-finished',
              subjectId: task,
              subjectName: 'quillfeather-cv.txt',
              count: 1,
              readAt: null,
            },
          }) as const,
      ),
    ],
  });
  const now = await desk.candidates.get({ id: candidate.id });
  return {
    recruiter,
    client_user,
    ids: {
      candidate: candidate.id,
      other: other.id,
      resume: now.candidate.currentResumeId ?? '',
      part: now.skills[0]?.id ?? '',
      note: now.notes.find(({ applicationId }) => applicationId === null)?.id ?? '',
      job,
      otherJob,
      client: clientId,
      application,
      interview,
      pair,
      tag: now.tags[0]?.id ?? '',
      list,
      field,
      task,
      edited: edited.commitId,
      runs: [before.id, after.id],
    },
  };
}

/** What people are matched by is made in the background. */
const settled = (core: Core): Promise<void> => core.session().matchKeeper.settle();

/** Hides everything there is from recruiters and client users, or lets them see again. */
export const hideFrom = async (core: Core, isOn: boolean): Promise<void> => {
  await core.client().privacy.changeSettings({
    blind: { roles: isOn ? ['recruiter', 'client_user'] : [], fields: [...BLIND_FIELDS] },
  });
};
