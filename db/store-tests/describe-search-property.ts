import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CandidateSearchRequest,
  NO_FILTERS,
  YEAR_BUCKETS,
} from '@/shared/domain/candidates/views';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';
import { ADMIN, type MakeStore, personIn, RECRUITER, request, type StoreHarness } from './harness';

// Invented words, so that the taxonomy knows none of them: what it knows is tested by itself.
const SKILLS = ['qaxo', 'bimzu', 'dorvel', 'tisk'];
const CITIES = ['Qorvan', 'Bexley Hollow', 'Zunt'];
const COMPANIES = ['Vexol Ltd', 'Harn AG', 'Moxi'];
const WORDS = ['lumen', 'lumber', 'orchid', 'pallet'];
const NAMES = ['Ana Voss', 'Bo Lind', 'Cy Tarn', ''];
const OWNERS = [ADMIN.id, RECRUITER.id];

/** A person as plain facts, against which every answer is worked out anew. */
interface Facts {
  id: string;
  num: number;
  name: string;
  years: number | null;
  city: string | null;
  ownerId: string;
  skills: Map<string, { id: string; version: number; years: number | null }>;
  jobs: { company: string; now: boolean }[];
  words: string[];
  email: boolean;
  tags: Map<string, string>;
  archived: boolean;
  merged: boolean;
  version: number;
  updatedAt: string;
  changes: readonly Change[];
}

/** The test that matters: whatever is asked, in whatever state, the fast way and the plain way agree. */
export function describeSearchProperty(name: string, makeStore: MakeStore): void {
  describe(`${name}: search against a plain evaluation`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });

    it.each([1, 2, 3])(
      'agrees on sets, totals, counts and order through edits (seed %i)',
      async (seed) => {
        const world = createWorld(harness, seed);
        await world.start(40);
        for (let round = 0; round < 60; round++) {
          await world.change();
          for (let n = 0; n < 4; n++) await world.ask();
        }
      },
    );
  });
}

