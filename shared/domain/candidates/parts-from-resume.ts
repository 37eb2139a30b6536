import { contactKey } from '@/shared/domain/candidates/contact-key';
import { monthsBetween } from '@/shared/domain/candidates/months-between';
import { partKey } from '@/shared/domain/candidates/part-identity';
import type {
  CandidateLanguage,
  CandidateSkill,
  Certification,
  ContactPoint,
  Education,
  Experience,
  Provenance,
} from '@/shared/domain/candidates/records';
import type { ParsedResume, TextField, YearMonth } from '@/shared/domain/parsing/parsed-resume';
import type { Id } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';

type PartFrame =
  | 'id'
  | 'version'
  | 'createdAt'
  | 'createdBy'
  | 'updatedAt'
  | 'candidateId'
  | 'position';
export type PartValues<T> = Omit<T, PartFrame>;

/** The parts of a candidate as one résumé gives them, in the order they are shown, before they are rows. */
export interface ResumeParts {
  readonly contactPoint: readonly PartValues<ContactPoint>[];
  readonly experience: readonly PartValues<Experience>[];
  readonly education: readonly PartValues<Education>[];
  readonly candidateSkill: readonly PartValues<CandidateSkill>[];
  readonly certification: readonly PartValues<Certification>[];
  readonly candidateLanguage: readonly PartValues<CandidateLanguage>[];
}

/** Turns what was read in a résumé into a candidate's parts, each saying how sure the reading is and where it stands. */
export function partsFromResume(resume: ParsedResume, resumeId: Id, today: YearMonth): ResumeParts {
  const from = (field: Pick<TextField, 'confidence' | 'evidence'>): Provenance => ({
    source: 'resume',
    resumeId,
    confidence: field.confidence,
    evidence: field.evidence,
  });
  const contact = (
    kind: ContactPoint['kind'],
    value: string,
    field: Pick<TextField, 'confidence' | 'evidence'>,
    linkKind: ContactPoint['linkKind'] = null,
  ): PartValues<ContactPoint> => ({
    kind,
    value,
    key: contactKey(kind, value),
    linkKind,
    provenance: from(field),
  });

  return {
    contactPoint: distinct(
      [
        ...resume.emails.map((field) => contact('email', field.value, field)),
        ...resume.phones.map((field) => contact('phone', field.value, field)),
        ...resume.links.map((link) => contact('link', link.url, link, link.kind)),
      ].filter((point) => point.value.trim() !== ''),
      (part) => partKey('contactPoint', part),
    ),
    experience: resume.experience.map((entry) => ({
      company: entry.company,
      title: entry.title,
      location: entry.location,
      start: entry.start,
      end: entry.end,
      months: monthsBetween(entry.start, entry.end, today),
      description: entry.description,
      provenance: from(entry),
    })),
    education: resume.education.map((entry) => ({
      institution: entry.institution,
      degree: entry.degree,
      field: entry.field,
      start: entry.start,
      end: entry.end,
      grade: entry.grade,
      provenance: from(entry),
    })),
    candidateSkill: distinct(
      resume.skills.map((skill) => ({
        skillId: skill.skillId,
        name: skill.name,
        key: skillKey(skill.name),
        years: skill.years,
        declared: skill.declared,
        provenance: from(skill),
      })),
      (part) => partKey('candidateSkill', part),
    ),
    certification: distinct(
      resume.certifications.map((entry) => ({
        name: entry.name,
        issuer: entry.issuer,
        date: entry.date,
        provenance: from(entry),
      })),
      (part) => partKey('certification', part),
    ),
    candidateLanguage: distinct(
      resume.languages.map((entry) => ({
        name: entry.name,
        level: entry.level,
        levelText: entry.levelText,
        provenance: from(entry),
      })),
      (part) => partKey('candidateLanguage', part),
    ),
  };
}

/** The form of a skill's name that filters and comparisons use. */
export const skillKey = (name: string): string => squeeze(fold(name));

function distinct<T>(parts: readonly T[], keyOf: (part: T) => string): readonly T[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = keyOf(part);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
