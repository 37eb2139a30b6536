import { isContractProcedure } from '@orpc/contract';
import type { Permission } from '@/shared/domain/access/permissions';
import { apiContract } from './api';
import type { ProcedureMeta } from './procedure';

/** A procedure of the contract with what it needs. */
export interface GuardedProcedure {
  /** `candidates.search` */
  readonly name: string;
  readonly permission: Permission | null;
}

/** Every procedure there is, in the order of the contract: read from what the door itself reads. */
export function guardedProcedures(): readonly GuardedProcedure[] {
  return proceduresIn(apiContract, []);
}

function proceduresIn(contract: unknown, path: readonly string[]): readonly GuardedProcedure[] {
  if (isContractProcedure(contract)) {
    // Every procedure of ours is started by `procedure`, which sets this.
    const { permission } = contract['~orpc'].meta as ProcedureMeta;
    return [{ name: path.join('.'), permission }];
  }
  return Object.entries(contract ?? {}).flatMap(([name, inner]) =>
    proceduresIn(inner, [...path, name]),
  );
}
