// Longlist's own main with a second line to its core, driven from beside it: the candidate list is scrolled without a pause while
// searches are asked, first at rest and then while the folder BENCH_FOLDER is imported. The figures go to standard output as JSON.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { app, MessageChannelMain, utilityProcess } from 'electron';

const REST_MS = 12_000;
const HANDLE = 'bench';
const WORDS = JSON.parse(process.env.BENCH_WORDS);

// The supervisor forks the core; the bench needs it too, to ask and to import as the window does.
const fork = utilityProcess.fork.bind(utilityProcess);
const coreForked = new Promise((resolve) => {
  utilityProcess.fork = (entry, ...rest) => {
    const child = fork(entry, ...rest);
    if (entry.endsWith('cached-program.cjs')) resolve(child);
    return child;
  };
});
const windowShown = new Promise((resolve) => {
  app.once('browser-window-created', (_event, window) => {
    window.webContents.once('dom-ready', () => resolve(window));
  });
});
await import('../../dist/node/main.js');
// Not awaited at the top level: Electron waits for this module to end before it is ready.
void drive().then(
  (figures) => {
    process.stdout.write(`figures ${JSON.stringify(figures)}\n`);
    app.quit();
  },
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  },
);

async function drive() {
  const [core, window] = await Promise.all([coreForked, windowShown]);
  const page = window.webContents;
  await page.executeJavaScript(ROWS_SHOWN);
  const client = connect(core);
  await client.workspace.status();
  await pause(2000);

  const rest = await measure(page, client, () => pause(REST_MS));

  core.postMessage({ type: 'grant', handle: HANDLE, paths: [process.env.BENCH_FOLDER] });
  const begun = performance.now();
  const { id } = await client.imports.start({ handle: HANDLE });
  let last = null;
  const busy = await measure(page, client, async () => {
    do {
      await pause(250);
      last = await client.imports.get({ id });
    } while (last.state !== 'done' && last.state !== 'failed' && last.state !== 'cancelled');
  });
  const seconds = (performance.now() - begun) / 1000;
  return { rest, busy, imported: { counts: last.counts, state: last.state, seconds } };
}

function connect(core) {
  const { port1, port2 } = new MessageChannelMain();
  core.postMessage({ type: 'connect' }, [port1]);
  const client = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  return client;
}

/** Scrolls and searches until `during` ends. Frames are the times between animation frames, in ms; searches are from asking to answer. */
async function measure(page, client, during) {
  await page.executeJavaScript(START_SCROLLING);
  const searching = searchUntilStopped(client);
  await during();
  const searches = await searching.stop();
  const frames = await page.executeJavaScript('window.stopScrolling()');
  return { frames, searches };
}

/** A person who types without ever reading: five searches a second, one word after the other. */
function searchUntilStopped(client) {
  const times = [];
  let isRunning = true;
  const loop = (async () => {
    for (let n = 0; isRunning; n++) {
      const begun = performance.now();
      await client.candidates.search(askFor(n));
      times.push(performance.now() - begun);
      await pause(200);
    }
  })();
  return {
    stop: async () => {
      isRunning = false;
      await loop;
      return times;
    },
  };
}

const word = (n) => WORDS[n % WORDS.length];
const byRelevance = { by: 'relevance', direction: 'desc' };
const MIX = [
  (n) => ({ text: `${word(n)} `, sort: byRelevance }),
  (n) => ({ text: word(n).slice(0, 2), sort: byRelevance }),
  (n) => ({ text: `${word(n)} ${word(n * 7 + 3)} `, sort: byRelevance }),
  () => ({ text: '"senior developer"', sort: byRelevance }),
  (n) => ({ text: `${word(n)} -${word(n + 1)} `, sort: byRelevance }),
  (n) => ({ text: `${word(n)} `, sort: { by: 'name', direction: 'asc' } }),
  () => ({ text: '', sort: { by: 'updatedAt', direction: 'desc' }, limit: 100 }),
  () => ({ text: '', filters: { missing: ['phone'] }, sort: { by: 'name', direction: 'asc' } }),
];
const askFor = (n) => MIX[n % MIX.length](n);

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const ROWS_SHOWN = `new Promise((resolve) => {
  const look = () =>
    document.querySelector('[role="row"][aria-rowindex="10"]') ? resolve(true) : requestAnimationFrame(look);
  look();
})`;

// One row a frame, down to the end and up again: every frame moves the list, and every page of it is read.
const START_SCROLLING = `(() => {
  const list = document.querySelector('[data-list]');
  const deltas = [];
  let step = 36;
  let last = null;
  let isRunning = true;
  const frame = (now) => {
    if (!isRunning) return;
    if (last !== null) deltas.push(now - last);
    last = now;
    const before = list.scrollTop;
    list.scrollTop = before + step;
    if (list.scrollTop === before) step = -step;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.stopScrolling = () => { isRunning = false; return deltas; };
})()`;
