import { UsageError } from '@/electron/cli/output';
import type { openCore } from '@/electron/cli/surroundings';
import { type CandidateFilters, candidateFiltersSchema } from '@/shared/domain/candidates/views';
import { CEFR_LEVELS } from '@/shared/domain/parsing/parsed-resume';
import { placeOf } from '@/shared/domain/places/gazetteer';
import { countryCode } from '@/shared/domain/search/country-codes';
import { fixedValues } from '@/shared/domain/search/fact-values';
import type { FactField } from '@/shared/domain/search/query';
import { fold, squeeze } from '@/shared/kit/text';

export type Client = ReturnType<Awaited<ReturnType<typeof openCore>>['client']>;
type Filters = { -readonly [Key in keyof CandidateFilters]: CandidateFilters[Key] };
/** Puts one value into the filters; throws UsageError where it cannot be understood. */
type Reader = (filters: Filters, value: string, client: Client) => void | Promise<void>;

const USUAL_KM = 50;

/** The filters that `--filter key=value` names, one after the other. Errors: UsageError for a key or value that is none. */
export async function readFilters(
  given: readonly string[],
  client: Client,
): Promise<CandidateFilters> {
  const filters: Filters = candidateFiltersSchema.parse({});
  for (const one of given) {
    const equals = one.indexOf('=');
    const key = one.slice(0, Math.max(0, equals)).trim().toLowerCase();
    const value = one.slice(equals + 1).trim();
    if (equals < 1 || value === '') throw new UsageError(`--filter ${one}: a filter is key=value.`);
    const reader = key.startsWith('custom.')
      ? custom(one.slice('custom.'.length, equals).trim())
      : Object.hasOwn(READERS, key)
        ? READERS[key]
        : undefined;
    if (reader === undefined)
      throw new UsageError(
        `there is no filter "${key}". Filters: ${Object.keys(READERS).join(', ')}, custom.Label.`,
      );
    await reader(filters, value, client);
  }
  const parsed = candidateFiltersSchema.safeParse(filters);
  if (!parsed.success)
    throw new UsageError('--filter: there are too many values, or one is too long.');
  return parsed.data;
}

const READERS: Readonly<Record<string, Reader>> = {
  skill: (filters, value) => {
    filters.skills = [...filters.skills, skillOf(value)];
  },
  'skill-any': (filters, value) => {
    filters.skillsAny = [...filters.skillsAny, ...listed(value).map(skillOf)];
  },
  'skill-not': (filters, value) => {
    filters.skillsNone = [...filters.skillsNone, ...listed(value)];
  },
  title: (filters, value) => {
    filters.titles = [...filters.titles, value];
  },
  seniority: fixed('seniority', 'seniorities'),
  company: (filters, value) => {
    filters.companies = [...filters.companies, value];
  },
  'company-now': (filters, value) => {
    filters.companies = [...filters.companies, value];
    filters.companiesWhen = 'now';
  },
  school: (filters, value) => {
    filters.schools = [...filters.schools, value];
  },
  degree: fixed('degree', 'degrees'),
  city: (filters, value) => {
    filters.cities = [...filters.cities, value];
  },
  country: (filters, value) => {
    const code = countryCode(value);
    if (code === null) throw new UsageError(`there is no country "${value}".`);
    filters.countries = [...filters.countries, code];
  },
  near: (filters, value) => {
    const [, name = value, km = String(USUAL_KM)] =
      /^(.+?)\s*,\s*(\d{1,4})\s*(?:km)?$/iu.exec(value) ?? [];
    const place = placeOf(name.trim(), null, null);
    if (place === null) throw new UsageError(`the gazetteer has no place "${name}".`);
    filters.near = {
      place: name,
      latitude: place.latitude,
      longitude: place.longitude,
      km: Number(km),
    };
  },
  language: (filters, value) => {
    const [name = '', level] = value.split(':').map(squeeze);
    const minLevel = CEFR_LEVELS.find((one) => one.toLowerCase() === level?.toLowerCase()) ?? null;
    if (level !== undefined && minLevel === null)
      throw new UsageError(`"${level}" is no level of a language: ${CEFR_LEVELS.join(', ')}.`);
    filters.languages = [...filters.languages, { name, minLevel }];
  },
  years: (filters, value) => {
    const [, from = '', to = ''] =
      /^(\d{1,2}(?:\.\d+)?)?\s*(?:-\s*(\d{1,2}(?:\.\d+)?)?|\+)?$/u.exec(value) ?? [];
    if (from === '' && to === '') throw new UsageError(`years=${value}: as in 5-10, 5- or -10.`);
    filters.minYears = from === '' ? null : Number(from);
    filters.maxYears = to !== '' ? Number(to) : /[-+]/.test(value) ? null : Number(from);
  },
  has: fixed('has', 'has'),
  missing: fixed('missing', 'missing'),
  tag: async (filters, value, client) => {
    filters.tagIds = [...filters.tagIds, named('tag', value, await client.candidates.tags())];
  },
  list: async (filters, value, client) => {
    filters.listIds = [...filters.listIds, named('list', value, await client.lists.all())];
  },
  owner: async (filters, value, client) => {
    filters.ownerIds = [
      ...filters.ownerIds,
      named('owner', value, await client.workspace.owners()),
    ];
  },
  source: fixed('source', 'sources'),
  consent: fixed('consent', 'consent'),
  'do-not-contact': (filters, value) => {
    filters.doNotContact = yesOrNo('do-not-contact', value);
  },
  added: (filters, value) => {
    filters.added = daysOf('added', value);
  },
  updated: (filters, value) => {
    filters.updated = daysOf('updated', value);
  },
  active: (filters, value) => {
    filters.lastActivity = daysOf('active', value);
  },
  review: (filters, value) => {
    filters.review = yesOrNo('review', value);
  },
  archived: (filters, value) => {
    filters.archived = yesOrNo('archived', value);
  },
};

