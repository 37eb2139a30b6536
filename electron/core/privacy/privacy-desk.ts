import type { Sqlite } from '@/db/sqlite/connection';
import type { ImpactDesk } from '@/electron/core/adverse-impact/impact-desk';
import type { Keyring } from '@/electron/core/keys/keyring';
import type { Log } from '@/electron/core/log';
import type { OriginalsStore } from '@/electron/core/originals-store';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';
import type { Fingerprint } from '@/shared/usecases/ports/erasure';
import type { ErasureDeps } from '@/shared/usecases/privacy/erase-candidate';
import { fingerprintKeyIn, fingerprintWith } from './fingerprint-key';
import { createRetentionKeeper, type RetentionKeeper } from './retention-keeper';
import { createSearchRecorder, type SearchRecorder } from './search-recorder';
import { createTraces } from './traces';

/** What privacy needs of this computer: files that go with a person, the daily look at the rules, the log of searches. */
export interface PrivacyDesk {
  readonly erasure: ErasureDeps;
  readonly fingerprint: Fingerprint;
  readonly retention: RetentionKeeper;
  readonly searches: SearchRecorder;
  /** Finishes erasures that an end cut off. */
  readonly recover: () => Promise<void>;
  /** The same of those that a disk that could not be written kept from their end. */
  readonly goOn: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export function openPrivacyDesk(given: {
  readonly deps: Deps;
  readonly db: Sqlite;
  readonly workspaceDir: string;
  readonly keys: Keyring | 'plain';
  readonly originals: Pick<OriginalsStore, 'remove'>;
  readonly impact: Pick<ImpactDesk, 'forget'>;
  readonly actor: () => Actor;
  readonly log: Log;
}): PrivacyDesk {
  const { deps } = given;
  const { keys } = given;
  const fingerprint = fingerprintWith(
    keys === 'plain' ? fingerprintKeyIn(given.workspaceDir) : () => keys.key('erasure-fingerprint'),
  );
  const traces = createTraces({
    ...given,
    filesKey: keys === 'plain' ? keys : keys.key('files'),
  });
  const erasure = { ...deps, fingerprint, traces };
  const retention = createRetentionKeeper({ ...erasure, ...given });
  const searches = createSearchRecorder({ ...deps, log: given.log });
  return {
    erasure,
    fingerprint,
    retention,
    searches,
    recover: traces.recover,
    goOn: traces.goOn,
    close: async () => {
      await retention.close();
      await searches.close();
    },
  };
}
