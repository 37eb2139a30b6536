import type { ParsedResume } from './parsed-resume';

/** What a résumé must tell before it counts as fully read. */
const REQUIRED_INFORMATION = ['name', 'contact', 'experience', 'skills'] as const;
export type RequiredInformation = (typeof REQUIRED_INFORMATION)[number];

/** The required kinds of information that were not found; education stands in for experience, as for graduates. */
export function missingInformation(resume: ParsedResume): readonly RequiredInformation[] {
  const has: Readonly<Record<RequiredInformation, boolean>> = {
    name: resume.name !== null,
    contact: resume.emails.length > 0 || resume.phones.length > 0,
    experience: resume.experience.length > 0 || resume.education.length > 0,
    skills: resume.skills.length > 0,
  };
  return REQUIRED_INFORMATION.filter((kind) => !has[kind]);
}
