import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ImpactDesk } from '@/electron/core/adverse-impact/impact-desk';
import { asTargetError } from '@/electron/core/storage-errors';
import { safeName } from '@/shared/domain/portable/safe-name';
import { dataRequestPage } from '@/shared/domain/privacy/data-request-page';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { Originals } from '@/shared/usecases/ports/originals';
import type { HeldRows } from '@/shared/usecases/ports/privacy-reader';
import { findHeld } from '@/shared/usecases/privacy/erase-candidate';

/** What a section is called on the page. A kind that is not named here goes by its own name. */
const TITLES: Readonly<Record<string, string>> = {
  candidate: 'Person',
  contactPoint: 'Addresses, numbers and links',
  experience: 'Work',
  education: 'Education',
  candidateSkill: 'Skills',
  certification: 'Certificates',
  candidateLanguage: 'Languages',
  resume: 'CVs, with their text and what was read in them',
  note: 'Notes',
  candidateTag: 'Tags',
  listMember: 'Lists',
  customValue: 'Further fields',
  application: 'Applications',
  stageEvent: 'Stages, with times',
  applicationTag: 'Tags of applications',
  interview: 'Interviews',
  match: 'Matches with jobs, with their reasons',
  share: 'Who it was shared with',
  quarantine: 'Quarantine',
  legalHold: 'Legal holds',
  reparseItem: 'Readings by newer parsers',
  duplicatePair: 'Possible duplicates',
  merge: 'Merges',
  importItem: 'Imports',
  notification: 'Notifications',
  searchEntry: 'Searches that name them',
  searchLogEntry: 'Logged searches that name them',
  savedSearch: 'Saved searches that name them',
  savedView: 'Saved views that name them',
  commit: 'History: what was done, by whom and when',
  auditEntry: 'Audit log',
  selfIdentification: 'What they said of themselves, of their own will, for figures only',
};

/**
 * Bundles everything held on a person into one ZIP: a page to read, JSON, and the original files under the names they came with. The
 * target appears whole or not at all; that it was made is audited. Errors: NOT_FOUND, STORAGE_UNAVAILABLE.
 */
export async function writeDataRequest(
  deps: Pick<Deps, 'privacy' | 'store' | 'workspace' | 'clock'> & {
    readonly originals: Originals;
    readonly impact: Pick<ImpactDesk, 'said'>;
  },
  actor: Actor,
  { candidateId }: { readonly candidateId: Id },
  target: string,
): Promise<{
  readonly rows: number;
  readonly files: number;
  readonly missing: number;
  readonly bytes: number;
}> {
  const held = await findHeld(deps, actor, candidateId);
  const rowsHeld = await deps.privacy.everything(actor, held.candidateId);
  const said = await deps.impact.said(applicationsIn(rowsHeld));
  const everything = [
    ...rowsHeld,
    ...(said.length === 0 ? [] : [{ entity: 'selfIdentification' as const, rows: said }]),
  ];
  const files = filesOf(rowsHeld);
  const madeAt = nowIso(deps.clock);
  const workspace = (await deps.workspace.workspace())?.name ?? '';
  const beside = path.join(path.dirname(target), `.longlist-${newId()}.part`);
  const missing: string[] = [];
  try {
    const json = {
      madeAt,
      candidateId: held.candidateId,
      ...Object.fromEntries(everything.map(({ entity, rows }) => [entity, rows])),
    };
    const page = dataRequestPage(
      { name: held.name, madeAt, workspace },
      everything.map(({ entity, rows }) => ({ title: TITLES[entity] ?? entity, rows })),
    );
    const texts = { 'index.html': page, 'data.json': JSON.stringify(json, null, 2) };
    await pipeline(
      zipped(texts, files, async (sha256) => {
        try {
          return await deps.originals.read(sha256);
        } catch (error) {
          if (!isAppError(error)) throw error;
          missing.push(sha256);
          return null;
        }
      }),
      createWriteStream(beside, { mode: 0o600, flags: 'wx' }),
    );
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw isAppError(error) ? error : asTargetError(error);
  }
  const rows = everything.reduce((sum, kind) => sum + kind.rows.length, 0);
  const done = {
    rows,
    files: files.length - missing.length,
    missing: missing.length,
    bytes: (await stat(target)).size,
  };
  await deps.store.commit({
    actor,
    action: 'audit.noted',
    changes: [],
    audit: [
      {
        action: 'data-request.made',
        entityType: 'candidate',
        entityId: held.candidateId,
        metadata: done,
      },
    ],
  });
  return done;
}

const applicationsIn = (everything: readonly HeldRows[]): readonly Id[] =>
  (everything.find(({ entity }) => entity === 'application')?.rows ?? []).map(({ id }) =>
    String(id),
  );

interface BundledFile {
  readonly name: string;
  readonly sha256: string;
}

/** Each original once, under its own name made safe for any system. */
function filesOf(everything: readonly HeldRows[]): readonly BundledFile[] {
  const resumes = everything.find(({ entity }) => entity === 'resume')?.rows ?? [];
  const seen = new Set<string>();
  return resumes.flatMap((row): readonly BundledFile[] => {
    const sha256 = String(row.sha256);
    if (seen.has(sha256)) return [];
    seen.add(sha256);
    return [{ sha256, name: `files/${seen.size}-${safeName(String(row.fileName))}` }];
  });
}

async function* zipped(
  texts: Readonly<Record<string, string>>,
  files: readonly BundledFile[],
  read: (sha256: string) => Promise<Uint8Array | null>,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    failure ??= error;
    pieces.push(piece);
  });
  const take = (): readonly Uint8Array[] => {
    if (failure !== null) throw failure;
    const ready = pieces;
    pieces = [];
    return ready;
  };
  for (const [name, text] of Object.entries(texts)) {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    part.push(strToU8(text), true);
    yield* take();
  }
  for (const { name, sha256 } of files) {
    const bytes = await read(sha256);
    if (bytes === null) continue;
    // CVs are packed already.
    const part = new ZipPassThrough(name);
    zip.add(part);
    part.push(bytes, true);
    yield* take();
  }
  zip.end();
  yield* take();
}
