import { app } from 'electron';
import { memoryOfAll } from './memory.mjs';

/**
 * Prints `usable` on standard output once an element that matches `selector` has been painted in the first window, and then `memory` with
 * that of all processes in MB: pages that processes share counted once, and each process by itself.
 */
export function announceWhenUsable(selector) {
  app.once('browser-window-created', (_event, window) => {
    window.webContents.once('dom-ready', async () => {
      await window.webContents.executeJavaScript(painted(selector));
      process.stdout.write('usable\n');
      const { shared, resident } = memoryOfAll();
      process.stdout.write(`memory ${shared.toFixed(0)} ${resident.toFixed(0)}\n`);
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
