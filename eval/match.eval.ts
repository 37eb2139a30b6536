import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import advertisements from './matching/advertisements.json';
import labels from './matching/labels.json';
import plainAdvertisements from './matching/plain-advertisements.json';
import { type Measures, measure, type Ranking } from './matching/measures';
import {
  type InventedPerson,
  inventLongResumes,
  inventPeople,
  OCCUPATIONS,
} from './matching/people';
import { plainResumes } from './matching/plain-resumes';
import { type Job, type Person, rankPeople } from './matching/rank-people';
import { findTextSets, holdsCvs, type TextSet } from './matching/text-sets';
import { scoreTitles } from './matching/titles-set';
import { readFiles } from './read-files';
import { findSets, INSIDE } from './sets';
import { parseResume } from '@/shared/domain/parsing/parse-resume';
import { documentFromText } from '@/shared/domain/parsing/document-from-text';

// How well candidates are ranked for a job, and titles for a title, beside plain BM25; see docs/matching.md.

const USAGE = `npm run eval -- match [options]
  --only jobs|titles   one of the two
  --jobs               a line for each job
`;

const here = path.dirname(fileURLToPath(import.meta.url));
const programs = path.basename(here) === 'chunks' ? path.dirname(here) : here;
const root = path.join(programs, '..', '..');
const NOW = new Date('2026-01-01T00:00:00Z');
const INVENTED_OF_EACH = 10;
const LONG_OF_EACH = 3;
/** The CVs invented one by one are strewn with three different draws of other sentences: one draw alone is luck. */
const DRAWS = [20261122, 7, 42];
/** Occupation of each real or sample CV, read off it by hand. */
const LABELS: Readonly<Record<string, readonly string[]>> = labels;

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      only: { type: 'string', default: '' },
      jobs: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const sets = findTextSets(root);
  if (values.only !== 'titles') {
    await ownJobs(values.jobs);
    for (const set of sets.filter(holdsCvs)) jobSet(set);
  }
  if (values.only !== 'jobs') for (const set of sets.filter((one) => !holdsCvs(one))) titleSet(set);
}

/** The advertisements of this evaluation against invented CVs, samples and the CVs of the sets. */
async function ownJobs(each: boolean): Promise<void> {
  const invented = inventPeople(INVENTED_OF_EACH).map(personOf);
  const real = await realPeople();
  const jobs = Object.entries(OCCUPATIONS).map(([id, { job }]): Job => ({ id, ...job }));
  const mixed = rankPeople(jobs, [...invented, ...real], NOW);
  const alone = rankPeople(jobs, real, NOW);
  for (const [name, rankings] of [
    [`jobs: ${invented.length} invented and ${real.length} sample and real CVs`, mixed],
    [`jobs: the ${real.length} sample and real CVs alone`, alone],
  ] as const) {
    console.log(`\n${name}`);
    for (const half of [0, 1]) {
      const label = half === 0 ? 'development' : 'held out';
      const only = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => at % 2 === half);
      console.log(lineOf(`${label}, Longlist`, measure(only(rankings.ours))));
      console.log(lineOf(`${label}, BM25`, measure(only(rankings.bm25))));
    }
  }
  const broad = broadRankings([...inventLongResumes(LONG_OF_EACH).map(personOf), ...real]);
  console.log(
    '\nadvertisements of 24 broad fields: long invented CVs with neighbouring trades, and the real ones',
  );
  console.log(lineOf('Longlist', measure(broad.ours)));
  console.log(lineOf('BM25', measure(broad.bm25)));
  plainJobs(each);
  if (!each) return;
  for (const ranking of broad.ours)
    console.log(lineOf(`broad, ${ranking.query}`, measure([ranking])));
  console.log('');
  for (const [at, { id }] of jobs.entries()) {
    const ours = mixed.ours[at];
    const plain = mixed.bm25[at];
    if (ours === undefined || plain === undefined) continue;
    console.log(lineOf(`${id}, Longlist`, measure([ours])));
    console.log(lineOf(`${id}, BM25`, measure([plain])));
  }
}

const personOf = ({ id, occupation, text }: InventedPerson): Person => ({
  id,
  text,
  occupations: [occupation],
  resume: parseResume(documentFromText(text), { now: NOW }),
});

