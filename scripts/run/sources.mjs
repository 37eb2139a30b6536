// One hash over the files that a build depends on, to know whether it is still good.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRepo } from '../setup/places.mjs';

/** Sample CVs are read at run time, never built in; tests change no program. */
const NOT_BUILT_IN = /(^|\/)resources\/samples\/|\.test\.tsx?$/;

/**
 * SHA-256 over names and contents. Contents and not times: a checkout of another branch and back is no change.
 * @param {readonly string[]} places files and folders, relative to the checkout; missing ones count as absent
 */
export function hashOfSources(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesUnder).filter((name) => !NOT_BUILT_IN.test(name))) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(inRepo(file)));
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  if (!existsSync(inRepo(place))) return [];
  if (statSync(inRepo(place)).isFile()) return [place];
  return readdirSync(inRepo(place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(inRepo(), path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}
