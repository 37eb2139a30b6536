import { createHash } from 'node:crypto';
import { type AuditGap, createAuditChain } from '@/db/sqlite/stores/audit-chain';
import { backupsIn, type WorkspaceDatabase } from '@/db/sqlite/open';
import type { Log } from '@/electron/core/log';
import type { AuditHead } from '@/shared/domain/audit/entry';
import type { HeadFinding } from '@/shared/domain/audit/verify';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Clock } from '@/shared/kit/clock';
import type { Store } from '@/shared/usecases/ports/store';
import { createHeadKeeper } from './head-keeper';
import { createRefusals, type Refusals } from './refusals';
import { createSigner, fingerprint } from './signer';

/** What the core keeps of the audit log beside the write path: the signed head, what was found at opening, what was refused. */
export interface AuditDesk {
  readonly refusals: Refusals;
  /** How the chain and the signed head stand to each other. */
  readonly state: () => {
    readonly entries: number;
    readonly head: HeadFinding;
    readonly gaps: readonly AuditGap[];
    /** Of the key that signs. */
    readonly fingerprint: string;
  };
  /** The head of this moment. */
  readonly sign: () => AuditHead;
  readonly genesis: () => string;
  readonly close: () => Promise<void>;
}

/**
 * Opens it. Where the chain does not hold what was signed and no restore says why, that becomes an entry itself, once, before the head is
 * signed anew: so it is seen for ever, also in an export. `isReading`: another Longlist keeps the head, this one only looks.
 */
export async function openAuditDesk(deps: {
  readonly database: WorkspaceDatabase;
  readonly workspaceDir: string;
  readonly store: Store;
  readonly actor: () => Actor;
  readonly clock: Clock;
  readonly log: Log;
  readonly isReading: boolean;
  /** The workspace was made just now: nothing of it was signed yet. */
  readonly isNew: boolean;
  /** 32 bytes that only this workspace has. */
  readonly seed: Uint8Array;
}): Promise<AuditDesk> {
  const chain = createAuditChain(deps.database.db);
  const signer = createSigner(deps.seed);
  const keeper = createHeadKeeper({
    ...deps,
    chain,
    signer,
    databaseId: deps.database.databaseId,
    folders: [deps.workspaceDir, backupsIn(deps.workspaceDir)],
  });
  const refusals = createRefusals(deps);
  if (!deps.isReading) {
    const found = keeper.look();
    const note = deps.isNew ? null : gapNote(found, chain.tail()?.seq ?? 0);
    if (note !== null && !(note.headHash !== null && chain.explains(note.headHash))) {
      await deps.store.commit({
        actor: deps.actor(),
        action: 'audit.noted',
        changes: [],
        audit: [{ action: 'audit.gap-found', entityType: 'audit', entityId: null, metadata: note }],
      });
    }
    // Two files brought to the disk, which the first screen need not wait for where the chain is as it was signed.
    if (found.kind === 'agrees') keeper.touched();
    else keeper.sign();
    deps.store.onCommit(({ topics }) => {
      if (topics.includes('audit')) keeper.touched();
    });
  }
  return {
    refusals,
    sign: () => (deps.isReading ? signer.sign(endOf(deps.database.databaseId)) : keeper.sign()),
    genesis: () => chain.genesis().hash,
    state: () => ({
      entries: chain.tail()?.seq ?? 0,
      head: keeper.look(),
      gaps: chain.gaps(),
      fingerprint: fingerprint(signer.publicKey),
    }),
    close: async () => {
      await refusals.close();
      if (!deps.isReading) keeper.close();
    },
  };

  function endOf(databaseId: string): Omit<AuditHead, 'format' | 'publicKey' | 'signature'> {
    const { seq, hash } = chain.tail() ?? chain.genesis();
    return { databaseId, seq, hash, at: deps.clock.now().toISOString() };
  }
}

/** Only what a chain cannot have by itself is noted: a first head, or a chain that went on after it, is as it should be. */
function gapNote(finding: HeadFinding, tail: number) {
  switch (finding.kind) {
    case 'agrees':
      return null;
    case 'none':
    case 'unreadable':
      // A log that has not begun has no head.
      return tail === 0 ? null : { found: finding.kind, headSeq: null, headHash: null, tail };
    case 'cut':
      return { ...noted(finding.head), found: finding.kind, tail: finding.tail };
    case 'foreign':
    case 'rewritten':
      return { ...noted(finding.head), found: finding.kind, tail };
  }
}

const noted = ({ seq, hash }: AuditHead) => ({ headSeq: seq, headHash: hash });

/** What a workspace without keys signs with: it has no secret, and its head shows no more than that it fits. */
export const seedWithoutKeys = (databaseId: string): Uint8Array =>
  createHash('sha256').update(`longlist-audit-seed:${databaseId}`).digest();
