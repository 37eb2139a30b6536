// A window needs a display; a server has none, and gets a virtual one.

/** True when a window can be shown to somebody. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @returns {{command?: string, prefix: readonly string[]}} what to put before a command so that it has a display */
export function display() {
  return hasDisplay()
    ? { prefix: [] }
    : { command: 'xvfb-run', prefix: ['-a', '-s', '-screen 0 1440x900x24'] };
}
