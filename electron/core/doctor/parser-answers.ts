import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Parser } from '@/shared/usecases/ports/parser';

const TEST_CV = `Ada Example
ada@example.org

Experience
2019 - 2023  Engineer, Example Works
`;
const DEADLINE_MS = 25_000;

/** Has a parse process read a small CV of our own. Null when it answers rightly, else why not. */
export async function probeParser(parser: Parser): Promise<string | null> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'longlist-check-'));
  const file = path.join(folder, 'system-check.txt');
  try {
    await writeFile(file, TEST_CV, { mode: 0o600 });
    const outcome = await parser.parse(
      {
        path: file,
        fileName: 'system-check.txt',
        ocrLanguages: ['eng'],
        stagingDir: path.join(folder, 'staging'),
      },
      AbortSignal.timeout(DEADLINE_MS),
    );
    if (outcome.kind === 'failed') return outcome.failure.code;
    if (outcome.kind !== 'document') return 'wrong answer';
    const found = outcome.resume.emails.some((email) => email.value === 'ada@example.org');
    return found ? null : 'wrong answer';
  } catch {
    return 'no answer';
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
