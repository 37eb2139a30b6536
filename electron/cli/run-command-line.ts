import { Command, CommanderError, type CommandOptions, Option } from 'commander';
import { z } from 'zod';
import { declareBringIn } from './declare/bring-in';
import { declareDesk } from './declare/desk';
import { declareFind } from './declare/find';
import { declareKeep } from './declare/keep';
import type { Line } from './declare/line';
import { declareTakeOut } from './declare/take-out';
import { EXIT, type ExitCode, endQuietlyOnClosedPipe, report } from './output';
import type { WhoRuns } from './sign-in';
import { type BuiltPrograms, ownPrograms, surroundings } from './surroundings';

/** Runs `longlist …` and answers with the exit code. Never throws. */
export async function runCommandLine(
  args: readonly string[],
  programs: BuiltPrograms = ownPrograms(),
): Promise<ExitCode> {
  endQuietlyOnClosedPipe();
  let passphraseIn: string | null = null;
  let who: WhoRuns = {};
  const place = surroundings(programs, { passphraseFile: () => passphraseIn, who: () => who });
  let code: ExitCode = EXIT.ok;
  const workspace = () =>
    new Option('--workspace <dir>', 'folder of the workspace').env('LONGLIST_WORKSPACE');

  const passphraseFile = () =>
    new Option(
      '--passphrase-file <file>',
      'file whose first line is the passphrase; else LONGLIST_PASSPHRASE, the keychain, or asked for',
    ).argParser((file: string) => {
      passphraseIn = file;
    });

  const program = new Command('longlist')
    .description(
      'Turns folders of CVs into candidates you can find. Everything stays on this computer.',
    )
    .version(place.version, '-V, --version')
    .exitOverride()
    .showHelpAfterError('(longlist --help shows how)')
    .addHelpText('after', AFTER_HELP);

  const line: Line = {
    program,
    place,
    opens: (parent, name, how?: CommandOptions) =>
      parent
        .command(name, how)
        .addOption(workspace())
        .addOption(passphraseFile())
        .option('--json', 'print one JSON object'),
    ended: (how) => {
      code = how;
    },
  };
  declareBringIn(line);
  declareFind(line);
  declareTakeOut(line);
  declareKeep(line);
  declareDesk(line);
  for (const command of commandsOf(program)) {
    command
      .option('--user <email>', 'sign in as; LONGLIST_USER')
      .option('--password-file <file>', 'its first line is the password; else LONGLIST_PASSWORD')
      .option('--code <code>', 'of two-step sign-in, or a recovery code');
  }
  program.hook('preAction', (_, command) => {
    who = whoOptions.parse(command.opts());
  });

  try {
    await program.parseAsync([...withoutSwallowing(args)], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return report(error);
  }
}

/** A bare `--facets` takes nothing with it: in `--facets java` the word is what to look for. */
function withoutSwallowing(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return args.map((arg, at) =>
    arg === '--facets' && (end === -1 || at < end) ? '--facets=usual' : arg,
  );
}

// Commander hands options over untyped; what it was told above is said again here as types.
const whoOptions = z.object({
  user: z.string().optional(),
  passwordFile: z.string().optional(),
  code: z.string().optional(),
});

/** The commands that do something, not those that only hold others. */
const commandsOf = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(commandsOf);

const AFTER_HELP = `
The workspace is the one of the desktop application unless --workspace or
LONGLIST_WORKSPACE names another. Close the application before importing.
It is encrypted. Its key comes from --passphrase-file, LONGLIST_PASSPHRASE or
LONGLIST_RECOVERY_KEY, the keychain of this computer, or is asked for.

Where one signs in, a command runs as --user (or LONGLIST_USER), with the password
of --password-file or LONGLIST_PASSWORD, or typed when it is asked for.

Exit codes:
  0    done; files that could not be read are listed and do not change this
  1    failed: nothing could be read, found or opened
  2    wrong use: unknown command or option, a path that does not exist
  130  interrupted
`;
