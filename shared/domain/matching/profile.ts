import type { EducationLevel } from '@/shared/domain/parsing/education-level';
import type { YearMonth } from '@/shared/domain/parsing/parsed-resume';

/** Where a statement about a candidate stands, so that it can be shown in the person's own words. */
export interface Proof {
  readonly field:
    | 'skill'
    | 'experience'
    | 'education'
    | 'headline'
    | 'summary'
    | 'location'
    | 'text';
  /** Which of the entries of that field, from 0; null for fields that stand once. */
  readonly index: number | null;
  /** Half-open range of the résumé's text; null where it is not known. */
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly quote: string;
}

type Span = Proof['span'];

export interface ProfileSkill {
  /** Id in the skill taxonomy, or null for one it does not know. */
  readonly skillId: string | null;
  readonly name: string;
  readonly years: number | null;
  readonly lastUsed: YearMonth | null;
  readonly span: Span;
}

export interface ProfileRole {
  readonly title: string | null;
  readonly description: string;
  readonly start: YearMonth | null;
  readonly end: YearMonth | 'present' | null;
  readonly span: Span;
}

export interface ProfileEducation {
  readonly degree: string | null;
  readonly level: EducationLevel | null;
  readonly field: string | null;
  readonly span: Span;
}

export interface ProfilePlace {
  readonly text: string;
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly span: Span;
}

/**
 * What is known of a candidate that may count: work, skills, schooling, place. There is no field for a name, a photo, an age, a gender, a
 * nationality, a school or an employer, and none may be added: what is not here cannot enter a score.
 */
export interface CandidateProfile {
  /** Only ever orders candidates that are alike in everything else. */
  readonly id: string;
  readonly headline: { readonly text: string; readonly span: Span } | null;
  readonly summary: { readonly text: string; readonly span: Span } | null;
  /** Newest first. */
  readonly roles: readonly ProfileRole[];
  readonly education: readonly ProfileEducation[];
  readonly skills: readonly ProfileSkill[];
  readonly location: ProfilePlace | null;
  /** Years of work, where no dated role tells them. */
  readonly totalYears: number | null;
  /** The text of the current résumé, names blanked by `maskNames`; read for words of work only. Null where there is none. */
  readonly text: string | null;
}
