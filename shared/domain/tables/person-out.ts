import type { CandidateDetail } from '@/shared/domain/candidates/views';
import { customInputOf } from '@/shared/domain/custom-fields/custom-value';
import type { Actor } from '@/shared/domain/workspace/records';
import { type ExportPerson, jobNow, notesFor } from './export-columns';
import type { JCardProperty } from './vcard';

const valuesOf = (detail: CandidateDetail, kind: 'email' | 'phone' | 'link'): string[] =>
  detail.contactPoints.filter((point) => point.kind === kind).map(({ value }) => value);

/** Somebody as a JSON Resume (jsonresume.org, 1.0); what it has no place for stands under `meta.longlist`. */
export function jsonResumeOf(person: ExportPerson, actor: Actor): Record<string, unknown> {
  const { detail, lists, customFields } = person;
  const { candidate } = detail;
  const [email, ...emails] = valuesOf(detail, 'email');
  const [phone, ...phones] = valuesOf(detail, 'phone');
  const [url, ...links] = valuesOf(detail, 'link');
  const custom = detail.custom.flatMap((value) => {
    const field = customFields.find(({ id }) => id === value.fieldId);
    return field === undefined ? [] : [[field.label, customInputOf(field.kind, value)] as const];
  });
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: bare({
      name: candidate.name,
      label: candidate.headline,
      email,
      phone,
      url,
      summary: candidate.summary,
      location: bare({
        city: candidate.city,
        region: candidate.region,
        countryCode: candidate.country,
      }),
    }),
    work: detail.experience.map((job) =>
      bare({
        name: job.company,
        position: job.title,
        location: job.location,
        startDate: job.start,
        endDate: job.end === 'present' ? null : job.end,
        summary: job.description,
      }),
    ),
    education: detail.education.map((entry) =>
      bare({
        institution: entry.institution,
        studyType: entry.degree,
        area: entry.field,
        startDate: entry.start,
        endDate: entry.end,
        score: entry.grade,
      }),
    ),
    certificates: detail.certifications.map((one) => bare({ ...pick(one), date: one.date })),
    skills: detail.skills.map(({ name }) => ({ name })),
    languages: detail.languages.map(({ name, level, levelText }) =>
      bare({ language: name, fluency: levelText ?? level }),
    ),
    meta: {
      longlist: bare({
        // Work without an end goes on, says the format; of these it is not known.
        endUnknown: detail.experience.flatMap(({ end }, index) => (end === null ? [index] : [])),
        emails,
        phones,
        links,
        location: candidate.location,
        totalYears: candidate.totalYears,
        noticePeriod: candidate.noticePeriod,
        workPermission: candidate.workPermission,
        tags: detail.tags.map(({ name }) => name),
        lists: lists.map(({ name }) => name),
        notes: notesFor(detail, actor),
        consentGivenAt: candidate.consentGivenAt,
        consentExpiresAt: candidate.consentExpiresAt,
        custom: Object.fromEntries(custom),
      }),
    },
  };
}

/** Somebody as the properties of a vCard 3.0, which every address book reads. Custom fields, jobs of the past and consent have no place in it. */
export function vCardOf(person: ExportPerson, actor: Actor): JCardProperty[] {
  const { detail } = person;
  const { candidate } = detail;
  const job = jobNow(detail);
  const words = candidate.name.split(' ');
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  const given = words.length > 1 ? words.slice(0, -1).join(' ') : candidate.name;
  const properties: JCardProperty[] = [
    ['version', {}, 'text', '3.0'],
    ['fn', {}, 'text', candidate.name],
    ['n', {}, 'text', [family, given, '', '', '']],
  ];
  const add = (name: string, value: string | null | undefined): void => {
    if (value) properties.push([name, {}, 'text', value]);
  };
  for (const value of valuesOf(detail, 'email')) add('email', value);
  for (const value of valuesOf(detail, 'phone')) add('tel', value);
  for (const value of valuesOf(detail, 'link')) add('url', value);
  add('title', job?.title);
  if (job?.company) properties.push(['org', {}, 'text', [job.company]]);
  if (candidate.city !== null || candidate.country !== null) {
    const { city, region, country } = candidate;
    properties.push(['adr', {}, 'text', ['', '', '', city ?? '', region ?? '', '', country ?? '']]);
  }
  const tags = detail.tags.map(({ name }) => name);
  if (tags.length > 0) properties.push(['categories', {}, 'text', ...tags]);
  for (const note of notesFor(detail, actor)) add('note', note);
  add('x-longlist-headline', candidate.headline);
  add('x-longlist-location', candidate.location);
  add('x-longlist-summary', candidate.summary);
  return properties;
}

const pick = ({ name, issuer }: CandidateDetail['certifications'][number]) => ({ name, issuer });

/** Without what is not known. */
const bare = (object: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
