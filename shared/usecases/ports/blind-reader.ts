import type { KnownPerson } from '@/shared/domain/blind/curtain';
import type { Id } from '@/shared/kit/ids';

/**
 * What has to be hidden of people, for the curtain before an answer. It takes no actor: it is asked of those who stand in an answer already,
 * and what it says never leaves the core. `deep` also reads what was found in their CVs, for answers that hold pieces of those.
 */
export interface BlindReader {
  readonly known: (
    ids: readonly Id[],
    how: { readonly deep: boolean },
  ) => Promise<ReadonlyMap<Id, KnownPerson>>;
}