/** Advertisements named for a field of work rather than for one occupation, some for several occupations. */
function broadRankings(people: readonly Person[]): ReturnType<typeof rankPeople> {
  const ads = Object.entries(advertisements);
  const jobs = ads.map(([id, { title, description }]): Job => ({ id, title, description }));
  const asked = people.map((person) => ({
    ...person,
    occupations: ads
      .filter(([, ad]) => ad.occupations.some((one) => person.occupations.includes(one)))
      .map(([id]) => id),
  }));
  return rankPeople(jobs, asked, NOW);
}

/** Both sets of advertisements for 24 fields against CVs invented one by one; every second field is held out. */
function plainJobs(each: boolean): void {
  const draws = DRAWS.map((seed) => plainResumes(seed).map(personOf));
  for (const [name, ads] of [
    ['their own advertisements', Object.entries(plainAdvertisements)],
    ['the 24 broad advertisements', Object.entries(advertisements)],
  ] as const) {
    const jobs = ads.map(([id, { title, description }]): Job => ({ id, title, description }));
    const rankings = draws.map((people) => rankPeople(jobs, people, NOW));
    console.log(`\n${draws[0]?.length ?? 0} CVs invented one by one, three draws: ${name}`);
    for (const half of [0, 1]) {
      const label = half === 0 ? 'development' : 'held out';
      const only = (of: 'ours' | 'bm25'): readonly Ranking[] =>
        rankings.flatMap((draw) => draw[of].filter((_, at) => at % 2 === half));
      console.log(lineOf(`${label}, Longlist`, measure(only('ours'))));
      console.log(lineOf(`${label}, BM25`, measure(only('bm25'))));
    }
    if (!each) continue;
    for (const [at, { id }] of jobs.entries())
      console.log(lineOf(`${id}`, measure(rankings.flatMap(({ ours }) => ours.slice(at, at + 1)))));
  }
}

/** The samples, and the CVs of the sets with a truth where there are any. */
async function realPeople(): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (const set of setsWithTruth()) {
    const read = await readFiles(
      [...new Set(set.truths.map(set.pathOf))],
      { parseEntry: path.join(programs, 'parse.js'), resourcesDir: path.join(root, 'resources') },
      (file, why) => console.log(`not read: ${file} (${why})`),
    );
    for (const truth of set.truths) {
      const inside = truth.file.split(INSIDE).slice(1);
      const found = read.get([set.pathOf(truth), ...inside].join(INSIDE));
      if (found === undefined) continue;
      const { document, resume } = found;
      const occupations = LABELS[truth.file] ?? [];
      people.push({ id: truth.file, text: document.text, resume, occupations });
    }
  }
  return people;
}

function setsWithTruth(): ReturnType<typeof findSets> {
  try {
    return findSets(root, []);
  } catch {
    // The folders named hold sets of other kinds alone.
    return findSets(root, [path.join(root, 'resources', 'samples')]);
  }
}

/** A set of advertisements and CVs from outside. */
function jobSet(set: TextSet): void {
  const people = set.docs.map(
    ({ id, text }): Person => ({
      id,
      text,
      occupations: set.queries
        .filter((query) => set.right.get(query.id)?.has(id))
        .map((query) => query.id),
      resume: parseResume(documentFromText(text), { now: NOW }),
    }),
  );
  const jobs = set.queries.map(({ id, text }): Job => {
    const [title = '', ...rest] = text.split('\n');
    return { id, title: title.slice(0, 120), description: rest.join('\n') || text };
  });
  const rankings = rankPeople(jobs, people, NOW);
  console.log(`\n${set.name}: ${jobs.length} jobs, ${people.length} CVs`);
  console.log(lineOf('Longlist', measure(rankings.ours)));
  console.log(lineOf('BM25', measure(rankings.bm25)));
}

function titleSet(set: TextSet): void {
  console.log(`\n${set.name}: ${set.queries.length} titles, ${set.docs.length} reference titles`);
  for (const { half, ours, bm25 } of scoreTitles(set)) {
    console.log(lineOf(`${half}, Longlist`, ours));
    console.log(lineOf(`${half}, BM25`, bm25));
  }
}

const lineOf = (name: string, { queries, ndcg10, mrr, map, auc, aucPooled }: Measures): string =>
  `${name.padEnd(26)} n ${String(queries).padStart(3)}  NDCG@10 ${share(ndcg10)}  MRR ${share(mrr)}  MAP ${share(map)}  AUC ${share(auc)}  pooled ${share(aucPooled)}`;
const share = (value: number): string => value.toFixed(3);

await main();