function createWorld(harness: StoreHarness, seed: number) {
  const random = mulberry32(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const some = <T>(list: readonly T[]): T[] => list.filter(() => random() < 0.4);
  const people: Facts[] = [];
  const tags = [newId(), newId()];
  for (const [at, id] of tags.entries()) TAG_ORDER.set(id, at);
  let minute = 0;
  let nums = 0;
  const tick = (): string => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, ++minute));
    harness.setNow(at);
    return at.toISOString();
  };
  const commit = async (changes: readonly Change[]) =>
    harness.store.commit({ actor: ADMIN, action: 'candidate.edited', changes });

  const put = async (): Promise<void> => {
    const updatedAt = tick();
    const jobs = some(COMPANIES).map((company) => ({ company, now: random() < 0.5 }));
    const skills = some(SKILLS);
    const words = some(WORDS);
    const facts = {
      name: pick(NAMES),
      years: random() < 0.2 ? null : below(25),
      city: random() < 0.2 ? null : pick(CITIES),
      ownerId: pick(OWNERS),
    };
    const email = random() < 0.5;
    const made = personIn({
      ...facts,
      skills,
      jobs: jobs.map((job) => ({
        company: job.company,
        title: 'x',
        end: job.now ? 'present' : '2019',
      })),
      text: `cv ${words.join(' ')}`,
      ...(email && { email: `p${nums}@x.example` }),
    });
    await commit(made.changes);
    people.push({
      ...facts,
      id: made.id,
      num: ++nums,
      skills: new Map(
        made.changes.flatMap((change) =>
          change.op === 'insert' && change.entity === 'candidateSkill'
            ? [[change.row.name, { id: change.row.id, version: 1, years: null }] as const]
            : [],
        ),
      ),
      // With no job that goes on the first one counts as the employer of today.
      jobs: jobs.some((job) => job.now) ? jobs : jobs.map((job, at) => ({ ...job, now: at === 0 })),
      words,
      email,
      tags: new Map(),
      archived: false,
      merged: false,
      version: 1,
      updatedAt,
      changes: made.changes,
    });
  };

  const update = async (person: Facts, patch: object): Promise<void> => {
    person.updatedAt = tick();
    // The fields of a candidate, as the callers below name them.
    await commit([
      {
        op: 'update',
        entity: 'candidate',
        id: person.id,
        version: person.version,
        patch,
      } as Change,
    ]);
    person.version++;
  };

  const change = async (): Promise<void> => {
    const person = pick(people);
    switch (below(9)) {
      case 0:
        return put();
      case 1:
        person.years = (person.years ?? 0) + 1;
        return update(person, { totalYears: person.years });
      case 2: {
        const city = pick(CITIES.filter((one) => one !== person.city));
        person.city = city;
        return update(person, { city, location: city });
      }
      case 3:
        person.archived = !person.archived;
        return update(person, { archivedAt: person.archived ? tick() : null });
      case 4: {
        person.ownerId = person.ownerId === ADMIN.id ? RECRUITER.id : ADMIN.id;
        return update(person, { ownerId: person.ownerId });
      }
      case 5: {
        person.merged = !person.merged;
        const other = people.find((one) => one !== person);
        return update(person, { mergedIntoId: person.merged ? other?.id : null });
      }
      case 6: {
        const tagId = pick(tags);
        const link = person.tags.get(tagId);
        tick();
        if (link === undefined) {
          const id = newId();
          person.tags.set(tagId, id);
          await commit([
            { op: 'insert', entity: 'candidateTag', row: { id, candidateId: person.id, tagId } },
          ]);
        } else {
          person.tags.delete(tagId);
          await commit([{ op: 'delete', entity: 'candidateTag', id: link, version: 1 }]);
        }
        return;
      }
      case 7: {
        const skill = [...person.skills.values()][0];
        if (skill === undefined) return;
        const years = pick([0.5, 2, 4.9, 5, 12].filter((one) => one !== skill.years));
        tick();
        await commit([
          {
            op: 'update',
            entity: 'candidateSkill',
            id: skill.id,
            version: skill.version,
            patch: { years },
          },
        ]);
        skill.years = years;
        skill.version++;
        return;
      }
      default: {
        // Somebody whom nothing was done to goes, as by taking an import back.
        const gone = people.findIndex(
          (one) =>
            one.version === 1 &&
            one.tags.size === 0 &&
            [...one.skills.values()].every((skill) => skill.version === 1),
        );
        const one = people[gone];
        if (one === undefined || people.length < 20 || people[0] === one || people[1] === one)
          return;
        tick();
        await commit(
          one.changes.toReversed().flatMap((made) =>
            made.op === 'insert'
              ? // A row put in by personIn and never touched since.
                [{ op: 'delete', entity: made.entity, id: made.row.id, version: 1 } as Change]
              : [],
          ),
        );
        people.splice(gone, 1);
      }
    }
  };

  const ask = async (): Promise<void> => {
    const actor: Actor = random() < 0.2 ? RECRUITER : ADMIN;
    const filters: CandidateSearchRequest['filters'] = {
      ...NO_FILTERS,
      archived: random() < 0.15,
      skills: random() < 0.3 ? [{ name: pick(SKILLS), minYears: pick([null, 2, 5]) }] : [],
      skillsAny: random() < 0.2 ? some(SKILLS).map((one) => ({ name: one, minYears: null })) : [],
      skillsNone: random() < 0.2 ? [pick(SKILLS)] : [],
      cities: random() < 0.3 ? [pick(CITIES).toUpperCase(), pick(CITIES)] : [],
      companies: random() < 0.2 ? [pick(COMPANIES)] : [],
      companiesWhen: pick(['now', 'ever']),
      tagIds: random() < 0.15 ? [pick(tags)] : [],
      ownerIds: random() < 0.15 ? [pick(OWNERS)] : [],
      minYears: random() < 0.2 ? below(15) : null,
      maxYears: random() < 0.2 ? below(25) : null,
      has: random() < 0.1 ? ['email'] : [],
      missing: random() < 0.15 ? [pick(['name', 'email', 'experience'])] : [],
    };
    const query = random() < 0.6 ? anyQuery(random, pick) : null;
    const sort = {
      by: pick(['name', 'totalYears', 'createdAt', 'updatedAt', 'location'] as const),
      direction: pick(['asc', 'desc'] as const),
    };
    const given = request({
      text: query?.text ?? '',
      filters,
      sort,
      limit: 200,
      facets: (['skill', 'city', 'company', 'owner', 'years'] as const).map((kind) => ({
        kind,
        fieldId: null,
      })),
    });
    const page = await harness.search.search(actor, given);
    const reached = people.filter(
      (one) =>
        !one.merged &&
        one.archived === filters.archived &&
        (actor === ADMIN || one.ownerId === actor.id) &&
        (query === null || query.holds(one)),
    );
    const found = reached.filter((one) => GROUPS.every((group) => PASSES[group](one, filters)));
    const wanted = inOrder(found, sort.by, sort.direction);
    const told = JSON.stringify({ text: given.text, filters, sort });
    expect([told, page.total]).toEqual([told, found.length]);
    expect([told, page.rows.map((row) => row.id)]).toEqual([told, wanted.map((one) => one.id)]);
    const ids = await harness.search.ids(actor, given);
    expect([told, [...ids].sort()]).toEqual([told, found.map((one) => one.id).sort()]);
    for (const facet of page.facets) {
      const counted = reached.filter((one) =>
        GROUPS.every((group) => group === facet.kind || PASSES[group](one, filters)),
      );
      const counts = new Map<string, number>();
      for (const one of counted) {
        for (const value of valuesOf(one, facet.kind)) {
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }
      const values = Object.fromEntries(facet.values.map(({ value, count }) => [value, count]));
      expect([told, facet.kind, values]).toEqual([told, facet.kind, Object.fromEntries(counts)]);
    }
  };

  return {
    start: async (count: number) => {
      await commit(
        tags.map((id, at) => ({
          op: 'insert',
          entity: 'tag',
          row: { id, name: `Label ${at}`, colour: 'red' },
        })),
      );
      for (let at = 0; at < count; at++) await put();
    },
    change,
    ask,
  };
}

