import { randomUUID } from 'node:crypto';
import type { AnyContractRouter, AnySchema, ContractProcedure, ErrorMap } from '@orpc/contract';
import { type ImplementerInternalWithMiddlewares, implement, ORPCError } from '@orpc/server';
import { answerFor, failureFor, requireSight, withBlinds } from '@/electron/core/blind/blinds';
import type { Log } from '@/electron/core/log';
import type { SignInState } from '@/electron/core/people/sign-in-state';
import type { Session } from '@/electron/core/session';
import { isStorageError } from '@/electron/core/storage-errors';
import type { apiContract } from '@/shared/contract/api';
import type { ProcedureMeta } from '@/shared/contract/procedure';
import { isBlind } from '@/shared/domain/blind/settings';
import { can } from '@/shared/domain/access/policy';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, ERROR_CODES, isAppError } from '@/shared/kit/app-error';

/** What a door may say of who is asking. Nothing: then it is whoever is signed in. Never taken from the caller's message. */
export interface DoorContext {
  readonly actor?: Actor;
}

/** An open workspace and who is asking, for a procedure that needs both. */
export interface Desk extends Session {
  readonly actor: Actor;
}

export interface DoorDeps {
  /** The open workspace. Throws (AppError) NO_WORKSPACE, or why it could not be opened. */
  readonly session: () => Session;
  /** The same; null while there is none. */
  readonly opened: () => Session | null;
  readonly log: Log;
}

/**
 * What puts a guard before every call of a part of the contract: the actor attached, the permission checked, failures turned into what may
 * cross a port. A procedure whose permission is `null` runs before there is a workspace or anybody at its desk; it asks for `context.desk()`
 * only when it needs both, and those about one's own sign-in for `context.own()`, which a password that has to be changed does not keep from.
 */
export const createGuard = (deps: DoorDeps): Guard => {
  const guard = (contract: Procedures) =>
    implement(contract)
      .$context<DoorContext>()
      .use(async ({ context, next, procedure, path, signal }, input) => {
        /** Who asks, with what is hidden from them; null before that is known, and for what needs nobody. */
        let asking: Actor | null = null;
        try {
          const as = (who: (signedIn: SignInState) => Actor): Desk => {
            const session = deps.session();
            return { ...session, actor: asking ?? context.actor ?? who(session.signedIn) };
          };
          const desk = (): Desk => as((signedIn) => signedIn.actor());
          const own = (): Desk => as((signedIn) => signedIn.own());
          const { permission } = procedure['~orpc'].meta;
          if (permission !== null) {
            await deps.session().signedIn.settled();
            if (!can(desk().actor, permission)) {
              throw new AppError('FORBIDDEN', 'Your role does not allow this.');
            }
            const { deps: stores } = deps.session();
            asking = await withBlinds(stores, desk().actor);
            requireSight(asking, path, input);
          }
          const result = await next({ context: { desk, own } });
          if (asking === null || !isBlind(asking)) return result;
          const output = await answerFor(deps.session().deps, asking, path, result.output);
          return { ...result, output };
        } catch (failure) {
          if (signal?.aborted) throw failure;
          // A file of the workspace that could not be written: what goes through the store is known there.
          if (isStorageError(failure)) deps.opened()?.storage.suspect(failure);
          const error =
            asking !== null && isAppError(failure) ? failureFor(asking, failure) : failure;
          noteRefusal(error, path.join('.'), () => {
            const session = deps.session();
            return { session, actor: context.actor ?? session.signedIn.actor() };
          });
          throw toWire(error, deps.log, path.join('.'));
        }
      });
  // The guard is the same for every part; the compiler is told what it makes of this one, as it cannot work that out of any.
  return guard as unknown as Guard;
};

type Procedures = Readonly<
  Record<string, ContractProcedure<AnySchema, AnySchema, ErrorMap, ProcedureMeta>>
>;

/** Written out by its name: what the compiler would infer is longer than it can write. */
export type Guard = <Part extends AnyContractRouter>(contract: Part) => Guarded<Part>;
type Guarded<Part extends AnyContractRouter> = ImplementerInternalWithMiddlewares<
  Part,
  DoorContext,
  DoorContext & { readonly desk: () => Desk; readonly own: () => Desk }
>;
export type Api = Guarded<typeof apiContract>;

/** What a role does not allow, and a step that is not in the table, are audited: who tried, and what. */
function noteRefusal(
  error: unknown,
  procedure: string,
  who: () => { readonly session: Session; readonly actor: Actor },
): void {
  if (!isAppError(error)) return;
  if (error.code !== 'FORBIDDEN' && error.code !== 'ILLEGAL_MOVE') return;
  const { session, actor } = who();
  if (error.code === 'FORBIDDEN') {
    session.audit.refusals.note(actor, 'access.refused', { procedure });
    return;
  }
  const { applicationId, interviewId, from, to } = error.details;
  const isInterview = typeof interviewId === 'string';
  session.audit.refusals.note(actor, 'transition.refused', {
    procedure,
    entityType: isInterview ? 'interview' : 'application',
    entityId: isInterview ? interviewId : typeof applicationId === 'string' ? applicationId : null,
    metadata: { from: String(from), to: String(to) },
  });
}

/** An expected failure keeps its code and words; anything else becomes INTERNAL with a reference that stands in the log. */
function toWire(error: unknown, log: Log, procedure: string): unknown {
  if (isAppError(error)) return wired(error);
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    return wired(
      new AppError('INVALID', 'These values are not allowed. Nothing was changed.', {
        fields: fieldsOf(error.data),
      }),
    );
  }
  const reference = randomUUID();
  log.error('call.failed', error, { reference, procedure });
  return new ORPCError('INTERNAL', {
    status: 500,
    message: `Something unexpected happened. Nothing that was saved before is lost. Reference ${reference}.`,
    data: { reference },
  });
}

const wired = (error: AppError): ORPCError<string, unknown> =>
  new ORPCError(error.code, {
    status: ERROR_CODES[error.code],
    message: error.message,
    data: { ...error.details },
  });

/** Which fields of the input were refused; their values stay out. */
function fieldsOf(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('issues' in data)) return [];
  const { issues } = data;
  if (!Array.isArray(issues)) return [];
  return issues
    .slice(0, 20)
    .map((issue: { readonly path?: readonly unknown[] }) =>
      (issue.path ?? []).map((step) => (isKeyed(step) ? String(step.key) : String(step))).join('.'),
    );
}

const isKeyed = (step: unknown): step is { readonly key: PropertyKey } =>
  typeof step === 'object' && step !== null && 'key' in step;
