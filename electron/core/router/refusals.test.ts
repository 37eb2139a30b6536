import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
