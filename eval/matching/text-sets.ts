import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Text {
  readonly id: string;
  readonly text: string;
}

/** Questions, texts to be ranked, and which are right for which: `queries.jsonl`, `docs.jsonl`, `qrels.tsv` in one folder. */
export interface TextSet {
  readonly name: string;
  readonly queries: readonly Text[];
  readonly docs: readonly Text[];
  readonly right: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The sets in the folders of `LONGLIST_EVAL_SETS` (separated as in PATH), or in the folder beside the project. */
export function findTextSets(root: string): readonly TextSet[] {
  const folders = process.env['LONGLIST_EVAL_SETS']?.split(path.delimiter) ?? [
    path.join(root, '..', 'shared', 'eval'),
  ];
  return folders
    .filter((folder) => folder !== '' && existsSync(folder))
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => path.join(folder, name))])
    .filter((folder) =>
      ['queries.jsonl', 'docs.jsonl', 'qrels.tsv'].every((name) =>
        existsSync(path.join(folder, name)),
      ),
    )
    .map(openTextSet);
}

function openTextSet(folder: string): TextSet {
  const lines = (name: string): readonly string[] =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const texts = (name: string): readonly Text[] =>
    lines(name).map((line) => textOf(JSON.parse(line)));
  const right = new Map<string, Set<string>>();
  for (const line of lines('qrels.tsv')) {
    const [query = '', doc = '', grade = '0'] = line.split('\t');
    if (Number(grade) < 1) continue;
    const own = right.get(query) ?? new Set<string>();
    own.add(doc);
    right.set(query, own);
  }
  return {
    name: path.basename(folder),
    queries: texts('queries.jsonl'),
    docs: texts('docs.jsonl'),
    right,
  };
}

function textOf(data: unknown): Text {
  if (typeof data !== 'object' || data === null || !('id' in data) || !('text' in data))
    throw new Error('A line of a set must have id and text.');
  const title = 'title' in data && typeof data.title === 'string' ? `${data.title}\n` : '';
  return { id: String(data.id), text: `${title}${String(data.text)}` };
}

/** Whether the texts to be ranked are CVs rather than titles. */
export const holdsCvs = ({ docs }: TextSet): boolean =>
  docs.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, docs.length) > 400;
