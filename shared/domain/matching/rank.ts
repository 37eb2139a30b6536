import { compare } from './facts-of-profile';
import type { MatchScore } from './score-types';

/** What orders candidates: nothing in it depends on the order they came in. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly mustHaves: MatchScore['mustHaves'];
  readonly parts: MatchScore['parts'];
}

/** Higher score first; of equals who meets more must-haves, then whose work, then whose skills are nearer; at last the id, by its characters. */
export const byRank = (a: Ranked, b: Ranked): number =>
  b.score - a.score ||
  b.mustHaves.met - a.mustHaves.met ||
  (b.parts.title.likeness ?? 0) - (a.parts.title.likeness ?? 0) ||
  (b.parts.skills.likeness ?? 0) - (a.parts.skills.likeness ?? 0) ||
  compare(a.id, b.id);
