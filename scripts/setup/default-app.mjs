// What `electron <folder> [arguments]` runs first. Electron's own runtime brings such a program as resources/default_app.asar; the
// fallback runtime has none, so this one is packed into it. It keeps to Electron's documented behaviour: `-r` modules first, then the
// name, version and main file from the folder's package.json, with process.argv left as it came.
//
// It is an ES module that awaits the application at its top level, because Electron holds back `ready` only until this file has run:
// an application whose main file is an ES module would otherwise start after `ready` and be too late for registering schemes.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { modules, target } = readArguments(process.argv.slice(1));
const require = createRequire(import.meta.url);
for (const module of modules) require(path.resolve(module));

if (target === undefined) {
  console.error('usage: electron [-r module] <folder or file> [arguments]');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
await import(pathToFileURL(introduce(path.resolve(target))).href);

/** Gives Electron the application's name and folder, and returns its main file. */
function introduce(place) {
  const isFolder = statSync(place).isDirectory();
  const folder = isFolder ? place : path.dirname(place);
  const packageFile = path.join(folder, 'package.json');
  const about = existsSync(packageFile) ? JSON.parse(readFileSync(packageFile, 'utf8')) : {};
  if (about.version) app.setVersion(about.version);
  const name = about.productName ?? about.name;
  if (name) {
    app.setName(name);
    if (!app.commandLine.hasSwitch('user-data-dir')) {
      app.setPath('userData', path.join(app.getPath('appData'), name));
    }
  }
  app.setAppPath(folder);
  return isFolder ? path.join(folder, about.main ?? 'index.js') : place;
}

function readArguments(args) {
  const found = { modules: [], target: undefined };
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '-r' || args[at] === '--require') {
      at += 1;
      found.modules.push(args[at]);
    } else if (!args[at].startsWith('-')) {
      found.target = args[at];
      break;
    }
  }
  return found;
}
