import type { Evidence, ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import { maskNames } from './mask-names';
import type { CandidateProfile } from './profile';

/** The profile of a résumé as the parser read it; `text` is the résumé's text, which the parser's places speak of. */
export function profileOfResume(
  id: string,
  resume: ParsedResume,
  text: string | null,
): CandidateProfile {
  const { headline, summary, location } = resume;
  return {
    id,
    headline: headline && { text: headline.value, span: spanOf(headline.evidence) },
    summary: summary && { text: summary.value, span: spanOf(summary.evidence) },
    roles: resume.experience.map(({ title, description, start, end, evidence }) => ({
      title,
      description,
      start,
      end,
      span: spanOf(evidence),
    })),
    education: resume.education.map(({ degree, level, field, evidence }) => ({
      degree,
      level,
      field,
      span: spanOf(evidence),
    })),
    skills: resume.skills.map(({ skillId, name, years, evidence }) => ({
      skillId,
      name,
      years,
      lastUsed: null,
      span: spanOf(evidence),
    })),
    location: location && {
      text: location.text,
      city: location.city,
      region: location.region,
      country: location.country,
      span: spanOf(location.evidence),
    },
    totalYears: resume.totalYears,
    text:
      text === null
        ? null
        : maskNames(text, [
            resume.name?.value,
            ...resume.education.map(({ institution }) => institution),
          ]),
  };
}

const spanOf = (
  evidence: Evidence | null,
): { readonly start: number; readonly end: number } | null =>
  evidence && { start: evidence.start, end: evidence.end };