function fixed(
  of: FactField,
  key: 'seniorities' | 'degrees' | 'sources' | 'consent' | 'has' | 'missing',
): Reader {
  return (filters, value) => {
    const all = fixedValues(of, '') ?? [];
    const values = listed(value).flatMap((one) => {
      const [found, ...more] = fixedValues(of, one) ?? [];
      if (found === undefined || more.length > 0)
        throw new UsageError(`${of}=${one}: one of ${all.join(', ')}.`);
      return [found];
    });
    // Checked against the schema when all are read.
    Object.assign(filters, { [key]: [...filters[key], ...values] });
  };
}

/** `Java` or `Java>=3`. */
function skillOf(value: string): CandidateFilters['skills'][number] {
  const [, name = value, years] = /^(.+?)\s*>=\s*(\d{1,2}(?:\.\d+)?)$/u.exec(value) ?? [];
  return { name: squeeze(name), minYears: years === undefined ? null : Number(years) };
}

const listed = (value: string): readonly string[] =>
  value
    .split(',')
    .map(squeeze)
    .filter((one) => one !== '');

function named(
  what: string,
  name: string,
  all: readonly { readonly id: string; readonly name: string }[],
): string {
  const found = all.find((one) => fold(squeeze(one.name)) === fold(squeeze(name)));
  if (found === undefined) throw new UsageError(`there is no ${what} "${name}".`);
  return found.id;
}

function yesOrNo(key: string, value: string): boolean {
  if (/^(?:yes|no)$/i.test(value)) return value.toLowerCase() === 'yes';
  throw new UsageError(`${key}=${value}: yes or no.`);
}

/** `2026-01-01..2026-03-31`, either side open, or one day. */
function daysOf(key: string, value: string): NonNullable<CandidateFilters['added']> {
  const [, from = '', dots, to = ''] =
    /^(\d{4}-\d{2}-\d{2})?(\.\.)?(\d{4}-\d{2}-\d{2})?$/.exec(value) ?? [];
  const isRange = dots !== undefined ? from !== '' || to !== '' : from !== '' && to === '';
  if (!isRange || !isDay(from) || !isDay(to))
    throw new UsageError(
      `${key}=${value}: days as in 2026-01-01..2026-03-31, or 2026-01-01.. for since then.`,
    );
  return { from: from || null, to: dots === undefined ? from : to || null };
}

function isDay(day: string): boolean {
  if (day === '') return true;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

function custom(label: string): Reader {
  return async (filters, value, client) => {
    const fields = await client.customFields.list({ entity: 'candidate' });
    const field = fields.find((one) => fold(squeeze(one.label)) === fold(squeeze(label)));
    if (field === undefined) throw new UsageError(`there is no custom field "${label}".`);
    const none = { fieldId: field.id, values: [], min: null, max: null, days: null };
    filters.custom = [...filters.custom, { ...none, ...conditionOf(field.kind, label, value) }];
  };
}

function conditionOf(
  kind: string,
  label: string,
  value: string,
): Partial<CandidateFilters['custom'][number]> {
  if (kind === 'date') return { days: daysOf(`custom.${label}`, value) };
  if (kind !== 'number') return { values: [...listed(value)] };
  const [, from, dots, to] = /^(-?\d+(?:\.\d+)?)?(\.\.)?(-?\d+(?:\.\d+)?)?$/.exec(value) ?? [];
  if (from === undefined && to === undefined)
    throw new UsageError(`custom.${label}=${value}: a number, or 10..20.`);
  const min = from === undefined ? null : Number(from);
  const max = to === undefined ? null : Number(to);
  return { min, max: dots === undefined ? min : max };
}
