import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileFor, policyOf } from './app-files';

const root = path.resolve('/app/dist/renderer');

describe('fileFor', () => {
  it('serves the page and its assets', () => {
    expect(fileFor(root, 'app://longlist/')).toBe(path.join(root, 'index.html'));
    expect(fileFor(root, 'app://longlist/assets/a%20b.js')).toBe(
      path.join(root, 'assets', 'a b.js'),
    );
  });

  it('keeps encoded dots, which the address parser already resolves, inside the folder', () => {
    expect(fileFor(root, 'app://longlist/%2e%2e/%2e%2e/secret.json')).toBe(
      path.join(root, 'secret.json'),
    );
  });

  it.each([
    ['encoded slashes', 'app://longlist/..%2f..%2fsecret.json'],
    ['a folder whose name only begins like ours', 'app://longlist/..%2frenderer-old/secret.json'],
    ['encoded backslashes', 'app://longlist/..%5c..%5csecret.json'],
    ['a NUL', 'app://longlist/index.html%00.js'],
    ['a broken escape', 'app://longlist/%zz.js'],
    ['another host', 'app://elsewhere/index.html'],
    ['a type that is not served', 'app://longlist/longlist.db'],
    ['something that is no address', 'not an address'],
  ])('refuses %s', (_what, address) => {
    expect(fileFor(root, address)).toBeNull();
  });
});

describe('policyOf', () => {
  const inAssets = (name: string): string => path.join(root, 'assets', name);

  it('lets the PDF worker compile WebAssembly and load nothing', () => {
    expect(policyOf(inAssets('pdf.worker.min-D1jZ_x-9.mjs'))).toBe(
      "default-src 'none'; script-src 'wasm-unsafe-eval'",
    );
  });

  it.each([
    path.join(root, 'index.html'),
    inAssets('index-D1jZ.js'),
    inAssets('pdf.worker.min-x.mjs.js'),
    inAssets('my-pdf.worker.min-x.mjs'),
    null,
  ])('lets nothing else compile anything: %s', (file) => {
    expect(policyOf(file)).toContain("script-src 'self';");
    expect(policyOf(file)).not.toContain('unsafe');
  });
});
