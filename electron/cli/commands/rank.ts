import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readJobFile } from '@/electron/cli/job-file';
import {
  EXIT,
  type ExitCode,
  plain,
  print,
  printJson,
  say,
  UsageError,
} from '@/electron/cli/output';
import type { Surroundings } from '@/electron/cli/surroundings';
import { rankWorkspace } from './rank-workspace';
import { type CompiledJob, compileJob } from '@/shared/domain/matching/compile-job';
import type { CandidateFacts } from '@/shared/domain/matching/facts';
import { factsOf } from '@/shared/domain/matching/facts-of-profile';
import type { CandidateProfile } from '@/shared/domain/matching/profile';
import { candidateLineSchema, profileOfLine } from '@/shared/domain/matching/profile-of-line';
import { byRank } from '@/shared/domain/matching/rank';
import { receiptOf } from '@/shared/domain/matching/receipt';
import { explainMatch, monthOf, scoreOf } from '@/shared/domain/matching/score-candidate';
import { type ExplainedMatch, type MatchScore, PARTS } from '@/shared/domain/matching/score-types';
import { skillsGap } from '@/shared/domain/matching/skills-gap';
import { weightsFor } from '@/shared/domain/matching/weights';
import { systemClock } from '@/shared/kit/clock';

export interface RankOptions {
  readonly workspace?: string | undefined;
  readonly job: string;
  readonly candidates?: string | undefined;
  readonly top?: number | undefined;
  /** `YYYY-MM`: the month to count to; else the present one. */
  readonly asOf?: string | undefined;
  readonly json?: boolean | undefined;
}

interface Entry extends MatchScore {
  readonly id: string;
  readonly profile: CandidateProfile;
  readonly facts: CandidateFacts;
  /** Orders lines that are alike in everything else. */
  readonly line: string;
}

/** `longlist rank --job FILE --candidates FILE`, or of the workspace without the second file: the candidates of a file of `longlist parse`, best first, with what each thing asked for came to. */
export async function rankCommand(place: Surroundings, options: RankOptions): Promise<ExitCode> {
  if (options.candidates === undefined) return rankWorkspace(place, options);
  const { criteria, notices } = await readJobFile(options.job);
  // Made for the first candidate: without any, the tables need not be read.
  let compiled: CompiledJob | null = null;
  const job = (): CompiledJob => (compiled ??= compileJob(criteria));
  const weights = weightsFor(criteria);
  const day =
    options.asOf === undefined ? systemClock.now() : new Date(`${options.asOf}-15T00:00:00Z`);
  const asOf = monthOf(day);
  const { entries, skipped } = await readCandidates(options.candidates, day, (profile, line) => {
    const facts = factsOf(profile);
    return { id: profile.id, profile, facts, line, ...scoreOf(job(), facts, weights, asOf) };
  });
  entries.sort((a, b) => byRank(a, b) || (a.line < b.line ? -1 : a.line > b.line ? 1 : 0));
  const shown = entries.slice(0, options.top ?? entries.length);
  for (const notice of notices) say(`longlist: ${notice}`);
  for (const one of skipped) say(`longlist: ${plain(`${one.where} was skipped: ${one.why}`)}`);
  const explained = (entry: Entry): ExplainedMatch =>
    explainMatch(job(), entry.profile, entry.facts, weights, asOf);
  if (options.json === true) {
    printJson({
      job: criteria,
      notices,
      weights,
      candidates: shown.map((entry, at) => ({
        rank: at + 1,
        candidate: entry.id,
        ...matchForPrograms(explained(entry)),
        receipt: receiptOf(criteria, entry.facts, weights, asOf, sha256),
      })),
      skipped,
    });
  } else {
    shown.forEach((entry, at) => {
      printEntry(at + 1, entry.id, explained(entry));
    });
    print(`${entries.length} ranked${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}.`);
  }
  return entries.length === 0 && skipped.length > 0 ? EXIT.failed : EXIT.ok;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Skipped {
  readonly where: string;
  readonly why: string;
}

async function readCandidates(
  file: string,
  day: Date,
  score: (profile: CandidateProfile, line: string) => Entry,
): Promise<{ readonly entries: Entry[]; readonly skipped: readonly Skipped[] }> {
  const stats = await stat(file).catch(() => null);
  if (stats === null || stats.isDirectory())
    throw new UsageError(`There is no file of candidates ${file}.`);
  const entries: Entry[] = [];
  const skipped: Skipped[] = [];
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  let number = 0;
  for await (const raw of lines) {
    number += 1;
    const line = raw.replace(/^\ufeff/, '');
    if (line.trim() === '') continue;
    const read = readCandidate(line);
    if (typeof read === 'string') skipped.push({ where: `line ${number}`, why: read });
    else entries.push(score(profileOfLine(read.file, read, day), line));
  }
  return { entries, skipped };
}

/** What `longlist parse` prints for a file it could not read. */
const failureSchema = z.object({ file: z.string(), error: z.object({ code: z.string() }) });

/** A candidate, or why there is none. */
function readCandidate(line: string): ReturnType<typeof candidateLineSchema.parse> | string {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return 'it is not JSON';
  }
  const failed = failureSchema.safeParse(data);
  if (failed.success) return `${failed.data.file} could not be read (${failed.data.error.code})`;
  const read = candidateLineSchema.safeParse(data);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  return `${issue === undefined || issue.path.length === 0 ? 'it' : issue.path.join('.')}: ${issue?.message ?? 'not a candidate'}`;
}

