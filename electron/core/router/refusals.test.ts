import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personIn } from '@/db/store-tests/harness';
import { applicationIn, clientIn, jobIn } from '@/db/store-tests/jobs';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { NO_AUDIT_FILTERS } from '@/shared/domain/audit/views';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';

describe('what is refused', () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place);
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client();
  const entries = async () => {
    // Writes what was only counted, as closing does.
    await core.session().audit.refusals.close();
    const page = await api().audit.list({ filters: NO_AUDIT_FILTERS, before: null, limit: 100 });
    return page.lines.map(({ entry }) => entry);
  };

  it('by a role: who tried what, and no word of what was asked', async () => {
    const auditor: Actor = { id: newId(), name: 'Audra', role: 'auditor' };
    await expect(
      core.client(auditor).candidates.search({ text: 'secretword ' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const [entry] = await entries();
    expect(entry).toMatchObject({
      action: 'access.refused',
      actorId: auditor.id,
      actorRole: 'auditor',
      entityType: 'procedure',
      metadata: { procedure: 'candidates.search' },
    });
    expect(JSON.stringify(entry)).not.toContain('secretword');
  });

  it('because the table of stages does not have it: which application, from where to where; and nothing moved', async () => {
    await importAll(core, [place.file('Anna.txt', cvText({ name: 'Anna Lindqvist' }))]);
    const [candidate] = (await api().candidates.search({})).rows;
    const { id: clientId } = await api().clients.create({ companyName: 'Aster' });
    const draft = { ...EMPTY_DRAFT, title: 'Nurse' };
    const { id: jobId } = await api().jobs.create({ clientId, draft });
    const { put } = await api().pipeline.put({ jobId, candidateIds: [candidate?.id ?? ''] });
    const id = put[0]?.applicationId ?? '';
    const at = (from: Stage) => ({ applications: [{ id, from }] });
    await api().pipeline.reject({ ...at('new'), reason: 'skills' });
    await expect(api().pipeline.move({ ...at('rejected'), to: 'selected' })).rejects.toMatchObject({
      code: 'ILLEGAL_MOVE',
    });
    const [entry] = await entries();
    expect(entry).toMatchObject({
      action: 'transition.refused',
      entityType: 'application',
      entityId: id,
      metadata: { procedure: 'pipeline.move', from: 'rejected', to: 'selected' },
    });
    const view = await api().pipeline.application({ applicationId: id });
    expect(view.application.stage).toBe('rejected');
  });

  it('because the table of interviews does not have it: which interview, where it stands and what was asked', async () => {
    const { deps, actor } = core.session();
    const person = personIn({ name: 'Anna Lindqvist', ownerId: actor.id });
    const client = clientIn('Aster');
    const job = jobIn(client.row.id, 'Nurse');
    const applicationId = newId();
    const application = applicationIn(person.id, job.row.id, 'new', { id: applicationId });
    const changes = [...person.changes, client, job, ...application];
    await deps.store.commit({ actor, action: 'candidate.added', changes });
    const asked = {
      applicationId,
      details: {
        roundName: 'Call',
        mode: 'phone' as const,
        meetingLink: '',
        location: '',
        instructions: '',
        interviewerIds: [],
      },
      durationMinutes: 30,
      timeZone: 'UTC',
      when: null,
    };
    const { id } = await api().interviews.plan(asked);
    await expect(
      api().interviews.decide({ id, version: 1, decided: { action: 'pass' } }),
    ).rejects.toMatchObject({ code: 'ILLEGAL_MOVE' });
    await expect(api().interviews.plan(asked)).rejects.toMatchObject({ code: 'ILLEGAL_MOVE' });
    const refused = (await entries()).filter(({ action }) => action === 'transition.refused');
    expect(refused).toMatchObject([
      {
        entityType: 'application',
        entityId: applicationId,
        metadata: { procedure: 'interviews.plan', from: 'undecided', to: 'draft' },
      },
      {
        entityType: 'interview',
        entityId: id,
        metadata: { procedure: 'interviews.decide', from: 'draft', to: 'pass' },
      },
    ]);
    expect((await api().interviews.get({ id })).interview).toMatchObject({ status: 'draft' });
  });

  it('a hundred times: twenty entries and the count of the others, so that nobody floods the log', async () => {
    const auditor: Actor = { id: newId(), name: 'Audra', role: 'auditor' };
    for (let time = 0; time < 100; time += 1) {
      await expect(core.client(auditor).candidates.tags()).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    const refused = (await entries()).filter(({ action }) => action === 'access.refused');
    expect(refused).toHaveLength(21);
    expect(refused[0]?.metadata).toEqual({ counted: 80 });
  });

  it('for what is not there to whoever asks is not audited: it is no refusal', async () => {
    const recruiter: Actor = { id: newId(), name: 'Rec', role: 'recruiter' };
    const before = (await api().audit.state()).entries;
    await expect(core.client(recruiter).candidates.get({ id: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await core.session().audit.refusals.close();
    expect((await api().audit.state()).entries).toBe(before);
  });
});
