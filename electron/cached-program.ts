import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';

// Runs a program with the compiled code that an earlier start of it left behind, as Chromium does for the window's scripts. Arguments: the
// program (one script, CommonJS), the file its compiled code is kept in, and after how many ms (docs/decisions/start-time.md).

/** By then the start is over and what it needed is compiled. */
const KEEP_AFTER_MS = 5000;
const HASH = 32;

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** V8 compares versions and flags, but neither the text of the program nor what the disk has made of the file: both hashes do. */
function keptCode(file: string, program: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(2 * HASH);
    const isWhole =
      bytes.subarray(0, HASH).equals(program) &&
      bytes.subarray(HASH, 2 * HASH).equals(hashOf(code));
    return isWhole ? code : undefined;
  } catch {
    return undefined;
  }
}

function keepCode(file: string, program: Buffer, code: Buffer): void {
  const unfinished = `${file}.${process.pid}-${threadId}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(unfinished, Buffer.concat([program, hashOf(code), code]));
    renameSync(unfinished, file);
  } catch {
    // Only the next start is slower.
  }
}

/** A program is built of plain letters (vite.config.ts), which need no decoding. */
const textOf = (bytes: Buffer): string => bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');

function run(program: string, file: string, keepAfter: number): void {
  const bytes = readFileSync(program);
  const hash = hashOf(bytes);
  const code = keptCode(file, hash);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${textOf(bytes)}\n})`,
    // No dynamic import: Node cannot serve it to a script that comes from compiled code. The bundler makes `require` of them.
    { filename: program, ...(code && { cachedData: code }) },
  );
  // What the text above is a function of.
  const start = script.runInThisContext() as (...given: readonly unknown[]) => void;
  const module = { exports: {} };
  start(module.exports, createRequire(program), module, program, path.dirname(program));
  if (code === undefined || script.cachedDataRejected === true)
    setTimeout(() => keepCode(file, hash, script.createCachedData()), keepAfter).unref();
}

const [program, file, keepAfter = KEEP_AFTER_MS] = process.argv.slice(2);
if (program === undefined || file === undefined)
  throw new Error('Which program, and where is its compiled code kept?');
run(program, file, Number(keepAfter));
