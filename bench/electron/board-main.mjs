// Longlist's own main, with somebody dragging cards: opens the board, takes a card with the mouse and carries it over the columns and back,
// drops it, and does so again. Times between animation frames go to standard output as JSON, those at rest beside them.
import { app } from 'electron';

const DRAGS = Number(process.env.BENCH_DRAGS);
/** Places of the mouse in one drag, and the time between two, ms: a hand that moves for three seconds. */
const MOVES = 180;
const MOVE_MS = 16;

const windowShown = new Promise((resolve) => {
  app.once('browser-window-created', (_event, window) => {
    window.webContents.once('dom-ready', () => resolve(window));
  });
});
await import('../../dist/node/main.js');
// Not awaited at the top level: Electron waits for this module to end before it is ready.
void drag().then(
  (figures) => {
    process.stdout.write(`figures ${JSON.stringify(figures)}\n`);
    app.quit();
  },
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  },
);

async function drag() {
  const window = await windowShown;
  window.setContentSize(1400, 900);
  const page = window.webContents;
  await page.executeJavaScript("location.hash = '#/pipeline'");
  await page.executeJavaScript(CARDS_SHOWN);
  await pause(2000);
  await page.executeJavaScript(RECORD);
  await pause(3000);
  const rest = await page.executeJavaScript('window.takeFrames()');
  const dragging = [];
  const dropping = [];
  let moved = 0;
  for (let n = 0; n < DRAGS; n++) {
    const { card, columns, name } = await page.executeJavaScript(PLACES);
    send(page, 'mouseMove', card);
    send(page, 'mouseDown', card);
    await page.executeJavaScript('window.takeFrames()');
    for (let step = 1; step <= MOVES; step++) {
      // Over all columns and back to the one beside the first.
      const swing = Math.sin((step / MOVES) * Math.PI * 3);
      const to = columns[step === MOVES ? 1 : Math.round(((swing + 1) / 2) * (columns.length - 1))];
      send(page, 'mouseMove', { x: to.x, y: to.y + (step % 40) });
      await pause(MOVE_MS);
    }
    dragging.push(...(await page.executeJavaScript('window.takeFrames()')));
    send(page, 'mouseUp', columns[1]);
    await pause(1500);
    dropping.push(...(await page.executeJavaScript('window.takeFrames()')));
    const after = await page.executeJavaScript(PLACES);
    if (after.name !== name) moved += 1;
  }
  return { rest, dragging, dropping, moved };
}

const send = (page, type, { x, y }) =>
  page.sendInputEvent({ type, x: Math.round(x), y: Math.round(y), button: 'left', clickCount: 1 });

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const CARDS_SHOWN = `new Promise((resolve) => {
  const look = () => (document.querySelector('[data-card]') ? resolve(true) : requestAnimationFrame(look));
  look();
})`;

// The middle of the first card, below its link, and of every column.
const PLACES = `(() => {
  const first = document.querySelector('[data-card]');
  const box = first.getBoundingClientRect();
  const columns = [...document.querySelectorAll('section[data-column]')].map((column) => {
    const { left, top, width } = column.getBoundingClientRect();
    return { x: Math.min(left + width / 2, innerWidth - 60), y: top + 200 };
  });
  return { card: { x: box.left + box.width / 2, y: box.bottom - 12 }, columns, name: first.dataset.card };
})()`;

const RECORD = `(() => {
  let deltas = [];
  let last = null;
  const frame = (now) => {
    if (last !== null) deltas.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.takeFrames = () => {
    const taken = deltas;
    deltas = [];
    return taken;
  };
})()`;
