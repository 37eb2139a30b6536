import { endProcess } from './output';
import { runCommandLine } from './run-command-line';

// The entry of the command line: under plain Node, and inside the application when it is started with a command.
// There Chromium's own switch, which root needs, may stand among the words; it is not ours.
const isOurs = (word: string): boolean => !process.versions.electron || word !== '--no-sandbox';
endProcess(await runCommandLine(process.argv.slice(2).filter(isOurs)));
