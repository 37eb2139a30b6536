import { mkdirSync } from 'node:fs';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { systemClock } from '@/shared/kit/clock';
import { createWorkspace } from '@/shared/usecases/workspace/create-workspace';
import { createGenerator } from './generate-candidates';

/** Makes a workspace with that many generated candidates in an empty folder, through the same write path as an import. */
export async function makeWorkspace(dir: string, candidates: number): Promise<void> {
  mkdirSync(dir, { recursive: true });
  const opened = openWorkspaceDatabase(dir, { clock: systemClock });
  const store = createSqliteStore(opened.db, { clock: systemClock });
  const actor = await createWorkspace(
    { store, workspace: createWorkspaceReader(opened.db) },
    { name: 'Bench', userName: 'Bench' },
  );
  const generator = createGenerator({ ownerId: actor.id });
  for (let done = 0; done < candidates; done += 50) {
    const people = Array.from({ length: Math.min(50, candidates - done) }, () => generator.next());
    await store.commit({
      actor,
      action: 'resume.imported',
      changes: people.flatMap(({ changes }) => changes),
    });
  }
  opened.close();
}
