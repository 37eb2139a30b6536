// `npm test`: sets up, then runs every check and every test, one after the other, to the end even when one fails.
//
//   npm test                  everything, as CI does
//   npm test -- unit types    only these steps
//   npm test -- --list        what there is

import { tell } from './setup/run.mjs';
import { setUp } from './setup.mjs';
import { findStep, STEPS } from './test/steps.mjs';

await tell(async () => {
  const words = process.argv.slice(2);
  if (words.includes('--list')) {
    for (const step of STEPS) console.log(`${step.name.padEnd(10)} ${step.what}`);
    return 0;
  }
  const unknown = words.find((word) => findStep(word) === undefined);
  if (unknown !== undefined) {
    const names = STEPS.map((step) => step.name).join(', ');
    console.error(`There is no step called ${unknown}. Steps: ${names}.`);
    return 2;
  }
  const start = performance.now();
  const { packages, everything } = beginSetUp();
  await packages;
  const results = [];
  for (const step of words.length > 0 ? words.map(findStep) : STEPS) {
    if (!step.ofSources) await everything;
    results.push(await runStep(step));
  }
  await everything;
  return report(results, start);
});

/** Sets up; checks of the sources need not wait for the runtime and the addon, which mostly wait for the network and one core. */
function beginSetUp() {
  let tellPackages = () => undefined;
  const packagesThere = new Promise((resolve) => {
    tellPackages = resolve;
  });
  const everything = setUp({ forTests: true, onPackages: tellPackages });
  // Nothing is there where the set-up fails before.
  return { packages: Promise.race([packagesThere, everything]), everything };
}

/** Runs one step and prints its line. */
async function runStep(step) {
  const begin = performance.now();
  console.log(`\n▶ ${step.name}: ${step.what}`);
  const { ok, passed = 0, failed = 0, note = '' } = await step.run();
  const verdict = ok ? '✔' : '✘';
  const counts = passed + failed > 0 ? `, ${passed} passed, ${failed} failed` : '';
  console.log(`${verdict} ${step.name} (${seconds(begin)}${counts})${note}`);
  // A check that fails is a failure of its own; so is a test run that ended without naming a failed test.
  return { step, ok, passed, failed: ok ? failed : Math.max(failed, 1) };
}

/** Prints the sums, as a last line that a machine can read. Returns the exit code. */
function report(all, start) {
  const sum = (key) => all.reduce((total, result) => total + result[key], 0);
  const broken = all.filter((result) => !result.ok).map((result) => result.step.name);
  console.log(`\n${all.length} steps in ${seconds(start)}.`);
  if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}.`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return broken.length > 0 || sum('failed') > 0 ? 1 : 0;
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
