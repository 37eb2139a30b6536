import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * A display for the windows of one worker, named in the environment of what it starts: windows of two workers on one display would take
 * each other's focus and clipboard. Where there is a display already, it is that one (and playwright.config.ts has one worker).
 */
export async function startDisplay(): Promise<{ readonly name: string; readonly end: () => void }> {
  if (!needsDisplay()) return { name: process.env['DISPLAY'] ?? '', end: () => undefined };
  // It answers on its output with the number it found free.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const [first] = await once(server.stdout, 'data');
  const name = `:${String(first).trim()}`;
  process.env['DISPLAY'] = name;
  return { name, end: () => server.kill() };
}

/** Whether windows have nowhere to be shown, as on a server. */
export const needsDisplay = (): boolean =>
  process.platform === 'linux' &&
  process.env['DISPLAY'] === undefined &&
  process.env['WAYLAND_DISPLAY'] === undefined;
