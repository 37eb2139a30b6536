import { interruption } from '@/electron/cli/interruption';
import { EXIT, type ExitCode, print, printJson, statusLine } from '@/electron/cli/output';
import { openCore, type Surroundings, workspaceDirOf } from '@/electron/cli/surroundings';

interface DoctorOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
  readonly all?: boolean | undefined;
}

const MARKS = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' } as const;

/** `longlist doctor`: the system check; fails when a part of it does. `--all` looks at every byte. */
export async function doctorCommand(
  place: Surroundings,
  options: DoctorOptions,
): Promise<ExitCode> {
  const core = await openCore(place, options, { reading: true, asNobody: true });
  try {
    const line = statusLine();
    const signal = interruption();
    const all = {
      signal,
      onProgress: (done: number) => line.show(`${Math.floor(done * 100)} % looked at`),
    };
    const checks = await core.doctor(options.all ? all : undefined).catch((error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    });
    line.clear();
    if (checks === null) return EXIT.interrupted;
    if (options.json)
      printJson({ version: place.version, workspace: workspaceDirOf(options), checks });
    else
      for (const { id, state, message } of checks)
        print(`${MARKS[state]}  ${id.padEnd(13)}${message}`);
    return checks.some((check) => check.state === 'failed') ? EXIT.failed : EXIT.ok;
  } finally {
    await core.close();
  }
}
