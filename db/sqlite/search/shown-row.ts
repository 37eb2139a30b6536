import type { CandidateRow } from '@/shared/domain/candidates/views';
import type { CandidateParts } from './read-parts';

/** What a list shows of a candidate, kept as JSON beside their text. Tags are kept by id: renaming one touches nobody. */
export interface ShownRow
  extends Omit<CandidateRow, 'nameHits' | 'headlineHits' | 'snippet' | 'tags'> {
  readonly tagIds: readonly string[];
}

const SKILLS_SHOWN = 8;
const TAGS_SHOWN = 20;

export function shownRow({
  candidate,
  currentCompany,
  skills,
  contacts,
  tagIds,
}: CandidateParts): ShownRow {
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
    email: contact('email'),
    phone: contact('phone'),
    // The column is checked against the list of sources.
    source: candidate.source as CandidateRow['source'],
    archivedAt: candidate.archived_at,
    createdAt: candidate.created_at,
    updatedAt: candidate.updated_at,
  };
}
