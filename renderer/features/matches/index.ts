/** The door of the matches feature: everybody against a job, and every open job against somebody. */
import { partOnDemand, screenOnDemand } from '@/renderer/lib/on-demand';

export const CandidateMatches = partOnDemand(
  () => import('@/renderer/features/matches/candidate-matches'),
  'CandidateMatches',
);
export const MatchesTab = screenOnDemand(
  () => import('@/renderer/features/matches/matches-tab'),
  'MatchesTab',
);
