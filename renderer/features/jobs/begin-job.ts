import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { create } from 'zustand';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import type { JobReading } from '@/shared/domain/jobs/description/reading';
import type { JobDraft } from '@/shared/domain/jobs/records';

interface Beginning {
  readonly draft: JobDraft;
  readonly clientId: string | null;
  /** What a description said, where it was one that proposed the draft. */
  readonly reading: JobReading | null;
  /** Counts up with each beginning, so that the form starts anew. */
  readonly turn: number;
}

/** What the form of a new job begins with. Nothing of it is saved until the person saves the form. */
export const useBeginning = create<Beginning>(() => ({
  draft: EMPTY_DRAFT,
  clientId: null,
  reading: null,
  turn: 0,
}));

/** Opens the form of a new job, filled in with a draft: a template, what a description proposes, or nothing. */
export function useBeginJob(): (draft?: JobDraft, clientId?: string, reading?: JobReading) => void {
  const navigate = useNavigate();
  return useCallback(
    (draft = EMPTY_DRAFT, clientId, reading) => {
      useBeginning.setState(({ turn, clientId: before }) => ({
        draft,
        reading: reading ?? null,
        clientId: clientId ?? (draft === EMPTY_DRAFT ? null : before),
        turn: turn + 1,
      }));
      void navigate({ to: '/jobs/new' });
    },
    [navigate],
  );
}
