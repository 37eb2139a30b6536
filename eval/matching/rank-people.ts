import { compileJob } from '@/shared/domain/matching/compile-job';
import { NO_CRITERIA } from '@/shared/domain/matching/criteria';
import { withTextCriteria } from '@/shared/domain/matching/criteria-of-text';
import { factsOf } from '@/shared/domain/matching/facts-of-profile';
import { candidateLineSchema, profileOfLine } from '@/shared/domain/matching/profile-of-line';
import { monthOf, scoreOf } from '@/shared/domain/matching/score-candidate';
import { weightsFor } from '@/shared/domain/matching/weights';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import { toParseLine } from '@/shared/domain/parsing/parse-line';
import { bm25 } from './bm25';
import type { Ranking } from './measures';

export interface Person {
  readonly id: string;
  readonly text: string;
  readonly resume: ParsedResume;
  /** The jobs they are right for. */
  readonly occupations: readonly string[];
}

export interface Job {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Every person for every job, as `longlist rank` scores lines of `longlist parse`, and by BM25 over the texts. */
export function rankPeople(
  jobs: readonly Job[],
  people: readonly Person[],
  now: Date,
): { readonly ours: readonly Ranking[]; readonly bm25: readonly Ranking[] } {
  const facts = people.map(({ id, resume, text }) =>
    factsOf(profileOfLine(id, candidateLineSchema.parse(toParseLine(id, resume, text)), now)),
  );
  const plain = bm25(people.map(({ text }) => text));
  const ranking = (job: Job, scores: readonly number[]): Ranking => ({
    query: job.id,
    scored: people.map(({ id, occupations }, at) => ({
      id,
      score: scores[at] ?? 0,
      right: occupations.includes(job.id),
    })),
  });
  return {
    ours: jobs.map((job) => {
      const criteria = withTextCriteria({
        ...NO_CRITERIA,
        title: job.title,
        description: job.description,
      });
      const compiled = compileJob(criteria);
      const weights = weightsFor(criteria);
      return ranking(
        job,
        facts.map((one) => scoreOf(compiled, one, weights, monthOf(now)).score),
      );
    }),
    bm25: jobs.map((job) => ranking(job, plain(`${job.title} ${job.description}`))),
  };
}
