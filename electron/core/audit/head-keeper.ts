import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { AuditChain } from '@/db/sqlite/stores/audit-chain';
import type { Log } from '@/electron/core/log';
import { type AuditHead, auditHeadSchema } from '@/shared/domain/audit/entry';
import type { HeadFinding } from '@/shared/domain/audit/verify';
import { type Clock, nowIso } from '@/shared/kit/clock';
import { isSigned, type Signer } from './signer';

/** Beside the database and in the folder of its backups, never inside: a database that was exchanged does not bring its own proof. */
export const HEAD_FILE = 'audit-head.json';
const EVERY_MS = 3000;

export interface HeadKeeper {
  /** What the signed heads say of the chain as it is now. */
  readonly look: () => HeadFinding;
  /** The log went on: the head is signed anew in some seconds. */
  readonly touched: () => void;
  /** Signs the end of the chain now, and answers the head. */
  readonly sign: () => AuditHead;
  readonly close: () => void;
}

/** Keeps the signed head of the audit chain in files of these folders, those of them that exist. */
export function createHeadKeeper(deps: {
  readonly chain: AuditChain;
  readonly databaseId: string;
  readonly signer: Signer;
  readonly folders: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  readonly everyMs?: number;
}): HeadKeeper {
  let timer: NodeJS.Timeout | null = null;

  const sign = (): AuditHead => {
    const { seq, hash } = deps.chain.tail() ?? deps.chain.genesis();
    const head = deps.signer.sign({
      databaseId: deps.databaseId,
      seq,
      hash,
      at: nowIso(deps.clock),
    });
    for (const folder of deps.folders) {
      if (!existsSync(folder)) continue;
      try {
        writeWhole(path.join(folder, HEAD_FILE), `${JSON.stringify(head)}\n`);
      } catch (error) {
        // The other folder may take it; a head that is older than the chain is no lie.
        deps.log.error('audit.head-not-written', error);
      }
    }
    return head;
  };
  const signLater = (): void => {
    timer = null;
    sign();
  };

  return {
    sign,
    look: () => {
      const { head, found } = newestHead(deps.folders);
      if (head === null) return { kind: found > 0 ? 'unreadable' : 'none' };
      return compare(head, deps);
    },
    touched: () => {
      timer ??= setTimeout(signLater, deps.everyMs ?? EVERY_MS).unref();
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      sign();
    },
  };
}

/** The signed head in these folders, and how many files there were that should be one. */
export function newestHead(folders: readonly string[]): {
  readonly head: AuditHead | null;
  readonly found: number;
} {
  const texts = folders.flatMap((folder) => textOf(path.join(folder, HEAD_FILE)));
  const heads = texts.map(headOf).filter((head) => head !== null);
  // The folder that was not put back with the database has the newer one.
  return { head: heads.toSorted((a, b) => b.seq - a.seq)[0] ?? null, found: texts.length };
}

/** What a head says of a chain. */
function compare(
  head: AuditHead,
  {
    chain,
    databaseId,
    signer,
  }: { readonly chain: AuditChain; readonly databaseId: string; readonly signer: Signer },
): HeadFinding {
  if (head.databaseId !== databaseId || head.publicKey !== signer.publicKey) {
    return { kind: 'foreign', head };
  }
  const tail = chain.tail()?.seq ?? 0;
  if (tail < head.seq) return { kind: 'cut', head, tail };
  if (chain.hashAt(head.seq) !== head.hash) return { kind: 'rewritten', head };
  return { kind: 'agrees', head, after: tail - head.seq };
}

function headOf(text: string): AuditHead | null {
  try {
    const head = auditHeadSchema.safeParse(JSON.parse(text));
    return head.success && isSigned(head.data) ? head.data : null;
  } catch {
    return null;
  }
}

function textOf(file: string): readonly string[] {
  try {
    return [readFileSync(file, 'utf8').slice(0, 10_000)];
  } catch {
    return [];
  }
}

function writeWhole(file: string, text: string): void {
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
