import { app } from 'electron';

/**
 * Prints `usable` on standard output once an element that matches `selector` has been painted in the first window, with
 * the resident memory of all processes in MB (working set as the system reports it).
 */
export function announceWhenUsable(selector) {
  app.once('browser-window-created', (_event, window) => {
    window.webContents.once('dom-ready', async () => {
      await window.webContents.executeJavaScript(painted(selector));
      const memory =
        app.getAppMetrics().reduce((sum, one) => sum + one.memory.workingSetSize, 0) / 1024;
      process.stdout.write(`usable ${memory.toFixed(0)}\n`);
    });
  });
}

// Two animation frames after the element is there, its first frame has been handed to the compositor.
const painted = (selector) => `new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector(${JSON.stringify(selector)})) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
  };
  look();
})`;
