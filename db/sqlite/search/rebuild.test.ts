import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, personIn, request, TEST_KEY, usersIn } from '@/db/store-tests/harness';
import { systemClock } from '@/shared/kit/clock';
import { checkDatabase } from '../check';
import { openForReading, openWorkspaceDatabase, type WorkspaceDatabase } from '../open';
import { statementsOf } from '../statements';
import { createSqliteStore } from '../stores/store';
import { createCandidateSearch } from './candidate-search';
import { eraseWords } from './index-candidate';
import { beginRebuild, needsRebuild, rebuildStep } from './rebuild';

const PEOPLE = 60;

describe('a search index that is broken, gone or old', () => {
  let dir: string;
  let workspace: WorkspaceDatabase;
  const store = () => createSqliteStore(workspace.db, { clock: systemClock });
  const ask = (text: string, db = workspace.db) =>
    createCandidateSearch(db, { clock: systemClock }).search(ADMIN, request({ text }));
  const finish = (): void => {
    while (rebuildStep(workspace.db)) {
      // To the end.
    }
  };
  const rename = async (num: number, headline: string) => {
    const row = workspace.db
      .prepare('SELECT id, version FROM candidate WHERE num = ?')
      .raw()
      .get(num) as [string, number]; // The columns in this order.
    return store().commit({
      actor: ADMIN,
      action: 'candidate.edited',
      changes: [
        { op: 'update', entity: 'candidate', id: row[0], version: row[1], patch: { headline } },
      ],
    });
  };

  beforeEach(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-rebuild-'));
    workspace = openWorkspaceDatabase(dir, { clock: systemClock, key: TEST_KEY });
    await store().commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });
    await store().commit({
      actor: ADMIN,
      action: 'resume.imported',
      changes: Array.from(
        { length: PEOPLE },
        (_, at) =>
          personIn({ name: `Person ${at}`, skills: ['Go'], text: `common rare${at}` }).changes,
      ).flat(),
    });
  });
  afterEach(() => {
    workspace.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('is made whole again when its table was deleted, while searches say how far it is', async () => {
    workspace.db.exec('DROP TABLE candidate_fts');
    const lost = await ask('common ');
    expect([lost.total, lost.rebuilding]).toEqual([0, 0]);
    // The list and its filters do without.
    expect((await ask('')).total).toBe(PEOPLE);
    expect(needsRebuild(workspace.db)).toBe('missing');
    beginRebuild(workspace.db);
    expect(rebuildStep(workspace.db)).toBe(true);
    const halfWay = await ask('common ');
    expect(halfWay.total).toBeGreaterThan(0);
    expect(halfWay.total).toBeLessThan(PEOPLE);
    expect(halfWay.rebuilding).toBeGreaterThan(0);
    finish();
    const whole = await ask('common ');
    expect([whole.total, whole.rebuilding]).toEqual([PEOPLE, null]);
    expect(checkDatabase(workspace.db)).toEqual([]);
  });

  it('refuses to say whom a search stands for while it is not whole (a bulk deed would pass over the rest)', async () => {
    const { text, filters, synonyms, spelling } = request({ text: 'common ' });
    const ids = () =>
      createCandidateSearch(workspace.db, { clock: systemClock }).ids(ADMIN, {
        text,
        filters,
        synonyms,
        spelling,
      });
    expect(await ids()).toHaveLength(PEOPLE);
    workspace.db.exec('DROP TABLE candidate_fts');
    await expect(ids()).rejects.toMatchObject({ code: 'INDEX_INCOMPLETE' });
    beginRebuild(workspace.db);
    rebuildStep(workspace.db);
    await expect(ids()).rejects.toMatchObject({ code: 'INDEX_INCOMPLETE' });
    finish();
    expect(await ids()).toHaveLength(PEOPLE);
  });

  it('is noticed by a reader when its data is garbage, and made anew', async () => {
    workspace.db.unsafeMode(true);
    workspace.db.exec("UPDATE candidate_fts_data SET block = x'deadbeef00ff' WHERE id > 1");
    workspace.db.unsafeMode(false);
    const db = openForReading(workspace.path, TEST_KEY);
    try {
      const page = await ask('common ', db);
      expect([page.total, page.rebuilding]).toEqual([0, 0]);
      beginRebuild(workspace.db);
      finish();
      expect((await ask('common ', db)).total).toBe(PEOPLE);
    } finally {
      db.close();
    }
    expect(checkDatabase(workspace.db)).toEqual([]);
  });

  it('never stands in the way of an edit: the commit that meets it empties it and is written', async () => {
    workspace.db.exec('DROP TABLE candidate_fts');
    await rename(3, 'zeppelin pilot');
    expect(needsRebuild(workspace.db)).toBe('going-on');
    finish();
    expect((await ask('zeppelin ')).total).toBe(1);
    expect((await ask('common ')).total).toBe(PEOPLE);
    expect(checkDatabase(workspace.db)).toEqual([]);
  });

  it('goes on where it was when the process ended half way, and takes edits on both sides of it', async () => {
    beginRebuild(workspace.db);
    rebuildStep(workspace.db);
    workspace.close();
    workspace = openWorkspaceDatabase(dir, { clock: systemClock, key: TEST_KEY });
    expect(needsRebuild(workspace.db)).toBe('going-on');
    await rename(2, 'zeppelin pilot');
    await rename(PEOPLE - 1, 'zeppelin builder');
    await store().commit({
      actor: ADMIN,
      action: 'resume.imported',
      changes: personIn({ name: 'New', text: 'common zeppelin' }).changes,
    });
    expect((await ask('zeppelin ')).total).toBe(2);
    finish();
    expect((await ask('zeppelin ')).total).toBe(3);
    expect((await ask('common ')).total).toBe(PEOPLE + 1);
    expect(checkDatabase(workspace.db)).toEqual([]);
  });

  it('of another version is made anew as a whole, counts included', async () => {
    workspace.db.exec(
      "UPDATE search_state SET version = 0; UPDATE candidate_document SET shown = '{}'; UPDATE candidate_facets SET packed = x'00'; UPDATE facet_term SET candidates = 7",
    );
    expect(needsRebuild(workspace.db)).toBe('other-version');
    beginRebuild(workspace.db);
    finish();
    expect((await ask('')).rows).toHaveLength(50);
    expect(
      workspace.db
        .prepare("SELECT candidates, uses FROM facet_term WHERE name = 'Go' AND kind = 'skill'")
        .raw()
        .get(),
    ).toEqual([PEOPLE, PEOPLE]);
    expect(checkDatabase(workspace.db)).toEqual([]);
  });

  it('keeps no word of a person whose words were erased', async () => {
    const { db } = workspace;
    const pages = (): string =>
      db
        .prepare('SELECT block FROM candidate_fts_data')
        .pluck()
        .all()
        .map((block) => (Buffer.isBuffer(block) ? block.toString('latin1') : ''))
        .join('');
    await store().commit({
      actor: ADMIN,
      action: 'resume.imported',
      changes: personIn({ name: 'Gone', text: 'xylophonist' }).changes,
    });
    expect(pages()).toContain('xylophonist');
    const num = Number(db.prepare('SELECT max(num) FROM candidate').pluck().get());
    db.transaction(() => eraseWords(statementsOf(db), [num])).immediate();
    expect(pages()).not.toContain('ylophonist');
    expect((await ask('xylophonist ')).total).toBe(0);
  });
});
