// The npm packages, as package-lock.json names them.

import { existsSync, readFileSync } from 'node:fs';
import { inRepo } from './places.mjs';
import { run, SetupError, say, tail } from './run.mjs';

/** Installs the packages when they differ from package-lock.json; does nothing when they agree. */
export async function ensureDependencies() {
  const missing = firstDifference();
  if (missing === undefined) return;
  say(`Installing the npm packages (${missing}); about half a minute …`);
  const result = await run('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: inRepo(),
    seconds: 900,
  });
  if (!result.ok) {
    throw new SetupError(`npm ci failed:\n${tail(result.output)}`);
  }
}

/**
 * npm keeps a list of what it has installed, and writes it last. Comparing that list with the lock file tells a finished
 * installation from an interrupted or an outdated one, and does not reinstall after an ordinary `npm install`.
 * @returns {string | undefined} why an installation is needed
 */
function firstDifference() {
  const installedList = inRepo('node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'none yet';
  const wanted = JSON.parse(readFileSync(inRepo('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  for (const [where, entry] of Object.entries(wanted)) {
    if (where === '') continue;
    const present = installed[where];
    // Optional packages for other systems are in the lock file and never on this disk.
    if (present === undefined && (entry.optional || entry.devOptional)) continue;
    if (present?.version !== entry.version || !existsSync(inRepo(where))) {
      return `${where.replace(/^node_modules\//, '')} ${entry.version} is missing`;
    }
  }
  return undefined;
}
