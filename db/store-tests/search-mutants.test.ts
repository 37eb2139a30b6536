import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as WordSets from '@/db/sqlite/search/word-sets';
import type * as Scopes from '@/db/sqlite/stores/scope';
import type * as ShownTo from '@/shared/domain/access/shown-to';
import type * as Blind from '@/shared/domain/blind/settings';
import type { CandidateSearchRequest } from '@/shared/domain/candidates/views';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';
import type * as Harness from './harness';
import type * as SqliteHarness from './sqlite-harness';

// Each of these takes one restriction of searching away. What a search tells has to show every one of them; one that it does not show is a
// restriction that nothing would miss.

let away: string | null = null;
const isAway = (restriction: string): boolean => away === restriction;

vi.mock('@/db/sqlite/search/word-sets', async (original) => {
  const real = await original<typeof WordSets>();
  return {
    ...real,
    peopleWithWordsFor: (...asked: Parameters<typeof real.peopleWithWordsFor>) =>
      isAway('in which words a guest looks')
        ? real.peopleWithWords(...asked)
        : real.peopleWithWordsFor(...asked),
    peopleWithWordsUnseen: (
      ...[deps, leaf, actor]: Parameters<typeof real.peopleWithWordsUnseen>
    ) =>
      isAway('in which words somebody looks who reviews blind')
        ? real.peopleWithWords(deps, leaf)
        : real.peopleWithWordsUnseen(deps, leaf, actor),
    wordsSeenBy: (...[actor, words]: Parameters<typeof real.wordsSeenBy>) =>
      isAway('which words order a blind list') ? words : real.wordsSeenBy(actor, words),
  };
});
vi.mock('@/db/sqlite/stores/scope', async (original) => {
  const real = await original<typeof Scopes>();
  return {
    ...real,
    candidateScope: (...asked: Parameters<typeof real.candidateScope>) =>
      isAway('whom a search reaches') ? EVERY : real.candidateScope(...asked),
    reachedBesideOwn: (...asked: Parameters<typeof real.reachedBesideOwn>) => {
      const scope = real.reachedBesideOwn(...asked);
      return scope !== null && isAway('that a share was revoked')
        ? { ...scope, where: scope.where.replaceAll('sh.revoked_at IS NULL', '1') }
        : scope;
    },
    inQuarantine: (id: string) => (isAway('quarantine') ? '0' : real.inQuarantine(id)),
  };
});
vi.mock('@/shared/domain/access/shown-to', async (original) => {
  const real = await original<typeof ShownTo>();
  return {
    ...real,
    filtersFor: (...[actor, filters]: Parameters<typeof real.filtersFor>) =>
      isAway('by what a guest filters') ? filters : real.filtersFor(actor, filters),
    sortFor: (...[actor, sort]: Parameters<typeof real.sortFor>) =>
      isAway('in which order a blind list is') ? sort : real.sortFor(actor, sort),
    showsValues: (...asked: Parameters<typeof real.showsValues>) =>
      isAway('which values are counted and offered') || real.showsValues(...asked),
    rowShownTo: (...[actor, row]: Parameters<typeof real.rowShownTo>) =>
      isAway('what a row tells a guest') ? row : real.rowShownTo(actor, row),
  };
});
vi.mock('@/shared/domain/blind/settings', async (original) => {
  const real = await original<typeof Blind>();
  return {
    ...real,
    hides: (...[actor, field]: Parameters<typeof real.hides>) =>
      !(field === 'name' && isAway('that nobody is found and offered by their name')) &&
      real.hides(actor, field),
  };
});

const EVERY: Scopes.Scope = { where: '1', params: [] };

const RESTRICTIONS = [
  'in which words a guest looks',
  'in which words somebody looks who reviews blind',
  'which words order a blind list',
  'whom a search reaches',
  'that a share was revoked',
  'quarantine',
  'by what a guest filters',
  'in which order a blind list is',
  'which values are counted and offered',
  'what a row tells a guest',
  'that nobody is found and offered by their name',
] as const;

const NOW = new Date('2026-03-01T00:00:00.000Z');

describe('a restriction of searching that is taken away', () => {
  let support: typeof Harness;
  let sqlite: typeof SqliteHarness;
  let store: Harness.StoreHarness;
  let ask: Asking;
  beforeAll(async () => {
    // The test files share their modules: what is loaded here is loaded anew, with the restrictions that can be taken away.
    vi.resetModules();
    support = await import('./harness');
    sqlite = await import('./sqlite-harness');
  });
  afterEach(() => {
    away = null;
    store.close();
  });
  afterAll(() => vi.resetModules());

  /** A desk of its own each time: searching keeps what it read. */
  const open = async (): Promise<void> => {
    store = await sqlite.makeSqliteHarness();
    store.setNow(NOW);
    ask = await fill(store, support);
  };

  it('tells nothing while all of them are there', async () => {
    await open();
    expect(await tells(store, ask)).toEqual([]);
  });

  it.each(RESTRICTIONS)('%s: is missed', async (restriction) => {
    away = restriction;
    await open();
    expect(await tells(store, ask)).not.toEqual([]);
  });
});

interface Asking {
  readonly request: typeof Harness.request;
  readonly recruiter: Actor;
  readonly blind: Actor;
  readonly guest: Actor;
}

