// Longlist's own main, with somebody at its keyboard: types each of BENCH_QUERIES into the search box key by key, and takes the time from
// each key to the frame after the list says how many it found. The figures go to standard output as JSON.
import { app } from 'electron';

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
      const answered = page.executeJavaScript(`window.answered(${totals[index]}, ${PATIENCE_MS})`);
      press(page, letter);
      const ms = await answered;
      if (ms === null) missing.push(text.slice(0, index + 1));
      else keys.push({ typed: text.slice(0, index + 1), ms });
      await pause(60);
    }
  }
  await pause(1000);
  const memory = app.getAppMetrics().reduce((sum, one) => sum + one.memory.workingSetSize, 0);
  return { keys, missing, megabytes: memory / 1024 };
}

function press(page, letter) {
  page.sendInputEvent({ type: 'keyDown', keyCode: letter });
  page.sendInputEvent({ type: 'char', keyCode: letter });
  page.sendInputEvent({ type: 'keyUp', keyCode: letter });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// The key's own time stamp is when the window got it. Two frames after the list says its number, that has been handed to the compositor.
const SETUP = `new Promise((resolve) => {
  let pressed = 0;
  let answeredKey = 0;
  addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
  const box = () => document.getElementById('global-search');
  window.emptyBox = () => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    box().focus();
    set.call(box(), '');
    box().dispatchEvent(new Event('input', { bubbles: true }));
  };
  window.answered = (total, patience) => new Promise((done) => {
    const begun = performance.now();
    const look = () => {
      const shown = document.querySelector('[data-total]')?.getAttribute('data-total');
      if (pressed > answeredKey && shown === String(total)) {
        answeredKey = pressed;
        requestAnimationFrame((now) => done(now - pressed));
      } else if (performance.now() - begun > patience) done(null);
      else requestAnimationFrame(look);
    };
    look();
  });
  const rows = () =>
    document.querySelector('[role="row"][aria-rowindex="10"]') && box() ? resolve(true) : requestAnimationFrame(rows);
  rows();
})`;
