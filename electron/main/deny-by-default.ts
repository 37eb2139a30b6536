import { app, session, type WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol';

/**
 * The window is hostile ground: it shows text from files of strangers. No navigation away from the application, no new
 * windows, no webviews, no permissions, no downloads, no certificates of its own choice.
 */
export function denyByDefault(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
  void app.whenReady().then(() => {
    const own = session.defaultSession;
    // The clipboard's write side is what "copy" buttons need; everything else is refused.
    own.setPermissionRequestHandler((_contents, permission, answer) => {
      answer(permission === 'clipboard-sanitized-write');
    });
    own.setPermissionCheckHandler(
      (_contents, permission) => permission === 'clipboard-sanitized-write',
    );
    own.on('will-download', (event) => event.preventDefault());
    // Belt and braces beside the CSP: whatever asks for the network is stopped here.
    own.webRequest.onBeforeRequest(
      { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'] },
      (_details, answer) => answer({ cancel: true }),
    );
  });
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
}

export const isOurs = (url: string): boolean =>
  url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
