import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { z } from 'zod';

const placeSchema = z.object({
  bounds: z.object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(1024),
    height: z.number().int().min(700),
  }),
  maximised: z.boolean(),
});
type WindowPlace = z.infer<typeof placeSchema>;

const file = (): string => path.join(app.getPath('userData'), 'window.json');

/** Where the window stood last time, or a comfortable place on a display of the given size (pixels). */
export function readWindowPlace(display: {
  readonly width: number;
  readonly height: number;
}): WindowPlace {
  try {
    // Read once, before the first window exists: nothing is there to be blocked yet.
    return placeSchema.parse(JSON.parse(readFileSync(file(), 'utf8')));
  } catch {
    // Never opened before, or unreadable: the default is as good as a lost position.
    return {
      bounds: centred(display),
      maximised: false,
    };
  }
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
