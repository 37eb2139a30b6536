import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app } from 'electron';
import { isStillWithout } from './without-graphics';

/** By then the graphics process is up, or has been given up and replaced, in ms. */
const KNOWN_AFTER = 4000;

const file = (): string => path.join(app.getPath('userData'), 'graphics.json');

/**
 * Draws in software from the beginning where the last start found no graphics card: Chromium would start a graphics process that looks for
 * one, wait until it fails, and start another that does not. To be called before the application is ready. Returns whether it is looked for.
 */
export function drawAsLastTime(): boolean {
  try {
    const kept: unknown = JSON.parse(readFileSync(file(), 'utf8'));
    if (!isStillWithout(kept, process.versions['electron'], Date.now())) return true;
    app.disableHardwareAcceleration();
    return false;
  } catch {
    // Never started before, or with a graphics card.
    return true;
  }
}

/** Keeps for the next start whether one was found. */
export function rememberDrawing(): void {
  setTimeout(() => {
    const isWithout = app.getGPUFeatureStatus().gpu_compositing === 'disabled_software';
    const kept = isWithout
      ? writeFile(
          file(),
          JSON.stringify({ electron: process.versions['electron'], at: Date.now() }),
        )
      : rm(file(), { force: true });
    // Only the next start is slower.
    kept.catch(() => undefined);
  }, KNOWN_AFTER);
}
