import { existsSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { PARSER } from '@/shared/domain/parsing/parser';
import type { Resume } from '@/shared/domain/candidates/records';
import { systemClock } from '@/shared/kit/clock';

/** The desk after a parser was replaced by a newer one: what the older one had read is put into the rows by hand. */
describe('reading anew with a newer parser', () => {
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
  const importPerson = async (name: string, text: string): Promise<string> => {
    const view = await importAll(core, [place.file(`${name}.txt`, text)]);
    const [item] = await api().imports.items({ taskId: view.id });
    return item?.candidateId ?? '';
  };
  const anna = () =>
    importPerson('Anna', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
  const get = (id: string) => api().candidates.get({ id });
  const looked = async () => {
    await api().reparse.start();
    await core.session().reparser.ended();
    return api().reparse.status();
  };
  const itemsOf = async () => {
    const { run } = await api().reparse.status();
    return api().reparse.items({ reparseId: run?.id ?? '' });
  };
  const appliedAll = async () => {
    await api().reparse.applyAll();
    await core.session().reparser.ended();
    return api().reparse.status();
  };
  /** As an older parser left it: another version, and what `misread` makes of the reading and of the rows. */
  const readByOlder = async (
    id: string,
    misread: {
      readonly resume?: (resume: Resume) => Resume;
      readonly title?: string;
      readonly skill?: string;
    } = {},
  ): Promise<void> => {
    const { database, actor, deps } = core.session();
    const detail = await get(id);
    const [resume] = await deps.reparse.resumes(id);
    if (resume === undefined) throw new Error('There is a résumé');
    const older = misread.resume?.(resume) ?? resume;
    const store = createSqliteStore(database.db, { clock: systemClock });
    const [job] = detail.experience;
    const [skill] = detail.skills;
    await store.commit({
      actor,
      action: 'resume.imported',
      changes: [
        {
          op: 'update',
          entity: 'resume',
          id: resume.id,
          version: resume.version,
          patch: { parserVersion: '1', parsed: older.parsed, text: older.text },
        },
        ...(misread.title !== undefined && job !== undefined
          ? [
              {
                op: 'update' as const,
                entity: 'experience' as const,
                id: job.id,
                version: job.version,
                patch: { title: misread.title },
              },
            ]
          : []),
        ...(misread.skill !== undefined && skill !== undefined
          ? [
              {
                op: 'update' as const,
                entity: 'candidateSkill' as const,
                id: skill.id,
                version: skill.version,
                patch: { name: misread.skill, key: misread.skill.toLowerCase() },
              },
            ]
          : []),
      ],
    });
  };

  it('shows what would change before anything does, applies it, and takes it back', async () => {
    const id = await anna();
    await readByOlder(id, { title: 'Sofware Enginer', skill: 'TypScript' });
    const before = await get(id);
    const status = await looked();
    expect(status).toMatchObject({
      parserVersion: PARSER.version,
      outdated: 1,
      run: { state: 'ready', total: 1, looked: 1, failed: 0, counts: { open: 1, same: 0 } },
    });
    expect(status.run?.summary).toEqual({
      'experience.title': { candidates: 1, gained: 0, changed: 1, lost: 0 },
      candidateSkill: { candidates: 1, gained: 0, changed: 1, lost: 0 },
    });
    expect(await itemsOf()).toMatchObject([
      {
        candidateId: id,
        candidateName: 'Anna Lindqvist',
        state: 'open',
        differences: [
          {
            kind: 'experience.title',
            of: 'Sofware Enginer, Example Works Ltd',
            before: 'Sofware Enginer',
            after: 'Software Engineer',
          },
          { kind: 'candidateSkill', before: 'TypScript', after: 'TypeScript' },
        ],
      },
    ]);
    expect(await get(id)).toEqual(before);

    expect(await appliedAll()).toMatchObject({
      outdated: 0,
      run: { state: 'ready', counts: { open: 0, applied: 1 } },
    });
    const after = await get(id);
    expect(after.experience[0]?.title).toBe('Software Engineer');
    expect(after.resumes[0]?.parserVersion).toBe(PARSER.version);
    expect((await api().candidates.timeline({ id }))[0]).toMatchObject({
      action: 'resume.reparsed',
      fields: expect.arrayContaining([
        {
          entity: 'experience',
          field: 'title',
          before: 'Sofware Enginer',
          after: 'Software Engineer',
        },
      ]),
    });

    expect(await api().history.undo({})).toMatchObject({ undid: 'resume.reparsed', candidates: 1 });
    expect((await get(id)).experience[0]?.title).toBe('Sofware Enginer');
    expect(await api().reparse.status()).toMatchObject({
      outdated: 1,
      run: { counts: { open: 1 } },
    });
  });

  it('never changes what a person corrected, confirmed, added or removed', async () => {
    const id = await anna();
    await readByOlder(id, { title: 'Sofware Enginer', skill: 'TypScript' });
    const { experience, skills, candidate } = await get(id);
    const [job] = experience;
    if (job === undefined) throw new Error('The CV has a job');
    const values = {
      company: 'Acme Holding',
      title: 'Principal',
      location: null,
      start: '2018-01',
      end: 'present' as const,
      description: '',
    };
    await api().candidates.editPart({
      id: job.id,
      version: job.version,
      part: { entity: 'experience', values },
    });
    const [wrong, removed] = skills;
    await api().candidates.editPart({
      id: wrong?.id ?? '',
      version: wrong?.version ?? 0,
      part: { entity: 'candidateSkill', values: { name: 'Ada', years: 3 } },
    });
    await api().candidates.removePart({
      id: removed?.id ?? '',
      version: removed?.version ?? 0,
      entity: 'candidateSkill',
    });
    await api().candidates.addPart({
      candidateId: id,
      part: { entity: 'candidateSkill', values: { name: 'Welding', years: null } },
    });
    await api().candidates.edit({
      id,
      version: candidate.version,
      patch: { name: 'Anna L.', headline: '' },
    });
    await looked();
    await appliedAll();
    const check = async () => {
      const after = await get(id);
      expect(after.candidate).toMatchObject({ name: 'Anna L.', headline: null });
      expect(after.experience).toMatchObject([values]);
      const declared = after.skills.filter((skill) => skill.declared);
      expect(declared.map((skill) => skill.name)).toEqual(['Ada', 'Docker', 'Welding']);
      expect(after.skills[0]).toMatchObject({ years: 3, provenance: { source: 'person' } });
      return after;
    };
    const after = await check();
    // The place in the CV is still known, in the reading of today.
    expect(after.experience[0]?.provenance).toMatchObject({
      source: 'person',
      read: { words: ['example works ltd', 'software engineer', '2019-01', '2023-03'] },
    });
    // And the same holds for a newer CV of the same person.
    await importPerson(
      'Anna 2',
      cvText({
        name: 'Anna Lindqvist',
        email: 'anna@example.org',
        more: 'References on request',
      }),
    );
    await check();
  });

  it('lets one candidate be taken and another be left, each undone by itself', async () => {
    const first = await anna();
    const second = await importPerson(
      'Boris',
      cvText({ name: 'Boris Petrov', email: 'boris@example.org' }),
    );
    await readByOlder(first, { title: 'Clerk' });
    await readByOlder(second, { title: 'Clerk' });
    expect((await looked()).run?.summary['experience.title']).toMatchObject({ candidates: 2 });
    const items = await itemsOf();
    const of = (id: string) => items.find((item) => item.candidateId === id)?.id ?? '';
    const { commitId } = await api().reparse.apply({ itemId: of(first) });
    await api().reparse.leave({ itemId: of(second), left: true });
    expect((await appliedAll()).run?.counts).toEqual({ same: 0, open: 0, left: 1, applied: 1 });
    expect((await get(second)).experience[0]?.title).toBe('Clerk');
    await api().history.undo({ commitId });
    expect((await get(first)).experience[0]?.title).toBe('Clerk');
    expect((await api().reparse.status()).run?.counts).toMatchObject({ open: 1, left: 1 });
  });

  it('takes back a bulk deed but for the candidate somebody has worked on since', async () => {
    const first = await anna();
    const second = await importPerson(
      'Boris',
      cvText({ name: 'Boris Petrov', email: 'boris@example.org' }),
    );
    await readByOlder(first, { title: 'Clerk' });
    await readByOlder(second, { title: 'Clerk' });
    await looked();
    await appliedAll();
    const [job] = (await get(first)).experience;
    if (job === undefined) throw new Error('The CV has a job');
    const { company, location, start, end, description } = job;
    await api().candidates.editPart({
      id: job.id,
      version: job.version,
      part: {
        entity: 'experience',
        values: { company, title: 'Chief', location, start, end, description },
      },
    });
    const [entry] = await api().candidates.timeline({ id: second });
    expect(await api().history.undo({ commitId: entry?.commitId ?? '' })).toMatchObject({
      candidates: 1,
      kept: 1,
    });
    expect((await get(second)).experience[0]?.title).toBe('Clerk');
    expect((await get(first)).experience[0]?.title).toBe('Chief');
  });

  it('finds nothing to say where both parsers read the same, and still marks it as read anew', async () => {
    const id = await anna();
    await readByOlder(id);
    expect((await looked()).run).toMatchObject({ counts: { same: 1, open: 0 }, summary: {} });
    expect(await itemsOf()).toEqual([]);
    expect(await appliedAll()).toMatchObject({ outdated: 0 });
  });

  it('reads the stored text where the original is gone', async () => {
    const id = await anna();
    await readByOlder(id, { title: 'Clerk' });
    const { originals, deps } = core.session();
    const [resume] = await deps.reparse.resumes(id);
    rmSync(originals.placeOf(resume?.sha256 ?? '').path);
    await looked();
    await appliedAll();
    expect((await get(id)).experience[0]?.title).toBe('Software Engineer');
    expect(existsSync(originals.placeOf(resume?.sha256 ?? '').path)).toBe(false);
  });

  it('forgets what it found when it is stopped, and refuses to begin twice', async () => {
    const id = await anna();
    await readByOlder(id, { title: 'Clerk' });
    await api().reparse.start();
    await expect(api().reparse.start()).rejects.toMatchObject({ code: 'INVALID' });
    await expect(api().reparse.applyAll()).rejects.toMatchObject({ code: 'INVALID' });
    expect(await api().reparse.stop()).toMatchObject({ outdated: 1, run: null });
    expect((await get(id)).experience[0]?.title).toBe('Clerk');
  });

  it('goes on after the program was closed in the middle, and loses and repeats nothing', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 45; n++) {
      ids.push(
        await importPerson(
          `P${n}`,
          cvText({
            name: `Person ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 26]}${'abcdefgh'[n % 8]}son`,
            email: `p${n}@example.org`,
          }),
        ),
      );
    }
    for (const id of ids) await readByOlder(id, { title: 'Clerk' });
    await api().reparse.start();
    await core.close();
    core = await place.openCore();
    await core.session().reparser.ended();
    expect((await api().reparse.status()).run).toMatchObject({
      state: 'ready',
      total: 45,
      looked: 45,
      counts: { open: 45 },
    });
    await api().reparse.applyAll();
    await core.close();
    core = await place.openCore();
    await core.session().reparser.ended();
    expect(await api().reparse.status()).toMatchObject({
      outdated: 0,
      run: { state: 'ready', counts: { applied: 45 } },
    });
    expect(await api().history.undo({})).toMatchObject({ candidates: 45, kept: 0 });
    expect((await get(ids[7] ?? '')).experience[0]?.title).toBe('Clerk');
  });

  it('is for those who may change candidates, and shows each only theirs', async () => {
    const id = await anna();
    await readByOlder(id, { title: 'Clerk' });
    const { run } = await looked();
    const recruiter = core.client({ id, name: 'Rec', role: 'recruiter' });
    expect(await recruiter.reparse.items({ reparseId: run?.id ?? '' })).toEqual([]);
    await expect(recruiter.reparse.applyAll()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const [item] = await itemsOf();
    await expect(recruiter.reparse.apply({ itemId: item?.id ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
