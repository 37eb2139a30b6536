import { z } from 'zod';
import { CEFR_LEVELS, type ParsedResume } from './parsed-resume';

const text = z.string().nullable();

/** One line of `longlist parse --jsonl`. Dates are `YYYY-MM`, `YYYY` or `present`. */
export const parseLineSchema = z.object({
  file: z.string(),
  name: text,
  email: text,
  phone: text,
  links: z.array(z.string()),
  location: text,
  headline: text,
  summary: text,
  /** Skills the CV lists as such, in its own words. */
  skills: z.array(z.string()),
  /** Skills only named in running text, by their canonical names. */
  mentionedSkills: z.array(z.string()),
  experience: z.array(
    z.object({
      company: text,
      title: text,
      location: text,
      start: text,
      end: text,
      description: z.string(),
    }),
  ),
  education: z.array(
    z.object({ institution: text, degree: text, field: text, start: text, end: text }),
  ),
  languages: z.array(z.object({ name: z.string(), level: z.enum(CEFR_LEVELS).nullable() })),
  certifications: z.array(z.object({ name: z.string(), issuer: text, date: text })),
  /** As stated; days of notice where they can be told. */
  noticePeriod: z.object({ text: z.string(), days: z.number().nullable() }).nullable(),
  workPermission: text,
  /** The text of the file, which matching reads for words of work. Absent in lines of other programs. */
  text: z.string().optional(),
  /** 0..1 for each field that was read; `overall` is their mean. */
  confidence: z.record(z.string(), z.number().min(0).max(1)),
});
export type ParseLine = z.infer<typeof parseLineSchema>;

/** The résumé as `longlist parse --jsonl` prints it, with the text it was read from; `fileName` is printed as given. */
export function toParseLine(fileName: string, resume: ParsedResume, text?: string): ParseLine {
  return {
    file: fileName,
    name: resume.name?.value ?? null,
    email: resume.emails[0]?.value ?? null,
    phone: resume.phones[0]?.value ?? null,
    links: resume.links.map((link) => link.url),
    location: resume.location?.text ?? null,
    headline: resume.headline?.value ?? null,
    summary: resume.summary?.value ?? null,
    skills: resume.skills.filter((skill) => skill.declared).map((skill) => skill.verbatim),
    mentionedSkills: resume.skills.filter((skill) => !skill.declared).map((skill) => skill.name),
    experience: resume.experience.map(({ company, title, location, start, end, description }) => ({
      company,
      title,
      location,
      start,
      end,
      description,
    })),
    education: resume.education.map(({ institution, degree, field, start, end }) => ({
      institution,
      degree,
      field,
      start,
      end,
    })),
    languages: resume.languages.map(({ name, level }) => ({ name, level })),
    certifications: resume.certifications.map(({ name, issuer, date }) => ({ name, issuer, date })),
    noticePeriod:
      resume.noticePeriod === null
        ? null
        : { text: resume.noticePeriod.text, days: resume.noticePeriod.days },
    workPermission: resume.workPermission?.text ?? null,
    ...(text === undefined ? {} : { text }),
    confidence: confidences(resume),
  };
}

function confidences(resume: ParsedResume): Record<string, number> {
  const found: Record<string, number> = {};
  const put = (field: string, values: readonly { readonly confidence: number }[]): void => {
    if (values.length > 0) found[field] = mean(values.map((value) => value.confidence));
  };
  const one = (
    value: { readonly confidence: number } | null,
  ): readonly { readonly confidence: number }[] => (value === null ? [] : [value]);
  put('name', one(resume.name));
  put('email', resume.emails.slice(0, 1));
  put('phone', resume.phones.slice(0, 1));
  put('links', resume.links);
  put('location', one(resume.location));
  put('headline', one(resume.headline));
  put('summary', one(resume.summary));
  put(
    'skills',
    resume.skills.filter((skill) => skill.declared),
  );
  put('experience', resume.experience);
  put('education', resume.education);
  put('languages', resume.languages);
  put('certifications', resume.certifications);
  put('noticePeriod', one(resume.noticePeriod));
  put('workPermission', one(resume.workPermission));
  return { overall: mean(Object.values(found)), ...found };
}

const mean = (values: readonly number[]): number =>
  values.length === 0
    ? 0
    : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 100) / 100;
