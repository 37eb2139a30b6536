// The yardstick: the smallest Electron window there is, usable as soon as its one button is painted.
import { app, BrowserWindow } from 'electron';
import { announceWhenUsable } from './announce.mjs';

announceWhenUsable('button');
// Not awaited at the top level: Electron waits for this module to end before it is ready.
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('data:text/html,<title>Bare</title><button>Ready</button>');
});
