import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { Actor } from '@/shared/domain/workspace/records';

export interface CustomFieldReader {
  /** In their order on screen; with `archived`, those no longer offered behind them. */
  readonly fields: (
    actor: Actor,
    query: { readonly entity: CustomField['entity']; readonly archived: boolean },
  ) => Promise<readonly CustomField[]>;
}
