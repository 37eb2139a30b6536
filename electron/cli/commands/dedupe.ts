import { requireNotBlind } from '@/electron/core/blind/blinds';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { interruption } from '@/electron/cli/interruption';
import {
  EXIT,
  type ExitCode,
  plain,
  print,
  printJson,
  say,
  statusLine,
  UsageError,
} from '@/electron/cli/output';
import { openCore, type Surroundings, workspaceDirOf } from '@/electron/cli/surroundings';
import { searchForPairs } from '@/electron/core/duplicates/search-thread';
import { duplicatesEntry } from '@/electron/core/session';
import type { Session } from '@/electron/core/session';
import { LIKELY } from '@/shared/domain/duplicates/compare-people';
import type { FoundPair } from '@/shared/domain/duplicates/find-pairs';
import { groupPairs } from '@/shared/domain/duplicates/groups';
import type { Id } from '@/shared/kit/ids';
import { newId } from '@/shared/kit/ids';

interface DedupeOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
  readonly report?: boolean | undefined;
  readonly csv?: string | undefined;
  readonly minScore: number;
}

/** Pairs looked up at once. */
const BATCH = 200;

/**
 * `longlist dedupe --report`: who may be in the workspace twice, in groups, with the reasons; pairs that a person called two people are left
 * out. Reads only, and works beside the running application. Ctrl-C ends it without a report.
 */
export async function dedupeCommand(
  place: Surroundings,
  options: DedupeOptions,
): Promise<ExitCode> {
  if (!options.report) throw new UsageError('say --report to see who may be here twice');
  const interrupted = interruption();
  const core = await openCore(place, options, { reading: true });
  try {
    const session = core.session();
    requireNotBlind(session.actor);
    const found = await search(session, duplicatesEntry(place.queryEntry), interrupted);
    if (found === null) return EXIT.interrupted;
    const open = await undecided(
      session,
      found.filter((pair) => pair.score >= options.minScore),
    );
    const report = await reportOf(session, open);
    if (options.csv !== undefined) writeFileSync(path.resolve(options.csv), csvOf(report));
    if (options.json) printJson({ workspace: workspaceDirOf(options), ...report });
    else printReport(report);
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

interface Report {
  readonly candidates: number;
  readonly pairs: number;
  /** Pairs with each reason. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly groups: readonly {
    readonly score: number;
    readonly people: readonly { readonly id: Id; readonly name: string }[];
    readonly pairs: readonly FoundPair[];
  }[];
}

/** Null when it was interrupted. */
async function search(
  { database }: Session,
  entry: string,
  signal: AbortSignal,
): Promise<readonly FoundPair[] | null> {
  const line = statusLine();
  const found: FoundPair[] = [];
  try {
    await searchForPairs({
      entry,
      databasePath: database.path,
      databaseKey: database.key,
      changedSince: null,
      signal,
      onProgress: (done) => line.show(`comparing candidates, ${Math.floor(done * 100)} %`),
      onPairs: async (pairs) => {
        found.push(...pairs);
      },
    });
    return found;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    line.clear();
  }
}

async function undecided(
  { deps }: Session,
  pairs: readonly FoundPair[],
): Promise<readonly FoundPair[]> {
  const open: FoundPair[] = [];
  for (let at = 0; at < pairs.length; at += BATCH) {
    const stored = await deps.pairs.stored(pairs.slice(at, at + BATCH));
    open.push(
      ...stored
        .filter(({ pair }) => pair === null || pair.state === 'open')
        .map(({ found }) => found),
    );
  }
  return open;
}

async function reportOf({ deps, actor }: Session, pairs: readonly FoundPair[]): Promise<Report> {
  const groups = groupPairs(pairs.map((pair) => ({ ...pair, id: newId() })));
  const names = new Map<Id, string>();
  for (const group of groups) {
    for (const { id, name } of await deps.duplicates.people(actor, group.candidateIds)) {
      names.set(id, name);
    }
  }
  const reasons: Record<string, number> = {};
  for (const reason of pairs.flatMap((pair) => pair.reasons)) {
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return {
    candidates: names.size,
    pairs: pairs.length,
    reasons,
    groups: groups.map((group) => ({
      score: group.score,
      people: group.candidateIds.map((id) => ({ id, name: names.get(id) ?? '' })),
      pairs: group.pairs.map(({ candidateId, otherId, score, reasons: why }) => ({
        candidateId,
        otherId,
        score,
        reasons: why,
      })),
    })),
  };
}

function printReport(report: Report): void {
  if (report.pairs === 0) {
    say('longlist: nobody seems to be here twice.');
    return;
  }
  for (const group of report.groups) {
    print(`\n${group.people.map(({ name }) => plain(name || '(no name)')).join(' · ')}`);
    for (const { candidateId, otherId, score, reasons } of group.pairs) {
      print(`  ${percent(score)}  ${reasons.join(', ')}  ${otherId}  ${candidateId}`);
    }
  }
  const groups = report.groups.length;
  print(
    `\n${groups} ${groups === 1 ? 'group' : 'groups'}, ${report.candidates} candidates, ${report.pairs} ${report.pairs === 1 ? 'pair' : 'pairs'}`,
  );
  for (const [reason, count] of Object.entries(report.reasons).sort(([, a], [, b]) => b - a)) {
    print(`${String(count).padStart(8)}  ${reason}`);
  }
}

const percent = (score: number): string => `${String(Math.floor(score * 100)).padStart(3)} %`;

/** One pair a line. A value that a spreadsheet would calculate is made text by an apostrophe. */
function csvOf(report: Report): string {
  const rows = report.groups.flatMap((group, at) => {
    const nameOf = new Map(group.people.map(({ id, name }) => [id, name]));
    return group.pairs.map((pair) => [
      String(at + 1),
      String(pair.score),
      pair.reasons.join(' '),
      pair.otherId,
      nameOf.get(pair.otherId) ?? '',
      pair.candidateId,
      nameOf.get(pair.candidateId) ?? '',
    ]);
  });
  const header = ['group', 'score', 'reasons', 'id', 'name', 'other_id', 'other_name'];
  return `\ufeff${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The option `--min-score`: 0.5 is what the application shows. */
export const LEAST_SCORE = LIKELY;
