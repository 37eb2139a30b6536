import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SealedPlace, sealBytes } from '@/electron/core/keys/sealed-file';
import { newId } from '@/shared/kit/ids';
import type { ContainerEntry, ParseFailure } from '@/shared/usecases/ports/parser';
import { detectType } from './detect-type';
import { LIMITS } from './limits';
import { asFailure, ReadFailure } from './read-failure';
import type { UnpackedContainer } from './text-extractor';

/** Collects what a container holds: each file written under a name of our own, each refusal with its reason. */
export class Staging {
  readonly #place: SealedPlace;
  readonly #entries: ContainerEntry[] = [];
  readonly #skipped: { readonly name: string; readonly failure: ParseFailure }[] = [];

  constructor(place: SealedPlace) {
    this.#place = place;
  }

  /** Writes a file out if it is one that can hold a CV. Containers inside are refused: the caller opens those itself. */
  async add(name: string, bytes: Uint8Array): Promise<void> {
    try {
      if (bytes.length > LIMITS.fileBytes)
        throw new ReadFailure('TOO_LARGE', 'This file is larger than the 25 MB Longlist reads.');
      const mediaType = await detectType(bytes, name);
      if (mediaType === 'application/zip')
        throw new ReadFailure(
          'ARCHIVE_BOMB',
          'An archive inside an archive inside an archive is not unpacked. Unpack it yourself and import the files.',
        );
      // The name inside may hold any path at all; nothing of it reaches the disk.
      const stagedPath = join(this.#place.path, newId());
      await writeFile(stagedPath, sealBytes(this.#place.key, bytes), { flag: 'wx', mode: 0o600 });
      this.#entries.push({ name, stagedPath, bytes: bytes.length });
    } catch (error) {
      this.skip(name, error);
    }
  }

  skip(name: string, error: unknown): void {
    this.#skipped.push({ name, failure: asFailure(error) });
  }

  get empty(): boolean {
    return this.#entries.length === 0 && this.#skipped.length === 0;
  }

  result(): UnpackedContainer {
    return { entries: this.#entries, skipped: this.#skipped };
  }
}
