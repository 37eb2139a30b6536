import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { dedupeCommand, LEAST_SCORE } from '../commands/dedupe';
import { matchCommand } from '../commands/match';
import { rankCommand } from '../commands/rank';
import { searchCommand } from '../commands/search';
import { showCommand } from '../commands/show';
import type { Line } from './line';
import { deskOptions, filter, count, top } from './options';

/** Looking for people: by words, by filters, by a job, by each other. */
export function declareFind({ program, place, opens, ended }: Line): void {
  opens(program, 'search')
    .description('find candidates: words, "phrases", prefix*, -without, OR, skill:java, years>=5')
    .argument('[query...]', 'what to look for; docs/search.md has the whole language')
    .addOption(filter())
    .option(
      '--facets [kinds]',
      'count skills, titles, companies … of those found; or what is said, as in --facets=skill,city',
    )
    .option('--explain', 'say how the query was understood and why each was found')
    .option('--sort <order>', 'relevance, name, totalYears, updatedAt …, with :asc or :desc')
    .option('--limit <n>', 'how many to show, 1 to 200', count, 20)
    .action(async (words: readonly string[], options: unknown) => {
      ended(await searchCommand(place, words.join(' '), searchOptions.parse(options)));
    });
  opens(program, 'show')
    .description('show one candidate')
    .argument('<id>', 'the id that search prints')
    .action(async (id: string, options: unknown) => {
      ended(await showCommand(place, id, deskOptions.parse(options)));
    });
  opens(program, 'rank')
    .description('rank candidates against a job, with what each thing asked for came to')
    .requiredOption(
      '--job <job>',
      'the id of a job, or a file of one: JSON or YAML; docs/matching.md has its keys',
    )
    .option(
      '--candidates <jsonl>',
      'the candidates: what longlist parse --jsonl printed; else those of the workspace',
    )
    .option('--top <n>', 'show only the best n', top)
    .option('--as-of <month>', 'count jobs that go on to this month, as in 2026-01', month)
    .action(async (options: unknown) => {
      ended(await rankCommand(place, rankOptions.parse(options)));
    });
  opens(program, 'match')
    .description('the open jobs for a candidate, best first')
    .argument('<id>', 'the id of a candidate, as longlist search prints it')
    .option('--top <n>', 'show only the best n', top)
    .action(async (id: string, options: unknown) => {
      ended(await matchCommand(place, id, matchOptions.parse(options)));
    });
  opens(program, 'dedupe')
    .description(
      'who may be in the workspace twice, in groups, with the reasons; nothing is changed',
    )
    .option('--report', 'make the report; the command does nothing without it')
    .option('--csv <file>', 'write the pairs to a file, one a line')
    .option(
      '--min-score <n>',
      'leave out pairs that are less likely one person, 0.5 to 1',
      score,
      LEAST_SCORE,
    )
    .action(async (options: unknown) => {
      ended(await dedupeCommand(place, dedupeOptions.parse(options)));
    });
}

// Commander hands options over untyped; what it was told above is said again here as types.
const searchOptions = deskOptions.extend({
  limit: z.number().int(),
  filter: z.array(z.string()).default([]),
  facets: z.string().optional(),
  explain: z.boolean().default(false),
  sort: z.string().optional(),
});
const rankOptions = deskOptions.extend({
  job: z.string(),
  candidates: z.string().optional(),
  top: z.number().optional(),
  asOf: z.string().optional(),
});
const matchOptions = deskOptions.extend({ top: z.number().optional() });
const dedupeOptions = deskOptions.extend({
  report: z.boolean().default(false),
  csv: z.string().optional(),
  minScore: z.number(),
});

function month(text: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text))
    throw new InvalidArgumentError('Give a month as in 2026-01.');
  return text;
}

function score(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= LEAST_SCORE && value <= 1)) {
    throw new InvalidArgumentError(`Give a number from ${LEAST_SCORE} to 1.`);
  }
  return value;
}
