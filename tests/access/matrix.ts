import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import type { Core } from '@/electron/core/core';
import { apiContract } from '@/shared/contract/api';
import type { ProcedureMeta } from '@/shared/contract/procedure';
import { type AccessLevel, isAtLeast } from '@/shared/domain/access/facts';
import type { Permission } from '@/shared/domain/access/permissions';
import { levelFor, levelOf, worksAtDesk } from '@/shared/domain/access/policy';
import { holds } from '@/shared/domain/access/roles';
import { AppError } from '@/shared/kit/app-error';
import { type Line, LINES } from './lines';
import { STATES, WHO, type Who } from './standings';
import type { World } from './world';

type Verdict = 'allowed' | 'FORBIDDEN' | 'NOT_FOUND';

interface Procedure {
  readonly path: string;
  readonly permission: Permission | null;
  readonly hasInput: boolean;
}

/** Every procedure of the contract, with the permission its door asks for. */
export const PROCEDURES: readonly Procedure[] = Object.entries(apiContract).flatMap(
  ([subject, procedures]) =>
    Object.entries<unknown>(procedures).flatMap(([name, procedure]): readonly Procedure[] => {
      if (!isContractProcedure(procedure)) return [];
      // Every procedure of ours is started by `procedure`, which sets this.
      const { permission } = procedure['~orpc'].meta as ProcedureMeta;
      const hasInput = procedure['~orpc'].inputSchema !== undefined;
      return [{ path: `${subject}.${name}`, permission, hasInput }];
    }),
);

/** Nothing is written while the matrix is gone through: who may write something meets this. */
export function refuseWriting(core: Core): void {
  const { deps } = core.session();
  Object.assign(deps, {
    store: {
      ...deps.store,
      commit: () => Promise.reject(new AppError('INVALID', 'Nothing is written here.')),
    },
  });
}

/** Where what the core answers is other than what is said of it, a sentence each; up to `most`. */
export async function holesIn(
  core: Core,
  world: World,
  {
    most = 20,
    lines = LINES,
  }: { readonly most?: number; readonly lines?: Readonly<Record<string, Line>> } = {},
): Promise<readonly string[]> {
  const holes: string[] = [];
  for (const procedure of PROCEDURES) {
    const line = lines[procedure.path];
    if (line === undefined) continue;
    for (const who of WHO) {
      if (holes.length >= most) return holes;
      for (const hole of await holesOf(core, world, procedure, line, who)) {
        holes.push(`${procedure.path} as ${who}: ${hole}`);
      }
    }
  }
  return holes;
}

async function holesOf(
  core: Core,
  world: World,
  procedure: Procedure,
  line: Line,
  who: Who,
): Promise<readonly string[]> {
  const actor = world.actors[who];
  const { permission } = procedure;
  const atDoor = permission === null || holds(actor, permission);
  const ask = (input: unknown): Promise<Asked> => asked(core, procedure.path, who, world, input);
  const judge = ({ verdict, answer }: Asked, expected: Verdict, of: string): readonly string[] => [
    ...(verdict === expected ? [] : [`${of} is ${verdict} and not ${expected}`]),
    ...leaksIn(world, who, answer).map((leak) => `${of} tells ${leak}`),
  ];
  switch (line.by) {
    case 'nothing':
      return [];
    case 'permission':
      // Asked with nothing: what is allowed stops at that, and does nothing. What takes no input is asked by who may not alone.
      return atDoor && !procedure.hasInput
        ? []
        : judge(await ask(undefined), atDoor ? 'allowed' : 'FORBIDDEN', 'it');
    case 'people': {
      const given = await ask(line.input);
      const holes = judge(given, atDoor ? 'allowed' : 'FORBIDDEN', 'it');
      return atDoor && line.shows === 'all'
        ? [...holes, ...missingFrom(world, who, given.answer)]
        : holes;
    }
    case 'file': {
      const { verdict, answer } = await withFile(async (target) => {
        const given = await ask(line.input(core.grantHandle([target])));
        return { ...given, answer: existsSync(target) ? readFileSync(target, 'utf8') : '' };
      });
      const isSilent = atDoor !== answer.startsWith('\uFEFF');
      return [
        ...judge({ verdict, answer }, atDoor ? 'allowed' : 'FORBIDDEN', 'it'),
        ...(isSilent ? [`the file is ${answer === '' ? 'not there' : 'there'}`] : []),
      ];
    }
    case 'candidate':
    case 'application': {
      const holes: string[] = [];
      for (const subject of world.subjects) {
        if (subject.who !== who) continue;
        const takes = line.takes ?? permission ?? 'candidate.read';
        const level = line.by === 'candidate' ? subject.level : subject.applicationLevel;
        const mayShare = takes !== 'candidate.share' || who === 'admin' || subject.state === 'own';
        const hidden = line.hidden === 'empty' ? 'allowed' : 'NOT_FOUND';
        const mayAtAll = line.counts === undefined || holds(actor, takes);
        const short = line.short ?? 'FORBIDDEN';
        const expected =
          atDoor && mayAtAll
            ? byLevel(level, levelFor(actor, takes), { hidden, short }, mayShare)
            : 'FORBIDDEN';
        holes.push(...judge(await ask(line.input(subject, world)), expected, subject.state));
      }
      return holes;
    }
    case 'work': {
      const expected = !atDoor ? 'FORBIDDEN' : who === 'admin' ? 'allowed' : 'NOT_FOUND';
      return withFile(async (target) => [
        ...judge(await ask(line.input(world, () => core.grantHandle([target]))), expected, 'it'),
        ...(expected !== 'allowed' && existsSync(target) ? ['a file is there all the same'] : []),
      ]);
    }
    case 'job':
    case 'client': {
      const holes: string[] = [];
      const takes = levelFor(actor, permission ?? 'job.read');
      const isEmpty = line.by === 'job' && line.hidden === 'empty';
      const refusals: Refusals = isEmpty ? { ...HIDDEN, hidden: 'allowed' } : HIDDEN;
      const isTheirs = line.by === 'client' || line.atDesk !== true || worksAtDesk(actor);
      const records =
        line.by === 'job'
          ? world.jobs.map((one, at) => ({
              name: `job ${at}`,
              input: line.input(one, world),
              level: levelOf(actor, one.facts),
            }))
          : world.clientIds.map((id, at) => ({
              name: `client ${at}`,
              input: line.input(id, world),
              level: levelOf(actor, { about: 'client', id }),
            }));
      for (const { name, input, level } of records) {
        const expected = atDoor ? byLevel(level, takes, refusals, isTheirs) : 'FORBIDDEN';
        holes.push(...judge(await ask(input), expected, name));
      }
      return holes;
    }
  }
}

