import { setTimeout as pause } from 'node:timers/promises';
import { databasePathIn, isPlainDatabase, plainIdentity } from '@/db/sqlite/open';
import type { LockReason } from '@/shared/contract/api/keys';
import type { WorkspaceStatus } from '@/shared/contract/api/workspace';
import type { KeyFile } from '@/shared/domain/keys/key-file';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';
import { type NewWorkspace, refuseBadSignIn } from '@/shared/usecases/workspace/create-workspace';
import { createTurn } from './imports/turns';
import type { KeyDesk, KeyGiven } from './keys/key-desk';
import { findKeys } from './keys/find-keys';
import { slotsIn } from './keys/key-slots';
import { createKeyring, type Keyring } from './keys/keyring';
import { lockedError } from './keys/locked-error';
import type { Log } from './log';
import { type Session, workspaceExists } from './session';
import { asStorageError } from './storage-errors';

/** The keys a session is opened with; `plain` for a workspace that is kept in clear. */
export type SessionKeys = Keyring | 'plain';

export interface OpeningDeps {
  readonly workspaceDir: string;
  readonly keys: KeyDesk;
  /** Keeps new workspaces in clear, and opens such ones: for benchmarks and evaluations. The product never asks for it. */
  readonly plain: boolean;
  /** A key given with the start, tried before the keychain. */
  readonly given: KeyGiven | null;
  /** Asks for a key when neither that nor the keychain opens the workspace; null: nobody is there to answer. */
  readonly ask: ((why: LockReason) => Promise<KeyGiven | null>) | null;
  /** Shows somebody the recovery key of a workspace that is encrypted for the first time; null: nobody is there, and none is made. */
  readonly showRecoveryKey: ((recoveryKey: string) => void) | null;
  /** Opens the session; null when nobody ever named the workspace. */
  readonly open: (keys: SessionKeys, create: NewWorkspace | null) => Promise<Session | null>;
  /** Encrypts what an earlier Longlist, or an earlier key, left. Resolves when all of it is. */
  readonly encrypt: (
    keyring: Keyring,
    from: NonNullable<KeyFile['unfinished']>,
    onProgress: (done: number) => void,
  ) => Promise<void>;
  /** The workspace was closed under a window: what that has read is to be forgotten. */
  readonly left: () => void;
  readonly log: Log;
}

/** How long the keychain may take when somebody waits for it. */
const PATIENT_DEADLINE_MS = 60_000;

type Standing =
  | { readonly state: 'none' }
  | { readonly state: 'locked'; readonly reason: LockReason }
  | { readonly state: 'working'; readonly work: WorkingStatus['work']; done: number }
  | { readonly state: 'open'; readonly session: Session; readonly keys: SessionKeys }
  | { readonly state: 'unavailable'; readonly error: AppError };

type WorkingStatus = Extract<WorkspaceStatus, { state: 'working' }>;

export type Opening = ReturnType<typeof createOpening>;

/**
 * The way from a folder to an open workspace and back: which keys open it, whether it is locked, being encrypted, or cannot be opened. One
 * thing after the other; whoever asks how it stands is answered at once.
 */
