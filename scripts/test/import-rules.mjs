// "Who may import whom": runs dependency-cruiser and prints each broken rule with its sentence.

import { existsSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { inRepo } from '../setup/places.mjs';

const ROOMS = ['shared', 'db', 'electron', 'renderer', 'server', 'bench', 'tests', 'scripts'];

process.chdir(inRepo());
const options = await extractDepcruiseOptions(inRepo('.dependency-cruiser.cjs'));
const rooms = ROOMS.filter((room) => existsSync(inRepo(room)));
const tsConfig = extractTSConfig(inRepo('tsconfig.base.json'));
const { output } = await cruise(rooms, { ...options, outputType: 'json' }, undefined, { tsConfig });
const { modules, summary } = JSON.parse(output);

const comments = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
for (const { from, to, rule, cycle } of summary.violations) {
  const path = cycle ? cycle.map((step) => step.name).join(' → ') : to;
  console.log(`${from} → ${path}\n  ${comments.get(rule.name)} (${rule.name})`);
}

// Under a TypeScript without its programming interface the tool sees nothing and is content.
const typescript = modules.filter(
  (module) => /\.tsx?$/.test(module.source) && !module.source.includes('node_modules'),
);
console.log(
  `${typescript.length} TypeScript modules checked, ${summary.violations.length} rules broken.`,
);
if (typescript.length === 0)
  console.log('No TypeScript module was seen: the check itself is broken.');
process.exitCode = summary.violations.length > 0 || typescript.length === 0 ? 1 : 0;