/** Points of a hundred, as the screen shows them. */
const points = (hundredths: number): number => hundredths / 100;
const written = (hundredths: number): string => points(hundredths).toFixed(2);

function matchForPrograms(match: ExplainedMatch): Readonly<Record<string, unknown>> {
  const { missing, near } = skillsGap(match.criteria);
  return {
    score: points(match.score),
    parts: Object.fromEntries(PARTS.map((part) => [part, points(match.parts[part].points)])),
    most: Object.fromEntries(PARTS.map((part) => [part, points(match.parts[part].most)])),
    mustHaves: match.mustHaves,
    met: match.criteria.filter(({ status }) => status === 'met').map(nameOf),
    partly: match.criteria.filter(({ status }) => status === 'partly').map(nameOf),
    missing: match.criteria.filter(({ status }) => status === 'missing').map(nameOf),
    unknown: match.criteria.filter(({ status }) => status === 'unknown').map(nameOf),
    skillsGap: { missing, near },
    criteria: match.criteria,
  };
}

const nameOf = ({ key, asked }: ExplainedMatch['criteria'][number]): string =>
  key.startsWith('skill:') ? asked : key;

function printEntry(rank: number, id: string, match: ExplainedMatch): void {
  const parts = PARTS.filter((part) => match.parts[part].likeness !== null)
    .map((part) => `${part} ${written(match.parts[part].points)}`)
    .join(' · ');
  print(`${String(rank).padStart(4)}. ${written(match.score).padStart(6)}  ${plain(id)}`);
  print(`        ${parts === '' ? 'nothing is asked for' : parts}`);
  for (const status of ['met', 'partly', 'missing', 'unknown'] as const) {
    const names = match.criteria.filter((one) => one.status === status).map(inWords);
    if (names.length > 0)
      print(`        ${status}: ${plain(names.slice(0, MOST_NAMES).join('; '))}`);
  }
}
const MOST_NAMES = 15;

function inWords({ key, asked, nearest, status }: ExplainedMatch['criteria'][number]): string {
  if (key === 'words') return nearest === null ? 'words' : `words (${nearest})`;
  const name = key.startsWith('skill:') ? asked : `${key} ${asked}`;
  return status === 'partly' && nearest !== null ? `${name} (has ${nearest})` : name;
}
