import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, ipcMain } from 'electron';
import { registerAppScheme, serveAppProtocol } from './app-protocol';
import { commandLineArguments } from './command-line-arguments';
import { createCoreSupervisor } from './core-supervisor';
import { denyByDefault } from './deny-by-default';
import { drawAsLastTime, rememberDrawing } from './graphics';
import { openWindow } from './window';

// The entry of the desktop application: it puts the pieces together and owns nothing itself.

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.dirname(here);
const resourcesDir = app.isPackaged
  ? path.join(process.resourcesPath, 'app.asar', 'resources')
  : path.join(dist, '..', 'resources');

registerAppScheme();
// The page's scripts run while the graphics process starts, instead of waiting for it; and the window has no network, so that there need
// not be a process for it (docs/decisions/start-time.md).
app.commandLine.appendSwitch(
  'enable-features',
  'EstablishGpuChannelAsync,NetworkServiceInProcess2',
);
app.setName('Longlist');
const looksForGraphics = drawAsLastTime();

// Not awaited: Electron holds back `ready` until this module has run to its end, and both wait for `ready`.
const args = commandLineArguments(process.argv, app.isPackaged);
if (args) {
  const entries = { entry: path.join(here, 'cli.js'), parserEntry: path.join(here, 'parse.js') };
  void import('./command-line').then(({ runCommandLine }) => runCommandLine(args, entries));
} else if (app.requestSingleInstanceLock()) {
  void runDesktop();
} else {
  // Another window of this profile is open: it comes to the front (second-instance) and this one goes.
  app.quit();
}

async function runDesktop(): Promise<void> {
  await app.whenReady();
  // First of all: the core takes longer to come up than the window.
  const compiledDir = path.join(app.getPath('userData'), 'compiled');
  const core = createCoreSupervisor({
    coreEntry: path.join(here, 'cached-program.cjs'),
    coreArguments: [path.join(here, 'core.cjs'), path.join(compiledDir, 'core')],
    parserEntry: path.join(here, 'parse.js'),
    init: {
      workspaceDir:
        process.env.LONGLIST_WORKSPACE ?? path.join(app.getPath('userData'), 'workspace'),
      resourcesDir,
      queryEntry: path.join(here, 'cached-program.cjs'),
      queryArguments: [path.join(here, 'query.cjs'), path.join(compiledDir, 'query')],
      version: app.getVersion(),
      logFile: path.join(app.getPath('userData'), 'logs', 'core.log'),
      parsers: null,
      plain: !app.isPackaged && process.env.LONGLIST_PLAIN === '1',
      cheapPassphrase: !app.isPackaged && process.env.LONGLIST_CHEAP_PASSPHRASE === '1',
    },
  });
  denyByDefault();
  serveAppProtocol(path.join(dist, 'renderer'));
  const windowDeps = { preload: path.join(dist, 'preload', 'preload.cjs'), core };
  // While a window is made this thread is held, and the core's process would be started after it. Everything on screen waits for the core.
  await core.launched;
  openWindow('/candidates', windowDeps);
  if (looksForGraphics) rememberDrawing();

  // Read with the first call: its schemas would hold up the files of the window, which this thread serves, and what it brings of Node the start.
  const shellActions = once(async () => {
    const [{ createShellActions }, { createHandles }] = await Promise.all([
      import('./shell-actions'),
      import('./handles'),
    ]);
    return createShellActions({
      handles: createHandles(core),
      core,
      openWindow: (route) => openWindow(route, windowDeps),
    });
  });
  ipcMain.handle('shell', async (event, action: unknown, input: unknown) =>
    (await shellActions())(event, action, input),
  );
  void import('./menu').then(({ buildMenu }) => buildMenu());

  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow('/candidates', windowDeps);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeCoreBeforeQuitting(core);
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => (made ??= make());
}

/** Quitting waits for the core to finish what is in hand and close the database, for five seconds at most. */
function closeCoreBeforeQuitting(core: {
  readonly shutdown: (deadlineMs: number) => Promise<void>;
}): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.shutdown(5_000).finally(() => {
      closed = true;
      app.quit();
    });
  });
}
