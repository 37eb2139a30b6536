import { expect, test } from './app-fixture';

// The window shows text from files of strangers. What it must not be able to do is tried here from inside the page.

test('the page has no Node, no network and no way out', async ({ start }) => {
  const { app, window } = await start();

  const inPage = await window.evaluate(async () => ({
    node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
    bridge: Object.keys(Reflect.get(globalThis, 'longlist')).sort(),
    fetch: await fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    ),
    // In a timer, because what the debugger itself evaluates is exempt from the policy.
    evaluated: await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-new-func -- the point is that the policy forbids it
          resolve(new Function('return 1')());
        } catch {
          resolve('refused');
        }
      });
    }),
    // Only the PDF worker may, under the policy of its own script.
    compiled: await new Promise((resolve) => {
      const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
      setTimeout(() => void WebAssembly.compile(empty).then(resolve, () => resolve('refused')));
    }),
    opened: globalThis.window.open('https://example.com/') === null,
  }));
  expect(inPage).toEqual({
    node: ['undefined', 'undefined'],
    bridge: ['dropFiles', 'shell'],
    fetch: 'refused',
    evaluated: 'refused',
    compiled: 'refused',
    opened: true,
  });

  await window.evaluate(() => globalThis.location.assign('https://example.com/'));
  await expect.poll(() => window.url()).toMatch(/^app:\/\/longlist\//);

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in the published types, but the one place that tells what a window was really given.
    return Reflect.apply(Reflect.get(contents ?? {}, 'getLastWebPreferences'), contents, []);
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('app:// serves the window and nothing beside it, under a strict policy', async ({ start }) => {
  const { app } = await start();
  const answers = await app.evaluate(async ({ net }) => {
    const get = async (address: string) => {
      const response = await net.fetch(address);
      return { status: response.status, policy: response.headers.get('content-security-policy') };
    };
    return {
      page: await get('app://longlist/index.html'),
      outside: await get('app://longlist/..%2f..%2fpackage.json'),
      preload: await get('app://longlist/%2e%2e/preload/preload.cjs'),
    };
  });
  expect(answers.page.status).toBe(200);
  expect(answers.page.policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(answers.page.policy).toContain("connect-src 'none'");
  expect(answers.outside.status).toBe(404);
  expect(answers.preload.status).toBe(404);
});

test('shell calls are checked by name and by input', async ({ start }) => {
  const { window } = await start();
  const calls = await window.evaluate(async () => {
    const { shell } = Reflect.get(globalThis, 'longlist');
    const outcome = (action: string, input: unknown) =>
      shell(action, input).then(
        (value: unknown) => value,
        () => 'refused',
      );
    return {
      unknown: await outcome('constructor', {}),
      wrongInput: await outcome('setTheme', { theme: 'pink' }),
      route: await outcome('openWindow', { route: '/../../etc/passwd' }),
      fileUrl: await outcome('openExternal', { url: 'file:///etc/passwd' }),
      scriptUrl: await outcome('openExternal', { url: 'javascript:alert(1)' }),
    };
  });
  expect(calls).toEqual({
    unknown: 'refused',
    wrongInput: 'refused',
    route: 'refused',
    fileUrl: { opened: false },
    scriptUrl: { opened: false },
  });
});
