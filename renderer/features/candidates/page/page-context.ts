import { createContext, useContext } from 'react';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';
import type { Provenance } from '@/shared/domain/candidates/records';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

interface PageContext {
  readonly detail: CandidateDetail;
  /** Nothing can be changed of who is shown as they were, nor by somebody who may only look, or reviews blind. */
  readonly mayEdit: boolean;
  readonly mayComment: boolean;
  readonly target: EvidenceTarget | null;
  /** Marks where in the CV a value was read, and turns to the CV it was read in. */
  readonly showEvidence: (provenance: Provenance, label: string) => void;
}

export const PageContextProvider = createContext<PageContext | null>(null);

/** The candidate whose page this is. */
export function usePage(): PageContext {
  const page = useContext(PageContextProvider);
  if (!page) throw new Error('usePage outside of the candidate page');
  return page;
}

/** What of a candidate's page may be changed by whoever looks at it. */
export const mayChange = ({
  level,
}: Pick<CandidateDetail, 'level'>): Pick<PageContext, 'mayEdit' | 'mayComment'> => ({
  mayEdit: level === 'edit',
  mayComment: level !== 'view',
});
