import type {
  CandidateLanguage,
  CandidateSkill,
  Certification,
  ContactPoint,
  Education,
  Experience,
  Provenance,
} from '@/shared/domain/candidates/records';
import type { Id } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';

/** What a part of each kind is known by. */
interface Identified {
  readonly contactPoint: Pick<ContactPoint, 'kind' | 'key' | 'value'>;
  readonly experience: Pick<Experience, 'company' | 'title' | 'start' | 'end'>;
  readonly education: Pick<Education, 'institution' | 'degree' | 'field' | 'start' | 'end'>;
  readonly candidateSkill: Pick<CandidateSkill, 'key'>;
  readonly certification: Pick<Certification, 'name'>;
  readonly candidateLanguage: Pick<CandidateLanguage, 'name'>;
}
export type PartEntity = keyof Identified;
/** The kinds of rows that hang on a candidate and come from a résumé or a person. */
export const PART_ENTITIES = [
  'contactPoint',
  'experience',
  'education',
  'candidateSkill',
  'certification',
  'candidateLanguage',
] as const satisfies readonly PartEntity[];

/** How a part was read, or stands: the words it is known by and its place in a résumé's text. */
export interface PartReading {
  readonly words: readonly string[];
  readonly place: { readonly resumeId: Id; readonly start: number; readonly end: number } | null;
}

/** A part that is known: a row, or (`row` null) one that a person removed. It may have been read otherwise than it stands. */
export interface KnownPart<T> {
  readonly row: T | null;
  readonly readings: readonly PartReading[];
}

/** The folded words a part is known by; those that come first make its key. */
export const partWords = <E extends PartEntity>(
  entity: E,
  part: Identified[E],
): readonly string[] => WORDS[entity](part);

/** By what two parts are the same one in two résumés, whatever else is said of them. */
export const partKey = <E extends PartEntity>(entity: E, part: Identified[E]): string =>
  keyOf(entity, partWords(entity, part));

/**
 * Every way in which a stored part is known: as it stands and, where a person changed it, as it was read before. Places in
 * a résumé of `moved`, whose text is another now, count for nothing.
 */
export function readingsOf<E extends PartEntity>(
  entity: E,
  part: Identified[E] & { readonly provenance: Provenance },
  moved: ReadonlySet<Id> = new Set(),
): readonly PartReading[] {
  const { provenance } = part;
  const words = partWords(entity, part);
  if (provenance.source === 'resume') return [{ words, place: placeOf(provenance, moved) }];
  const { read } = provenance;
  return [
    { words, place: null },
    ...(read === undefined ? [] : [{ words: read.words, place: placeOf(read, moved) }]),
  ];
}

/**
 * For each part that was read anew the known part it is, or null for one nobody has seen. The surest signs are looked for
 * first and in all parts: the same key, then the same place in the same text, then most of a job's or degree's words. A row
 * is given to one part; what a person removed stands for every part that is it.
 */
export function matchParts<T>(
  entity: PartEntity,
  fresh: readonly PartReading[],
  known: readonly KnownPart<T>[],
): readonly (KnownPart<T> | null)[] {
  const found: (KnownPart<T> | null)[] = fresh.map(() => null);
  const taken = new Set<KnownPart<T>>();
  // Rows before removed parts: of two that were alike, the one that was kept is the one meant.
  const inOrder = [...known].sort((a, b) => Number(a.row === null) - Number(b.row === null));
  const byKey = groupByKey(entity, inOrder);
  const signs: readonly ((reading: PartReading) => KnownPart<T> | undefined)[] = [
    (reading) => byKey.get(keyOf(entity, reading.words))?.find((part) => !taken.has(part)),
    (reading) => inOrder.find((part) => !taken.has(part) && anyReading(part, reading, samePlace)),
    (reading) =>
      inOrder.find(
        (part) => !taken.has(part) && anyReading(part, reading, (a, b) => alike(entity, a, b)),
      ),
  ];
  for (const sign of signs) {
    for (const [index, reading] of fresh.entries()) {
      if (found[index] !== null) continue;
      const part = sign(reading) ?? null;
      found[index] = part;
      if (part?.row != null) taken.add(part);
    }
  }
  return found;
}

