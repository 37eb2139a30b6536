import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Permission } from '@/shared/domain/access/permissions';
import { ERROR_CODES, type ErrorCode } from '@/shared/kit/app-error';

/** What the receiving side must know of a procedure before it runs it. */
export interface ProcedureMeta {
  /** What the actor must be allowed to do; `null` only for what must work before there is an actor. */
  readonly permission: Permission | null;
}

const details = z.record(z.string(), z.unknown());

/** Every expected failure is declared, so that the client side gets it back with its code, typed. */
const errors = Object.fromEntries(
  Object.entries(ERROR_CODES).map(([code, status]) => [code, { status, data: details }]),
) as { readonly [C in ErrorCode]: { readonly status: number; readonly data: typeof details } }; // Object.fromEntries loses the keys

/** Starts a procedure that needs `permission`. */
export const procedure = (permission: Permission | null) =>
  oc.$meta<ProcedureMeta>({ permission }).errors(errors);
