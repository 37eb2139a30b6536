import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Where the workspace is when nobody says otherwise: the same folder for the desktop application and the command line.
 * `LONGLIST_WORKSPACE` names another.
 */
export function defaultWorkspaceDir(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const named = env.LONGLIST_WORKSPACE;
  if (named !== undefined && named !== '') return path.resolve(named);
  return path.join(applicationDataDir(env), 'Longlist', 'workspace');
}

/** The folder in which the system wants applications to keep a person's data (as Electron's `appData`). */
function applicationDataDir(env: Readonly<Record<string, string | undefined>>): string {
  const home = os.homedir();
  switch (process.platform) {
    case 'darwin':
      return path.join(home, 'Library', 'Application Support');
    case 'win32':
      return env.APPDATA ?? path.join(home, 'AppData', 'Roaming');
    default:
      return env.XDG_CONFIG_HOME || path.join(home, '.config');
  }
}

/** Data that comes with Longlist. */
export interface Resources {
  readonly samplesDir: string;
  /** Holds pdf.js's `cmaps/`, `standard_fonts/` and `wasm/`. */
  readonly pdfDir: string;
  /** Holds `eng.traineddata.gz`. */
  readonly ocrDir: string;
}

/** Finds the data of libraries in `resources/` where a build has put it there, else in the packages that bring it. */
export function findResources(resourcesDir: string): Resources {
  const packages = path.join(resourcesDir, '..', 'node_modules');
  const first = (...places: readonly [string, ...string[]]): string =>
    places.find((place) => existsSync(place)) ?? places[0];
  return {
    samplesDir: path.join(resourcesDir, 'samples', 'cvs'),
    pdfDir: first(path.join(resourcesDir, 'pdf'), path.join(packages, 'pdfjs-dist')),
    ocrDir: first(
      path.join(resourcesDir, 'ocr'),
      path.join(packages, '@tesseract.js-data', 'eng', '4.0.0_best_int'),
    ),
  };
}
