import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toParseLine } from '@/shared/domain/parsing/parse-line';
import { type ReadFile, readFiles } from './read-files';
import { barsOf } from './report/bars';
import { calibrationTable, judgedValues, type ScoredFile } from './report/calibration';
import { evidenceTable } from './report/evidence';
import { speedTable } from './report/speed';
import { fieldTable, GROUPS, groupTable } from './report/table';
import { scoreDocument } from './scoring/score-document';
import { type EvaluationSet, findSets, INSIDE } from './sets';
import type { Truth } from './truth';

// How well the parser reads CVs whose content is known. `npm run eval -- parse` scores the project's own samples and the sets found beside
// the project; see docs/parsing.md for the definitions and the figures.

const USAGE = `npm run eval -- parse [options]
  --set DIR            a folder with truth.jsonl, or a folder of such folders; may be given again
  --by layout,lang     tables by set, layout, lang or format as well
  --only lang=de       only truths whose value (of set, layout, lang, format or file) holds this
  --errors title,name  what was missed, a line a file
  --calibration        how far the confidences can be trusted
  --evidence           whether each value's span holds it; --missing prints those that do not
  --speed              processor time from text to fields
`;

const here = path.dirname(fileURLToPath(import.meta.url));
const programs = path.basename(here) === 'chunks' ? path.dirname(here) : here;
const root = path.join(programs, '..', '..');

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      set: { type: 'string', multiple: true, default: [] },
      by: { type: 'string', default: '' },
      only: { type: 'string' },
      errors: { type: 'string', default: '' },
      calibration: { type: 'boolean', default: false },
      evidence: { type: 'boolean', default: false },
      missing: { type: 'boolean', default: false },
      speed: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const sets = findSets(root, values.set).map((set) => only(set, values.only));
  const all: ScoredFile[] = [];
  for (const set of sets) {
    const scored = await score(set);
    all.push(...scored);
    const bars = barsOf(set.name);
    console.log(`\n${set.name}: ${set.truths.length} CVs`);
    console.log(fieldTable(scored, bars).join('\n'));
    for (const group of GROUPS.filter((each) => values.by.split(',').includes(each))) {
      console.log(`\n${groupTable(scored, group, bars).join('\n')}`);
    }
    printMistakes(scored, values.errors.split(','));
  }
  const files = all.map(({ file }) => file);
  const more = [
    ...(values.calibration ? [calibrationTable(judgedValues(all))] : []),
    ...(values.evidence ? [evidenceTable(files, values.missing)] : []),
    ...(values.speed ? [speedTable(files)] : []),
  ];
  for (const lines of more) console.log(`\n${lines.join('\n')}`);
}

async function score(set: EvaluationSet): Promise<readonly ScoredFile[]> {
  const files = [...new Set(set.truths.map(set.pathOf))];
  const found = await readFiles(
    files,
    { parseEntry: path.join(programs, 'parse.js'), resourcesDir: path.join(root, 'resources') },
    (file, why) => console.log(`not read: ${file} (${why})`),
  );
  return set.truths.flatMap((truth) => {
    const file = fileOf(set, truth, found);
    if (file === undefined) console.log(`no result: ${truth.file}`);
    // A file that gave nothing is scored as if it had been read and found empty.
    const read = file ?? EMPTY;
    return [
      { truth, file: read, score: scoreDocument(truth, toParseLine(truth.file, read.resume)) },
    ];
  });
}

/** Mail programs leave the folders of an archive out of a name; the truth of an entry is found by its end then. */
function fileOf(
  set: EvaluationSet,
  truth: Truth,
  found: ReadonlyMap<string, ReadFile>,
): ReadFile | undefined {
  const inside = truth.file.split(INSIDE).slice(1);
  return found.get([set.pathOf(truth), ...inside].join(INSIDE));
}

/** The truths of a set that a filter such as `lang=de` names. */
function only(set: EvaluationSet, filter: string | undefined): EvaluationSet {
  if (filter === undefined) return set;
  const [key, value = ''] = filter.split('=');
  const told = [...GROUPS, 'file' as const].find((one) => one === key);
  if (told === undefined) throw new Error(`--only knows ${GROUPS.join(', ')} and file.`);
  return { ...set, truths: set.truths.filter((truth) => truth[told].includes(value)) };
}

function printMistakes(scored: readonly ScoredFile[], fields: readonly string[]): void {
  for (const { truth, score } of scored) {
    const mistakes = [...score.fields].flatMap(([field, { mistake }]) =>
      fields.includes(field) && mistake !== null ? [[field, mistake] as const] : [],
    );
    if (mistakes.length > 0) {
      console.log(JSON.stringify({ file: truth.file, ...Object.fromEntries(mistakes) }));
    }
  }
}

const EMPTY: ReadFile = {
  document: {
    text: '',
    lines: [],
    pages: [],
    mediaType: 'text/plain',
    links: [],
    hidden: [],
    ocrConfidence: null,
    warnings: [],
    extractor: { name: 'none', version: '0' },
  },
  resume: {
    parser: { name: 'none', version: '0' },
    language: null,
    name: null,
    headline: null,
    emails: [],
    phones: [],
    links: [],
    location: null,
    summary: null,
    experience: [],
    education: [],
    skills: [],
    languages: [],
    certifications: [],
    noticePeriod: null,
    workPermission: null,
    totalYears: null,
    notices: [],
  },
};
