import { create } from 'zustand';
import type { MatchWeights } from '@/shared/domain/jobs/records';

/** What a person set on the matches of a job; it is there when they come back. */
export interface MatchState {
  /** Those being tried; null for those of the job. */
  readonly weights: MatchWeights | null;
  readonly minScore: number;
  readonly text: string;
  /** Whether those on the job already are ranked too. */
  readonly applicants: boolean;
  /** Whether the histogram and the weights are in sight. */
  readonly isTuning: boolean;
}

const FRESH: MatchState = {
  weights: null,
  minScore: 0,
  text: '',
  applicants: false,
  isTuning: true,
};

const useStates = create<Readonly<Record<string, MatchState>>>(() => ({}));

export const useMatchState = (jobId: string): MatchState =>
  useStates((states) => states[jobId] ?? FRESH);

export function setMatchState(jobId: string, patch: Partial<MatchState>): void {
  useStates.setState((states) => ({ [jobId]: { ...(states[jobId] ?? FRESH), ...patch } }));
}
