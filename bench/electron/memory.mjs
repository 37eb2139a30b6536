import { readFileSync } from 'node:fs';
import { app } from 'electron';

/**
 * Memory of all processes of this application in MB. `shared` counts each page once, divided among the processes that have it mapped (PSS):
 * what the computer has to find for it. `resident` is the sum of what each process has mapped, in which the program's own file of 200 MB
 * stands once a process; where there is no PSS (it is Linux's), it is both.
 */
export function memoryOfAll() {
  const metrics = app.getAppMetrics();
  const resident = metrics.reduce((sum, one) => sum + one.memory.workingSetSize, 0) / 1024;
  const shared = metrics.reduce((sum, { pid }) => sum + (pssOf(pid) ?? Number.NaN), 0) / 1024;
  return { resident, shared: Number.isNaN(shared) ? resident : shared };
}

/** In KB; null where the system does not tell. */
function pssOf(pid) {
  try {
    const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return pss === undefined ? null : Number(pss);
  } catch {
    return null;
  }
}
