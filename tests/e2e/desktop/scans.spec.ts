import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, pickerAnswers, REPO, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows, search } from './desk';

const SCANS = path.join(REPO, 'tests', 'fixtures', 'scans');

/** What is in the fixtures: made by tests/fixtures/scans/make-scans.mjs. */
const PEOPLE = ['Petra Kowalska', 'Henrik Solberg', 'Nadia Benali', 'Tomas Varga'];

test('pages from office scanners (fax G3 and G4, JBIG2, JPEG 2000) are read and shown', async ({
  start,
}) => {
  const { app, window, errors } = await start();
  await nameWorkspace(window);
  await pickerAnswers(
    app,
    ['fax-g3', 'fax-g4', 'jbig2', 'jpeg2000'].map((name) => path.join(SCANS, `${name}.pdf`)),
  );
  await window.getByRole('button', { name: 'Choose files…' }).click();
  await importEnded(window);
  for (const name of PEOPLE) {
    await goTo(window, 'Candidates');
    await search(window, name);
    await expect(rows(window)).toHaveCount(1);
    await rows(window).first().getByText(name).first().click();
    await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
    // The worst that can happen is a page that is drawn and white.
    await expect.poll(() => inkOf(window), { message: name }).toBeGreaterThan(2_000);
  }
  // The policy was not violated on the way, neither by the page nor by the worker.
  expect(errors).toEqual([]);
});

/** How many dark pixels the drawn page has; 0 while it is not drawn. */
const inkOf = (window: Page): Promise<number> =>
  window.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-drawn]');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return 0;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 255) < 100 && data[at + 3] === 255) dark += 1;
    return dark;
  });
