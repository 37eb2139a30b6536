import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  MISSING_FIELDS,
  type MissingThing,
  missingInformation,
} from '@/shared/domain/candidates/missing-information';
import { barsOf } from './report/bars';
import { calibrationTable, judgedValues } from './report/calibration';
import { evidenceTable } from './report/evidence';
import { speedTable } from './report/speed';
import { fieldTable, GROUPS, groupTable } from './report/table';

import { type EvaluationSet, findSets } from './sets';
import { type ScoredFile, scoreSet } from './score-set';

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
    const scored = await scoreSet(set, programs);
    all.push(...scored);
    const bars = barsOf(set.name);
    console.log(`\n${set.name}: ${set.truths.length} CVs`);
    console.log(fieldTable(scored, bars).join('\n'));
    printFalseAlarms(scored);
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

/** The truths of a set that a filter such as `lang=de` names. */
function only(set: EvaluationSet, filter: string | undefined): EvaluationSet {
  if (filter === undefined) return set;
  const [key, value = ''] = filter.split('=');
  const told = [...GROUPS, 'file' as const].find((one) => one === key);
  if (told === undefined) throw new Error(`--only knows ${GROUPS.join(', ')} and file.`);
  return { ...set, truths: set.truths.filter((truth) => truth[told].includes(value)) };
}

/** Every file of a set is the CV of one person: where the parser says otherwise, it is wrong. */
function printFalseAlarms(scored: readonly ScoredFile[]): void {
  for (const { truth, file } of scored) {
    const missing = missingInformation(file.resume).filter((thing) => !isField(thing));
    if (missing.length > 0) console.log(`taken for ${missing.join(', ')}: ${truth.file}`);
  }
}

const isField = (thing: MissingThing): boolean => MISSING_FIELDS.some((field) => field === thing);

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

await main();
