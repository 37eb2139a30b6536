import { EXIT, type ExitCode, print, printJson } from '@/electron/cli/output';
import { openCore, type Surroundings, workspaceDirOf } from '@/electron/cli/surroundings';

interface DoctorOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
}

const MARKS = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' } as const;

/** `longlist doctor`: the system check; fails when a part of it does. */
export async function doctorCommand(
  place: Surroundings,
  options: DoctorOptions,
): Promise<ExitCode> {
  const core = await openCore(place, options, { reading: true, asNobody: true });
  try {
    const checks = await core.doctor();
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
