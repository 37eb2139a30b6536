import type { Dates } from '@/renderer/features/candidates';
import type { MessageId } from '@/renderer/lib/text';
import type { MergePreview } from '@/shared/contract/api/duplicates';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { Id } from '@/shared/kit/ids';

/** A contact point, job, degree … of one of the people, as the board shows it. */
export interface PartRow {
  readonly id: Id;
  readonly candidateId: Id;
  readonly title: string;
  readonly hint: string;
}

export const SECTIONS: readonly { readonly entity: PartEntity; readonly title: MessageId }[] = [
  { entity: 'contactPoint', title: 'candidates.section.contact' },
  { entity: 'experience', title: 'candidates.section.experience' },
  { entity: 'education', title: 'candidates.section.education' },
  { entity: 'candidateSkill', title: 'candidates.section.skills' },
  { entity: 'certification', title: 'candidates.section.certifications' },
  { entity: 'candidateLanguage', title: 'candidates.section.languages' },
];

/** The rows of one kind, those that say the same in one line; what people have in common first. */
export function partRowsOf(
  entity: PartEntity,
  { people, same }: MergePreview,
  dates: Dates,
): readonly (readonly PartRow[])[] {
  const rows = people.flatMap(({ detail }) => PARTS[entity](detail, dates));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shared = same
    .map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
    .filter((line) => line.length > 0);
  const inLine = new Set(shared.flat().map(({ id }) => id));
  return [...shared, ...rows.filter(({ id }) => !inLine.has(id)).map((row) => [row])];
}

const some = (...texts: readonly (string | null)[]): string =>
  texts.filter((text) => text !== null && text !== '').join(' · ');

type RowsOf = (detail: CandidateDetail, dates: Dates) => readonly PartRow[];

const PARTS: Readonly<Record<PartEntity, RowsOf>> = {
  contactPoint: ({ contactPoints }) =>
    contactPoints.map(({ id, candidateId, value }) => ({
      id,
      candidateId,
      title: value,
      hint: '',
    })),
  experience: ({ experience }, { period }) =>
    experience.map(({ id, candidateId, title, company, start, end }) => ({
      id,
      candidateId,
      title: some(title, company),
      hint: period(start, end),
    })),
  education: ({ education }, { period }) =>
    education.map(({ id, candidateId, institution, degree, field, start, end }) => ({
      id,
      candidateId,
      title: some(degree, field, institution),
      hint: period(start, end),
    })),
  candidateSkill: ({ skills }) =>
    skills.map(({ id, candidateId, name }) => ({ id, candidateId, title: name, hint: '' })),
  certification: ({ certifications }, { month }) =>
    certifications.map(({ id, candidateId, name, issuer, date }) => ({
      id,
      candidateId,
      title: name,
      hint: some(issuer, date === null ? null : month(date)),
    })),
  candidateLanguage: ({ languages }) =>
    languages.map(({ id, candidateId, name, level, levelText }) => ({
      id,
      candidateId,
      title: name,
      hint: some(level, levelText),
    })),
};
