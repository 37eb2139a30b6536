// Child processes with a deadline, and the lines that the set-up prints.

import { spawn } from 'node:child_process';

/** One line for the person at the terminal. Set-up talks on stderr: stdout belongs to the program that was asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a program to its end and never throws for a failing one.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: Record<string, string | undefined>, seconds?: number, show?: boolean}} [options]
 *   `seconds`: killed after that time (default 600); `show`: let its output through instead of keeping it.
 * @returns {Promise<{ok: boolean, code: number | null, signal: string | null, output: string}>}
 */
export function run(command, args, { cwd, env, seconds = 600, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 2 : 'pipe', show ? 2 : 'pipe'],
      // npm is npm.cmd on Windows, which only a shell starts.
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ ok: false, code: null, signal: null, output: String(error.message) });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (timedOut) output += `\nStopped after ${seconds} seconds.`;
      resolve({ ok: code === 0, code, signal, output });
    });
  });
}

/** The last lines of a program's output, for an error message that stays readable. */
export function tail(output, lines = 15) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}

/** A failure that is explained to the person by its message alone, without a stack. */
export class SetupError extends Error {}

/**
 * Runs a command's story to its end: an explained failure becomes its message and exit code 1, anything else keeps its stack.
 * @param {() => Promise<number | void>} story returns the exit code, if it is not 0
 */
export async function tell(story) {
  try {
    process.exitCode = (await story()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`\n${error.message}`);
    process.exitCode = 1;
  }
}
