import { expect, test } from 'vitest';
import { resumeRow } from '@/shared/domain/candidates/candidate-from-resume';
import { documentFromText } from '@/shared/domain/parsing/document-from-text';
import { parseResume } from '@/shared/domain/parsing/parse-resume';
import { leanOutcome } from './lean-outcome';

const now = new Date('2026-03-01T00:00:00Z');

// Catches leaving out something of the answer that the résumé's row is made from.
test.each(['application/pdf', 'text/plain', 'image/png'])(
  'a lean answer of %s makes the same row as the whole one',
  (mediaType) => {
    const document = { ...documentFromText('Ada Byron\nada@example.org\nSkills\nJava'), mediaType };
    const parsed = parseResume(document, { now });
    const lean = leanOutcome({ kind: 'document', document, resume: parsed, mediaType });
    if (lean.kind !== 'document') throw new Error('not a document');
    const rowOf = (read: typeof document) =>
      resumeRow(
        {
          resumeId: '01890000-0000-7000-8000-000000000001',
          fileName: 'cv',
          mediaType,
          bytes: 1,
          sha256: '0'.repeat(64),
          origin: { kind: 'folder', path: '/cv' },
          document: read,
          parsed: lean.resume,
          at: now,
        },
        '01890000-0000-7000-8000-000000000002',
      );
    expect(lean.resume).toEqual(parsed);
    expect(rowOf(lean.document)).toEqual(rowOf(document));
  },
);

test('what is no document passes through as it is', () => {
  const failed = { kind: 'failed', failure: { code: 'NO_TEXT', message: 'Nothing.' } } as const;
  expect(leanOutcome(failed)).toBe(failed);
});
