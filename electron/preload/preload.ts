import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { PORT_MESSAGE, REQUEST_PORT_MESSAGE } from '@/shared/contract/shell/port-messages';
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

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === REQUEST_PORT_MESSAGE)
    ipcRenderer.send('request-port');
});
ipcRenderer.on('port', (event) => {
  // The page checks that the message comes from its own window; a port cannot be passed through contextBridge.
  window.postMessage(PORT_MESSAGE, '*', event.ports);
});
