import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const KNOWN_PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
].filter(Boolean);

/** Prints HTML with an installed Chromium or Chrome. Call `close` when done. */
export async function openPrinter() {
  const executablePath = KNOWN_PLACES.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium found: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
    );
  }
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  const folder = mkdtempSync(join(tmpdir(), 'longlist-samples-'));

  // From a file, because a page without an address may not load the fonts beside it.
  const show = async (html, options) => {
    const path = join(folder, 'page.html');
    writeFileSync(path, html);
    const page = await browser.newPage(options);
    await page.goto(pathToFileURL(path).href);
    await page.evaluate(() => document.fonts.ready);
    return page;
  };

  return {
    async pdf(html, options = {}) {
      const page = await show(html);
      const bytes = await page.pdf({
        printBackground: true,
        preferCSSPageSize: true,
        tagged: true,
        ...options,
      });
      await page.close();
      return withoutClock(bytes);
    },
    async picture(html, { width, height, scale, type = 'jpeg', quality = 55 }) {
      const page = await show(html, { viewport: { width, height }, deviceScaleFactor: scale });
      const bytes = await page.screenshot(type === 'jpeg' ? { type, quality } : { type });
      await page.close();
      return bytes;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Chromium writes the time of printing; a fixed one of equal length keeps the files the same. */
function withoutClock(bytes) {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/\(D:\d{14}/g, '(D:20241104090000'), 'latin1');
}
