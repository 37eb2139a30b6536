import { z } from 'zod';
import { educationLevel } from '@/shared/domain/parsing/education-level';
import { readPlace } from '@/shared/domain/parsing/places';
import {
  type ParsedExperience,
  type YearMonth,
  yearMonthSchema,
} from '@/shared/domain/parsing/parsed-resume';
import { skillNamed } from '@/shared/domain/parsing/taxonomy';
import { totalYears } from '@/shared/domain/parsing/total-years';
import { maskNames } from './mask-names';
import type { CandidateProfile } from './profile';

const text = z.string().nullish().default(null);
const list = <T extends z.ZodType>(of: T) => z.array(of).nullish().default(null);

/**
 * What matching reads of a line of `longlist parse --jsonl`; names and schools only to blank them in the text. Lines of other
 * programs may leave out what they do not know.
 */
export const candidateLineSchema = z.object({
  file: z.string(),
  name: text,
  location: text,
  headline: text,
  summary: text,
  skills: list(z.string()),
  mentionedSkills: list(z.string()),
  experience: list(z.object({ title: text, start: text, end: text, description: text })),
  education: list(z.object({ degree: text, field: text, institution: text })),
  text,
});
export type CandidateLine = z.infer<typeof candidateLineSchema>;

/** The profile of a line of `longlist parse --jsonl`. Lines hold no places in the text, so proofs are quotes of its fields. */
export function profileOfLine(id: string, line: CandidateLine, asOf: Date): CandidateProfile {
  const roles = (line.experience ?? []).map(({ title, description, start, end }) => ({
    title,
    description: description ?? '',
    start: yearMonth(start),
    end: end === 'present' ? ('present' as const) : yearMonth(end),
    span: null,
  }));
  const dated: readonly ParsedExperience[] = roles.map(({ title, description, start, end }) => ({
    title,
    description,
    start,
    end,
    company: null,
    location: null,
    confidence: 1,
    evidence: null,
  }));
  const place = line.location === null ? null : readPlace(line.location);
  return {
    id,
    headline: line.headline === null ? null : { text: line.headline, span: null },
    summary: line.summary === null ? null : { text: line.summary, span: null },
    roles,
    education: (line.education ?? []).map(({ degree, field }) => ({
      degree,
      // The school never enters, not even to tell the level.
      level: educationLevel(degree, null),
      field,
      span: null,
    })),
    skills: [...(line.skills ?? []), ...(line.mentionedSkills ?? [])].map((name) => ({
      skillId: skillNamed(name)?.id ?? null,
      name,
      years: null,
      lastUsed: null,
      span: null,
    })),
    location:
      line.location === null
        ? null
        : {
            text: line.location,
            city: place?.city ?? null,
            region: place?.region ?? null,
            country: place?.country ?? null,
            span: null,
          },
    totalYears: totalYears(dated, asOf),
    text:
      line.text === null
        ? null
        : maskNames(line.text, [
            line.name,
            ...(line.education ?? []).map(({ institution }) => institution),
          ]),
  };
}

const yearMonth = (written: string | null): YearMonth | null => {
  const read = yearMonthSchema.safeParse(written);
  return read.success ? read.data : null;
};
