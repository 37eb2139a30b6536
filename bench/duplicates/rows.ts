import type { Change } from '@/shared/domain/history/change';
import { newId } from '@/shared/kit/ids';
import { contactsOf, type Someone } from './population';

const BY_HAND = {
  source: 'person',
  by: '01890000-0000-7000-8000-000000000001',
  byName: 'Bench',
  at: '2026-01-01T00:00:00.000Z',
} as const;

/** The rows of a candidate that are compared, and no more: without the text of a CV. */
export function rowsOf(
  who: Someone,
  ownerId: string,
): { readonly id: string; readonly changes: readonly Change[] } {
  const id = newId();
  const resumeId = newId();
  const part = (position: number) => ({
    id: newId(),
    candidateId: id,
    position,
    provenance: BY_HAND,
  });
  const nothing = {
    headline: null,
    region: null,
    summary: null,
    totalYears: null,
    noticePeriod: null,
    workPermission: null,
    consentBasis: null,
    consentGivenAt: null,
    consentExpiresAt: null,
    archivedAt: null,
    mergedIntoId: null,
  };
  const changes: Change[] = [
    {
      op: 'insert',
      entity: 'candidate',
      row: {
        ...nothing,
        id,
        name: who.name,
        location: who.city,
        city: who.city,
        country: who.country,
        ownerId,
        source: 'folder',
        doNotContact: false,
        currentResumeId: resumeId,
        provenance: {},
      },
    },
    {
      op: 'insert',
      entity: 'resume',
      row: {
        id: resumeId,
        candidateId: id,
        fileName: 'cv.pdf',
        mediaType: 'application/pdf',
        bytes: 1,
        sha256: who.sha256,
        storedAt: BY_HAND.at,
        text: who.name,
        lines: [],
        pages: [],
        ocrConfidence: null,
        parserName: 'generated',
        parserVersion: '1',
        parsed: NOTHING_PARSED,
        notices: [],
        origin: { kind: 'folder', path: `/cvs/${resumeId}.pdf` },
      },
    },
    ...contactsOf(who).map(
      ({ kind, value, key }, at): Change => ({
        op: 'insert',
        entity: 'contactPoint',
        row: { ...part(at), kind, value, key, linkKind: kind === 'link' ? 'linkedin' : null },
      }),
    ),
    ...who.jobs.map(
      (job, at): Change => ({
        op: 'insert',
        entity: 'experience',
        row: { ...part(at), ...job, location: null, months: null, description: '' },
      }),
    ),
    ...who.schools.map(
      (school, at): Change => ({
        op: 'insert',
        entity: 'education',
        row: { ...part(at), ...school, degree: null, field: null, start: null, grade: null },
      }),
    ),
  ];
  return { id, changes };
}

const NOTHING_PARSED = {
  parser: { name: 'generated', version: '1' },
  language: null,
  name: null,
  headline: null,
  emails: [],
  phones: [],
  links: [],
  location: null,
  summary: null,
  experience: [],
  education: [],
  skills: [],
  languages: [],
  certifications: [],
  noticePeriod: null,
  workPermission: null,
  totalYears: null,
  notices: [],
};
