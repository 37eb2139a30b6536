import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  CALIBRATED_FIELDS,
  type CalibratedField,
  SETTINGS,
  type Setting,
  settingOf,
  shareAt,
  type Stair,
} from '@/shared/domain/parsing/calibrate';
import { readResume } from '@/shared/domain/parsing/parse-resume';
import { fitStair } from './calibration/fit-stair';
import { calibrationTable, type Judged, judgedValues } from './report/calibration';
import { scoreSet } from './score-set';
import { findSets } from './sets';

// What the readers' own confidences are worth, counted on CVs whose content is known, and written down for the parser in
// resources/parser/calibration.json. To be run again when readers have changed: `npm run eval -- calibrate [--set DIR …]`.

const here = path.dirname(fileURLToPath(import.meta.url));
const programs = path.basename(here) === 'chunks' ? path.dirname(here) : here;
const root = path.join(programs, '..', '..');
const NOW = new Date('2026-01-01T00:00:00Z');

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { set: { type: 'string', multiple: true, default: [] } },
});

/** A value with what is needed to fit and to judge: its set and its person, so that nobody is judged by their own CV. */
interface Known extends Judged {
  readonly setting: Setting;
  readonly set: string;
  readonly half: 0 | 1;
}

const known: Known[] = [];
for (const set of findSets(root, values.set)) {
  for (const scored of await scoreSet(set, programs)) {
    const { truth, file } = scored;
    const { document } = file;
    const raw = readResume(document, NOW, null).uncalibrated;
    const of = {
      setting: settingOf(document),
      set: set.name,
      half: halfOf(truth.person ?? truth.file),
    };
    for (const judged of judgedValues([{ ...scored, file: { document, resume: raw } }])) {
      known.push({ ...judged, ...of });
    }
  }
}

const fit = (from: readonly Known[], field: CalibratedField, setting: Setting): Stair =>
  fitStair(
    from
      .filter((one) => one.field === field && one.setting === setting)
      .map(({ confidence, right }) => ({ raw: confidence, right })),
  );

// The figures that are printed come from stairs that did not see the person: each half by the other.
const halves = ([0, 1] as const).map((half) => {
  const other = known.filter((one) => one.half !== half);
  return new Map(
    CALIBRATED_FIELDS.flatMap((field) =>
      SETTINGS.map((setting) => [`${field} ${setting}`, fit(other, field, setting)] as const),
    ),
  );
});
const judged = known.map((one) => ({
  ...one,
  confidence: shareAt(halves[one.half]?.get(`${one.field} ${one.setting}`) ?? [], one.confidence),
}));
for (const set of new Set(known.map((one) => one.set))) {
  const own = judged.filter((one) => one.set === set);
  console.log(`\n${set}\n${calibrationTable(own).join('\n')}`);
}
console.log(`\nall sets\n${calibrationTable(judged).join('\n')}\n`);

const stairOf = (field: CalibratedField, setting: Setting): Stair => {
  const stair = fit(known, field, setting);
  const steps = stair.map(([from, share]) => `${from}→${share}`).join(' ');
  console.log(`${field.padEnd(9)} ${setting.padEnd(9)} ${steps}`);
  return stair;
};
const calibration = Object.fromEntries(
  CALIBRATED_FIELDS.map((field) => [
    field,
    Object.fromEntries(SETTINGS.map((setting) => [setting, stairOf(field, setting)])),
  ]),
);
const file = path.join(root, 'resources', 'parser', 'calibration.json');
writeFileSync(file, `${JSON.stringify(calibration, null, 2)}\n`);
console.log(`Written: ${path.relative(root, file)}. Format it with npm run format.`);

/** Half of the people, the same ones in every run. */
function halfOf(person: string): 0 | 1 {
  let hash = 7;
  for (const char of person) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % 2 === 0 ? 0 : 1;
}
