import { runCommandLine } from './run-command-line';
import { endProcess } from './output';

// The entry of the command line: under plain Node, and inside the application when it is started with a command.
endProcess(await runCommandLine(process.argv.slice(2)));