export function createOpening(deps: OpeningDeps) {
  const { keys } = deps;
  const inTurn = createTurn();
  let standing: Standing = { state: 'none' };
  /** Kept from a making that was cut short, for the one that follows. */
  let begun: SessionKeys | null = null;
  let given = deps.given;

  let tellWorking: () => void = () => undefined;
  const working = new Promise<void>((resolve) => {
    tellWorking = resolve;
  });

  const stand = (next: Standing): void => {
    standing = next;
    if (next.state === 'working') tellWorking();
  };
  const lock = (reason: LockReason): void => stand({ state: 'locked', reason });

  const openWith = async (with_: SessionKeys, create: NewWorkspace | null): Promise<void> => {
    const session = await deps.open(with_, create);
    if (session === null) {
      begun = with_;
      stand({ state: 'none' });
      return;
    }
    begun = null;
    stand({ state: 'open', session, keys: with_ });
  };

  /** What is left to encrypt is encrypted first. Meanwhile `workspace.status` says how far it is. */
  const enter = async (keyring: Keyring): Promise<void> => {
    const from = keys.file()?.unfinished ?? null;
    if (from !== null) {
      const under: Standing = {
        state: 'working',
        work: from === 'plain' ? 'encrypting' : 'changing-key',
        done: 0,
      };
      stand(under);
      await deps.encrypt(keyring, from, (done) => {
        under.done = done;
      });
      await keys.finish();
    }
    await openWith(keyring, null);
  };

  /**
   * Encrypts and opens while the caller is answered: a recovery key is shown at once, for should the computer stop now, it is the one that
   * opens the workspace.
   */
  const enterBehind = async (keyring: Keyring): Promise<void> => {
    void inTurn(() => enter(keyring).catch(unavailable));
    await pause(0);
  };

  const openExisting = async (): Promise<void> => {
    const { workspaceDir } = deps;
    if (!workspaceExists(workspaceDir)) return;
    try {
      const file = keys.file();
      if (deps.plain && file === null) return await openWith('plain', null);
      if (file === null) {
        if (!isPlainDatabase(databasePathIn(workspaceDir))) throw keyFileMissing();
        return await openUnprotected();
      }
      const found = await findKeys(deps, given);
      if (typeof found === 'string') lock(found);
      else await enter(found);
    } catch (error) {
      unavailable(error);
    }
  };

  /** A workspace of an earlier Longlist gets its keys: by the passphrase that was given, else by the keychain, else it waits for one. */
  const openUnprotected = async (): Promise<void> => {
    const passphrase = given !== null && 'passphrase' in given ? given.passphrase : null;
    try {
      const { keyring, recoveryKey } = await protect(passphrase, deps.showRecoveryKey !== null);
      if (recoveryKey !== null) deps.showRecoveryKey?.(recoveryKey);
      await enter(keyring);
    } catch (error) {
      const reason = isAppError(error) ? error.details['reason'] : null;
      if (reason !== 'passphrase-needed') throw error;
      lock('not-encrypted');
    }
  };
  const protect = (passphrase: string | null, isShown: boolean) =>
    keys.make({
      databaseId: plainIdentity(deps.workspaceDir),
      passphrase,
      unfinished: 'plain',
      isShown,
    });

  const unavailable = (cause: unknown): void => {
    // A disk that is full or read-only is no damage: nothing is to be restored.
    const error = asStorageError(cause);
    if (!isAppError(error)) deps.log.error('workspace.open-failed', error);
    stand({
      state: 'unavailable',
      error: isAppError(error)
        ? error
        : new AppError(
            'WORKSPACE_DAMAGED',
            'The workspace could not be opened for a reason Longlist does not know. It was left as it is.',
          ),
    });
  };

  const leave = async (): Promise<void> => {
    if (standing.state !== 'open') return;
    const { session, keys: held } = standing;
    // Nobody may ask any more while it closes.
    standing = { state: 'locked', reason: 'locked' };
    await session.close();
    if (held !== 'plain') held.wipe();
  };

  const current = (): Session => {
    switch (standing.state) {
      case 'open':
        return standing.session;
      case 'unavailable':
        throw standing.error;
      case 'locked':
        throw lockedError(standing.reason);
      case 'working':
        throw new AppError(
          'WORKSPACE_BUSY',
          standing.work === 'restoring'
            ? 'A backup is being restored. The workspace opens when that is done.'
            : 'The workspace is being encrypted. It opens when that is done.',
        );
      case 'none':
        throw new AppError('NO_WORKSPACE', 'There is no workspace yet. Make one first.');
    }
  };
  /** The keys of the open workspace, to change the key file by. */
  const keyring = (): Keyring => {
    current();
    if (standing.state !== 'open' || standing.keys === 'plain') {
      throw new AppError('INVALID', 'This workspace is kept in clear, for tests; it has no keys.');
    }
    return standing.keys;
  };

  return {
    /** Opens what there is. `patient`: resolves when it is open or cannot be; else also when something has to be encrypted first. */
    start: (patient: boolean): Promise<void> => {
      const opened = inTurn(openExisting);
      return patient ? opened : Promise.race([opened, working]);
    },
    session: current,
    /** Whether there is no workspace, nor was one begun. */
    isEmpty: (): boolean => standing.state === 'none' && begun === null,
    isPassphraseGiven: (): boolean => given !== null && 'passphrase' in given,
    keyring,
    /** The open session, or null. */
    opened: (): Session | null => (standing.state === 'open' ? standing.session : null),
    /** Why there is no open workspace, in a sentence; null when there is one. */
    whyNot: (): string | null => {
      try {
        current();
        return null;
      } catch (error) {
        return isAppError(error) ? error.message : String(error);
      }
    },
    /** How it stands, but for what an open workspace tells of itself. Another try where it could not be opened: the other Longlist may be closed. */
    status: async (): Promise<Exclude<WorkspaceStatus, { state: 'open' }> | Session> => {
      if (standing.state === 'unavailable') {
        await inTurn(async () => {
          if (standing.state === 'unavailable') await openExisting();
        });
      }
      switch (standing.state) {
        case 'open':
          return standing.session;
        case 'none':
          return { state: 'none' };
        case 'working':
          return { ...standing };
        case 'locked':
          return { state: 'locked', reason: standing.reason, slots: slotsIn(keys.file()) };
        case 'unavailable': {
          const { code, message } = standing.error;
          return { state: 'unavailable', code, message };
        }
      }
    },
    create: (input: NewWorkspace & { readonly passphrase?: string | undefined }): Promise<string> =>
      inTurn(async () => {
        if (standing.state !== 'none') {
          throw new AppError('CONFLICT', 'There is a workspace here already.');
        }
        refuseBadSignIn(input);
        if (deps.plain) {
          await openWith('plain', input);
          return '';
        }
        const fromStart = given !== null && 'passphrase' in given ? given.passphrase : null;
        const passphrase = input.passphrase ?? fromStart;
        if (begun !== null && begun !== 'plain') {
          // Its making was cut short after the keys were there: they are kept, the way to open them is the new one.
          const held = begun;
          if (passphrase === null) await keys.removePassphrase(held, null);
          else await keys.changePassphrase(held, { current: fromStart, next: passphrase });
          const recoveryKey = await keys.newRecoveryKey(held, passphrase);
          await openWith(held, input);
          return recoveryKey;
        }
        const made = await keys.make({
          databaseId: newId(),
          passphrase,
          unfinished: null,
          isShown: true,
        });
        await openWith(made.keyring, input);
        return made.recoveryKey ?? '';
      }),
    /** Opens a workspace that `make` puts where there is none. Errors: CONFLICT when there is one, or a key file; those of `make`. */
    adopt: <T extends { readonly keys: SessionKeys }>(
      make: (passphrase: string | null) => Promise<T>,
    ): Promise<T> =>
      inTurn(async () => {
        if (standing.state !== 'none' || workspaceExists(deps.workspaceDir) || keys.file() !== null)
          throw new AppError('CONFLICT', 'There is a workspace here already.');
        const made = await make(given !== null && 'passphrase' in given ? given.passphrase : null);
        await openWith(made.keys, null);
        return made;
      }),
    protect: async (passphrase: string): Promise<string> => {
      const made = await inTurn(async () => {
        if (standing.state !== 'locked' || standing.reason !== 'not-encrypted') {
          throw new AppError('INVALID', 'This workspace is encrypted already.');
        }
        const protected_ = await protect(passphrase, true);
        stand({ state: 'working', work: 'encrypting', done: 0 });
        return protected_;
      });
      await enterBehind(made.keyring);
      return made.recoveryKey ?? '';
    },
    unlock: (one: KeyGiven | { readonly keychain: true }): Promise<void> =>
      inTurn(async () => {
        if (standing.state === 'open') return;
        if (standing.state !== 'locked' || standing.reason === 'not-encrypted') current();
        if ('keychain' in one) {
          const found = await keys.openWithKeychain(PATIENT_DEADLINE_MS);
          if (typeof found === 'string')
            throw lockedError(found === 'no-slot' ? 'passphrase' : found);
          return enter(found);
        }
        return enter(await keys.openWith(one));
      }),
    lock: (): Promise<void> =>
      inTurn(async () => {
        if (standing.state !== 'open' || standing.keys === 'plain') return;
        // From now on only a person opens it.
        given = null;
        await leave();
        lock('locked');
        deps.left();
      }),
    /** Another key in place of the one there is; everything is encrypted anew before the workspace is open again. */
    rotate: async (passphrase: string | null): Promise<string> => {
      const made = await inTurn(async () => {
        const rotated = await keys.rotate(keyring(), passphrase);
        await leave();
        stand({ state: 'working', work: 'changing-key', done: 0 });
        deps.left();
        return rotated;
      });
      await enterBehind(made.keyring);
      return made.recoveryKey;
    },
    /**
     * Has another workspace put in the place of this one, and opens that: resolves when this one is closed, and goes on. `work` answers with
     * the keys that open what it put there; where it fails, everything is as it was and `failed` hears why.
     */
    restore: (
      work: (onProgress: (done: number) => void) => Promise<Keyring>,
      failed: (error: unknown) => void,
    ): Promise<void> =>
      inTurn(async () => {
        if (standing.state === 'working') current();
        const before = standing;
        const held = standing.state === 'open' ? copyOf(keyring()) : null;
        await leave();
        const under: Standing = { state: 'working', work: 'restoring', done: 0 };
        stand(under);
        deps.left();
        void inTurn(async () => {
          let restored: Keyring;
          try {
            restored = await work((done) => {
              under.done = done;
            });
          } catch (error) {
            failed(error);
            if (held !== null) await enter(held).catch(unavailable);
            else stand(before);
            return;
          }
          held?.wipe();
          await enter(restored).catch(unavailable);
        });
      }),
    close: (): Promise<void> => inTurn(leave),
  };
}

const copyOf = ({ databaseId, secrets }: Keyring): Keyring =>
  createKeyring(databaseId, {
    workspace: Buffer.from(secrets.workspace),
    identity: Buffer.from(secrets.identity),
  });

const keyFileMissing = (): AppError =>
  new AppError(
    'WORKSPACE_DAMAGED',
    'The key file of the workspace (keys.json) is missing, and so is its copy among the backups: without it nobody can read the database. Nothing was changed. Put keys.json back into the folder of the workspace.',
    { reason: 'key-file-missing' },
  );
