/**
 * A candidate as the scorer sees them: numbers and ids only, made so that each field can be a typed column. docs/matching.md has the table of
 * columns. Months are counted from year 0 (year × 12 + month from 0); 0 stands for "not known".
 */
export interface CandidateFacts {
  /** Skills of the taxonomy, sorted by id, each once. At most 250. */
  readonly skills: readonly SkillFact[];
  /** Skills the taxonomy does not know, as folded words, sorted, each once. At most 100. */
  readonly otherSkills: readonly string[];
  /** Jobs, newest first, then what the headline says the person is. At most 12. */
  readonly roles: readonly RoleFact[];
  /** Words of work in the headline and the titles: ids of the table of words, ascending, each once. At most 24. */
  readonly titleTerms: readonly number[];
  /**
   * Words of work in the whole text that say most about it, ascending by id, each once: at most 64, and 64 more of listed skills where there is no text. Before
   * them the fields of work that all its words speak of, at most eight.
   */
  readonly textTerms: readonly TermFact[];
  /** Highest level, 1 (school) to 7 (doctorate) as in EDUCATION_LEVELS; 0: not known. */
  readonly education: number;
  readonly place: PlaceFact | null;
  /** Months of work, overlapping jobs counted once; 0: not known. To `asOf` where a job goes on. */
  readonly totalMonths: number;
}

export interface SkillFact {
  readonly id: string;
  /** Months of use, 1 to 720; 0: not known. */
  readonly months: number;
  /** Month of last use; NOW while it goes on; 0: not known. */
  readonly lastUsed: number;
}

export interface RoleFact {
  /** Id of the nearest title of the table; null when none is near. */
  readonly title: string | null;
  /** How near, 0 to 1000. */
  readonly strength: number;
  /** 1 (intern) to 10 (executive) as in SENIORITIES; 0: the title does not say. */
  readonly level: number;
  readonly start: number;
  /** NOW while it goes on. */
  readonly end: number;
}

export interface TermFact {
  readonly term: number;
  /** 1 to 255; the squares of the weights of a candidate's words sum to about 255². */
  readonly weight: number;
}

export interface PlaceFact {
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: string | null;
  /** Hundredths of a degree; null where the town is not known. */
  readonly at: { readonly latitude: number; readonly longitude: number } | null;
}

/** The end of what goes on: whatever the day of the question is. */
export const NOW = 65535;
