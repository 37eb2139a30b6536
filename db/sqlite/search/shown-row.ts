import type { CandidateRow } from '@/shared/domain/candidates/views';
import {
  EDUCATION_LEVELS,
  type EducationLevel,
  educationLevel,
} from '@/shared/domain/parsing/education-level';
import { clip } from '@/shared/kit/text';
import { seniorityOf } from './derive-facets';
import type { CandidateParts } from './read-parts';

/**
 * What a list shows of a candidate, kept as JSON beside their text. Tags, lists and the owner are kept by id: renaming one touches
 * nobody.
 */
export interface ShownRow
  extends Omit<
    CandidateRow,
    'nameHits' | 'headlineHits' | 'snippet' | 'tags' | 'lists' | 'ownerName' | 'lastActivityAt'
  > {
  readonly tagIds: readonly string[];
  readonly listIds: readonly string[];
  readonly ownerId: string;
}

const SKILLS_SHOWN = 8;
export const TAGS_SHOWN = 20;
export const LISTS_SHOWN = 8;
const LANGUAGES_SHOWN = 8;
const CUSTOM_SHOWN = 30;
/** Characters of a custom field's text: a cell shows one line. */
const CUSTOM_TEXT = 120;

export function shownRow(parts: CandidateParts): ShownRow {
  const { candidate, currentCompany, skills, contacts, tagIds } = parts;
  const contact = (kind: 'email' | 'phone'): string | null =>
    contacts.find((one) => one.kind === kind)?.value ?? null;
  return {
    id: candidate.id,
    name: candidate.name,
    headline: candidate.headline,
    company: currentCompany,
    location: candidate.location,
    totalYears: candidate.total_years,
    // Sorting keeps the order of those that are declared alike.
    skills: skills
      .toSorted((a, b) => b.declared - a.declared)
      .slice(0, SKILLS_SHOWN)
      .map((skill) => skill.name),
    tagIds: tagIds.slice(0, TAGS_SHOWN),
    listIds: parts.listIds.slice(0, LISTS_SHOWN),
    ownerId: candidate.owner_id,
    seniority: seniorityOf(parts),
    degree: highestDegree(parts),
    languages: parts.languages.slice(0, LANGUAGES_SHOWN),
    custom: parts.custom.slice(0, CUSTOM_SHOWN).map(({ field_id, text, number }) => ({
      fieldId: field_id,
      text: text === null ? null : clip(text, CUSTOM_TEXT),
      number,
    })),
    email: contact('email'),
    phone: contact('phone'),
    // The column is checked against the list of sources.
    source: candidate.source as CandidateRow['source'],
    archivedAt: candidate.archived_at,
    createdAt: candidate.created_at,
    updatedAt: candidate.updated_at,
  };
}

function highestDegree({ schools }: CandidateParts): EducationLevel | null {
  const levels = schools.map(({ degree, institution }) => educationLevel(degree, institution));
  return EDUCATION_LEVELS.findLast((level) => levels.includes(level)) ?? null;
}
