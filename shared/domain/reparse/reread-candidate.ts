import { fieldsFromResume, resumeRow } from '@/shared/domain/candidates/candidate-from-resume';
import { yearMonthOf } from '@/shared/domain/candidates/months-between';
import { partKey } from '@/shared/domain/candidates/part-identity';
import { partsFromResume, type ResumeParts } from '@/shared/domain/candidates/parts-from-resume';
import {
  type Reconciled,
  reconcile,
  type RemovedPart,
  type WantedCandidate,
} from '@/shared/domain/candidates/reconcile';
import type { Resume } from '@/shared/domain/candidates/records';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { Change } from '@/shared/domain/history/change';
import { documentFromText } from '@/shared/domain/parsing/document-from-text';
import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import type { ResumeReading } from '@/shared/domain/reparse/records';
import type { Id } from '@/shared/kit/ids';

/** A candidate's résumé as it is stored. Its text is only looked at to tell whether a new reading has another. */
export type StoredResume = Pick<Resume, 'id' | 'version' | 'storedAt' | 'parsed' | 'text'>;

/**
 * What a candidate becomes when some of their résumés are read anew: what the import would have made of all of them, one
 * after the other, had it read them this way, with everything a person did left as it is. `resumes` in the order they came.
 */
export function rereadCandidate(
  detail: CandidateDetail,
  resumes: readonly StoredResume[],
  readings: readonly ResumeReading[],
  removed: readonly RemovedPart[],
): Reconciled {
  const anew = new Map(readings.map((reading) => [reading.resumeId, reading]));
  const inOrder = currentLast(resumes, detail.candidate.currentResumeId);
  const moved = new Set(
    inOrder
      .filter(({ id, text }) => anew.has(id) && anew.get(id)?.values.text !== text)
      .map(({ id }) => id),
  );
  const wanted = wantedFrom(
    inOrder.map((resume) => ({
      id: resume.id,
      storedAt: resume.storedAt,
      parsed: anew.get(resume.id)?.values.parsed ?? resume.parsed,
    })),
  );
  return reconcile(
    detail,
    { ...wanted, currentResumeId: detail.candidate.currentResumeId },
    removed,
    { keepUnmentioned: false, moved },
  );
}

/** What the row of a stored résumé becomes when its file is read as `document` and `parsed`. */
export function readingOf(
  resume: Resume,
  document: ExtractedDocument,
  parsed: ParsedResume,
): ResumeReading {
  const { mediaType } = document;
  const at = new Date(resume.storedAt);
  const row = resumeRow(
    { ...resume, resumeId: resume.id, mediaType, document, parsed, at },
    resume.candidateId,
  );
  const { text, lines, pages, ocrConfidence, parserName, parserVersion, notices } = row;
  return {
    resumeId: resume.id,
    values: {
      mediaType,
      text,
      lines,
      pages,
      ocrConfidence,
      parserName,
      parserVersion,
      parsed,
      notices,
    },
  };
}

/** A stored résumé as a document, for when its file cannot be read again: its text and lines, without their places on a page. */
export function documentFromStored(resume: Resume): ExtractedDocument {
  const plain = documentFromText(resume.text, resume.mediaType);
  const line = (range: Resume['lines'][number]): ExtractedDocument['lines'][number] => ({
    ...range,
    page: 1,
    box: null,
    pieces: [],
    fontSize: null,
    bold: false,
  });
  return {
    ...plain,
    ...(resume.lines.length > 0 && { lines: resume.lines.map(line) }),
    pages: resume.pages,
    ocrConfidence: resume.ocrConfidence,
    // What the extractor had said then still holds; the parser repeats it with its own notices.
    warnings: resume.notices.filter(
      ({ code }) => !resume.parsed.notices.some((notice) => notice.code === code),
    ),
  };
}

/** The rows of résumés that were read anew. Readings of résumés that are gone, or are newer by now, are left out. */
export function resumeChanges(
  resumes: readonly StoredResume[],
  readings: readonly ResumeReading[],
): readonly Change[] {
  return readings.flatMap(({ resumeId, values }): readonly Change[] => {
    const resume = resumes.find(({ id }) => id === resumeId);
    if (resume === undefined) return [];
    return [
      { op: 'update', entity: 'resume', id: resume.id, version: resume.version, patch: values },
    ];
  });
}

type Read = Pick<Resume, 'id' | 'storedAt' | 'parsed'>;

/** Later résumés say over what earlier ones said; contact points add up; of jobs, degrees and the rest the last ones count. */
function wantedFrom(resumes: readonly Read[]): Omit<WantedCandidate, 'currentResumeId'> {
  let wanted: Omit<WantedCandidate, 'currentResumeId'> = {
    values: {},
    provenance: {},
    place: null,
    parts: NO_PARTS,
  };
  for (const { id, storedAt, parsed } of resumes) {
    const fields = fieldsFromResume(parsed, id);
    const parts = partsFromResume(parsed, id, yearMonthOf(new Date(storedAt)));
    wanted = {
      values: { ...wanted.values, ...withoutEmpty(fields.values) },
      provenance: { ...wanted.provenance, ...fields.provenance },
      place: parsed.location ?? wanted.place,
      parts: { ...parts, contactPoint: joined(parts.contactPoint, wanted.parts.contactPoint) },
    };
  }
  return wanted;
}

const NO_PARTS: ResumeParts = {
  contactPoint: [],
  experience: [],
  education: [],
  candidateSkill: [],
  certification: [],
  candidateLanguage: [],
};

type Points = ResumeParts['contactPoint'];

function joined(newer: Points, older: Points): Points {
  const seen = new Set(newer.map((point) => partKey('contactPoint', point)));
  return [...newer, ...older.filter((point) => !seen.has(partKey('contactPoint', point)))];
}

const withoutEmpty = <T extends object>(values: T): Partial<T> =>
  // Entries of T are entries of a partial T.
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;

function currentLast<T extends { readonly id: Id }>(
  resumes: readonly T[],
  currentId: Id | null,
): readonly T[] {
  return [
    ...resumes.filter(({ id }) => id !== currentId),
    ...resumes.filter(({ id }) => id === currentId),
  ];
}
