/** The door of the matches feature: everybody against a job, and every open job against somebody. */
export { CandidateMatches } from '@/renderer/features/matches/candidate-matches';
export { MatchesTab } from '@/renderer/features/matches/matches-tab';
