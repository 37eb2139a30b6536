import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { PORT_MESSAGE, REQUEST_PORT_EVENT } from '@/shared/contract/shell/port-messages';
import type { ShellBridge } from '@/shared/contract/shell/shell';

// Runs sandboxed beside the page. It hands the page its port to the core and two functions; nothing else of Electron.

const bridge: ShellBridge = {
  shell: (action, input) => ipcRenderer.invoke('shell', action, input),
  dropFiles: (files) => {
    const paths = files.flatMap((file) =>
      file instanceof File ? [webUtils.getPathForFile(file)] : [],
    );
    return ipcRenderer.invoke('shell', 'dropFiles', { paths: paths.filter((path) => path !== '') });
  },
};
contextBridge.exposeInMainWorld('longlist', bridge);

// The port is asked for before the page's scripts run, and handed over at once when they ask for it: a message would wait until the page has
// drawn its first screen, whose questions wait for the port (docs/decisions/start-time.md).
let port: MessagePort | null = null;
let isWanted = false;

const request = (): void => ipcRenderer.send('request-port');
const handOver = (): void => {
  if (!isWanted || port === null) return;
  const given = port;
  isWanted = false;
  port = null;
  // The page checks that it comes from its own window; a port cannot be passed through contextBridge.
  window.dispatchEvent(
    new MessageEvent('message', { data: PORT_MESSAGE, source: window, ports: [given] }),
  );
};

ipcRenderer.on('port', (event) => {
  const [arrived = null] = event.ports;
  port = arrived;
  // The core may stop before the page takes it.
  arrived?.addEventListener('close', () => {
    if (port === arrived) port = null;
  });
  handOver();
});
window.addEventListener(REQUEST_PORT_EVENT, () => {
  isWanted = true;
  if (port === null) request();
  else handOver();
});
request();
