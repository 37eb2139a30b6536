import path from 'node:path';
import { EXIT, type ExitCode, print, printJson, say, UsageError } from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import { idSchema } from '@/shared/kit/ids';

interface EraseOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
  readonly reason: string;
  readonly anonymise?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

/** `longlist erase`: takes somebody out of the workspace for good; `--dry-run` only tells what would go. */
export async function eraseCommand(
  place: Surroundings,
  id: string,
  options: EraseOptions,
): Promise<ExitCode> {
  requireId(id);
  const core = await openCore(place, options, { reading: options.dryRun === true });
  try {
    // Through the contract, so that whoever may not is refused as in the window.
    const preview = await core.client().privacy.previewErasure({ candidateId: id });
    if (options.dryRun !== true) {
      const kind = options.anonymise === true ? 'anonymise' : 'erase';
      const typed = preview.name === '' ? 'erase' : preview.name;
      await core
        .client()
        .privacy.erase({ candidateIds: [id], kind, reason: options.reason, typed });
    }
    const { counts, files, sharedFiles } = preview;
    if (options.json) {
      printJson({ candidateId: id, erased: options.dryRun !== true, counts, files, sharedFiles });
      return EXIT.ok;
    }
    for (const [kind, count] of Object.entries(counts))
      print(`${String(count).padStart(8)}  ${kind}`);
    print(
      `${String(files).padStart(8)}  files${sharedFiles > 0 ? ` (${sharedFiles} stay: others have the same)` : ''}`,
    );
    print(options.dryRun === true ? '\nNothing was changed.' : '\nErased. It cannot be undone.');
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

interface DataRequestOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
  readonly out: string;
}

/** `longlist data-request`: everything held on somebody, as one ZIP. */
export async function dataRequestCommand(
  place: Surroundings,
  id: string,
  options: DataRequestOptions,
): Promise<ExitCode> {
  requireId(id);
  const core = await openCore(place, options);
  try {
    const target = path.resolve(options.out);
    const handle = core.grantHandle([target]);
    const done = await core.client().privacy.dataRequest({ candidateId: id, handle });
    if (options.json) printJson({ candidateId: id, file: target, ...done });
    else {
      print(`${counted(done.rows, 'record')} and ${counted(done.files, 'file')}: ${target}`);
      if (done.missing > 0)
        say(`${counted(done.missing, 'file')} could not be read and is not in it`);
    }
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

function requireId(id: string): void {
  if (!idSchema.safeParse(id).success) {
    throw new UsageError('that is not a candidate id; longlist search prints them');
  }
}
