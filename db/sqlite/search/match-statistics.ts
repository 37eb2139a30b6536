import type { CompiledJob } from '@/shared/domain/matching/compile-job';
import { experienceOf, RELEVANT } from '@/shared/domain/matching/score-facts';
import type { CriterionStatus } from '@/shared/domain/matching/score-types';
import { statusOf } from '@/shared/domain/matching/statuses';
import type { MatchStatistics, MatchStatisticsRequest } from '@/shared/domain/matching/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Bits, forEach, has, sizeOf } from './bits';
import { type MatchDeps, weightsOf } from './match-deps';
import { HEAD_SIZE, type MatchColumns, OTHER_SIZE, ROLE_SIZE, SKILL_SIZE } from './match-index';
import { educationTable, lookup, placeTable, roleScan, skillScan, wordScan } from './match-scan';
import { asksOf, comparedPeople } from './rank-job';
import type { MatchedJob } from './read-job';

/** How many of those compared meet each thing a job asks for: the statuses of `explainCriteria`, counted along the columns in one pass. */
export function countCriteria(
  deps: MatchDeps,
  actor: Actor,
  matched: MatchedJob,
  request: MatchStatisticsRequest,
): MatchStatistics {
  const people = comparedPeople(deps, actor, matched, request);
  const tallies = tallyPeople(deps.prepared(matched), deps.index.columns(), people, deps.month());
  const viewed = deps
    .sql(
      'SELECT c.num FROM match m JOIN candidate c ON c.id = m.candidate_id WHERE m.job_id = ? AND m.viewed_at IS NOT NULL',
    )
    .pluck()
    .all(matched.job.id);
  return {
    compared: sizeOf(people),
    viewed: viewed.filter((num) => has(people, Number(num))).length,
    // Skills come first, in their order.
    criteria: asksOf(deps, matched, weightsOf(matched)).map((asked, at) => ({
      ...asked,
      ...(tallies.skills[at] ?? tallies.others.get(asked.key) ?? emptyTally()),
    })),
  };
}

interface Tallies {
  /** Of each skill asked for. */
  readonly skills: readonly Tally[];
  /** Of everything else, by the keys of criteria. */
  readonly others: ReadonlyMap<string, Tally>;
}
type Tally = Record<CriterionStatus, number>;
const emptyTally = (): Tally => ({ met: 0, partly: 0, missing: 0, unknown: 0 });

/** What became of each criterion over a set of people. */
export function tallyPeople(
  job: CompiledJob,
  columns: MatchColumns,
  people: Bits,
  month: number,
): Tallies {
  const { starts, data, totalMonths, textLengths, education, places, placeFacts } = columns;
  const skills = skillScan(job, columns);
  const roles = roleScan(job, month);
  const titleTerms = lookup(job.titleTerms);
  const words = wordScan(job, columns);
  const educationWorth = educationTable(job);
  const placeWorth = job.asks.location ? placeTable(job, columns) : null;
  const skillTallies = job.skills.map(emptyTally);
  const of = {
    experience: emptyTally(),
    title: emptyTally(),
    words: emptyTally(),
    education: emptyTally(),
    location: emptyTally(),
  };
  forEach(people, (num) => {
    const head = starts[num] ?? 0;
    const skillsAt = head + HEAD_SIZE;
    const rolesAt = skillsAt + (data[head] ?? 0) * SKILL_SIZE;
    const termsAt = rolesAt + (data[head + 1] ?? 0) * ROLE_SIZE;
    const othersAt = termsAt + (data[head + 2] ?? 0);
    const othersEnd = othersAt + (data[head + 3] ?? 0) * OTHER_SIZE;
    const hasText = (textLengths[num] ?? 0) > 0;
    if (job.asks.skills) {
      const { credits } = skills(skillsAt, rolesAt, othersAt, othersEnd);
      const known = rolesAt > skillsAt || othersEnd > othersAt || hasText;
      skillTallies.forEach((tally, at) => tally[statusOf(credits[at] ?? 0, known)]++);
    }
    if (job.asks.experience || job.asks.title) {
      const had = roles(data, rolesAt, termsAt, totalMonths[num] ?? 0);
      of.experience[statusOf(experienceOf(job, had, month), had.workMonths > 0)]++;
      let titleWords = 0;
      for (let at = termsAt; at < othersAt; at++) titleWords += titleTerms[data[at] ?? 0] ?? 0;
      const like = Math.max(had.occupation, Math.min(1000, titleWords));
      of.title[statusOf(like < RELEVANT ? 0 : like, termsAt > rolesAt)]++;
      of.words[statusOf(words(num).likeness, hasText)]++;
    }
    const level = education[num] ?? 0;
    of.education[statusOf(educationWorth[level] ?? 0, level > 0)]++;
    if (placeWorth !== null) {
      const place = places[num] ?? 0;
      of.location[statusOf(placeWorth[place] ?? 0, (placeFacts[place] ?? null) !== null)]++;
    }
  });
  return { skills: skillTallies, others: new Map(Object.entries(of)) };
}
