import { requireNotBlind } from '@/electron/core/blind/blinds';
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
import { atOnce } from '@/electron/core/reparse/at-once';
import type { Session } from '@/electron/core/session';
import { PARSER } from '@/shared/domain/parsing/parser';
import type { Difference, DifferenceSummary } from '@/shared/domain/reparse/difference';
import { addToSummary } from '@/shared/domain/reparse/differences';
import { type Id, newId } from '@/shared/kit/ids';
import { applyReadings } from '@/shared/usecases/reparse/apply-readings';
import { type CandidateLook, lookAtCandidate } from '@/shared/usecases/reparse/look-at-candidate';

interface ReparseOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly apply?: boolean | undefined;
}

/** Candidates looked at before the first of them is told of. */
const BATCH = 20;
/** As many as there are parse processes at most; more would only wait. */
const AT_ONCE = 4;
const SHOWN_DIFFERENCES = 20;

/**
 * `longlist reparse`: what today's parser reads differently in the résumés an older one read. `--dry-run` only tells, and
 * works beside the running application; `--apply` writes it, as one deed that the application's undo takes back.
 * Ctrl-C ends it; what was applied stays.
 */
export async function reparseCommand(
  place: Surroundings,
  options: ReparseOptions,
): Promise<ExitCode> {
  if (options.dryRun === options.apply) {
    throw new UsageError('say --dry-run to see what would change, or --apply to change it');
  }
  const apply = options.apply === true;
  const interrupted = interruption();
  const core = await openCore(place, options, { reading: !apply });
  try {
    requireNotBlind(core.session().actor);
    const report = await reread(core.session(), apply, interrupted, (look) => {
      if (options.json !== true) printLook(look);
    });
    if (options.json) printJson({ workspace: workspaceDirOf(options), ...report });
    else printSummary(report);
    return interrupted.aborted ? EXIT.interrupted : EXIT.ok;
  } finally {
    await core.close();
  }
}

interface Report {
  readonly parserVersion: string;
  readonly applied: boolean;
  readonly candidates: number;
  readonly different: number;
  readonly summary: DifferenceSummary;
  readonly changes: readonly {
    readonly candidateId: Id;
    readonly name: string;
    readonly differences: readonly Difference[];
  }[];
}

async function reread(
  { deps, readAnew, actor }: Session,
  apply: boolean,
  signal: AbortSignal,
  onDifferent: (look: CandidateLook) => void,
): Promise<Report> {
  const line = statusLine();
  const bulkId = newId();
  const total = await deps.reparse.countOutdated(PARSER.version);
  const changes: Report['changes'][number][] = [];
  let summary: DifferenceSummary = {};
  let candidates = 0;
  let after: Id | null = null;
  try {
    for (;;) {
      const ids: readonly Id[] = await deps.reparse.outdated(PARSER.version, after, BATCH);
      const last = ids.at(-1);
      if (last === undefined) break;
      after = last;
      const looks = await atOnce(ids, AT_ONCE, (id) =>
        lookAtCandidate({ ...deps, readAnew }, id, PARSER.version, signal),
      );
      for (const look of looks) {
        signal.throwIfAborted();
        candidates += 1;
        if (look === null) continue;
        if (apply) await applyReadings(deps, actor, { ...look, partOf: bulkId });
        if (look.differences.length === 0) continue;
        const { candidateId, candidateName: name, differences } = look;
        summary = addToSummary(summary, differences);
        changes.push({ candidateId, name, differences });
        line.clear();
        onDifferent(look);
      }
      line.show(`${candidates} of ${total}`);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    line.clear();
  }
  const different = changes.length;
  return {
    parserVersion: PARSER.version,
    applied: apply,
    candidates,
    different,
    summary,
    changes,
  };
}

function printLook({ candidateId, candidateName, differences }: CandidateLook): void {
  print(`\n${plain(candidateName || '(no name)')}  ${candidateId}`);
  for (const { kind, of, before, after } of differences.slice(0, SHOWN_DIFFERENCES)) {
    const what = of === null ? kind : `${kind} (${of})`;
    print(`  ${plain(what)}: ${plain(before ?? '—')} → ${plain(after ?? '—')}`);
  }
  if (differences.length > SHOWN_DIFFERENCES) {
    print(`  … and ${differences.length - SHOWN_DIFFERENCES} more`);
  }
}

function printSummary(report: Report): void {
  const { candidates, different, applied, summary, parserVersion } = report;
  if (candidates === 0) {
    say(`longlist: every CV was read by parser ${parserVersion} already.`);
    return;
  }
  print(
    `\n${different} of ${candidates} candidates ${applied ? 'were' : 'would be'} read differently by parser ${parserVersion}`,
  );
  for (const [kind, tally] of Object.entries(summary)) {
    print(
      `${String(tally.candidates).padStart(8)}  ${kind}: ${tally.gained} gained, ${tally.changed} changed, ${tally.lost} lost`,
    );
  }
  if (!applied && different > 0) print('\nNothing was changed. --apply changes it.');
}
