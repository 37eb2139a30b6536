import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import type { CoreEvent } from '@/shared/contract/api/system';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';

// Two recruiters and an administrator at one desk: what one of them does must not tell another of whom they do not see.

const ANNA = { name: 'Anna Lindqvist', email: 'anna@example.org', phone: '+49 170 1234567' };

describe('what somebody does tells nobody of candidates they do not see', () => {
  let place: TestPlace;
  let core: Core;
  let admin: Actor;
  let ben: Actor;
  let cem: Actor;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place);
    admin = core.session().actor;
    ben = await recruiter('Ben');
    cem = await recruiter('Cem');
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const as = (actor: Actor) => core.client(actor);
  const recruiter = async (name: string): Promise<Actor> => {
    const actor: Actor = { id: newId(), name, role: 'recruiter', clientId: null };
    const row = { ...actor, clientId: null, email: null, phone: null, roleId: null };
    await core.session().deps.store.commit({
      actor: admin,
      action: 'user.created',
      changes: [{ op: 'insert', entity: 'user', row: { ...row, status: 'active' } }],
    });
    return actor;
  };
  const importAs = async (actor: Actor, name: string, text: string) => {
    const handle = core.grantHandle([place.file(name, text)]);
    const { id } = await as(actor).imports.start({ handle });
    await core.session().runner.ended(id);
    return { id, items: await as(actor).imports.items({ taskId: id }) };
  };

  it('at an import: the same person of somebody else stays unseen, and both are told apart', async () => {
    await importAs(admin, 'a.txt', cvText(ANNA));
    const [whole] = (await as(admin).candidates.search({})).rows;
    const { items } = await importAs(ben, 'b.txt', cvText({ ...ANNA, company: 'Else Ltd' }));
    const [item] = items;
    // It is his own candidate that came of his file, and what he is told is that there is one, and nothing of who it is.
    expect(item?.candidateId).not.toBe(whole?.id);
    expect(JSON.stringify(item)).not.toContain(whole?.id);
    expect(JSON.stringify(item)).not.toContain(admin.name);
    expect((await as(ben).candidates.search({})).total).toBe(1);
    const own = await as(ben).candidates.get({ id: item?.candidateId ?? '' });
    expect(own.possibleDuplicates).toEqual([]);
    expect(own.candidate.ownerId).toBe(ben.id);
    await expect(as(ben).candidates.get({ id: whole?.id ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await as(ben).duplicates.groups({})).groups).toEqual([]);
    expect(await as(ben).duplicates.counts()).toEqual({ open: 0, notTheSame: 0, merged: 0 });
    // Nothing of Anna's was changed by it, and the pair waits for who reaches both.
    expect((await as(admin).candidates.get({ id: whole?.id ?? '' })).resumes).toHaveLength(1);
    await core.session().duplicateSearcher.ended();
    expect((await as(admin).duplicates.counts()).open).toBe(1);
    expect((await as(ben).duplicates.search()).found).toBe(0);
    expect((await as(admin).duplicates.search()).found).toBeLessThanOrEqual(1);
  });

  it('at an import of the very same file', async () => {
    await importAs(admin, 'a.txt', cvText(ANNA));
    const [whole] = (await as(admin).candidates.search({})).rows;
    const { items } = await importAs(ben, 'again.txt', cvText(ANNA));
    expect(JSON.stringify(items)).not.toContain(whole?.id);
    expect(JSON.stringify(items)).not.toContain('a.txt');
    expect((await as(admin).candidates.get({ id: whole?.id ?? '' })).resumes).toHaveLength(1);
  });

  it('at a table: a row changes nobody whom they may not change, and makes a candidate of their own', async () => {
    const ways = ['foreign', 'view', 'edit'] as const;
    const mailOf = (way: string) => `${way}@example.org`;
    for (const way of ways) {
      await importAs(admin, `${way}.txt`, cvText({ name: `Anna ${way}`, email: mailOf(way) }));
    }
    const found = async (way: string) =>
      (await as(admin).candidates.search({ text: mailOf(way) })).rows.map(({ id }) => id);
    const before = await Promise.all(ways.map(found));
    for (const permission of ['view', 'edit'] as const) {
      await as(admin).shares.share({
        candidateIds: await found(permission),
        with: { kind: 'user', id: ben.id },
        permission,
        expiresAt: null,
      });
    }
    const rows = ways.map((way) => `Anna ${way};${mailOf(way)};2 months`);
    const file = place.file('rows.csv', ['Name;Email;Notice period', ...rows].join('\n'));
    const draft = await as(ben).tables.open({ handle: core.grantHandle([file]) });
    const targets = draft.columns.map(({ target }) => target);
    const { id } = await as(ben).tables.start({ id: draft.id, targets });
    await core.session().tables.ended();
    const { fates } = await as(ben).tables.fates({ id, limit: 10 });
    expect(fates.map(({ kind }) => kind)).toEqual(['create', 'create', 'update']);
    expect(JSON.stringify(fates)).not.toContain(before[0]?.[0]);
    for (const [at, way] of ways.entries()) {
      const known = before[at]?.[0] ?? '';
      const { candidate } = await as(admin).candidates.get({ id: known });
      expect([way, candidate.noticePeriod]).toEqual([way, way === 'edit' ? '2 months' : null]);
      expect(await found(way)).toHaveLength(way === 'edit' ? 1 : 2);
    }
  });

  it('when a candidate is shared: told is who they are shared with, and nobody else', async () => {
    await importAs(admin, 'a.txt', cvText(ANNA));
    const [anna] = (await as(admin).candidates.search({})).rows;
    await as(admin).shares.share({
      candidateIds: [anna?.id ?? ''],
      with: { kind: 'user', id: ben.id },
      permission: 'view',
      expiresAt: null,
    });
    const told = async (actor: Actor) =>
      (await as(actor).notifications.list({})).filter(({ kind }) => kind === 'candidate-shared');
    await expect.poll(() => told(ben)).toHaveLength(1);
    expect((await told(ben))[0]).toMatchObject({ subjectName: admin.name, count: 1 });
    expect(await told(cem)).toEqual([]);
    expect(await told(admin)).toEqual([]);
  });

  it('in the stream of events: no id of whom they do not see, and no import of others', async () => {
    const heard: CoreEvent[] = [];
    const stop = new AbortController();
    const events = await as(ben).system.events(undefined, { signal: stop.signal });
    const listening = (async () => {
      for await (const event of events) heard.push(event);
    })().catch(() => undefined);
    await importAs(admin, 'secretname.txt', cvText(ANNA));
    const [anna] = (await as(admin).candidates.search({})).rows;
    await expect.poll(() => JSON.stringify(heard)).toContain('candidates');
    stop.abort();
    await listening;
    expect(JSON.stringify(heard)).not.toContain(anna?.id);
    expect(heard.filter(({ type }) => type === 'import')).toEqual([]);
  });

  it('in what is said of everybody: how many were read by an older parser, how many stand on a job', async () => {
    await importAs(admin, 'a.txt', cvText(ANNA));
    const { db } = core.session().database;
    db.prepare("UPDATE resume SET parser_version = '1'").run();
    expect((await as(admin).reparse.status()).outdated).toBe(1);
    expect((await as(ben).reparse.status()).outdated).toBe(0);
    const { id: clientId } = await as(admin).clients.create({ companyName: 'Aster' });
    const draft = { ...EMPTY_DRAFT, title: 'Nurse' };
    const { id } = await as(ben).jobs.create({ clientId, draft });
    const [anna] = (await as(admin).candidates.search({})).rows;
    await as(admin).pipeline.put({ jobId: id, candidateIds: [anna?.id ?? ''] });
    const { version } = (await as(ben).jobs.get({ id })).job;
    const refused = await as(ben)
      .jobs.delete({ id, version })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'INVALID' });
    expect(String(refused)).not.toMatch(/\d/);
  });
});
