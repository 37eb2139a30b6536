import type { CandidatePart } from '@/shared/contract/api/candidates';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import { CEFR_LEVELS, LINK_KINDS } from '@/shared/domain/parsing/parsed-resume';
import { type DraftProblem, readEndDate, readYearMonth } from './draft-values';

/** What a person types into the fields of one part, as text. */
export type Draft = Readonly<Record<string, string>>;
export type ReadDraft =
  | { readonly ok: true; readonly part: CandidatePart }
  | { readonly ok: false; readonly problems: Readonly<Record<string, DraftProblem>> };

/** The stored records of a part's kind, as the candidate page gets them. */
export interface PartRecords {
  readonly contactPoint: CandidateDetail['contactPoints'][number];
  readonly experience: CandidateDetail['experience'][number];
  readonly education: CandidateDetail['education'][number];
  readonly candidateSkill: CandidateDetail['skills'][number];
  readonly certification: CandidateDetail['certifications'][number];
  readonly candidateLanguage: CandidateDetail['languages'][number];
}
export type PartRecord = PartRecords[PartEntity];

/** The fields a person fills in for each kind of part, in the order they are shown. */
export const PART_FIELDS = {
  contactPoint: ['kind', 'value', 'linkKind'],
  experience: ['title', 'company', 'start', 'end', 'location', 'description'],
  education: ['degree', 'field', 'institution', 'grade', 'start', 'end'],
  candidateSkill: ['name', 'years'],
  certification: ['name', 'issuer', 'date'],
  candidateLanguage: ['name', 'level', 'levelText'],
} as const satisfies Record<PartEntity, readonly string[]>;

/** The draft that shows a stored part, or an empty one of its kind. */
export function draftOf(entity: PartEntity, record: PartRecord | null): Draft {
  const values: Readonly<Record<string, unknown>> = { ...record };
  return Object.fromEntries(
    PART_FIELDS[entity].map((field) => {
      const value = values[field];
      // The fields of PART_FIELDS are texts and numbers.
      const isShown = typeof value === 'string' || typeof value === 'number';
      return [field, isShown ? String(value) : (EMPTY[field] ?? '')];
    }),
  );
}

/** Fields that are chosen from a list start with one of its choices. */
const EMPTY: Readonly<Record<string, string>> = { kind: 'email' };

/** What the draft says, or what is wrong with which field. Empty text stands for "not known". */
export function readDraft(entity: PartEntity, draft: Draft): ReadDraft {
  const reader = new DraftReader(draft);
  const part = readPart(entity, reader);
  return Object.keys(reader.problems).length > 0
    ? { ok: false, problems: reader.problems }
    : { ok: true, part };
}

function readPart(entity: PartEntity, read: DraftReader): CandidatePart {
  switch (entity) {
    case 'contactPoint':
      return { entity, values: readContactPoint(read) };
    case 'experience': {
      read.oneOf('title', 'company');
      return {
        entity,
        values: {
          title: read.text('title'),
          company: read.text('company'),
          location: read.text('location'),
          ...read.period(),
          description: read.text('description') ?? '',
        },
      };
    }
    case 'education': {
      read.oneOf('degree', 'field', 'institution');
      return {
        entity,
        values: {
          degree: read.text('degree'),
          field: read.text('field'),
          institution: read.text('institution'),
          ...read.period(),
          grade: read.text('grade'),
        },
      };
    }
    case 'candidateSkill':
      return { entity, values: { name: read.required('name'), years: read.years('years') } };
    case 'certification':
      return {
        entity,
        values: {
          name: read.required('name'),
          issuer: read.text('issuer'),
          date: read.yearMonth('date'),
        },
      };
    case 'candidateLanguage':
      return {
        entity,
        values: {
          name: read.required('name'),
          level: CEFR_LEVELS.find((level) => level === read.text('level')) ?? null,
          levelText: read.text('levelText'),
        },
      };
  }
}

function readContactPoint(
  read: DraftReader,
): Extract<CandidatePart, { readonly entity: 'contactPoint' }>['values'] {
  const value = read.required('value');
  switch (read.text('kind')) {
    case 'phone':
      if (value !== '' && value.replace(/\D/g, '').length < 5) read.report('value', 'phone');
      return { kind: 'phone', value, linkKind: null };
    case 'link':
      if (value !== '' && !/^(https?:\/\/)?[^\s/]+\.[^\s/]+\S*$/i.test(value)) {
        read.report('value', 'link');
      }
      return {
        kind: 'link',
        value,
        linkKind: LINK_KINDS.find((kind) => kind === read.text('linkKind')) ?? 'other',
      };
    default:
      if (value !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) read.report('value', 'email');
      return { kind: 'email', value, linkKind: null };
  }
}

/** Reads the texts of a draft and collects what is wrong with them, the first problem of each field. */
class DraftReader {
  readonly problems: Record<string, DraftProblem> = {};
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  report(field: string, problem: DraftProblem): void {
    this.problems[field] ??= problem;
  }

  text(field: string): string | null {
    const value = (this.#draft[field] ?? '').trim();
    return value === '' ? null : value;
  }

  required(field: string): string {
    const value = this.text(field);
    if (value === null) this.report(field, 'required');
    return value ?? '';
  }

  /** At least one of the fields must say something; the first is blamed. */
  oneOf(first: string, ...others: readonly string[]): void {
    if ([first, ...others].every((field) => this.text(field) === null)) {
      this.report(first, 'required');
    }
  }

  years(field: string): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const value = Number(text.replace(',', '.'));
    if (Number.isFinite(value) && value >= 0 && value <= 80) return Math.round(value * 10) / 10;
    this.report(field, 'years');
    return null;
  }

  yearMonth(field: string): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const date = readYearMonth(text);
    if (date === null) this.report(field, 'date');
    return date;
  }

  period(): { readonly start: string | null; readonly end: string | null } {
    const start = this.yearMonth('start');
    const endText = this.text('end');
    const end = endText === null ? null : readEndDate(endText);
    if (endText !== null && end === null) this.report('end', 'date');
    if (start !== null && end !== null && end !== 'present') {
      // Compared at the coarser precision of the two: "2019-09 to 2019" is not backwards.
      const length = Math.min(start.length, end.length);
      if (end.slice(0, length) < start.slice(0, length)) this.report('end', 'order');
    }
    return { start, end };
  }
}