const GROUPS = ['skill', 'city', 'company', 'tag', 'owner', 'years', 'has'] as const;
type Filters = CandidateSearchRequest['filters'];
const hasSkill = (one: Facts, name: string, minYears: number | null): boolean => {
  const skill = one.skills.get(name);
  return skill !== undefined && (minYears === null || (skill.years ?? -1) >= minYears);
};

const PASSES: Readonly<Record<(typeof GROUPS)[number], (one: Facts, filters: Filters) => boolean>> =
  {
    skill: (one, { skills, skillsAny, skillsNone }) =>
      skills.every((skill) => hasSkill(one, skill.name, skill.minYears)) &&
      (skillsAny.length === 0 || skillsAny.some((skill) => one.skills.has(skill.name))) &&
      !skillsNone.some((skill) => one.skills.has(skill)),
    city: (one, { cities }) =>
      cities.length === 0 || cities.some((city) => city.toLowerCase() === one.city?.toLowerCase()),
    company: (one, { companies, companiesWhen }) =>
      companies.length === 0 ||
      one.jobs.some(
        (job) => companies.includes(job.company) && (companiesWhen === 'ever' || job.now),
      ),
    tag: (one, { tagIds }) => tagIds.every((id) => one.tags.has(id)),
    owner: (one, { ownerIds }) => ownerIds.length === 0 || ownerIds.includes(one.ownerId),
    years: (one, { minYears, maxYears }) =>
      (minYears === null && maxYears === null) ||
      (one.years !== null && one.years >= (minYears ?? 0) && one.years <= (maxYears ?? 1000)),
    has: (one, { has, missing }) =>
      (!has.includes('email') || one.email) &&
      (!missing.includes('email') || !one.email) &&
      (!missing.includes('name') || one.name === '') &&
      (!missing.includes('experience') || one.jobs.length === 0),
  };

function valuesOf(one: Facts, kind: string): readonly string[] {
  switch (kind) {
    case 'skill':
      return [...one.skills.keys()];
    case 'city':
      return one.city === null ? [] : [one.city];
    case 'company':
      return one.jobs.map((job) => job.company);
    case 'owner':
      return [one.ownerId];
    default:
      return one.years === null
        ? []
        : [String(YEAR_BUCKETS.findLast((bucket) => (one.years ?? 0) >= bucket))];
  }
}

function inOrder(found: readonly Facts[], by: string, direction: 'asc' | 'desc'): readonly Facts[] {
  const keyOf = (one: Facts): string | number | null => {
    if (by === 'name') return one.name === '' ? null : one.name.toLowerCase();
    if (by === 'location') return one.city?.toLowerCase() ?? null;
    if (by === 'totalYears') return one.years;
    return by === 'createdAt' ? one.num : one.updatedAt;
  };
  const way = direction === 'asc' ? 1 : -1;
  return found.toSorted((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
    } else if (left !== right) return left < right ? -way : way;
    return way * (a.num - b.num);
  });
}

interface AnyQuery {
  readonly text: string;
  readonly holds: (one: Facts) => boolean;
}

/** A query as typed, with what it means. */
function anyQuery(random: () => number, pick: <T>(list: readonly T[]) => T, depth = 0): AnyQuery {
  const kind = depth > 2 ? 0 : Math.floor(random() * 7);
  const inner = (): AnyQuery => anyQuery(random, pick, depth + 1);
  switch (kind) {
    case 1: {
      const beginning = pick(['lum', 'lumb', 'orc', 'zzz']);
      return {
        text: `${beginning}*`,
        holds: (one) => one.words.some((word) => word.startsWith(beginning)),
      };
    }
    case 2: {
      const [a, b] = [inner(), inner()];
      return { text: `(${a.text} OR ${b.text})`, holds: (one) => a.holds(one) || b.holds(one) };
    }
    case 3: {
      const [a, b] = [inner(), inner()];
      return { text: `(${a.text} AND ${b.text})`, holds: (one) => a.holds(one) && b.holds(one) };
    }
    case 4: {
      const [a, b] = [inner(), inner()];
      return {
        text: `(${a.text} AND NOT ${b.text})`,
        holds: (one) => a.holds(one) && !b.holds(one),
      };
    }
    case 5: {
      const least = Math.floor(random() * 20);
      return { text: `years>=${least}`, holds: (one) => one.years !== null && one.years >= least };
    }
    case 6: {
      const at = pick([0, 1]);
      return {
        text: `"label ${at}"`,
        holds: (one) => [...one.tags.keys()].some((id) => TAG_ORDER.get(id) === at),
      };
    }
    default: {
      const word = pick(WORDS);
      return { text: `"${word}"`, holds: (one) => one.words.includes(word) };
    }
  }
}

/** The number in each tag's name. */
const TAG_ORDER = new Map<string, number>();

/** Mulberry32, a small generator with a seed (public domain, T. Ettinger). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
