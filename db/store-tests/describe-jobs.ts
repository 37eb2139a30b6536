import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Job, JOB_STATUSES } from '@/shared/domain/jobs/records';
import { mayBecome } from '@/shared/domain/jobs/status';
import { newId } from '@/shared/kit/ids';
import { addContact, deleteContact } from '@/shared/usecases/clients/contacts';
import { createClient } from '@/shared/usecases/clients/create-client';
import { deleteClient } from '@/shared/usecases/clients/delete-client';
import { editClient } from '@/shared/usecases/clients/edit-client';
import { createField } from '@/shared/usecases/custom-fields/change-fields';
import { setRecordValue } from '@/shared/usecases/custom-fields/set-record-value';
import { changeJobStatus } from '@/shared/usecases/jobs/change-status';
import { deleteJob } from '@/shared/usecases/jobs/delete-job';
import { duplicateJob } from '@/shared/usecases/jobs/duplicate-job';
import { editJob } from '@/shared/usecases/jobs/edit-job';
import { setBoard } from '@/shared/usecases/jobs/set-board';
import { setMatching } from '@/shared/usecases/jobs/set-matching';
import { setSkills } from '@/shared/usecases/jobs/set-skills';
import { setTeam } from '@/shared/usecases/jobs/set-team';
import { deleteTemplate, renameTemplate, saveTemplate } from '@/shared/usecases/jobs/templates';
import { ADMIN, addPeople, type MakeStore, RECRUITER, type StoreHarness } from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';
import { jobDesk } from './job-desk';

/** Clients, contacts and jobs: what is written, and that each deed can be taken back. */
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
    const { skill, create, detail, edit, putOn, takeBack, again, values } = jobDesk(
      () => harness,
      () => clientId,
    );

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
        const before = values();
        await deed();
        const after = values();
        expect(after).not.toEqual(before);
        await takeBack();
        expect(values()).toEqual(before);
        await again();
        expect(values()).toEqual(after);
      }
    });

    it('are not deleted with what hangs on them, and say so', async () => {
      const id = await create();
      const [anna] = await addPeople(harness, [{ name: 'Anna' }]);
      const before = values();
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
        message: 'Candidates are on this job. It was not deleted; close it instead.',
      });
      expect(values()).toEqual(before);
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
  });
}
