/** The words that make the application a command line instead of a window. */
const COMMANDS = [
  'import',
  'parse',
  'search',
  'show',
  'doctor',
  'help',
  '--help',
  '-h',
  '--version',
  '-V',
];

/**
 * The arguments for the command line, or null when a window is wanted. `argv` is the process's own; an unpackaged
 * application has its folder as second entry. Chromium's switches before the command are passed over.
 */
export function commandLineArguments(
  argv: readonly string[],
  packaged: boolean,
): readonly string[] | null {
  const given = argv.slice(packaged ? 1 : 2);
  const first = given.findIndex((arg) => COMMANDS.includes(arg) || !arg.startsWith('-'));
  const command = given[first];
  return command !== undefined && COMMANDS.includes(command) ? given.slice(first) : null;
}