/** With a place for a file, which is gone afterwards. */
async function withFile<T>(work: (target: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'longlist-access-'));
  try {
    return await work(path.join(folder, 'out.csv'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Refusals {
  readonly hidden: Verdict;
  readonly short: Verdict;
}
const HIDDEN: Refusals = { hidden: 'NOT_FOUND', short: 'FORBIDDEN' };

function byLevel(
  level: AccessLevel,
  least: AccessLevel,
  { hidden, short }: Refusals,
  also: boolean,
): Verdict {
  if (level === 'none') return hidden;
  return isAtLeast(level, least) && also ? 'allowed' : short;
}

interface Asked {
  readonly verdict: Verdict;
  readonly answer: string;
}

/** Of a deed that is looked at before: what would become of the one it is asked of. */
function counted(answer: unknown): Verdict {
  if (typeof answer !== 'object' || answer === null) return 'allowed';
  if ('refused' in answer && answer.refused === 1) return 'FORBIDDEN';
  return 'gone' in answer && answer.gone === 1 ? 'NOT_FOUND' : 'allowed';
}

async function asked(
  core: Core,
  procedure: string,
  who: Who,
  world: World,
  input: unknown,
): Promise<Asked> {
  const [subject = '', name = ''] = procedure.split('.');
  // The contract's functions by their names: which of them takes what is what `lines.ts` says.
  const client = core.client(world.actors[who]) as unknown as Readonly<
    Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>
  >;
  try {
    const answer = await client[subject]?.[name]?.(input);
    return { verdict: counted(answer), answer: JSON.stringify(answer) ?? '' };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    const verdict = code === 'FORBIDDEN' || code === 'NOT_FOUND' ? code : 'allowed';
    if (code === 'INTERNAL') throw error;
    // An original that is not in the store is one that the actor may ask for.
    const isFile =
      procedure.startsWith('resumes.') && !String(error).includes('résumé is not there');
    return {
      verdict: verdict === 'NOT_FOUND' && isFile ? 'allowed' : verdict,
      answer: String(error),
    };
  }
}

/** Names of people whom the actor does not reach, and words that are not theirs to read. */
function leaksIn(world: World, who: Who, answer: string): readonly string[] {
  const hidden = world.subjects.filter(
    ({ mark, ...subject }) => answer.includes(mark) && levelTo(who, subject) === 'none',
  );
  const isGuest = who === 'client_user' || who === 'interviewer';
  return [
    ...hidden.map(({ mark }) => mark),
    ...(who !== 'admin' && answer.includes('PRIVATEWORDS') ? ["somebody's private note"] : []),
    ...(/from40|hispanic/i.test(answer) ? ['what somebody said of themselves'] : []),
    ...(isGuest && answer.includes('TEAMWORDS') ? ["the team's note"] : []),
    ...(isGuest && /TAGGED|LISTED/.test(answer) ? ['tags or lists'] : []),
    ...(isGuest && OF_THE_DESK.test(answer) ? ['whose they are, where they came from or why'] : []),
  ];
}

/** Whose a candidate is, how they came to the desk, and why they were put on a job all the same. */
const OF_THE_DESK = /"ownerId":"|"source":"(folder|manual)"|\/cvs\/|OVERRULED/;

function missingFrom(world: World, who: Who, answer: string): readonly string[] {
  return world.subjects
    .filter((subject) => levelTo(who, subject) !== 'none' && !answer.includes(`"${subject.mark}"`))
    .map(({ mark }) => `it leaves out ${mark}`);
}

/** Candidates made for somebody else are foreign to the actor, but for who reaches everybody and what was put forward to their client. */
function levelTo(
  who: Who,
  subject: Pick<World['subjects'][number], 'who' | 'state' | 'level'>,
): AccessLevel {
  if (subject.who === who) return subject.level;
  if (subject.state === 'erased') return 'none';
  if (who === 'admin') return 'edit';
  const toClient: readonly string[] = ['put forward', 'shared with the client'];
  if (who !== 'client_user' || !toClient.includes(subject.state)) return 'none';
  // Nothing is shared for those who share nothing.
  if (
    subject.state === 'shared with the client' &&
    (subject.who === 'admin' || subject.who === 'nobody')
  )
    return 'none';
  return STATES.includes(subject.state) ? 'view' : 'none';
}
