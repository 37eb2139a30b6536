import {
  type CandidateFacts,
  NOW,
  type PlaceFact,
  type RoleFact,
} from '@/shared/domain/matching/facts';
import { type NumberedIds, skillNumbers, titleNumbers } from './match-ids';

/** The form below. Another number makes the facts of everybody anew. */
export const FACTS_FORM = 2;

/** Months are packed as their distance from June 2026: most lie within ten years of it, which take one or two bytes. */
const NEAR = 2026 * 12 + 5;

/**
 * What a candidate is matched by as variable-length integers (7 bits a byte, lowest first). Lists stand behind their length; ids that
 * ascend as the difference to the one before. Skills and titles are numbers of their tables (match-ids.ts).
 */
export function packFacts(facts: CandidateFacts): Buffer {
  const bytes: number[] = [];
  const put = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  put(facts.education);
  put(facts.totalMonths);
  putPlace(put, facts.place);
  const skills = facts.skills
    .map((skill) => ({ ...skill, number: skillNumbers().numberOf(skill.id) }))
    .filter(({ number }) => number >= 0)
    .sort((a, b) => a.number - b.number);
  put(skills.length);
  let last = 0;
  for (const { number, months, lastUsed } of skills) {
    put(number - last);
    put(months);
    put(monthPacked(lastUsed));
    last = number;
  }
  put(facts.roles.length);
  for (const role of facts.roles) {
    put(role.title === null ? 0 : titleNumbers().numberOf(role.title) + 1);
    put(role.strength);
    put(role.level);
    put(monthPacked(role.start));
    put(monthPacked(role.end));
  }
  putAscending(put, facts.titleTerms);
  put(facts.textTerms.length);
  last = 0;
  for (const { term, weight } of facts.textTerms) {
    put(term - last);
    put(weight);
    last = term;
  }
  put(facts.otherSkills.length);
  for (const name of facts.otherSkills) {
    const text = Buffer.from(name);
    put(text.length);
    bytes.push(...text);
  }
  return Buffer.from(bytes);
}

/** The facts that were packed: equal in every field. */
export function unpackFacts(packed: Uint8Array): CandidateFacts {
  const read = readerOf(packed);
  const { next } = read;
  const education = next();
  const totalMonths = next();
  const place = readPlace(next);
  return {
    education,
    totalMonths,
    place,
    skills: readSkills(next, skillNumbers()),
    roles: times(next(), () => readRole(next, titleNumbers())),
    titleTerms: readAscending(next),
    textTerms: readTerms(next),
    otherSkills: times(next(), () => read.text(next())),
  };
}

/** The next whole number of packed facts, and the next so many bytes of text. */
export interface FactReader {
  readonly next: () => number;
  readonly text: (bytes: number) => string;
}

export function readerOf(packed: Uint8Array): FactReader {
  let at = 0;
  return {
    next: () => {
      let byte = packed[at++] ?? 0;
      if (byte < 128) return byte;
      let value = byte & 127;
      let factor = 128;
      do {
        byte = packed[at++] ?? 0;
        value += (byte & 127) * factor;
        factor *= 128;
      } while (byte > 127);
      return value;
    },
    text: (bytes) => {
      const text = Buffer.from(packed.buffer, packed.byteOffset + at, bytes).toString();
      at += bytes;
      return text;
    },
  };
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

function readSkills(next: () => number, { ids }: NumberedIds): CandidateFacts['skills'] {
  let number = 0;
  return times(next(), () => {
    number += next();
    return { id: ids[number] ?? '', months: next(), lastUsed: monthUnpacked(next()) };
  });
}

function readRole(next: () => number, { ids }: NumberedIds): RoleFact {
  const title = next();
  return {
    title: title === 0 ? null : (ids[title - 1] ?? null),
    strength: next(),
    level: next(),
    start: monthUnpacked(next()),
    end: monthUnpacked(next()),
  };
}

function readTerms(next: () => number): CandidateFacts['textTerms'] {
  let term = 0;
  return times(next(), () => {
    term += next();
    return { term, weight: next() };
  });
}

function putAscending(put: (value: number) => void, values: readonly number[]): void {
  put(values.length);
  let last = 0;
  for (const value of values) {
    put(value - last);
    last = value;
  }
}

function readAscending(next: () => number): number[] {
  let value = 0;
  return times(next(), () => {
    value += next();
    return value;
  });
}

/** 0: not known, 1: goes on, else 2 + the distance, with its sign in the lowest bit. */
function monthPacked(month: number): number {
  if (month === 0) return 0;
  if (month === NOW) return 1;
  const distance = NEAR - month;
  return 2 + (distance < 0 ? -2 * distance - 1 : 2 * distance);
}

export function monthUnpacked(packed: number): number {
  if (packed === 0) return 0;
  if (packed === 1) return NOW;
  const coded = packed - 2;
  return NEAR - (coded % 2 === 1 ? -(coded + 1) / 2 : coded / 2);
}

/** Bits of the first number: whether a country and whether a point follow. */
const COUNTRY = 1;
const POINT = 2;
const A = 65;

function putPlace(put: (value: number) => void, place: PlaceFact | null): void {
  const country = place?.country ?? null;
  const at = place?.at ?? null;
  put((place === null ? 0 : 4) | (country === null ? 0 : COUNTRY) | (at === null ? 0 : POINT));
  if (country !== null) put((country.charCodeAt(0) - A) * 26 + country.charCodeAt(1) - A);
  if (at !== null) {
    put(at.latitude + 9000);
    put(at.longitude + 18_000);
  }
}

export function readPlace(next: () => number): PlaceFact | null {
  const there = next();
  if (there === 0) return null;
  let country: string | null = null;
  if ((there & COUNTRY) !== 0) {
    const letters = next();
    country = String.fromCharCode(A + Math.floor(letters / 26), A + (letters % 26));
  }
  const at = (there & POINT) === 0 ? null : { latitude: next() - 9000, longitude: next() - 18_000 };
  return { country, at };
}
