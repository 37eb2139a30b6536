import type { ExtractedDocument } from './extracted-document';
import type { ParsedResume } from './parsed-resume';
import { calibrationData } from './reference-data';

/** Values whose truth is known in the evaluation sets; the readers of the others say themselves how sure they are. */
export const CALIBRATED_FIELDS = [
  'name',
  'email',
  'phone',
  'links',
  'location',
  'job',
  'study',
  'skills',
] as const;
export type CalibratedField = (typeof CALIBRATED_FIELDS)[number];

/** Whether the file says how its text is set; where it does not, what belongs together is told by line breaks alone. */
export const SETTINGS = ['laid-out', 'plain'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Steps `[from, share]` of a rising stair: from this raw confidence on, this share of the values was right. */
export type Stair = readonly (readonly number[])[];

/** Above this a value is taken for right without a look; the stairs keep what was right less often than 95 in 100 below it. */
export const SURE = 0.9;

export const settingOf = (document: ExtractedDocument): Setting =>
  document.lines.some(
    (line) => line.box !== null || line.fontSize !== null || line.bold || line.role !== 'body',
  )
    ? 'laid-out'
    : 'plain';

/**
 * The résumé with confidences that can be read as shares: of the values given 0.8 about 80 in 100 are right. Readers only order what they
 * read by how sure they are; what that is worth was counted on CVs whose content is known (`npm run eval -- calibrate`).
 */
export function calibrated(resume: ParsedResume, setting: Setting): ParsedResume {
  const sure =
    (field: CalibratedField) =>
    <T extends { readonly confidence: number }>(value: T): T => ({
      ...value,
      confidence: shareAt(calibrationData[field]?.[setting] ?? [], value.confidence),
    });
  const { name, location } = resume;
  return {
    ...resume,
    name: name === null ? null : sure('name')(name),
    emails: resume.emails.map(sure('email')),
    phones: resume.phones.map(sure('phone')),
    links: resume.links.map(sure('links')),
    location: location === null ? null : sure('location')(location),
    experience: resume.experience.map(sure('job')),
    education: resume.education.map(sure('study')),
    skills: resume.skills.map((skill) => (skill.declared ? sure('skills')(skill) : skill)),
  };
}

/** The step a raw confidence stands on; below the first step the first, and the raw confidence where there are none. */
export function shareAt(stair: Stair, raw: number): number {
  let share = stair[0]?.[1] ?? raw;
  for (const [from = 0, value = raw] of stair) {
    if (from > raw) break;
    share = value;
  }
  return share;
}
