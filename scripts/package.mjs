// `npm run package`: the unpacked application of this machine in release/, with the Electron runtime at hand and the fuses of
// electron-builder.yml. Prints the path of the executable as the last line of standard output.

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from './build.mjs';
import { electronRuntime } from './setup/electron.mjs';
import { inRepo } from './setup/places.mjs';
import { say, tell } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await tell(async () => {
  await setUp();
  await build(undefined, { quiet: true });
  await packageUnpacked(electronRuntime());
  console.log(executable());
});

async function packageUnpacked({ dist, version, fallback }) {
  if (fallback)
    say(`Packaging with the development fallback, Electron ${version}: not for release.`);
  // Imported late: this file is read before the npm packages are there.
  const { build: packageApplication, Platform } = await import('electron-builder');
  await packageApplication({
    projectDir: inRepo(),
    targets: Platform.current().createTarget('dir'),
    config: { electronDist: dist, electronVersion: version, afterPack: removeDefaultApp },
  });
}

/** electron-builder leaves a runtime that it was given as it is, with the program that opens any folder as an application. */
async function removeDefaultApp({ packager, appOutDir }) {
  await rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}

function executable() {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') {
    return inRepo('release', `mac${arch}`, 'Longlist.app', 'Contents', 'MacOS', 'Longlist');
  }
  if (process.platform === 'win32') {
    return inRepo('release', `win${arch}-unpacked`, 'Longlist.exe');
  }
  return path.join(inRepo('release', `linux${arch}-unpacked`), 'longlist');
}
