import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { vi } from 'vitest';
import { runCommandLine } from '@/electron/cli/run-command-line';
import { PROGRAMS, type TestPlace, warmParsers } from '@/electron/core/test-support/test-core';

/** How a command ended, and what it wrote to its output and its error output. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

type Environment = Readonly<Record<string, string>>;

/**
 * Runs `longlist …` in the folder and on the workspace of a test, without starting a process, which takes most of a second of CPU. What is
 * of the process itself (its exit, signals, pipes, other processes on the same workspace) needs `startLonglist`.
 */
export function runLonglist(
  place: TestPlace,
  args: readonly string[],
  env: Environment = {},
): Promise<Run> {
  // One after the other: folder, environment and output are those of this process.
  const run = running.then(() => runHere(place, args, env));
  running = run.catch(() => undefined);
  return run;
}

let running: Promise<unknown> = Promise.resolve();

async function runHere(place: TestPlace, args: readonly string[], env: Environment): Promise<Run> {
  const here = process.cwd();
  const before = { ...process.env };
  const leave = [process, process.stdout, process.stderr].map(rememberListeners);
  const out = catchOutput(process.stdout);
  const err = catchOutput(process.stderr);
  try {
    process.chdir(place.dir);
    Object.assign(process.env, environmentOf(place, env));
    const code = await runCommandLine(args, { programs: PROGRAMS, parserSpawner: warmParsers });
    return { code, out: out.text(), err: err.text() };
  } finally {
    for (const one of [out, err]) one.end();
    for (const back of leave) back();
    process.chdir(here);
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Starts `longlist …` as the process that a person starts. */
export const startLonglist = (
  place: TestPlace,
  args: readonly string[],
  env: Environment = {},
): ChildProcess =>
  spawn(process.execPath, [path.join(PROGRAMS, 'cli.js'), ...args], {
    cwd: place.dir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environmentOf(place, env) },
  });

/** Resolves when the process has ended and all it wrote is there. */
export const finished = (child: ChildProcess): Promise<Run> =>
  new Promise((resolve) => {
    let out = '';
    let err = '';
    child.stdout?.on('data', (piece: Buffer) => {
      out += piece.toString();
    });
    child.stderr?.on('data', (piece: Buffer) => {
      err += piece.toString();
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });

const environmentOf = (place: TestPlace, env: Environment): Environment => ({
  LONGLIST_WORKSPACE: place.workspaceDir,
  ...env,
});

function catchOutput(stream: NodeJS.WriteStream): { text: () => string; end: () => void } {
  let text = '';
  const spy = vi.spyOn(stream, 'write').mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  return { text: () => text, end: () => spy.mockRestore() };
}

/** Gives back what takes away the listeners that came since: a command listens until its process ends. */
function rememberListeners(emitter: NodeJS.EventEmitter): () => void {
  const names = ['error', 'SIGINT', 'SIGTERM'];
  const before = new Set(names.flatMap((name) => emitter.listeners(name)));
  return () => {
    // Node types listeners as functions of nothing in particular.
    for (const name of names)
      for (const listener of emitter.listeners(name))
        if (!before.has(listener)) emitter.off(name, listener as () => void);
  };
}
