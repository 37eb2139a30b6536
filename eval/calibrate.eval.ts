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
} from '@/shared/domain/parsing/calibrate';
import { readResume } from '@/shared/domain/parsing/parse-resume';
import { fitStair, type Outcome } from './calibration/fit-stair';
import { judgedValues } from './report/calibration';
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

const outcomes = new Map<string, Outcome[]>();
const keyOf = (field: CalibratedField, setting: Setting): string => `${field} ${setting}`;

for (const set of findSets(root, values.set)) {
  for (const scored of await scoreSet(set, programs)) {
    const { document } = scored.file;
    const setting = settingOf(document);
    const raw = readResume(document, NOW, null).uncalibrated;
    for (const judged of judgedValues([{ ...scored, file: { document, resume: raw } }])) {
      const key = keyOf(judged.field, setting);
      const list = outcomes.get(key) ?? [];
      list.push({ raw: judged.confidence, right: judged.right, open: scored.truth.open });
      outcomes.set(key, list);
    }
  }
}

const stairOf = (field: CalibratedField, setting: Setting) => {
  const known = outcomes.get(keyOf(field, setting)) ?? [];
  const stair = fitStair(known);
  const right = known.filter((one) => one.right).length;
  console.log(
    `${field.padEnd(9)} ${setting.padEnd(9)} ${String(known.length).padStart(5)} values, ${right} right: ${stair.map(([from, share]) => `${from}→${share}`).join(' ')}`,
  );
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
