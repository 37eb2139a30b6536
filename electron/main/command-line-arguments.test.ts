import { describe, expect, it } from 'vitest';
import { commandLineArguments } from './command-line-arguments';

describe('commandLineArguments', () => {
  it('opens a window when nothing, or only switches, are given', () => {
    expect(commandLineArguments(['/opt/longlist'], true)).toBeNull();
    expect(commandLineArguments(['electron', '/repo', '--no-sandbox'], false)).toBeNull();
  });

  it('opens a window for a file that is not a command', () => {
    expect(commandLineArguments(['/opt/longlist', '/home/a/import.pdf'], true)).toBeNull();
  });

  it('passes over switches of the runtime before the command and keeps those after it', () => {
    expect(
      commandLineArguments(['/opt/longlist', '--no-sandbox', 'import', 'cvs', '--json'], true),
    ).toEqual(['import', 'cvs', '--json']);
  });
});
