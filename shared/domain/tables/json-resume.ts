import { z } from 'zod';
import { squeeze } from '@/shared/kit/text';
import { PersonReader, type ReadPerson } from './person-reader';
import type { TablePerson } from './table-person';

/** Whatever stands where a text should be: only texts and numbers say something. */
const word = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''),
  z.string(),
);
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value): unknown[] => (Array.isArray(value) ? value.slice(0, 1000) : []),
    z.array(item),
  );
const bag = <T extends z.ZodRawShape>(shape: T) =>
  z.preprocess(
    (value) => (typeof value === 'object' && value !== null ? value : {}),
    z.object(shape),
  );

// https://jsonresume.org/schema, and the names it had before 1.0 (company, website, gpa).
const jsonResumeSchema = bag({
  basics: bag({
    name: word,
    label: word,
    email: word,
    phone: word,
    url: word,
    website: word,
    summary: word,
    location: bag({ address: word, city: word, region: word, countryCode: word }),
    profiles: list(bag({ url: word })),
  }),
  work: list(
    bag({
      name: word,
      company: word,
      position: word,
      location: word,
      startDate: word,
      endDate: word,
      summary: word,
      highlights: list(word),
    }),
  ),
  education: list(
    bag({
      institution: word,
      area: word,
      studyType: word,
      startDate: word,
      endDate: word,
      score: word,
      gpa: word,
    }),
  ),
  certificates: list(bag({ name: word, date: word, issuer: word })),
  skills: list(bag({ name: word, keywords: list(word) })),
  languages: list(bag({ language: word, fluency: word })),
  meta: bag({
    longlist: bag({
      endUnknown: list(z.unknown()),
      emails: list(word),
      phones: list(word),
      links: list(word),
      location: word,
      totalYears: z.unknown().optional(),
      noticePeriod: word,
      workPermission: word,
      tags: list(word),
      lists: list(word),
      notes: list(word),
      consentGivenAt: word,
      consentExpiresAt: word,
      custom: z.preprocess(
        (value) => (typeof value === 'object' && value !== null ? value : {}),
        z.record(z.string(), z.unknown()),
      ),
    }),
  }),
});

/** Whether a JSON value is meant as a JSON Resume: it has the one part all of them have. */
export const isJsonResume = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'basics' in value;

/** A person out of a JSON Resume; what is of another shape than it should be counts as missing. */
export function personFromJsonResume(value: unknown): ReadPerson {
  const { basics, work, education, certificates, skills, languages, meta } =
    jsonResumeSchema.parse(value);
  const own = meta.longlist;
  const { city, region, countryCode, address } = basics.location;
  const read = new PersonReader();
  const place = [city || address, region, countryCode].filter((part) => part !== '').join(', ');
  const years = Number(own.totalYears);
  const person: TablePerson = {
    ...read.nobody(),
    name: read.text('name', basics.name, 300) ?? '',
    emails: read.emails([basics.email, ...own.emails]),
    phones: read.list('phone', [basics.phone, ...own.phones], 100, 50),
    links: read.list(
      'url',
      [basics.url || basics.website, ...basics.profiles.map(({ url }) => url), ...own.links],
      2000,
      50,
    ),
    headline: read.text('label', basics.label, 500),
    location: read.text('location', own.location || place, 300),
    summary: read.text('summary', basics.summary, 20_000),
    totalYears:
      own.totalYears !== null && own.totalYears !== undefined && years >= 0 && years <= 80
        ? years
        : null,
    noticePeriod: read.text('noticePeriod', own.noticePeriod, 300),
    workPermission: read.text('workPermission', own.workPermission, 300),
    experience: work.slice(0, 100).map((job, index) => ({
      company: read.text('company', job.name || job.company, 500),
      title: read.text('position', job.position, 500),
      location: read.text('location', job.location, 500),
      ...period(job, own.endUnknown.includes(index)),
      description:
        read.text(
          'work.summary',
          [job.summary, ...job.highlights].filter((line) => line !== '').join('\n'),
          20_000,
        ) ?? '',
    })),
    education: education.slice(0, 100).map((entry) => ({
      institution: read.text('institution', entry.institution, 500),
      degree: read.text('studyType', entry.studyType, 500),
      field: read.text('area', entry.area, 500),
      start: yearMonth(entry.startDate),
      end: yearMonth(entry.endDate),
      grade: read.text('score', entry.score || entry.gpa, 500),
    })),
    certifications: certificates.slice(0, 100).flatMap((one) => {
      const name = read.text('certificate', one.name, 500);
      const issuer = read.text('issuer', one.issuer, 500);
      return name === null ? [] : [{ name, issuer, date: yearMonth(one.date) }];
    }),
    skills: read.list(
      'skills',
      // A skill with keywords is a heading over them.
      skills.flatMap(({ name, keywords }) => (keywords.length > 0 ? keywords : [name])),
      200,
      200,
    ),
    languages: languages.slice(0, 50).flatMap(({ language, fluency }) => {
      const name = read.text('language', language, 100);
      return name === null ? [] : [{ name, levelText: read.text('fluency', fluency, 500) }];
    }),
    tags: read.list('tags', own.tags, 60, 50),
    lists: read.list('lists', own.lists, 200, 20),
    notes: read.list('notes', own.notes, 20_000, 50),
    consentGivenAt: read.instant('consentGivenAt', own.consentGivenAt),
    consentExpiresAt: read.instant('consentExpiresAt', own.consentExpiresAt),
  };
  return { person, customByLabel: customOf(own.custom), leftOut: read.leftOut };
}

function customOf(
  custom: Readonly<Record<string, unknown>>,
): Record<string, string | number | boolean> {
  const known: [string, string | number | boolean][] = [];
  for (const [label, value] of Object.entries(custom).slice(0, 200)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      known.push([label, value]);
    }
  }
  return Object.fromEntries(known);
}

/** Work that has begun and has no end goes on. */
const period = (
  job: { readonly startDate: string; readonly endDate: string },
  isEndUnknown: boolean,
) => ({
  start: yearMonth(job.startDate),
  end: job.endDate.trim() !== '' ? endOf(job.endDate) : isEndUnknown ? null : ('present' as const),
});

const endOf = (date: string): string | null =>
  /present|now|current/i.test(date) ? 'present' : yearMonth(date);

/** `2019-04-01`, `2019-04` and `2019` in the form in which months are kept. */
function yearMonth(date: string): string | null {
  const written = /^(\d{4})(?:-(\d{2}))?/.exec(squeeze(date));
  if (written === null) return null;
  const [, year = '', month] = written;
  const isMonth = month !== undefined && Number(month) >= 1 && Number(month) <= 12;
  return isMonth ? `${year}-${month}` : year;
}
