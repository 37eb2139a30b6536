import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIn } from '@/db/store-tests/harness';
import { applicationIn, clientIn, jobIn } from '@/db/store-tests/jobs';
import type { Core } from '@/electron/core/core';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import type { Change } from '@/shared/domain/history/change';
import { type Id, newId } from '@/shared/kit/ids';

// Whoever is erased takes nothing of anybody else with them, however much the two have in common.

/** What two people have in common, and what happened to each. */
const bond = fc.record({
  file: fc.boolean(),
  email: fc.boolean(),
  phone: fc.boolean(),
  surname: fc.boolean(),
  note: fc.boolean(),
  job: fc.boolean(),
  pair: fc.boolean(),
  /** Each was made of two people. */
  merges: fc.boolean(),
  /** They were taken for one person, and apart again. */
  apart: fc.boolean(),
  kind: fc.constantFrom('erase' as const, 'anonymise' as const),
});
type Bond = typeof bond extends fc.Arbitrary<infer T> ? T : never;

const ALL: Bond = {
  file: true,
  email: true,
  phone: true,
  surname: true,
  note: true,
  job: true,
  pair: true,
  merges: true,
  apart: false,
  kind: 'erase',
};

describe('erasing one of two people', () => {
  let place: TestPlace;
  let core: Core;
  beforeAll(async () => {
    place = testPlace();
    core = await openDesk(place, { plain: true, background: false });
  });
  afterAll(async () => {
    await core.close();
    place.remove();
  });

  it('changes nothing of the other: what is held on them, and by which words they are found', async () => {
    let made = 0;
    const others: Other[] = [];
    await fc.assert(
      fc.asyncProperty(bond, async (given) => {
        made += 1;
        const { a, b, typed, words } = await makePair(core, given, made);
        const before = await heldOn(core, b, { but: a, given });
        const found = await foundBy(core, words, a);
        // A word that finds nobody would prove nothing.
        expect(found.filter((ids) => ids.includes(b)).length).toBeGreaterThan(3);
        const erased = await core.client().privacy.erase({
          candidateIds: [a],
          kind: given.kind,
          reason: 'They asked',
          typed,
        });
        expect(erased).toEqual({ erased: 1, gone: 0 });
        expect(await heldOn(core, b, { but: a, given })).toBe(before);
        expect(await foundBy(core, words, a)).toEqual(found);
        others.push({ a, b, given, before });
      }),
      { numRuns: 8, seed: 7, examples: [[ALL], [{ ...ALL, apart: true }]] },
    );
    // Nor did any that came after.
    for (const { a, b, given, before } of others)
      expect(await heldOn(core, b, { but: a, given })).toBe(before);
    expect(await core.session().checkDatabase()).toEqual([]);
  });
});

interface Other {
  readonly a: Id;
  readonly b: Id;
  readonly given: Bond;
  readonly before: string;
}

