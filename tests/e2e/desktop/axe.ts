import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with what is on screen now, by all rules or by that for colours alone; a line each, serious and critical findings only. */
export async function findingsOf(
  window: Page,
  rules: 'all' | 'colours',
): Promise<readonly string[]> {
  // Once a page: reading half a megabyte of script takes longer than most screens are looked at.
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(SOURCE);
  const options: RunOptions = {
    // Writing down everything that is well takes longer than finding what is not.
    resultTypes: ['violations'],
    ...(rules === 'colours' && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  };
  return window.evaluate(async (how) => {
    const { axe } = globalThis as unknown as {
      readonly axe: { run: (what: object, how: object) => Promise<AxeResults> };
    };
    // React Aria's announcer keeps what it said for seconds, after the element it named is gone; nobody can come upon it.
    const { violations } = await axe.run({ exclude: ['[data-live-announcer]'] }, how);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, help, nodes }) =>
          `${id} (${help}): ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      );
  }, options);
}
