import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, personIn, TEST_KEY, usersIn } from '@/db/store-tests/harness';
import { systemClock } from '@/shared/kit/clock';
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../open';
import { statementsOf } from '../statements';
import { createSqliteStore } from '../stores/store';
import { forEach } from './bits';
import { createPeopleIndex } from './people-index';
import { createSetCache } from './set-cache';
import { gatherPeople, peopleMatching, type WordDeps } from './word-sets';

const TEXTS = [
  'm manager management',
  'M3 managed 2 c++ c#',
  'Maña mələk',
  'mañana été ça',
  'ｍａｎ manｆ m\uff5a',
  '𝐦𝐚𝐧 m𐐀 Manufaktur',
  'мир m\ud7a3 명',
  'nobody',
];
const BEGINNINGS = [
  'm',
  'ma',
  'man',
  'mana',
  'manag',
  'manage',
  'c',
  'c+',
  'c++',
  '2',
  'manu',
  'x',
  'xxxx',
];

describe('sets of beginnings', () => {
  let dir: string;
  let workspace: WorkspaceDatabase;
  let deps: WordDeps;
  const add = async (texts: readonly string[]): Promise<void> => {
    await createSqliteStore(workspace.db, { clock: systemClock }).commit({
      actor: ADMIN,
      action: 'resume.imported',
      changes: texts.flatMap((text) => personIn({ name: 'Ada', text }).changes),
    });
    deps.cache.note(deps.people.refresh());
  };
  beforeEach(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-beginnings-'));
    workspace = openWorkspaceDatabase(dir, { clock: systemClock, key: TEST_KEY });
    const sql = statementsOf(workspace.db);
    const people = createPeopleIndex(sql);
    deps = { sql, people, cache: createSetCache(people) };
    await createSqliteStore(workspace.db, { clock: systemClock }).commit({
      actor: ADMIN,
      action: 'workspace.created',
      changes: [...usersIn],
    });
    await add(TEXTS);
  });
  afterEach(() => {
    workspace.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const found = (expression: string): readonly number[] => {
    const nums: number[] = [];
    forEach(peopleMatching(deps, expression), (num) => nums.push(num));
    return nums;
  };
  const asked = (expression: string): readonly unknown[] =>
    deps
      .sql('SELECT rowid FROM candidate_fts WHERE candidate_fts MATCH ? ORDER BY rowid')
      .pluck()
      .all(expression);

  it('find whom the index finds, in every column and script (a part that is passed over would lose people)', () => {
    for (const beginning of BEGINNINGS) {
      for (const column of ['', 'cv : ', 'name : ']) {
        const expression = `${column}"${beginning}" *`;
        expect([expression, found(expression)]).toEqual([expression, asked(expression)]);
      }
    }
  });

  it('hold who came since, also with words that were not there', async () => {
    for (const beginning of BEGINNINGS) found(`"${beginning}" *`);
    await add(['manager', 'manatee', 'm1', 'mq']);
    for (const beginning of BEGINNINGS) {
      expect([beginning, found(`"${beginning}" *`)]).toEqual([
        beginning,
        asked(`"${beginning}" *`),
      ]);
    }
  });

  it('made in pieces are the same, and hold who came between two pieces', async () => {
    for (const expression of ['"manager"', '"ma" *', '"nobody"', '"xyz"']) {
      const piece = gatherPeople(deps, expression, 3);
      let pieces = 1;
      while (piece()) {
        pieces += 1;
        await add(['manager', 'nobody']);
      }
      expect(pieces).toBeGreaterThan(2);
      expect([expression, found(expression)]).toEqual([expression, asked(expression)]);
      expect(gatherPeople(deps, expression, 3)()).toBe(false);
    }
  });
});