async function makePair(
  core: Core,
  given: Bond,
  n: number,
): Promise<{
  readonly a: Id;
  readonly b: Id;
  readonly typed: string;
  readonly words: readonly string[];
}> {
  const { deps, actor } = core.session();
  const api = core.client();
  const word = `quill${n}x`;
  const names = [`Ada Reed${n}`, given.surname ? `Bo Reed${n}` : `Bo Stone${n}`] as const;
  const shared = newId().replaceAll('-', '').padEnd(64, 'a');
  const [a, b, ofA, ofB] = [names[0], names[1], `Adah R. ${n}`, `Beau S. ${n}`].map((name, at) =>
    personIn({
      name,
      ownerId: actor.id,
      headline: `Binder of ${word}`,
      skills: [`Binding${n}`],
      email: given.email ? `both${n}@example.org` : `p${n}.${at}@example.org`,
      text: given.file ? `${word} curriculum of one household` : `${word} curriculum ${at}`,
      jobs: [{ company: `Mill${n}`, title: 'Binder' }],
      ...(given.file && at < 2 ? { sha256: shared } : {}),
    }),
  );
  if (!a || !b || !ofA || !ofB) throw new Error('Four were made');
  const client = clientIn(`Client ${n}`);
  const job = jobIn(client.row.id, 'Binder');
  await deps.store.commit({
    actor,
    action: 'candidate.added',
    changes: [
      ...[a, b, ...(given.merges ? [ofA, ofB] : [])].flatMap(({ changes }) => changes),
      phoneOf(a.id, given.phone ? `+4477009${n + 10_000}` : `+4477001${n + 10_000}`),
      phoneOf(b.id, given.phone ? `+4477009${n + 10_000}` : `+4477002${n + 10_000}`),
      client,
      job,
      ...(given.job
        ? [a, b].flatMap(({ id }) => applicationIn(id, job.row.id, 'shortlisted'))
        : []),
      ...(given.pair && !given.apart ? [pairOf(a.id, b.id)] : []),
    ],
  });
  // One deed with both of them.
  await api.candidates.addTag({ candidateIds: [a.id, b.id], name: `Tag ${n}` });
  if (given.note) {
    const body = `${names[1]} came with ${names[0]} (both${n}@example.org), noted${n}`;
    await api.candidates.addNote({ candidateId: b.id, body });
  }
  const merge = async (survivorId: Id, id: Id): Promise<void> => {
    const candidateIds = [survivorId, id];
    const { choice, stamp } = await api.duplicates.preview({ candidateIds, survivorId });
    await api.duplicates.merge({ candidateIds, choice, stamp });
  };
  if (given.merges) {
    await merge(a.id, ofA.id);
    await merge(b.id, ofB.id);
  }
  if (given.apart) {
    await merge(b.id, a.id);
    const [last] = await api.duplicates.merges({ limit: 1 });
    await api.duplicates.unmerge({ mergeId: last?.id ?? '' });
  }
  const { name: typed } = await api.privacy.previewErasure({ candidateId: a.id });
  const found = (await api.candidates.get({ id: b.id })).contactPoints.map(({ value }) => value);
  const words = [names[1], `"${names[1]}"`, word, `Binding${n}`, `noted${n}`, `Mill${n}`, ...found];
  return { a: a.id, b: b.id, typed, words };
}

/** Everything of a data request but what is of both: their pair, and the searches that go on being written down. */
async function heldOn(
  core: Core,
  id: Id,
  { but, given }: { readonly but: Id; readonly given: Bond },
): Promise<string> {
  const { deps, actor } = core.session();
  const held = await deps.privacy.everything(actor, id);
  // Through a merge that was taken apart values of both passed: its lines go with either.
  const ofBoth = ['searchLogEntry', ...(given.apart ? ['commit', 'auditEntry', 'merge'] : [])];
  return JSON.stringify([
    await deps.candidates.get(actor, id).then((detail) => ({
      ...detail,
      possibleDuplicates: detail?.possibleDuplicates.filter(
        ({ candidateId }) => candidateId !== but,
      ),
    })),
    ...held
      .filter(({ entity }) => !ofBoth.includes(entity))
      .map(({ entity, rows }) => ({
        entity,
        rows: entity === 'duplicatePair' ? rows.filter((row) => !names(row, but)) : rows,
      }))
      .filter(({ rows }) => rows.length > 0),
  ]);
}

const names = (row: unknown, id: Id): boolean => JSON.stringify(row).includes(id);

/** Whom each of the words finds, but for who is erased. */
async function foundBy(
  core: Core,
  words: readonly string[],
  but: Id,
): Promise<readonly (readonly Id[])[]> {
  const found: (readonly Id[])[] = [];
  for (const text of words) {
    const { rows } = await core.client().candidates.search({ text, limit: 50 });
    found.push(
      rows
        .map(({ id }) => id)
        .filter((id) => id !== but)
        .toSorted(),
    );
  }
  return found;
}

const phoneOf = (candidateId: Id, value: string): Change => ({
  op: 'insert',
  entity: 'contactPoint',
  row: {
    id: newId(),
    candidateId,
    position: 1,
    kind: 'phone',
    linkKind: null,
    value,
    key: value,
    provenance: {
      source: 'person',
      by: newId(),
      byName: 'Tess',
      at: '2026-01-01T00:00:00.000Z',
    },
  },
});

const pairOf = (candidateId: Id, otherId: Id): Change => ({
  op: 'insert',
  entity: 'duplicatePair',
  row: {
    id: newId(),
    candidateId,
    otherId,
    score: 0.9,
    state: 'open',
    reasons: ['email'],
  },
});
