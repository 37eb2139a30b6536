import type { Command, CommandOptions } from 'commander';
import type { ExitCode } from '@/electron/cli/output';
import type { Surroundings } from '@/electron/cli/surroundings';

/** What commands are declared with. */
export interface Line {
  readonly program: Command;
  readonly place: Surroundings;
  /** A command that opens the workspace, with the options that each of those has: `deskOptions`. */
  readonly opens: (parent: Command, name: string, how?: CommandOptions) => Command;
  /** How the command came out. */
  readonly ended: (code: ExitCode) => void;
}
