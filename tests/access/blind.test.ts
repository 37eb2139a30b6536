import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS, showsOf } from '@/electron/core/blind/answers';
import { importShownTo } from '@/electron/core/blind/blinds';
import type { Core } from '@/electron/core/core';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { HIDDEN } from '@/shared/domain/blind/hide-in-text';
import { BLIND_FIELDS, blindName } from '@/shared/domain/blind/settings';
import { holds } from '@/shared/domain/access/roles';
import type { Actor } from '@/shared/domain/workspace/records';
import { type BlindWorld, CANARIES, hideFrom, makeBlindWorld } from './blind-world';
import { LINES } from './lines';
import { PROCEDURES, refuseWriting } from './matrix';

describe('whoever reviews blind', () => {
  let place: TestPlace;
  let core: Core;
  let world: BlindWorld;
  beforeAll(async () => {
    place = testPlace();
    core = await openDesk(place, { background: false });
    world = await makeBlindWorld(core, place);
    await hideFrom(core, true);
  });
  afterAll(async () => {
    await core.close();
    place.remove();
  });

  const as = (who: 'recruiter' | 'client_user') => core.client(world[who]);

  it('finds nobody by what is hidden, is offered none of it, and is told so', async () => {
    for (const text of [
      'Quillfeather',
      'quill*',
      'name:quillfeather',
      'cv:zephyrine',
      'note:quillfeather',
      'school:wexcombe',
      'city:larkspur',
      'canary',
      '"zq canary"',
      '900123',
      'wexcomb',
      'larkspur',
      '1987',
    ]) {
      // Whoever sees them finds them by it: so there is something to find.
      const { total: there } = await core.client().candidates.search({ text });
      expect({ text, isThere: there > 0 }).toEqual({ text, isThere: true });
      for (const who of ['recruiter', 'client_user'] as const) {
        expect({ text, total: (await as(who).candidates.search({ text })).total }).toEqual({
          text,
          total: 0,
        });
      }
    }
    const rae = as('recruiter');
    const named = await rae.candidates.search({ text: 'name:quillfeather typescript' });
    expect(named.query.problems).toContainEqual({ code: 'hidden-field', start: 0, end: 17 });
    expect((await rae.candidates.search({ text: 'typescript' })).total).toBe(2);
    expect((await rae.candidates.complete({ text: 'quill', caret: 5 })).map((one) => one.kind))
      .not // The name is also the name of an employer's here, which is shown.
      .toContain('person');
    expect(await rae.candidates.suggest({ kind: 'school', prefix: 'univ' })).toEqual([]);
    const facets = await rae.candidates.search({ facets: [{ kind: 'school' }] });
    expect(facets.facets).toEqual([]);
    const schools = ['University of Wexcombe', 'Nowhere'];
    const filtered = await rae.candidates.search({ filters: { schools: schools.slice(1) } });
    expect(filtered.total).toBe(2);
    const ranked = await rae.matching.rank({ jobId: world.ids.job, text: 'undercroft' });
    expect(ranked.compared).toBe(0);
    const chosen = await rae.bulk.preview({
      selection: { kind: 'search', request: { text: 'zephyrine' }, total: 0 },
      action: { kind: 'archive', archived: true },
    });
    expect(chosen.total).toBe(0);
  });

  it('is not told anything by an order', async () => {
    const orderOf = async (input: Parameters<ReturnType<typeof as>['candidates']['search']>[0]) =>
      (await as('recruiter').candidates.search(input)).rows.map(({ id }) => id);
    const { candidate, other } = world.ids;
    const byName = (direction: 'asc' | 'desc') => orderOf({ sort: { by: 'name', direction } });
    expect(await byName('asc')).toEqual(await byName('desc'));
    const relevance = { by: 'relevance', direction: 'desc' } as const;
    for (const name of ['zephyrine', 'fernandine'])
      expect(await orderOf({ text: `typescript OR ${name}`, sort: relevance })).toEqual(
        await orderOf({ text: 'typescript', sort: relevance }),
      );
    expect([candidate, other]).toContain((await byName('asc'))[0]);
  });

  it('reads the CV with words of the same length in place of what is hidden', async () => {
    const { resume: id, candidate } = world.ids;
    const seen = await core.client().resumes.get({ id });
    for (const who of ['recruiter', 'client_user'] as const) {
      const unseen = await as(who).resumes.get({ id });
      expect(unseen.text.length).toBe(seen.text.length);
      expect(unseen.text.indexOf('billing service')).toBe(seen.text.indexOf('billing service'));
      expect(unseen.text).toContain(HIDDEN);
      expect((await as(who).candidates.get({ id: candidate })).candidate.name).toBe(
        blindName(candidate),
      );
    }
  });

  it('is given files with nothing of it in them', async () => {
    const { job, candidate } = world.ids;
    const rae = as('recruiter');
    const selection = { kind: 'ids' as const, ids: [candidate] };
    for (const format of ['csv', 'json-resume', 'vcard'] as const) {
      const file = path.join(place.files, `people.${format}`);
      const columns = ['name', 'email', 'phone', 'schools', 'location', 'summary', 'notes'];
      const handle = core.grantHandle([file]);
      await rae.tables.export({ selection, format, columns, handle });
      expect(readFileSync(file, 'utf8')).toContain(blindName(candidate));
      expect(told(readFileSync(file, 'utf8'))).toEqual([]);
    }
    const shortlist = path.join(place.files, 'shortlist.csv');
    const handle = core.grantHandle([shortlist]);
    await rae.pipeline.exportShortlist({ jobId: job, format: 'csv', handle });
    expect(readFileSync(shortlist, 'utf8')).toContain(blindName(candidate));
    expect(told(readFileSync(shortlist, 'utf8'))).toEqual([]);
    const applications = path.join(place.files, 'applications.json');
    await rae.exports.applications({
      jobId: job,
      columns: ['candidate', 'writeUp', 'reasonNote'],
      format: 'json',
      handle: core.grantHandle([applications]),
    });
    expect(readFileSync(applications, 'utf8')).toContain(blindName(candidate));
    expect(told(readFileSync(applications, 'utf8'))).toEqual([]);
  });

  it('cannot save what stands in place of hidden words over them', async () => {
    const { application } = world.ids;
    const { application: shown } = await as('recruiter').pipeline.application({
      applicationId: application,
    });
    expect(shown.writeUp).toContain(HIDDEN);
    await expect(
      as('recruiter').pipeline.writeUp({
        id: application,
        version: shown.version,
        text: `${shown.writeUp} And more.`,
      }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('is made so by what the audit log names', async () => {
    const { lines } = await core.client().audit.list({ filters: {}, limit: 200 });
    expect(lines.map(({ entry }) => entry.metadata)).toContainEqual({
      blindRoles: 'recruiter, client_user',
      hiddenFields: BLIND_FIELDS.join(', '),
    });
  });

  it('is so for what goes on in the background too, and in what is told of imports', async () => {
    const { recruiter } = world;
    const actor = await core.session().deps.workspace.actor(recruiter.id);
    expect(actor?.blind).toEqual(BLIND_FIELDS);
    const view = await core.client().imports.get({ id: world.ids.task });
    expect(told(view.label)).not.toEqual([]);
    if (actor !== null) expect(told(JSON.stringify(importShownTo(actor, view)))).toEqual([]);
  });

  describe('through every procedure', () => {
    beforeAll(() => refuseWriting(core));

    it('is told nothing of who anybody is', async () => {
      expect(await leaks()).toEqual([]);
    });

    it('gets an answer of each that is filtered, and none of each that is refused', async () => {
      const answered = new Set<string>();
      for (const who of ['recruiter', 'client_user'] as const) {
        for (const { path: of } of PROCEDURES) {
          const { code } = await ask(who, of);
          const shows = showsOf(of.split('.'));
          if (shows === 'refused') expect({ of, code }).toEqual({ of, code: 'FORBIDDEN' });
          else if (code === null) answered.add(of);
          expect({ of, code }).not.toEqual({ of, code: 'INTERNAL' });
        }
      }
      const filtered = PROCEDURES.map(({ path: of }) => of).filter(
        (of) => typeof showsOf(of.split('.')) !== 'string',
      );
      expect(filtered.filter((of) => !answered.has(of))).toEqual(NOT_ASKED);
    });

    // Each with its filter, or its refusal, taken away.
    it.each([
      ...PROCEDURES.map(({ path: of }) => of).filter(
        (of) => typeof showsOf(of.split('.')) !== 'string' && !NOT_ASKED.includes(of),
      ),
      'resumes.original',
      'duplicates.groups',
      'duplicates.preview',
    ])('%s: the filter taken away is missed', async (of) => {
      const [subject = '', name = ''] = of.split('.');
      const table = ANSWERS as unknown as Record<string, Record<string, unknown>>;
      const rows = table[subject] ?? {};
      const whole = rows[name];
      rows[name] = 'nobody';
      try {
        expect(await leaks(of)).not.toEqual([]);
      } finally {
        rows[name] = whole;
      }
    });
  });

  it('is nobody among the administrators', async () => {
    const { rows } = await core.client().candidates.search({ text: 'quillfeather' });
    expect(rows.map(({ name }) => name)).toEqual(['Zephyrine Quillfeather']);
  });

  interface Asked {
    readonly answer: string;
    /** Null: it was answered. */
    readonly code: string | null;
  }

  async function leaks(only?: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const who of ['recruiter', 'client_user'] as const) {
      for (const { path: of } of PROCEDURES) {
        if (only !== undefined && of !== only) continue;
        const { answer } = await ask(who, of);
        found.push(...told(answer).map((canary) => `${of} tells a ${who} ${canary}`));
      }
    }
    return found;
  }

  async function ask(who: 'recruiter' | 'client_user', of: string): Promise<Asked> {
    const actor = world[who];
    const [subject = '', name = ''] = of.split('.');
    const client = core.client(actor) as unknown as Readonly<
      Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>
    >;
    if (LINES[of]?.by === 'nothing') return { answer: '', code: null };
    const procedure = PROCEDURES.find(({ path: one }) => one === of);
    const given = inputOf(of, actor);
    // What takes no input and may be done would be done.
    if (given === undefined && procedure?.hasInput === false && !READS.includes(of)) {
      const permission = procedure.permission;
      if (permission !== null && holds(actor, permission) && showsOf(of.split('.')) !== 'refused')
        return { answer: '', code: 'NOT_ASKED' };
    }
    try {
      const answer = await client[subject]?.[name]?.(given);
      return {
        answer: answer instanceof Blob ? await answer.text() : (JSON.stringify(answer) ?? ''),
        code: null,
      };
    } catch (error) {
      const code =
        typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '?';
      const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : '';
      return { answer: `${String(error)} ${JSON.stringify(data)}`, code };
    }
  }

  /** What a procedure is asked with: as in the matrix of access, of these people; and what that does not ask. */
  function inputOf(of: string, actor: Actor): unknown {
    const { ids } = world;
    const own = inputs()[of];
    if (own !== undefined) return own;
    const line = LINES[of];
    if (line === undefined) throw new Error(`There is no line for ${of}.`);
    const subject = {
      state: 'own' as const,
      who: 'recruiter' as const,
      candidateId: ids.candidate,
      resumeId: ids.resume,
      partId: ids.part,
      applicationId: ids.application,
      interviewId: ids.interview,
      noteId: ids.note,
      shareId: ids.note,
      pairId: ids.pair,
      mergeId: ids.pair,
      commitId: ids.edited,
      mark: '',
      level: 'edit' as const,
      applicationLevel: 'edit' as const,
    };
    const job = {
      id: ids.job,
      facts: { about: 'job' as const, clientId: ids.client, createdBy: actor.id, memberIds: [] },
    };
    const around = {
      actors: { interviewer: actor } as never,
      subjects: [subject],
      jobs: [job, job, job, job, job],
      clientIds: [ids.client, ids.client] as const,
      tagId: ids.tag,
      listId: ids.list,
      fieldId: ids.field,
      templateId: ids.list,
      taskId: ids.task,
      tableId: ids.task,
      rankingId: ids.task,
      draftId: ids.task,
    };
    switch (line.by) {
      case 'people':
        return line.input;
      case 'candidate':
      case 'application':
        return line.input(subject, around);
      case 'work':
        return line.input(around, () => 'none');
      case 'job':
        return line.input(job, around);
      case 'client':
        return line.input(ids.client, around);
      default:
        return undefined;
    }
  }

  const inputs = (): Readonly<Record<string, unknown>> => {
    const { candidate, other, job, otherJob, runs } = world.ids;
    const selection = { kind: 'ids', ids: [candidate] };
    return {
      'candidates.search': { text: 'typescript', limit: 200 },
      'candidates.suggest': { kind: 'school', prefix: 'univ' },
      'candidates.complete': { text: 'zeph', caret: 4 },
      'matching.rank': { jobId: job, applicants: true },
      'matching.statistics': { jobId: job },
      'matching.explain': { jobId: job, candidateId: candidate },
      'matching.explainSome': { jobId: job, candidateIds: [candidate, other] },
      'matching.check': { jobId: job, candidateId: candidate },
      'matching.diff': { before: runs[0], after: runs[1] },
      'matching.runs': { jobId: job },
      'pipeline.previewPut': { jobId: otherJob, selection },
      'pipeline.put': { jobId: otherJob, candidateIds: [candidate] },
      'duplicates.preview': { candidateIds: [candidate, other] },
      'tables.imports': {},
    };
  };
});

/** Asked with nothing, and changing nothing. */
const READS: readonly string[] = [
  'duplicates.counts',
  'searches.saved',
  'searches.counts',
  'privacy.settings',
  'candidates.tags',
  'lists.all',
  'pipeline.jobs',
];
/** Deeds of an import, which answer as `imports.get` does. */
const NOT_ASKED: readonly string[] = [
  'imports.start',
  'imports.startSamples',
  'imports.pause',
  'imports.resume',
  'imports.cancel',
  'imports.retry',
];

const told = (answer: string): readonly string[] => {
  const folded = answer.toLowerCase();
  return CANARIES.filter((canary) => folded.includes(canary.toLowerCase()));
};
