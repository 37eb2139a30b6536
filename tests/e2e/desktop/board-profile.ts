import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'vite';
import { REPO } from './app-fixture';

/** Inside the repository, where the program finds its packages. */
const OUT = path.join(REPO, 'node_modules', '.cache', 'make-board');

/** Fills a profile with a workspace that has candidates on one open job ("Ward nurse" at the Harbour Clinic), as the benchmark has them. */
export async function makeBoardProfile(profile: string, cards: number): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: REPO,
    resolve: { alias: [{ find: /^@\//, replacement: `${REPO}/` }] },
    build: {
      ssr: true,
      outDir: OUT,
      rollupOptions: {
        input: { 'make-board': path.join(REPO, 'bench', 'make-board-process.ts') },
      },
    },
  });
  execFileSync(process.execPath, [path.join(OUT, 'make-board.js'), profile, String(cards)]);
}
