import type { Proof } from './profile';

/** The parts of a score, in the order in which they are shown and in which a rest of rounding is given out. */
export const PARTS = ['skills', 'experience', 'title', 'education', 'location'] as const;
export type Part = (typeof PARTS)[number];

/** How much each part counts, whole numbers from 0 to 100 in any proportion. */
export type Weights = Readonly<Record<Part, number>>;

/** How alike each part is, 0 to 1000; null where the job asks for nothing there, and the part drops out. */
export type PartLikeness = Readonly<Record<Part, number | null>>;

export interface PartScore {
  /** 0 to 1000, or null: the job asks for nothing here. */
  readonly likeness: number | null;
  /** What it adds to the score, in hundredths of a point. */
  readonly points: number;
  /** The most it could have added, in hundredths of a point, rounded up. */
  readonly most: number;
}

export const CRITERION_STATUSES = ['met', 'partly', 'missing', 'unknown'] as const;
export type CriterionStatus = (typeof CRITERION_STATUSES)[number];

/** What became of one thing the job asks for. */
export interface CriterionResult {
  readonly part: Part;
  /** Stable within a job: `skill:java`, `experience`, `title`, `words`, `education`, `location`. */
  readonly key: string;
  /** What is asked, in the job's words. */
  readonly asked: string;
  readonly mustHave: boolean;
  readonly status: CriterionStatus;
  /** 0 to 1000. */
  readonly credit: number;
  /** The nearest thing the candidate has, in words: a skill, a title, years, a level, a place, the words that matched. */
  readonly nearest: string | null;
  /** Months the candidate has of it, where months count; null when not known. */
  readonly months: number | null;
  readonly proof: Proof | null;
}

export interface Receipt {
  readonly scorer: { readonly name: string; readonly version: string };
  readonly weights: Weights;
  /** The month the score speaks of, `YYYY-MM`: jobs that go on are counted to it. */
  readonly asOf: string;
  readonly inputs: {
    readonly criteria: string;
    readonly facts: string;
    readonly knowledge: string;
  };
}

export interface MatchScore {
  /** Hundredths of a point, 0 to 10000: the sum of the parts' points. */
  readonly score: number;
  readonly parts: Readonly<Record<Part, PartScore>>;
  /** How many must-haves are met, and of how many. */
  readonly mustHaves: { readonly met: number; readonly of: number };
}

export interface ExplainedMatch extends MatchScore {
  readonly criteria: readonly CriterionResult[];
}

/** What is swapped for something else of its kind to see that the score stays as it is. */
export const SWAPS = ['name', 'pronouns', 'schools', 'birth'] as const;
export type Swap = (typeof SWAPS)[number];
