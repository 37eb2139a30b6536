// A child process whose output goes straight to the terminal.

import { spawn } from 'node:child_process';
import { inRepo } from '../setup/places.mjs';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<number>} its exit code; 1 when it was killed or could not start
 */
export function stream(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: inRepo(),
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    // Ctrl-C reaches the child by the terminal; this process waits for it to end and then reports.
    const ignore = () => {};
    process.on('SIGINT', ignore);
    const done = (code) => {
      process.off('SIGINT', ignore);
      resolve(code ?? 1);
    };
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('close', done);
  });
}
