import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import {
  type AskedSkill,
  type Job,
  JOB_STATUSES,
  type JobDraft,
} from '@/shared/domain/jobs/records';
import { mayBecome } from '@/shared/domain/jobs/status';
import { jobListRequestSchema } from '@/shared/domain/jobs/views';
import type { Stage } from '@/shared/domain/pipeline/board';
import { clientListRequestSchema } from '@/shared/domain/clients/views';
import {
  type ActivityCursor,
  type ActivityEntry,
  type ActivityPage,
  activityRequestSchema,
} from '@/shared/domain/history/activity';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';
import { addContact, deleteContact } from '@/shared/usecases/clients/contacts';
import { createClient } from '@/shared/usecases/clients/create-client';
import { deleteClient } from '@/shared/usecases/clients/delete-client';
import { editClient } from '@/shared/usecases/clients/edit-client';
import { createField } from '@/shared/usecases/custom-fields/change-fields';
import { setRecordValue } from '@/shared/usecases/custom-fields/set-record-value';
import { activity } from '@/shared/usecases/history/activity';
import { redo, undo } from '@/shared/usecases/history/undo';
import { changeJobStatus } from '@/shared/usecases/jobs/change-status';
import { createJob } from '@/shared/usecases/jobs/create-job';
import { deleteJob } from '@/shared/usecases/jobs/delete-job';
import { duplicateJob } from '@/shared/usecases/jobs/duplicate-job';
import { editJob, type JobPatch } from '@/shared/usecases/jobs/edit-job';
import { setBoard } from '@/shared/usecases/jobs/set-board';
import { setMatching } from '@/shared/usecases/jobs/set-matching';
import { setSkills } from '@/shared/usecases/jobs/set-skills';
import { setTeam } from '@/shared/usecases/jobs/set-team';
import { deleteTemplate, renameTemplate, saveTemplate } from '@/shared/usecases/jobs/templates';
import { changeView, deleteView, saveView } from '@/shared/usecases/searches/saved-views';
import { ADMIN, addPeople, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';

const ALL_ROWS = ['client', 'contact', 'job', 'jobSkill', 'jobMember', 'jobTemplate'] as const;

/** Clients, contacts and jobs: what is written, who sees it, and that each deed can be taken back. */
export function describeJobs(name: string, make: MakeStore): void {
  describe(`${name}: clients and jobs`, () => {
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

    const skill = (of: string, given: Partial<AskedSkill> = {}): AskedSkill => ({
      need: 'required',
      skillId: null,
      name: of,
      weight: 3,
      minYears: null,
      ...given,
    });
    const create = async (
      draft: Partial<JobDraft> = {},
      actor: Actor = ADMIN,
      status: 'draft' | 'open' = 'open',
    ) =>
      (
        await createJob(harness, actor, {
          clientId,
          draft: { ...EMPTY_DRAFT, title: 'Developer', ...draft },
          status,
        })
      ).id;
    const detail = async (id: string, actor: Actor = ADMIN) => {
      const found = await harness.jobs.get(actor, id);
      if (found === null) throw new Error('No such job');
      return found;
    };
    const edit = async (id: string, patch: JobPatch) =>
      editJob(harness, ADMIN, { id, version: (await detail(id)).job.version, patch });
    const list = (given: Record<string, unknown> = {}, actor: Actor = ADMIN) =>
      harness.jobs.list(actor, jobListRequestSchema.parse(given));
    const putOn = async (
      jobId: string,
      candidateId: string,
      stage: Stage,
      submittedAt: string | null = null,
    ) => {
      const id = newId();
      const at = '2026-01-01T00:00:00.000Z';
      await harness.store.commit({
        actor: ADMIN,
        action: 'application.created',
        changes: [
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
              source: 'manual',
              appliedAt: at,
              matchId: null,
              rejectedReason: null,
              withdrawnReason: null,
              reasonNote: null,
              overrideReason: null,
              submittedAt,
              shortlistPosition: null,
              writeUp: '',
              salaryOffered: null,
              salaryCurrency: null,
              selectedAt: null,
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
        ],
      });
    };
    const takeBack = () => undo(harness, ADMIN, { commitId: null });
    const again = () => redo(harness, ADMIN);

    it('keep every text as it was given', async () => {
      for (const [, text] of HOSTILE_TEXTS) {
        const written = text.slice(0, 200).trim();
        if (written === '') continue;
        const id = await create({
          title: written,
          description: text,
          department: written,
          skills: [skill(written)],
        });
        const { job, skills } = await detail(id);
        expect(job).toMatchObject({ title: written, description: text, department: written });
        expect(skills[0]?.name).toBe(written);
      }
      const long = 'word '.repeat(20_000);
      expect((await detail(await create({ description: long }))).job.description).toBe(long);
    });

    it('name the place, know the skills of the taxonomy, and keep the words it does not know', async () => {
      const skills = [
        skill('k8s', { need: 'nice', weight: 2 }),
        skill('Zorbing with llamas', { minYears: 4 }),
        skill('Kubernetes', { minYears: 3 }),
      ];
      const { job, ...made } = await detail(await create({ location: 'Leeds, UK', skills }));
      expect(job).toMatchObject({ location: 'Leeds, UK', city: 'Leeds', country: 'GB' });
      expect(
        made.skills.map(({ name, need, minYears, weight }) => [name, need, minYears, weight]),
      ).toEqual([
        ['k8s', 'required', 3, 3],
        ['Zorbing with llamas', 'required', 4, 3],
      ]);
      expect(made.skills.map(({ skillId }) => skillId === null)).toEqual([false, true]);
      expect(made.team).toMatchObject([{ role: 'recruiter', userId: ADMIN.id, name: ADMIN.name }]);
      const many = Array.from({ length: 500 }, (_, at) => skill(`Made up skill ${at}`));
      expect((await detail(await create({ skills: many }))).skills).toHaveLength(500);
    });

    it('refuse ranges that are turned round, by the names of their fields', async () => {
      await expect(create({ experienceMin: 5, experienceMax: 2 })).rejects.toMatchObject({
        code: 'INVALID',
        details: { fields: ['experienceMin', 'experienceMax'] },
      });
      const id = await create({ salaryMin: 100, salaryCurrency: 'INR' });
      await expect(edit(id, { salaryMax: 99 })).rejects.toMatchObject({
        code: 'INVALID',
        details: { fields: ['salaryMin', 'salaryMax'] },
      });
      await edit(id, { salaryMax: 100, closesOn: '9999-12-31', educationMin: 'master' });
      expect((await detail(id)).job).toMatchObject({ salaryMax: 100, closesOn: '9999-12-31' });
    });

    it('change state by the table alone, and the times with it', async () => {
      for (const from of JOB_STATUSES) {
        for (const to of JOB_STATUSES) {
          const id = await create({}, ADMIN, 'draft');
          const move = async (status: Job['status']) =>
            changeJobStatus(harness, ADMIN, {
              id,
              version: (await detail(id)).job.version,
              status,
            });
          for (const step of from === 'draft'
            ? []
            : from === 'open'
              ? ['open' as const]
              : ['open' as const, from]) {
            await move(step);
          }
          if (mayBecome(from, to)) await move(to);
          else await expect(move(to)).rejects.toMatchObject({ code: 'INVALID' });
          expect((await detail(id)).job.status).toBe(mayBecome(from, to) ? to : from);
        }
      }
    });

    it('meet a stale version with a conflict, and change nothing', async () => {
      const id = await create();
      const { job, skills, team } = await detail(id);
      await edit(id, { title: 'Tester' });
      const stale = { id, version: job.version };
      const conflict = { code: 'CONFLICT' };
      await expect(
        editJob(harness, ADMIN, { ...stale, patch: { title: 'X' } }),
      ).rejects.toMatchObject(conflict);
      await expect(
        changeJobStatus(harness, ADMIN, { ...stale, status: 'closed' }),
      ).rejects.toMatchObject(conflict);
      await expect(deleteJob(harness, ADMIN, stale)).rejects.toMatchObject(conflict);
      await setSkills(harness, ADMIN, { jobId: id, seen: skills, skills: [skill('Java')] });
      await expect(
        setSkills(harness, ADMIN, { jobId: id, seen: skills, skills: [skill('Go')] }),
      ).rejects.toMatchObject(conflict);
      await expect(setTeam(harness, ADMIN, { jobId: id, seen: [], team })).rejects.toMatchObject(
        conflict,
      );
      expect((await detail(id)).skills.map((one) => one.name)).toEqual(['Java']);
      expect((await detail(id)).job.title).toBe('Tester');
    });

    it('take back every deed and do it again, to the last field', async () => {
      const id = await create({ skills: [skill('Java'), skill('SQL')], location: 'Leeds' });
      const contact = await addContact(harness, ADMIN, {
        clientId,
        values: { name: 'Cora', email: null, phone: null, title: 'CTO' },
      });
      const other = await createClient(harness, ADMIN, { companyName: 'Borealis' });
      const field = await createField(harness, ADMIN, {
        entity: 'job',
        label: 'Fee',
        kind: 'number',
        options: [],
      });
      const at = async () => ({ id, version: (await detail(id)).job.version });
      const clientAt = async () => ({
        id: clientId,
        version: (await harness.clients.get(ADMIN, clientId))?.client.version ?? 0,
      });
      const template = async () => {
        const [one] = await harness.jobs.templates(ADMIN);
        if (one === undefined) throw new Error('No template');
        return one;
      };
      const deeds: (() => Promise<unknown>)[] = [
        () => edit(id, { title: 'Tester', location: null, remote: 'hybrid' }),
        async () =>
          setSkills(harness, ADMIN, {
            jobId: id,
            seen: (await detail(id)).skills,
            skills: [skill('SQL', { weight: 5 }), skill('Rust', { need: 'nice' })],
          }),
        async () =>
          setTeam(harness, ADMIN, {
            jobId: id,
            seen: (await detail(id)).team,
            team: [
              { role: 'recruiter', userId: RECRUITER.id, contactId: null },
              { role: 'hiring_manager', userId: null, contactId: contact.id },
            ],
          }),
        async () =>
          setMatching(harness, ADMIN, {
            ...(await at()),
            weights: { skills: 50, experience: 20, title: 10, education: 10, location: 10 },
            matchThreshold: 80,
          }),
        async () =>
          setBoard(harness, ADMIN, {
            ...(await at()),
            board: (['new', 'in_review', 'shortlisted', 'in_progress', 'selected'] as const).map(
              (stage, at_) => ({ id: `c${at_}`, name: `Step ${at_}`, stage }),
            ),
          }),
        async () =>
          setRecordValue(harness, ADMIN, {
            entity: 'job',
            ...(await at()),
            fieldId: field.id,
            value: 12,
          }),
        async () => changeJobStatus(harness, ADMIN, { ...(await at()), status: 'filled' }),
        () => duplicateJob(harness, ADMIN, { id }),
        () => saveTemplate(harness, ADMIN, { jobId: id, name: 'Testers' }),
        async () => renameTemplate(harness, ADMIN, { ...(await template()), name: 'QA' }),
        async () => deleteTemplate(harness, ADMIN, await template()),
        async () =>
          editClient(harness, ADMIN, {
            ...(await clientAt()),
            patch: { city: 'Leeds', offLimits: true, offLimitsReason: 'Fee agreement' },
          }),
        () => edit(id, { clientId: other.id }),
        async () => deleteJob(harness, ADMIN, await at()),
      ];
      for (const deed of deeds) {
        const before = values(harness);
        await deed();
        const after = values(harness);
        expect(after).not.toEqual(before);
        await takeBack();
        expect(values(harness)).toEqual(before);
        await again();
        expect(values(harness)).toEqual(after);
      }
    });

    it('are not deleted with what hangs on them, and say so', async () => {
      const id = await create();
      const [anna] = await addPeople(harness, [{ name: 'Anna' }]);
      const before = values(harness);
      const version = (await harness.clients.get(ADMIN, clientId))?.client.version ?? 0;
      await expect(deleteClient(harness, ADMIN, { id: clientId, version })).rejects.toMatchObject({
        code: 'INVALID',
        message: 'This client has a job. It was not deleted; make it inactive instead.',
      });
      await putOn(id, anna?.id ?? '', 'new');
      await expect(
        deleteJob(harness, ADMIN, { id, version: (await detail(id)).job.version }),
      ).rejects.toMatchObject({
        code: 'INVALID',
        message: 'A candidate is on this job. It was not deleted; close it instead.',
      });
      expect(values(harness)).toEqual(before);
    });

    it('lose a contact from their teams with the contact, and get both back', async () => {
      const id = await create();
      const { id: contactId } = await addContact(harness, ADMIN, {
        clientId,
        values: { name: ' Cora  Client ', email: ' ', phone: null, title: null },
      });
      await setTeam(harness, ADMIN, {
        jobId: id,
        seen: (await detail(id)).team,
        team: [{ role: 'hiring_manager', userId: null, contactId }],
      });
      expect((await detail(id)).team).toMatchObject([{ name: 'Cora Client' }]);
      await deleteContact(harness, ADMIN, { id: contactId, version: 1 });
      expect((await detail(id)).team).toEqual([]);
      await takeBack();
      expect((await detail(id)).team).toMatchObject([{ name: 'Cora Client' }]);
      await expect(
        setTeam(harness, ADMIN, {
          jobId: id,
          seen: (await detail(id)).team,
          team: [{ role: 'hiring_manager', userId: null, contactId: newId() }],
        }),
      ).rejects.toMatchObject({ code: 'INVALID' });
    });

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

/** What the rows hold, without versions and the times of their changes, which go on counting. */
const values = (harness: StoreHarness) =>
  harness.rows(ALL_ROWS).map((row) => ({ ...row, version: 0, updatedAt: '' }));
