import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';

interface WindowPlace {
  readonly bounds: Electron.Rectangle;
  readonly maximised: boolean;
}

/** A place that was kept and that a window fits in. By hand: a schema library loaded here would delay every start. */
function isPlace(value: unknown): value is WindowPlace {
  if (!isRecord(value) || !isRecord(value['bounds'])) return false;
  const { x, y, width, height } = value['bounds'];
  return (
    [x, y, width, height].every(Number.isInteger) &&
    Number(width) >= 1024 &&
    Number(height) >= 700 &&
    typeof value['maximised'] === 'boolean'
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const file = (): string => path.join(app.getPath('userData'), 'window.json');

/** Where the window stood last time, or a comfortable place on a display of the given size (pixels). */
export function readWindowPlace(display: {
  readonly width: number;
  readonly height: number;
}): WindowPlace {
  try {
    // Read once, before the first window exists: nothing is there to be blocked yet.
    const kept: unknown = JSON.parse(readFileSync(file(), 'utf8'));
    if (isPlace(kept)) return kept;
  } catch {
    // Never opened before, or unreadable: the default is as good as a lost position.
  }
  return { bounds: centred(display), maximised: false };
}

/** Keeps the place half a second after the last move or resize. */
export function rememberWindowPlace(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed()) return;
      const place: WindowPlace = {
        bounds: window.getNormalBounds(),
        maximised: window.isMaximized(),
      };
      // Losing the position of a window is not worth telling anyone about.
      writeFile(file(), JSON.stringify(place)).catch(() => undefined);
    }, 500);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('closed', () => clearTimeout(timer));
}

function centred(display: {
  readonly width: number;
  readonly height: number;
}): WindowPlace['bounds'] {
  const width = Math.max(1024, Math.min(1440, display.width));
  const height = Math.max(700, Math.min(900, display.height));
  return {
    width,
    height,
    x: Math.max(0, Math.floor((display.width - width) / 2)),
    y: Math.max(0, Math.floor((display.height - height) / 2)),
  };
}