/** Somebody of the recruiter's who is shown to a guest, two more of theirs, and of the administrator's one never, one no longer, one quarantined. */
async function fill(store: Harness.StoreHarness, support: typeof Harness): Promise<Asking> {
  const { ADMIN, RECRUITER, personIn, request } = support;
  const guest: Actor = { id: newId(), name: 'Gil', role: 'interviewer', clientId: null };
  const mine = { ownerId: RECRUITER.id, skills: ['Fencing'] };
  const quill = personIn({
    ...mine,
    name: 'Quill Fernsby',
    school: 'Wexcombe School',
    text: 'vellum curriculum fencing',
    jobs: [{ company: 'Fernsby Works', title: 'Clerk' }],
  });
  const others = ['Abel Marsh', 'Zora Marsh'].map((name) =>
    personIn({ ...mine, name, text: 'parchment curriculum fencing' }),
  );
  const foreign = personIn({ name: 'Una Foreign', skills: ['Rowing'] });
  const revoked = personIn({ name: 'Ria Revoked', skills: ['Rowing'] });
  const quarantined = personIn({ ...mine, name: 'Quin Away', skills: ['Rowing'] });
  const tagId = newId();
  const insert = { op: 'insert' } as const;
  const changes: readonly Change[] = [
    {
      ...insert,
      entity: 'user',
      row: {
        id: guest.id,
        name: guest.name,
        email: null,
        phone: null,
        role: guest.role,
        roleId: null,
        clientId: null,
        status: 'active',
      },
    },
    ...[quill, ...others, foreign, revoked, quarantined].flatMap((one) => one.changes),
    shareBy(ADMIN.id, quill.id, guest.id, null),
    shareBy(ADMIN.id, revoked.id, RECRUITER.id, '2026-01-02T00:00:00.000Z'),
    { ...insert, entity: 'tag', row: { id: tagId, name: 'harbour', colour: 'red' } },
    {
      ...insert,
      entity: 'candidateTag',
      row: { id: newId(), candidateId: others[0]?.id ?? '', tagId },
    },
    { ...insert, entity: 'candidateTag', row: { id: newId(), candidateId: quill.id, tagId } },
    {
      ...insert,
      entity: 'note',
      row: {
        id: newId(),
        candidateId: quill.id,
        applicationId: null,
        body: 'called about the lantern',
        visibility: 'team',
        authorId: RECRUITER.id,
        authorName: RECRUITER.name,
      },
    },
    {
      ...insert,
      entity: 'quarantine',
      row: {
        id: newId(),
        candidateId: quarantined.id,
        ruleId: null,
        reason: '',
        since: NOW.toISOString(),
        until: '2099-01-01T00:00:00.000Z',
        end: 'erase',
        releasedAt: null,
      },
    },
  ];
  await store.store.commit({ actor: ADMIN, action: 'candidate.added', changes });
  const blind: Actor = { ...RECRUITER, blind: ['name', 'contact', 'schools'] };
  return { request, recruiter: RECRUITER, blind, guest };
}

/** What searches tell that they must not, a word each. */
async function tells(
  { search }: Harness.StoreHarness,
  { request, recruiter, blind, guest }: Asking,
): Promise<readonly string[]> {
  const page = (actor: Actor, given: Parameters<typeof request>[0]) =>
    search.search(actor, request(given));
  const found = async (actor: Actor, given: Parameters<typeof request>[0]) =>
    (await page(actor, given)).total;
  const order = async (sort: CandidateSearchRequest['sort'], text = '') =>
    (await page(blind, { sort, text })).rows.map(({ id }) => id).join();
  const relevance = { by: 'relevance', direction: 'desc' } as const;
  const school = [{ kind: 'school', prefix: '', fieldId: null }] as const;
  const facets = (await page(blind, { facets: [...school] })).facets;
  const row = (await page(guest, {})).rows[0];
  const told: readonly (readonly [string, boolean])[] = [
    ['whom they do not reach', (await found(recruiter, { text: 'rowing' })) > 0],
    ['the note, to a guest', (await found(guest, { text: 'lantern' })) > 0],
    ['the tag, to a guest', (await found(guest, { text: 'tag:harbour' })) > 0],
    ['the tag, by a filter', (await found(guest, { filters: { tagIds: [newId()] } })) !== 1],
    ['the tag, in a row', row !== undefined && row.tags.length > 0],
    ['the CV', (await found(blind, { text: 'vellum' })) > 0],
    ['the name', (await found(blind, { text: 'name:quill' })) > 0],
    ['the name, by the employer called so', (await found(blind, { text: 'fernsby' })) > 0],
    [
      'the name, in what is offered',
      (await search.complete(blind, { text: 'quill', caret: 5, limit: 8 })).some(
        ({ kind }) => kind === 'person',
      ),
    ],
    [
      'the name, by the order',
      (await order({ by: 'name', direction: 'asc' })) !==
        (await order({ by: 'name', direction: 'desc' })),
    ],
    [
      'words of the CV, by the order',
      (await order(relevance, 'fencing OR vellum ')) !==
        (await order(relevance, 'fencing OR parchment ')),
    ],
    ['the school, in counts', facets.some(({ values }) => values.length > 0)],
    [
      'the school, in what is offered',
      (await search.suggest(blind, { kind: 'school', prefix: 'wex', limit: 5 })).length > 0,
    ],
  ];
  return told.flatMap(([what, isTold]) => (isTold ? [what] : []));
}

const shareBy = (
  fromUserId: string,
  candidateId: string,
  toUserId: string,
  revokedAt: string | null,
): Change => ({
  op: 'insert',
  entity: 'share',
  row: {
    id: newId(),
    candidateId,
    fromUserId,
    toUserId,
    clientId: null,
    permission: 'view',
    expiresAt: null,
    revokedAt,
  },
});
