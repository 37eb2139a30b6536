// A window needs a display; a server has none, and gets a virtual one.

/** True when a window can be shown to somebody. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * A command line that has a display: the given one, or the same under a virtual display.
 * @param {readonly string[]} commandLine program and arguments
 * @returns {readonly [string, ...string[]]}
 */
export function withDisplay(commandLine) {
  return hasDisplay()
    ? commandLine
    : ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', ...commandLine];
}
