import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

// A promise whose test was renamed or taken away would go on standing in docs/security.md.

const page = readFileSync(path.join(import.meta.dirname, 'security.md'), 'utf8');
const root = path.join(import.meta.dirname, '..');
const named = [
  ...page
    .slice(page.indexOf('## What holds it'))
    .matchAll(/`((?:[\w-]+\/)+[\w.-]+\.ts)`(?: “([^”]+)”)?/g),
].map(([, file = '', name = '']) => ({ file, name }));

it('every test that security.md names is there', () => {
  expect(named.length).toBeGreaterThan(80);
  const missing = named.filter(
    ({ file, name }) =>
      !existsSync(path.join(root, file)) ||
      !readFileSync(path.join(root, file), 'utf8').replaceAll("\\'", "'").includes(name),
  );
  expect(missing).toEqual([]);
});
