import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyAuditFile } from './verify-file';

// The example of docs/audit-format.md, checked by the words of that page alone and by the verifier: when one of them moves, the other has to.
describe('the example of docs/audit-format.md', () => {
  const page = readFileSync(path.resolve('docs/audit-format.md'), 'utf8');
  const example = /```jsonl\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

  it('is what the page says: two entries, whole, signed', async () => {
    const file = path.join(import.meta.dirname, 'example.jsonl');
    expect(readFileSync(file, 'utf8')).toBe(example);
    expect(await verifyAuditFile(file)).toMatchObject({
      ok: true,
      header: { entries: 3, shown: 2, filter: { group: 'candidates' } },
    });
  });
});
