import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientListRequestSchema } from '@/shared/domain/clients/views';
import {
  type ActivityCursor,
  type ActivityEntry,
  type ActivityPage,
  activityRequestSchema,
} from '@/shared/domain/history/activity';
import { OPEN_STAGES } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import { addContact, editContact } from '@/shared/usecases/clients/contacts';
import { createClient } from '@/shared/usecases/clients/create-client';
import { editClient } from '@/shared/usecases/clients/edit-client';
import { activity } from '@/shared/usecases/history/activity';
import { timeline } from '@/shared/usecases/history/timeline';
import { undo } from '@/shared/usecases/history/undo';
import { deleteJob } from '@/shared/usecases/jobs/delete-job';
import { editJob } from '@/shared/usecases/jobs/edit-job';
import { setBoard } from '@/shared/usecases/jobs/set-board';
import { setMatching } from '@/shared/usecases/jobs/set-matching';
import { setSkills } from '@/shared/usecases/jobs/set-skills';
import { setTeam } from '@/shared/usecases/jobs/set-team';
import { writeUp } from '@/shared/usecases/pipeline/edit-application';
import { putOnJob } from '@/shared/usecases/pipeline/put-on-job';
import { changeView, deleteView, saveView } from '@/shared/usecases/searches/saved-views';
import { ADMIN, addPeople, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { jobDesk } from './job-desk';

/** Clients and jobs as they are read: who sees them, lists and their counts, what was done to them. */
export function describeJobLists(name: string, make: MakeStore): void {
  describe(`${name}: lists of clients and jobs`, () => {
    let harness: StoreHarness;
    let clientId: string;
    beforeEach(async () => {
      harness = await make();
      ({ id: clientId } = await createClient(harness, ADMIN, { companyName: 'Acme' }));
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const { skill, create, detail, edit, list, putOn, takeBack } = jobDesk(
      () => harness,
      () => clientId,
    );

    it('are seen by whom they concern: a recruiter has those they made or are on', async () => {
      const own = await create({ title: 'Own' }, RECRUITER);
      const other = await create({ title: 'Other' });
      const titles = async (actor: Actor) =>
        (await list({ sort: { by: 'title', direction: 'asc' } }, actor)).rows.map(
          (row) => row.title,
        );
      expect(await titles(ADMIN)).toEqual(['Other', 'Own']);
      expect(await titles(RECRUITER)).toEqual(['Own']);
      expect(await titles(PORTAL)).toEqual([]);
      const notTheirs = editJob(harness, RECRUITER, {
        id: other,
        version: 1,
        patch: { title: 'Mine' },
      });
      await expect(notTheirs).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await harness.jobs.get(RECRUITER, other)).toBeNull();
      expect(
        await harness.candidates.record(
          RECRUITER,
          'jobMember',
          (await detail(other)).team[0]?.id ?? '',
        ),
      ).toBeNull();
      expect(
        await harness.jobs.deeds(RECRUITER, 'job', activityRequestSchema.parse({ id: other })),
      ).toEqual([]);
      expect(
        (await harness.clients.get(RECRUITER, clientId))?.jobs.map((row) => row.title),
      ).toEqual(['Own']);
      expect(await harness.clients.get(PORTAL, clientId)).toBeNull();
      expect((await harness.clients.list(PORTAL, clientListRequestSchema.parse({}))).total).toBe(0);
      await setTeam(harness, ADMIN, {
        jobId: other,
        seen: (await detail(other)).team,
        team: [{ role: 'recruiter', userId: RECRUITER.id, contactId: null }],
      });
      expect(await titles(RECRUITER)).toEqual(['Other', 'Own']);
      // Deleted, a job is in nobody's reach; whoever deleted it brings it back all the same.
      await deleteJob(harness, RECRUITER, { id: own, version: 1 });
      await undo(harness, RECRUITER, { commitId: null });
      expect(await titles(RECRUITER)).toEqual(['Other', 'Own']);
    });

    it('are listed with counts per stage, filtered, sorted and paged; the counts of the filters agree with the lists', async () => {
      const borealis = await createClient(harness, ADMIN, { companyName: 'Borealis' });
      const a = await create({ title: 'Ärztin', priority: 'urgent' });
      const b = await create({ title: 'Baker', priority: 'low' }, ADMIN, 'draft');
      await edit(b, { clientId: borealis.id });
      await create({ title: 'Carpenter', location: 'Leeds' }, RECRUITER);
      const people = await addPeople(
        harness,
        ['Anna', 'Boris', 'Chen'].map((one) => ({ name: one })),
      );
      for (const [at, person] of people.entries()) {
        await putOn(a, person.id, at === 0 ? 'new' : 'shortlisted');
      }
      const titles = async (given: Record<string, unknown>) =>
        (await list(given)).rows.map((row) => row.title);
      expect(await titles({})).toEqual(['Ärztin', 'Carpenter', 'Baker']);
      expect((await list({})).rows[0]?.stages).toMatchObject({
        new: 1,
        shortlisted: 2,
        selected: 0,
      });
      expect(await titles({ text: ' arzt ACME' })).toEqual(['Ärztin']);
      expect(await titles({ text: 'leeds' })).toEqual(['Carpenter']);
      expect(await titles({ text: '%' })).toEqual([]);
      expect(await titles({ sort: { by: 'candidates', direction: 'desc' }, limit: 1 })).toEqual([
        'Ärztin',
      ]);
      expect(
        await titles({ sort: { by: 'title', direction: 'desc' }, offset: 1, limit: 1 }),
      ).toEqual(['Baker']);
      const filters = { statuses: ['draft'], priorities: [], clientIds: [], recruiterIds: [] };
      const page = await list({ filters });
      expect(page).toMatchObject({ total: 1, rows: [{ title: 'Baker', clientName: 'Borealis' }] });
      expect(page.facets.status).toEqual([
        { value: 'draft', name: 'draft', count: 1 },
        { value: 'open', name: 'open', count: 2 },
      ]);
      expect(page.facets.client).toEqual([{ value: borealis.id, name: 'Borealis', count: 1 }]);
      for (const { value, count } of (await list({})).facets.recruiter) {
        expect(
          (await list({ filters: { ...filters, statuses: [], recruiterIds: [value] } })).total,
        ).toBe(count);
      }
    });

    it('show a client with its jobs and who was put forward; the same name twice is refused', async () => {
      const id = await create({ title: 'Nurse' });
      const [anna, boris] = await addPeople(harness, [{ name: 'Anna' }, { name: 'Boris' }]);
      await putOn(id, anna?.id ?? '', 'shortlisted', '2026-02-01T00:00:00.000Z');
      await putOn(id, boris?.id ?? '', 'new');
      const client = await harness.clients.get(ADMIN, clientId);
      expect(client?.putForward).toMatchObject([
        { candidateName: 'Anna', jobTitle: 'Nurse', stage: 'shortlisted' },
      ]);
      expect(client?.jobs).toMatchObject([{ title: 'Nurse', stages: { shortlisted: 1, new: 1 } }]);
      await expect(createClient(harness, ADMIN, { companyName: ' ACMÉ ' })).rejects.toMatchObject({
        code: 'INVALID',
        details: { clientId },
      });
      const page = await harness.clients.list(
        ADMIN,
        clientListRequestSchema.parse({
          text: 'acme',
          sort: { by: 'openJobs', direction: 'desc' },
        }),
      );
      expect(page).toMatchObject({ total: 1, rows: [{ jobs: 1, openJobs: 1, contacts: 0 }] });
      const version = client?.client.version ?? 0;
      await expect(
        editClient(harness, ADMIN, { id: clientId, version, patch: { offLimits: true } }),
      ).rejects.toMatchObject({ code: 'INVALID', details: { fields: ['offLimitsReason'] } });
      for (const offLimitsReason of [undefined, ' ']) {
        await expect(
          createClient(harness, ADMIN, { companyName: 'Silent', offLimits: true, offLimitsReason }),
        ).rejects.toMatchObject({ code: 'INVALID', details: { fields: ['offLimitsReason'] } });
      }
    });

    it('tell what was done to them and the steps of the candidates, in pages without gaps', async () => {
      const id = await create({ title: 'Nurse' });
      await edit(id, { title: 'Head nurse' });
      const people = await addPeople(harness, [{ name: 'Anna' }, { name: 'Boris' }]);
      for (const { id: candidateId } of people) await putOn(id, candidateId, 'new');
      await addContact(harness, ADMIN, {
        clientId,
        values: { name: 'Cora', email: null, phone: null, title: null },
      });
      const all = await activity(harness, ADMIN, 'job', activityRequestSchema.parse({ id }));
      expect(all.nextBefore).toBeNull();
      expect(
        all.entries.map((one) => (one.kind === 'deed' ? one.action : one.candidateName)).sort(),
      ).toEqual(['Anna', 'Boris', 'job.created', 'job.edited']);
      const edited = all.entries.find((one) => one.kind === 'deed' && one.action === 'job.edited');
      expect(edited).toMatchObject({
        fields: [{ entity: 'job', field: 'title', before: 'Nurse', after: 'Head nurse' }],
      });
      const paged: ActivityEntry[] = [];
      let before: ActivityCursor | null = null;
      do {
        const page: ActivityPage = await activity(harness, ADMIN, 'job', { id, before, limit: 1 });
        paged.push(...page.entries);
        before = page.nextBefore;
      } while (before !== null);
      expect(paged).toEqual(all.entries);
      const ofClient = await activity(
        harness,
        ADMIN,
        'client',
        activityRequestSchema.parse({ id: clientId }),
      );
      expect(
        ofClient.entries
          .map((one) => (one.kind === 'deed' ? one.action : one.candidateName))
          .sort(),
      ).toEqual(['Anna', 'Boris', 'client.created', 'contact.changed']);
    });

    it('say of which skill more was asked', async () => {
      const id = await create({ skills: [skill('Java'), skill('SQL')] });
      const { skills } = await detail(id);
      await setSkills(harness, ADMIN, {
        jobId: id,
        seen: skills,
        skills: [skill('SQL', { weight: 5 }), skill('Java')],
      });
      const { entries } = await activity(
        harness,
        ADMIN,
        'job',
        activityRequestSchema.parse({ id }),
      );
      expect(entries[0]).toMatchObject({
        fields: [
          { entity: 'jobSkill', field: 'name', before: null, after: 'SQL' },
          { entity: 'jobSkill', field: 'weight', before: '3', after: '5' },
        ],
      });
    });

    it('say which skills came, where they were moved, how the board and the weights changed, whose contact it was and who joined the team', async () => {
      const id = await create({ skills: [skill('Java'), skill('SQL')] });
      const told = async (subject: 'job' | 'client' = 'job') => {
        const { entries } = await activity(
          harness,
          ADMIN,
          subject,
          activityRequestSchema.parse({ id: subject === 'job' ? id : clientId }),
        );
        const [newest] = entries;
        return newest?.kind === 'deed'
          ? newest.fields.map(({ field, before, after }) => [field, before, after])
          : [];
      };
      const seen = async () => (await detail(id)).skills;
      await setSkills(harness, ADMIN, {
        jobId: id,
        seen: await seen(),
        skills: [skill('SQL'), skill('Java')],
      });
      expect(await told()).toEqual([
        ['name', null, 'SQL'],
        ['place', '2', '1'],
        ['name', null, 'Java'],
        ['place', '1', '2'],
      ]);
      // Where others come in between, their new places say nothing.
      await setSkills(harness, ADMIN, {
        jobId: id,
        seen: await seen(),
        skills: [skill('Go'), skill('Rust'), skill('SQL'), skill('Java')],
      });
      expect(await told()).toEqual([['name', null, 'Go, Rust']]);
      const version = async () => (await detail(id)).job.version;
      const weights = { skills: 50, experience: 20, title: 10, education: 10, location: 10 };
      await setMatching(harness, ADMIN, { id, version: await version(), weights });
      await setMatching(harness, ADMIN, {
        id,
        version: await version(),
        weights: { ...weights, skills: 40, location: 20 },
      });
      expect(await told()).toEqual([
        ['weights.skills', '50', '40'],
        ['weights.location', '10', '20'],
      ]);
      const board = OPEN_STAGES.map((stage) => ({
        id: stage.replace('_', '-'),
        name: stage === 'in_progress' ? 'With the client' : stage,
        stage,
      }));
      await setBoard(harness, ADMIN, { id, version: await version(), board });
      expect(await told()).toEqual([
        ['board', null, 'new, in_review, shortlisted, With the client, selected'],
      ]);
      await setTeam(harness, ADMIN, {
        jobId: id,
        seen: (await detail(id)).team,
        team: [
          { role: 'recruiter', userId: ADMIN.id, contactId: null },
          { role: 'recruiter', userId: RECRUITER.id, contactId: null },
        ],
      });
      expect(await told()).toContainEqual(['role', null, 'recruiter']);
      const contact = { name: 'Cora', email: null, phone: null, title: null };
      const { id: contactId } = await addContact(harness, ADMIN, { clientId, values: contact });
      await editContact(harness, ADMIN, {
        id: contactId,
        version: 1,
        values: { ...contact, title: 'Buyer' },
      });
      expect(await told('client')).toEqual([
        ['name', null, 'Cora'],
        ['title', null, 'Buyer'],
      ]);
    });

    it('tell on a candidate which job was meant', async () => {
      const id = await create({ title: 'Nurse' });
      const [anna] = await addPeople(harness, [{ name: 'Anna' }]);
      const candidateId = anna?.id ?? '';
      const { put } = await putOnJob(harness, ADMIN, {
        jobId: id,
        candidateIds: [candidateId],
        stage: 'new',
        overrideReason: null,
        despiteWarnings: false,
      });
      await writeUp(harness, ADMIN, {
        id: put[0]?.applicationId ?? '',
        version: 1,
        text: 'Calm in a storm',
      });
      const [edited, added] = await timeline(harness, ADMIN, {
        id: candidateId,
        beforeCommitId: null,
        limit: 10,
      });
      const told = [edited, added].map(
        (one) => one?.fields.map(({ field, after }) => `${field}: ${after}`) ?? [],
      );
      expect(told[0]).toEqual(['jobTitle: Nurse', 'writeUp: Calm in a storm']);
      expect(told[1]).toEqual(expect.arrayContaining(['jobTitle: Nurse', 'stage: new']));
    });

    it('stand in the history by name, and count nobody as a candidate', async () => {
      const id = await create({ title: 'Nurse' });
      await edit(id, { openings: 3 });
      await deleteJob(harness, ADMIN, { id, version: 2 });
      const { deeds } = await harness.history.deeds(ADMIN, {
        mine: false,
        kind: 'jobs',
        beforeCommitId: null,
        limit: 10,
      });
      expect(
        deeds.map(({ action, about, candidates, candidate }) => [
          action,
          about,
          candidates,
          candidate,
        ]),
      ).toEqual([
        ['job.deleted', 'Nurse', 0, null],
        ['job.edited', 'Nurse', 0, null],
        ['job.created', 'Nurse', 0, null],
        ['client.created', 'Acme', 0, null],
      ]);
      expect(await takeBack()).toMatchObject({ undid: 'job.deleted', candidates: 0 });
    });

    it('have views of their lists, everyone their own', async () => {
      const view = { statuses: ['open'], nested: { __proto__x: '\u202e' } };
      const { id } = await saveView(harness, ADMIN, { subject: 'jobs', name: 'Open', view });
      await expect(
        saveView(harness, ADMIN, { subject: 'jobs', name: ' OPEN ', view }),
      ).rejects.toMatchObject({ code: 'INVALID' });
      await saveView(harness, ADMIN, { subject: 'clients', name: 'Open', view: {} });
      expect(await harness.searches.views(ADMIN, 'jobs')).toMatchObject([{ name: 'Open', view }]);
      expect(await harness.searches.views(RECRUITER, 'jobs')).toEqual([]);
      await expect(deleteView(harness, RECRUITER, { id, version: 1 })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await changeView(harness, ADMIN, { id, version: 1, name: 'Mine' });
      await deleteView(harness, ADMIN, { id, version: 2 });
      await takeBack();
      expect(await harness.searches.views(ADMIN, 'jobs')).toMatchObject([{ name: 'Mine' }]);
    });
  });
}
