import { yearMonthOf } from '@/shared/domain/candidates/months-between';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';
import { type ResumeParts, partsFromResume } from '@/shared/domain/candidates/parts-from-resume';
import type {
  Candidate,
  CandidateField,
  CandidateSource,
  Provenance,
  Resume,
} from '@/shared/domain/candidates/records';
import type { Change, NewRecord } from '@/shared/domain/history/change';
import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';
import type { ParsedResume, TextField } from '@/shared/domain/parsing/parsed-resume';
import type { Id } from '@/shared/kit/ids';

/** A résumé that was read and whose original is in the store, about to become rows. */
export interface ReadResume {
  readonly resumeId: Id;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly origin: Resume['origin'];
  readonly document: ExtractedDocument;
  readonly parsed: ParsedResume;
  /** When it was read: `storedAt`, and the day that "present" means. */
  readonly at: Date;
}

export interface NewCandidateInput {
  readonly candidateId: Id;
  readonly ownerId: Id;
  readonly source: CandidateSource;
  readonly resume: ReadResume;
  readonly newId: () => Id;
}

/** The rows of a new candidate: the person, the résumé, and every part read in it, with where each was read. */
export function candidateFromResume(input: NewCandidateInput): readonly Change[] {
  const { resume, candidateId } = input;
  const fields = fieldsFromResume(resume.parsed, resume.resumeId);
  const candidate: NewRecord<'candidate'> = {
    id: candidateId,
    name: fields.values.name ?? '',
    headline: fields.values.headline ?? null,
    location: fields.values.location ?? null,
    city: resume.parsed.location?.city ?? null,
    region: resume.parsed.location?.region ?? null,
    country: resume.parsed.location?.country ?? null,
    summary: fields.values.summary ?? null,
    totalYears: fields.values.totalYears ?? null,
    noticePeriod: fields.values.noticePeriod ?? null,
    workPermission: fields.values.workPermission ?? null,
    ownerId: input.ownerId,
    source: input.source,
    consentBasis: null,
    consentGivenAt: null,
    consentExpiresAt: null,
    doNotContact: false,
    archivedAt: null,
    mergedIntoId: null,
    currentResumeId: resume.resumeId,
    provenance: fields.provenance,
  };
  const parts = partsFromResume(resume.parsed, resume.resumeId, yearMonthOf(resume.at));
  return [
    { op: 'insert', entity: 'candidate', row: candidate },
    { op: 'insert', entity: 'resume', row: resumeRow(resume, candidateId) },
    ...insertParts(parts, candidateId, input.newId),
  ];
}

type FieldValues = { readonly [F in CandidateField]?: Candidate[F] };

/** The scalar fields a résumé gives, and only those, each with where it was read. */
export function fieldsFromResume(
  parsed: ParsedResume,
  resumeId: Id,
): { readonly values: FieldValues; readonly provenance: Candidate['provenance'] } {
  const from = (field: Pick<TextField, 'confidence' | 'evidence'>): Provenance => ({
    source: 'resume',
    resumeId,
    confidence: field.confidence,
    evidence: field.evidence,
  });
  const { name, headline, location, summary, totalYears } = parsed;
  // Readings that were stored before the parser knew these two do not have them.
  const noticePeriod = parsed.noticePeriod ?? null;
  const workPermission = parsed.workPermission ?? null;
  return {
    values: {
      ...(name !== null && { name: name.value }),
      ...(headline !== null && { headline: headline.value }),
      ...(location !== null && { location: location.text }),
      ...(summary !== null && { summary: summary.value }),
      ...(totalYears !== null && { totalYears }),
      ...(noticePeriod !== null && { noticePeriod: noticePeriod.text }),
      ...(workPermission !== null && { workPermission: workPermission.text }),
    },
    provenance: {
      ...(name !== null && { name: from(name) }),
      ...(headline !== null && { headline: from(headline) }),
      ...(location !== null && { location: from(location) }),
      ...(summary !== null && { summary: from(summary) }),
      ...(noticePeriod !== null && { noticePeriod: from(noticePeriod) }),
      ...(workPermission !== null && { workPermission: from(workPermission) }),
      // Counted from the spans of experience: as sure as the least sure of them, and at no one place.
      ...(totalYears !== null && {
        totalYears: from({
          confidence: Math.min(1, ...parsed.experience.map((entry) => entry.confidence)),
          evidence: null,
        }),
      }),
    },
  };
}

/** Whether the original of this type is shown as it looks; of all others the text is shown, line by line. */
export const isShownAsPicture = (mediaType: string): boolean =>
  mediaType === 'application/pdf' || mediaType.startsWith('image/');

/** The résumé as a row. Lines are kept only where the original is shown as text. */
export function resumeRow(resume: ReadResume, candidateId: Id): NewRecord<'resume'> {
  const { document, parsed } = resume;
  return {
    id: resume.resumeId,
    candidateId,
    fileName: resume.fileName,
    mediaType: resume.mediaType,
    bytes: resume.bytes,
    sha256: resume.sha256,
    storedAt: resume.at.toISOString(),
    text: document.text,
    lines: isShownAsPicture(resume.mediaType)
      ? []
      : document.lines.map(({ start, end, role }) => ({ start, end, role })),
    pages: document.pages.map(({ width, height }) => ({ width, height })),
    ocrConfidence: document.ocrConfidence,
    parserName: parsed.parser.name,
    parserVersion: parsed.parser.version,
    parsed,
    notices: noticesOf(resume),
    origin: resume.origin,
  };
}

/** What the extractor and the parser have to say, each thing once. */
function noticesOf({ document, parsed }: ReadResume): Resume['notices'] {
  const all = [...document.warnings, ...parsed.notices];
  return all.filter(({ code }, index) => all.findIndex((other) => other.code === code) === index);
}

function insertParts(parts: ResumeParts, candidateId: Id, newId: () => Id): readonly Change[] {
  const frame = (position: number) => ({ id: newId(), candidateId, position });
  const all: { readonly [E in PartEntity]: readonly Change[] } = {
    contactPoint: parts.contactPoint.map((part, index) => ({
      op: 'insert',
      entity: 'contactPoint',
      row: { ...part, ...frame(index) },
    })),
    experience: parts.experience.map((part, index) => ({
      op: 'insert',
      entity: 'experience',
      row: { ...part, ...frame(index) },
    })),
    education: parts.education.map((part, index) => ({
      op: 'insert',
      entity: 'education',
      row: { ...part, ...frame(index) },
    })),
    candidateSkill: parts.candidateSkill.map((part, index) => ({
      op: 'insert',
      entity: 'candidateSkill',
      row: { ...part, ...frame(index) },
    })),
    certification: parts.certification.map((part, index) => ({
      op: 'insert',
      entity: 'certification',
      row: { ...part, ...frame(index) },
    })),
    candidateLanguage: parts.candidateLanguage.map((part, index) => ({
      op: 'insert',
      entity: 'candidateLanguage',
      row: { ...part, ...frame(index) },
    })),
  };
  return Object.values(all).flat();
}
