import { app, BrowserWindow, ipcMain, nativeTheme, screen } from 'electron';
import { APP_ORIGIN } from './app-protocol';
import type { CoreSupervisor } from './core-supervisor';
import { isOurs } from './deny-by-default';
import { readWindowPlace, rememberWindowPlace } from './window-place';

export interface WindowDeps {
  readonly preload: string;
  readonly core: CoreSupervisor;
}

/** Opens a window on a route of the application. The page is shown when it has something to show: no white flash. */
export function openWindow(route: string, deps: WindowDeps): BrowserWindow {
  const place = readWindowPlace(screen.getPrimaryDisplay().workAreaSize);
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Longlist',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101114' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: deps.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  if (place.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberWindowPlace(window);
  connectOnRequest(window, deps.core);
  void window.loadURL(`${APP_ORIGIN}/index.html#${route}`);
  return window;
}

/** The page asks for a port when it has loaded, and again after the core was restarted. */
function connectOnRequest(window: BrowserWindow, core: CoreSupervisor): void {
  const { webContents } = window;
  // The page asks again while it waits; one port is enough.
  let connecting = false;
  const onRequest = (event: Electron.IpcMainEvent): void => {
    if (event.sender !== webContents || !isOurs(event.senderFrame?.url ?? '')) return;
    if (connecting) return;
    connecting = true;
    void core.connect().then((port) => {
      connecting = false;
      if (window.isDestroyed()) port.close();
      else webContents.postMessage('port', null, [port]);
    });
  };
  ipcMain.on('request-port', onRequest);
  window.on('closed', () => ipcMain.off('request-port', onRequest));
  // A window whose process died is loaded again once; the work is in the core and the database, not in the page.
  webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit' && !window.isDestroyed() && app.isReady())
      webContents.reload();
  });
}
