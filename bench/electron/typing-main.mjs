// Longlist's own main, with somebody at its keyboard: types each of BENCH_QUERIES into the search box key by key, and takes the time from
// each key to the frame after the list says that it answers what is typed now, and how many it found. The figures go to standard output as
// JSON.
import { app } from 'electron';
import { memoryOfAll } from './memory.mjs';

/** Of a query: what is typed, and how many are found after each of its letters. */
const QUERIES = JSON.parse(process.env.BENCH_QUERIES);
const PATIENCE_MS = 5000;

const windowShown = new Promise((resolve) => {
  app.once('browser-window-created', (_event, window) => {
    window.webContents.once('dom-ready', () => resolve(window));
  });
});
await import('../../dist/node/main.js');
// Not awaited at the top level: Electron waits for this module to end before it is ready.
void type().then(
  (figures) => {
    process.stdout.write(`figures ${JSON.stringify(figures)}\n`);
    app.quit();
  },
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  },
);

async function type() {
  const page = (await windowShown).webContents;
  await page.executeJavaScript(SETUP);
  await pause(3000);
  const keys = [];
  const missing = [];
  for (const { text, totals } of QUERIES) {
    await page.executeJavaScript('window.emptyBox()');
    await pause(250);
    for (const [index, letter] of [...text].entries()) {
      const typed = text.slice(0, index + 1);
      const answered = page.executeJavaScript(
        `window.answered(${JSON.stringify(typed)}, ${totals[index]}, ${PATIENCE_MS})`,
      );
      press(page, letter);
      const ms = await answered;
      if (ms === null) missing.push(typed);
      else keys.push({ typed, ms });
      await pause(60);
    }
  }
  await pause(1000);
  return { keys, missing, memory: memoryOfAll() };
}

function press(page, letter) {
  page.sendInputEvent({ type: 'keyDown', keyCode: letter });
  page.sendInputEvent({ type: 'char', keyCode: letter });
  page.sendInputEvent({ type: 'keyUp', keyCode: letter });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// The key's own time stamp is when the window got it. The list says which text its rows answer: the number alone may be that of the text
// before. At the second frame after that, the first has been handed to the compositor. Nothing runs in the page while it is waited for.
const SETUP = `new Promise((resolve) => {
  let pressed = 0;
  addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
  const box = () => document.getElementById('global-search');
  window.emptyBox = () => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    box().focus();
    set.call(box(), '');
    box().dispatchEvent(new Event('input', { bubbles: true }));
  };
  window.answered = (typed, total, patience) => new Promise((done) => {
    const late = setTimeout(() => end(null), patience);
    const look = () => {
      const { text, total: found } = document.querySelector('[data-total]')?.dataset ?? {};
      if (text !== typed || found !== String(total)) return;
      changes.disconnect();
      requestAnimationFrame(() => requestAnimationFrame((now) => end(now - pressed)));
    };
    const end = (ms) => {
      changes.disconnect();
      clearTimeout(late);
      done(ms);
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { subtree: true, attributeFilter: ['data-text', 'data-total'] });
    // The key may have been there first, and its answer known already.
    look();
  });
  const rows = () =>
    document.querySelector('[role="row"][aria-rowindex="10"]') && box() ? resolve(true) : requestAnimationFrame(rows);
  rows();
})`;
