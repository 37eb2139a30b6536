import { EXIT, type ExitCode, plain, print, printJson, UsageError } from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import { PARTS } from '@/shared/domain/matching/score-types';
import { idSchema } from '@/shared/kit/ids';

interface MatchOptions {
  readonly workspace?: string | undefined;
  readonly top?: number | undefined;
  readonly json?: boolean | undefined;
}

/** `longlist match`: the open jobs for a candidate, best first. */
export async function matchCommand(
  place: Surroundings,
  id: string,
  options: MatchOptions,
): Promise<ExitCode> {
  if (!idSchema.safeParse(id).success) {
    throw new UsageError('that is not a candidate id; longlist search prints them');
  }
  const core = await openCore(place, options, { reading: true });
  try {
    const { jobs, compared } = await core.client().matching.forCandidate({ candidateId: id });
    const shown = jobs.slice(0, options.top ?? jobs.length);
    if (options.json === true) {
      printJson({
        candidate: id,
        compared,
        jobs: shown.map(({ score, parts, ...job }) => ({
          ...job,
          score: score / 100,
          parts: Object.fromEntries(PARTS.map((part) => [part, parts[part].points / 100])),
        })),
      });
    } else {
      for (const { jobId, title, client, score, mustHaves } of shown) {
        const met = mustHaves.of === 0 ? '' : `  ${mustHaves.met} of ${mustHaves.of} must-haves`;
        print(
          `${(score / 100).toFixed(2).padStart(6)}  ${plain(`${title} · ${client}`)}${met}  ${jobId}`,
        );
      }
      print(compared === 1 ? '1 open job compared.' : `${compared} open jobs compared.`);
    }
    return EXIT.ok;
  } finally {
    await core.close();
  }
}
