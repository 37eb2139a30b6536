import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Truth, truthSchema } from './truth';

/** A folder with `truth.jsonl` and the files it speaks of. */
export interface EvaluationSet {
  readonly name: string;
  readonly truths: readonly Truth[];
  /** Absolute path of a truth's file; of the archive or mail for `x.zip › its/path`. */
  readonly pathOf: (truth: Truth) => string;
}

/** What stands between an archive and the path inside it. */
export const INSIDE = ' › ';

/**
 * The sets to evaluate: those given, or the project's own samples with the sets of `LONGLIST_EVAL_SETS` (folders, separated as in PATH) or
 * of the folder beside the project that holds more of them. A folder is a set, or holds sets.
 */
export function findSets(root: string, given: readonly string[]): readonly EvaluationSet[] {
  if (given.length > 0) return given.flatMap((folder) => setsIn(path.resolve(folder)));
  const more = process.env['LONGLIST_EVAL_SETS']?.split(path.delimiter) ?? [
    path.join(root, '..', 'shared', 'eval'),
  ];
  return [path.join(root, 'resources', 'samples'), ...more]
    .filter((folder) => folder !== '' && existsSync(folder))
    .flatMap((folder) => setsIn(path.resolve(folder)));
}

function setsIn(folder: string): readonly EvaluationSet[] {
  if (existsSync(path.join(folder, 'truth.jsonl'))) return [openSet(folder)];
  const below = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((each) => existsSync(path.join(each, 'truth.jsonl')));
  if (below.length === 0)
    throw new Error(`There is no truth.jsonl in ${folder} or a folder in it.`);
  return below.sort().map(openSet);
}

function openSet(folder: string): EvaluationSet {
  const truths = readFileSync(path.join(folder, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => truthSchema.parse(JSON.parse(line)));
  const outer = (truth: Truth): string => truth.file.split(INSIDE)[0] ?? truth.file;
  // A truth names its file from the folder, from the one above, or from `cvs/` in it.
  const bases = [path.dirname(folder), folder, path.join(folder, 'cvs')];
  const first = truths[0];
  const base =
    bases.find((each) => first !== undefined && existsSync(path.join(each, outer(first)))) ??
    folder;
  return {
    name: path.basename(folder),
    truths,
    pathOf: (truth) => path.join(base, outer(truth)),
  };
}