const text = (value: string | null): string => squeeze(fold(value ?? ''));

const WORDS: { readonly [E in PartEntity]: (part: Identified[E]) => readonly string[] } = {
  contactPoint: ({ kind, key, value }) => [`${kind}:${key === '' ? squeeze(value) : key}`],
  experience: ({ company, title, start, end }) => [
    text(company),
    text(title),
    start ?? '',
    end ?? '',
  ],
  education: ({ institution, degree, field, start, end }) => [
    text(institution),
    text(degree),
    text(field),
    start ?? '',
    end ?? '',
  ],
  candidateSkill: ({ key }) => [key],
  certification: ({ name }) => [text(name)],
  candidateLanguage: ({ name }) => [text(name)],
};

/** How many of the words make the key, and which of them are dates, the start first. */
const SHAPES: Readonly<
  Record<PartEntity, { readonly key: number; readonly dates: number | null }>
> = {
  contactPoint: { key: 1, dates: null },
  experience: { key: 3, dates: 2 },
  education: { key: 3, dates: 3 },
  candidateSkill: { key: 1, dates: null },
  certification: { key: 1, dates: null },
  candidateLanguage: { key: 1, dates: null },
};

const keyOf = (entity: PartEntity, words: readonly string[]): string =>
  words.slice(0, SHAPES[entity].key).join('|');

function groupByKey<T>(
  entity: PartEntity,
  known: readonly KnownPart<T>[],
): ReadonlyMap<string, readonly KnownPart<T>[]> {
  const groups = new Map<string, KnownPart<T>[]>();
  for (const part of known) {
    for (const key of new Set(part.readings.map(({ words }) => keyOf(entity, words)))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [part]);
      else group.push(part);
    }
  }
  return groups;
}

const anyReading = <T>(
  part: KnownPart<T>,
  reading: PartReading,
  test: (a: PartReading, b: PartReading) => boolean,
): boolean => part.readings.some((one) => test(one, reading));

function placeOf(
  reading: {
    readonly resumeId: Id;
    readonly evidence: { readonly start: number; readonly end: number } | null;
  },
  moved: ReadonlySet<Id>,
): PartReading['place'] {
  const { resumeId, evidence } = reading;
  if (evidence === null || moved.has(resumeId)) return null;
  return { resumeId, start: evidence.start, end: evidence.end };
}

/** The same stretch of the same text, by more than half: a value that was read wrongly there and is read otherwise now. */
function samePlace({ place: a }: PartReading, { place: b }: PartReading): boolean {
  if (a === null || b === null || a.resumeId !== b.resumeId) return false;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const whole = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return shared * 2 > whole;
}

/**
 * Two readings of one job or degree, one of them fuller or slightly different: at least two words agree, at most one
 * differs, and they do not begin at different times, which is what tells two jobs at one employer apart.
 */
function alike(entity: PartEntity, a: PartReading, b: PartReading): boolean {
  const { dates } = SHAPES[entity];
  if (dates === null) return false;
  let agree = 0;
  let differ = 0;
  for (const [index, word] of a.words.entries()) {
    const other = b.words[index] ?? '';
    if (word === '' || other === '') continue;
    if (index >= dates ? sameDate(word, other) : holds(word, other)) agree++;
    else if (index === dates) return false;
    else differ++;
  }
  return agree >= 2 && differ <= 1;
}

/** `2019` and `2019-04` may be the same. */
const sameDate = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** One is the other, or whole words of it: `acme` and `acme gmbh`. */
function holds(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || ` ${long} `.includes(` ${short} `);
}
