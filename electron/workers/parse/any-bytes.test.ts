import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { extractedDocumentSchema } from '@/shared/domain/parsing/extracted-document';
import { parsedResumeSchema } from '@/shared/domain/parsing/parsed-resume';
import { PARSE_FAILURES, type ParseOutcome } from '@/shared/usecases/ports/parser';
import { RealPool } from './testing/real-pool';

const pool = new RealPool(1);
afterAll(() => pool.close());

const samples = path.resolve(import.meta.dirname, '../../../resources/samples/cvs');
const WHOLE = [
  'London/Priyanka Raghunathan CV.pdf',
  'Manchester/zainab_qureshi_malone.docx',
  'Wien/Lebenslauf Obermoser.odt',
  'Milano/Battistuzzi Loris.doc',
  'Deutschland/Brockmöller Svenja.rtf',
  'North America/ruth-abernathy-cole.html',
  'Britain and Ireland/penhallow-hgv.txt',
  'Madrid/Candidatura delegada comercial.eml',
  'Agency/shortlist-november.zip',
].map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(samples, name))) }));

/** How a file gets hurt on its way: cut, a byte changed, a piece lost, a piece of it or of nothing put in. */
const harm = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constantFrom('change' as const, 'lose' as const, 'insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 60 }),
  }),
);

function hurt(
  bytes: Uint8Array,
  harms: readonly (typeof harm extends fc.Arbitrary<infer T> ? T : never)[],
): Uint8Array {
  let now = bytes;
  for (const one of harms) {
    const at = Math.floor(one.at * now.length);
    const before = now.subarray(0, at);
    if (one.kind === 'cut') now = before;
    else if (one.kind === 'lose') now = joined(before, now.subarray(at + one.bytes.length));
    else if (one.kind === 'insert') now = joined(before, one.bytes, now.subarray(at));
    else now = joined(before, one.bytes, now.subarray(at + one.bytes.length));
  }
  return now;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts));

describe('any bytes under any name', () => {
  test('give a document or a reason, and the same one every time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.record({
            file: fc.constantFrom(...WHOLE),
            harms: fc.array(harm, { minLength: 1, maxLength: 4 }),
          }),
          fc.record({
            file: fc.record({
              name: fc.constantFrom('a.pdf', 'a.docx', 'a.doc', 'a.rtf', 'a.png', 'a', 'a.txt'),
              bytes: fc.uint8Array({ maxLength: 400 }),
            }),
            harms: fc.constant([]),
          }),
        ),
        async ({ file, harms }) => {
          const bytes = hurt(file.bytes, harms);
          const name = path.basename(file.name);
          const outcome = await pool.parse(name, bytes);
          if (outcome.kind === 'failed') {
            expect(PARSE_FAILURES).toContain(outcome.failure.code);
            expect(outcome.failure.message).toMatch(/[.!?]$/);
            // Damage is told from within: a process that had to be killed for it would be a hole.
            expect(['CRASHED', 'TIMEOUT', 'OUT_OF_MEMORY']).not.toContain(outcome.failure.code);
          } else if (outcome.kind === 'document') {
            expect(extractedDocumentSchema.safeParse(outcome.document).success).toBe(true);
            expect(parsedResumeSchema.safeParse(outcome.resume).success).toBe(true);
          }
          expect(comparable(await pool.parse(name, bytes))).toEqual(comparable(outcome));
        },
      ),
      { numRuns: 40 },
    );
  }, 240_000);
});

/** Entries of archives are written under new names each time. */
const comparable = (outcome: ParseOutcome): unknown =>
  outcome.kind === 'container'
    ? { ...outcome, entries: outcome.entries.map(({ name, bytes }) => ({ name, bytes })) }
    : outcome;
