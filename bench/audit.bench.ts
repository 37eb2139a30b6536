import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { statementsOf } from '@/db/sqlite/statements';
import { verifyStep } from '@/db/sqlite/stores/audit-chain';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { ADMIN as actor, TEST_KEY, usersIn } from '@/db/store-tests/harness';
import type { AuditNote } from '@/shared/domain/audit/notes';
import type { ActionName, Change } from '@/shared/domain/history/change';
import { systemClock } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import { createGenerator } from './generate-candidates';
import { realisticVocabulary } from './vocabulary';

// What an audit entry costs a write, and how fast the chain is checked. The same changes are committed under an action that is audited and
// under one that is not, in turn, in one run: an edit of one field of one person (a commit of its own, safe from a power cut), and an import
// of people, fifty a commit.

const EDITS = 1500;
const IMPORTS = 20;
const ENTRIES = 400_000;

const dir = mkdtempSync(path.join(tmpdir(), 'longlist-bench-audit-'));
try {
  await main();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const database = openWorkspaceDatabase(dir, { clock: systemClock, key: TEST_KEY });
  const store = createSqliteStore(database.db, { clock: systemClock });
  await store.commit({ actor, action: 'workspace.created', changes: usersIn });
  const people = createGenerator({ vocabulary: realisticVocabulary, ownerId: actor.id });
  const commit = (action: ActionName, changes: readonly Change[]) =>
    store.commit({ actor, action, changes });
  console.log(`machine load ${loadavg()[0]?.toFixed(1)}`);

  const batches = Array.from({ length: 2 * IMPORTS }, () =>
    Array.from({ length: 50 }, () => people.next()),
  );
  const imports = await inTurn(batches, (batch, isAudited) =>
    commit(
      isAudited ? 'resume.imported' : 'search.made',
      batch.flatMap(({ changes }) => changes),
    ),
  );
  tell('import of 50 people a commit', imports, 'hardly slower');

  const ids = batches
    .flat()
    .flatMap(({ changes }) =>
      changes.flatMap((change) =>
        change.entity === 'candidate' && change.op === 'insert' ? [change.row.id] : [],
      ),
    );
  const edits = await inTurn(
    Array.from({ length: 2 * EDITS }, (_, at) => at),
    (at, isAudited) => {
      const id = ids[at % ids.length] ?? '';
      const version = Number(
        database.db.prepare('SELECT version FROM candidate WHERE id = ?').pluck().get(id),
      );
      return commit(isAudited ? 'candidate.edited' : 'search.made', [
        { op: 'update', entity: 'candidate', id, version, patch: { headline: `Title ${at}` } },
      ]);
    },
  );
  tell('edit of one field', edits, 'at most 1.30 ×');

  database.db.pragma('synchronous = OFF');
  const notes = Array.from(
    { length: 2000 },
    (): AuditNote => ({
      action: 'resume.downloaded',
      entityType: 'candidate',
      entityId: newId(),
      metadata: { fields: 'candidate.headline', format: 'pdf', resumeId: newId() },
    }),
  );
  for (let made = 0; made < ENTRIES; made += notes.length) {
    await store.commit({ actor, action: 'audit.noted', changes: [], audit: notes });
  }
  const sql = statementsOf(database.db);
  for (const round of [1, 2, 3]) {
    const before = process.cpuUsage();
    const started = performance.now();
    let place: Parameters<typeof verifyStep>[1] = null;
    let longest = 0;
    for (let done = false; !done; ) {
      const stepped = performance.now();
      const step = verifyStep(sql, place, 10_000);
      longest = Math.max(longest, performance.now() - stepped);
      if (step.broken !== null) throw new Error(JSON.stringify(step.broken));
      done = step.done;
      place = step.at;
    }
    const count = place?.seq ?? 0;
    const ms = cpuSince(before);
    const wall = performance.now() - started;
    console.log(
      `check ${round} of ${count} entries: ${((count / ms) * 1000).toFixed(0)} a second of processor time, ${((count / wall) * 1000).toFixed(0)} by the clock (bar: 200000); a step of 10,000 took ${longest.toFixed(0)} ms at most`,
    );
  }
  database.close();
}

interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

/** Every other item with an audit entry and without. */
async function inTurn<T>(
  items: readonly T[],
  write: (item: T, isAudited: boolean) => Promise<unknown>,
): Promise<{ readonly withEntry: readonly Cost[]; readonly without: readonly Cost[] }> {
  const withEntry: Cost[] = [];
  const without: Cost[] = [];
  for (const [at, item] of items.entries()) {
    const before = process.cpuUsage();
    const started = performance.now();
    await write(item, at % 2 === 0);
    (at % 2 === 0 ? withEntry : without).push({
      cpu: cpuSince(before),
      wall: performance.now() - started,
    });
  }
  return { withEntry, without };
}

function tell(
  name: string,
  { withEntry, without }: Awaited<ReturnType<typeof inTurn>>,
  bar: string,
): void {
  const of = (costs: readonly Cost[], kind: keyof Cost): string =>
    (costs.reduce((sum, cost) => sum + cost[kind], 0) / costs.length).toFixed(3);
  const median = (costs: readonly Cost[]): number =>
    costs.map(({ wall }) => wall).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0;
  console.log(
    `${name}: with an entry ${of(withEntry, 'cpu')} ms of processor time, ${median(withEntry).toFixed(3)} by the clock (median); without ${of(without, 'cpu')}, ${median(without).toFixed(3)}: ${(Number(of(withEntry, 'cpu')) / Number(of(without, 'cpu'))).toFixed(2)} × and ${(median(withEntry) / median(without)).toFixed(2)} × (bar: ${bar})`,
  );
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
