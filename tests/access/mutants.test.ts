import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Core } from '@/electron/core/core';
import type { TestPlace } from '@/electron/core/test-support/test-core';
import type * as Changing from '@/shared/domain/candidates/bulk';
import type * as Policy from '@/shared/domain/access/policy';
import type * as ShownTo from '@/shared/domain/access/shown-to';
import type * as Require from '@/shared/usecases/access/require';
import type * as Scopes from '@/db/sqlite/stores/scope';
import type * as Matrix from './matrix';
import type * as Worlds from './world';

// Each of these takes one check away from the running core. The matrix has to see every one of them; one that it does not see is a check
// that nothing would miss.

/** The check that is away at this moment. */
let away: string | null = null;
const isAway = (check: string): boolean => away === check;

type Scope = Scopes.Scope;
const EVERY: Scope = { where: '1', params: [] };
const cut = (scope: Scope, part: string | RegExp, instead: string): Scope => ({
  ...scope,
  where: scope.where.replaceAll(part, instead),
});

function mutatedScopes(real: typeof Scopes): typeof Scopes {
  return {
    ...real,
    candidateScope: (actor, alias, least) => {
      if (isAway('whose candidate it is')) return EVERY;
      const scope = real.candidateScope(
        actor,
        alias,
        isAway('how far a share goes') ? 'view' : least,
      );
      if (isAway('when a share ends'))
        return cut(scope, '(sh.expires_at IS NULL OR sh.expires_at > moment_now())', '1');
      if (isAway('that a share was revoked')) return cut(scope, 'sh.revoked_at IS NULL', '1');
      if (isAway('with whom it is shared')) return cut(scope, 'sh.to_user_id = ?', '? IS NOT NULL');
      if (isAway('quarantine'))
        return cut(
          scope,
          /NOT EXISTS \(SELECT 1 FROM quarantine/g,
          '1 OR EXISTS (SELECT 1 FROM quarantine',
        );
      if (isAway('the stage from which a client is shown somebody'))
        return cut(scope, /pa\.stage IN/g, '1 OR pa.stage IN');
      if (isAway('to which client somebody was put forward'))
        return cut(scope, 'pj.client_id = ?', '? IS NOT NULL');
      return scope;
    },
    jobScope: (actor, alias, least) => {
      if (isAway('whose job it is')) return EVERY;
      const scope = real.jobScope(actor, alias, least);
      return isAway('the client a role is limited to')
        ? cut(scope, `${alias}.client_id = ?`, '? IS NOT NULL')
        : scope;
    },
    clientScope: (actor, alias, least) =>
      isAway('which client it is') ? EVERY : real.clientScope(actor, alias, least),
    applicationScope: (actor, of, least) =>
      isAway('on which job it is')
        ? real.candidateScope(actor, of.candidate, least)
        : real.applicationScope(actor, of, least),
    interviewScope: (actor, of, least) => {
      if (isAway('whose interview it is')) return EVERY;
      const scope = real.interviewScope(actor, of, least);
      return isAway('who was asked to hold an interview')
        ? cut(scope, 'ia.user_id = ?', '? IS NOT NULL')
        : scope;
    },
    noteScope: (actor, alias) =>
      isAway('who may read a note') ? EVERY : real.noteScope(actor, alias),
    sharingScope: (actor, alias) =>
      isAway('who may share') ? real.candidateScope(actor, alias) : real.sharingScope(actor, alias),
  };
}

vi.mock('@/db/sqlite/stores/scope', async (original) =>
  mutatedScopes(await original<typeof Scopes>()),
);
vi.mock('@/shared/domain/access/policy', async (original) => {
  const real = await original<typeof Policy>();
  return {
    ...real,
    can: (...asked: Parameters<typeof real.can>) => isAway('the door') || real.can(...asked),
    reachesWork: (...asked: Parameters<typeof real.reachesWork>) =>
      isAway('whose import it is') || real.reachesWork(...asked),
  };
});
vi.mock('@/shared/domain/access/shown-to', async (original) => {
  const real = await original<typeof ShownTo>();
  return {
    ...real,
    detailShownTo: (...[actor, detail]: Parameters<typeof real.detailShownTo>) =>
      isAway('what the desk keeps to itself') ? detail : real.detailShownTo(actor, detail),
    resumeShownTo: (...[actor, resume]: Parameters<typeof real.resumeShownTo>) =>
      isAway('what the desk keeps of a file') ? resume : real.resumeShownTo(actor, resume),
    applicationShownTo: (...[actor, view]: Parameters<typeof real.applicationShownTo>) =>
      isAway('what the desk keeps of an application') ? view : real.applicationShownTo(actor, view),
    entryShownTo: (...[actor, entry]: Parameters<typeof real.entryShownTo>) =>
      isAway('what the desk keeps of an application') ? entry : real.entryShownTo(actor, entry),
  };
});
vi.mock('@/shared/domain/candidates/bulk', async (original) => {
  const real = await original<typeof Changing>();
  return {
    ...real,
    mayDo: (...asked: Parameters<typeof real.mayDo>) =>
      isAway('whom a bulk deed may change') || real.mayDo(...asked),
  };
});
vi.mock('@/shared/usecases/access/require', async (original) => {
  const real = await original<typeof Require>();
  return {
    requireCandidate: async (...asked: Parameters<typeof real.requireCandidate>) =>
      isAway('that a candidate may be changed') ? undefined : real.requireCandidate(...asked),
    requireRecords: async (...asked: Parameters<typeof real.requireRecords>) =>
      isAway('that of all of them so much may be done') ? undefined : real.requireRecords(...asked),
    requireToChange: async (...asked: Parameters<typeof real.requireToChange>) =>
      isAway('that a record may be changed') ? undefined : real.requireToChange(...asked),
  };
});

/** A check with the procedures that have to miss it. */
const MUTANTS: readonly (readonly [check: string, ...procedures: string[]])[] = [
  ['the door', 'users.list'],
  ['whose candidate it is', 'candidates.get'],
  ['how far a share goes', 'candidates.addPart'],
  ['when a share ends', 'candidates.get'],
  ['that a share was revoked', 'candidates.get'],
  ['with whom it is shared', 'candidates.get'],
  ['quarantine', 'candidates.get'],
  ['the stage from which a client is shown somebody', 'candidates.get'],
  ['to which client somebody was put forward', 'candidates.get'],
  ['whose job it is', 'jobs.get'],
  ['the client a role is limited to', 'jobs.get'],
  ['which client it is', 'clients.get'],
  ['on which job it is', 'pipeline.application'],
  ['whose interview it is', 'interviews.get'],
  ['who was asked to hold an interview', 'interviews.get'],
  ['who may read a note', 'candidates.get'],
  ['who may share', 'shares.change'],
  ['whose import it is', 'imports.get'],
  ['whose import it is', 'tables.get'],
  ['whose job it is', 'matching.diff'],
  ['what the desk keeps to itself', 'candidates.get'],
  ['what the desk keeps of a file', 'resumes.get'],
  ['what the desk keeps of an application', 'pipeline.application'],
  ['what the desk keeps of an application', 'pipeline.shortlist'],
  ['whom a bulk deed may change', 'bulk.preview'],
  ['that a candidate may be changed', 'candidates.addPart'],
  ['that of all of them so much may be done', 'pipeline.move'],
  ['that of all of them so much may be done', 'duplicates.merge'],
  ['that of all of them so much may be done', 'duplicates.unmerge'],
  ['that a record may be changed', 'candidates.edit'],
];

describe('a check that is taken away', () => {
  let place: TestPlace;
  let core: Core;
  let world: Worlds.World;
  let matrix: typeof Matrix;
  let lines: Readonly<Record<string, never>>;
  beforeAll(async () => {
    // The test files share their modules: what is loaded here is loaded anew, with the checks that can be taken away.
    vi.resetModules();
    const support = await import('@/electron/core/test-support/test-core');
    matrix = await import('./matrix');
    lines = (await import('./lines')).LINES as typeof lines;
    place = support.testPlace();
    core = await support.openDesk(place, { background: false });
    world = await (await import('./world')).makeWorld(core);
    matrix.refuseWriting(core);
  });
  afterEach(() => {
    away = null;
  });
  afterAll(async () => {
    await core.close();
    place.remove();
    vi.resetModules();
  });

  it('is missed by nothing while all of them are there', async () => {
    expect(
      await matrix.holesIn(core, world, { lines: of(MUTANTS.flatMap(([, ...all]) => all)) }),
    ).toEqual([]);
  });

  it.each(MUTANTS)(
    '%s: is missed',
    async (check, ...procedures) => {
      away = check;
      expect(await matrix.holesIn(core, world, { most: 1, lines: of(procedures) })).not.toEqual([]);
    },
    60_000,
  );

  const of = (paths: readonly string[]) =>
    Object.fromEntries(Object.entries(lines).filter(([path]) => paths.includes(path)));
});
