import occupations from './occupations.json';

export interface Occupation {
  readonly job: { readonly title: string; readonly description: string };
  readonly titles: readonly string[];
  readonly duties: readonly string[];
  readonly skills: readonly string[];
}

/** Occupation → its advertisement and what invented CVs of it are made of; written for this evaluation. */
export const OCCUPATIONS: Readonly<Record<string, Occupation>> = occupations.occupations;

export interface InventedPerson {
  readonly id: string;
  readonly occupation: string;
  readonly text: string;
}

/** Invented CVs, the same in every run: ragged as real ones are, with jobs of other trades, sentences of no trade, and lines run together. */
export function inventPeople(each: number): readonly InventedPerson[] {
  const random = dice(20261121);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('Nothing to pick from.');
    return one;
  };
  const some = <T>(list: readonly T[], count: number): readonly T[] =>
    list
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ one }) => one);
  const names = Object.keys(OCCUPATIONS);
  const { generic } = occupations;
  const jobOf = (occupation: string, years: string): readonly string[] => {
    const own = OCCUPATIONS[occupation];
    if (own === undefined) throw new Error(occupation);
    const duties = [
      ...some(own.duties, 2 + Math.floor(random() * 3)),
      ...some(generic.duties, 1 + Math.floor(random() * 3)),
    ];
    const title = pick(own.titles);
    return [
      random() < 0.5 ? `${title} ${years}` : `${years}\n${title}`,
      `Company Name City , State`,
      ...some(duties, duties.length).map((duty) => (random() < 0.5 ? `- ${duty}.` : `${duty}.`)),
      '',
    ];
  };
  return names.flatMap((occupation) =>
    Array.from({ length: each }, (_, nth) => {
      const own = OCCUPATIONS[occupation];
      if (own === undefined) throw new Error(occupation);
      let year = 2025 - Math.floor(random() * 2);
      const jobs: string[] = [];
      const count = 2 + Math.floor(random() * 3);
      for (let job = 0; job < count; job++) {
        const from = year - 1 - Math.floor(random() * 5);
        const span = `${pick(['Jan', 'Mar', 'Jun', 'Sep'])} ${from} to ${job === 0 ? 'Current' : `${pick(['Feb', 'May', 'Aug', 'Nov'])} ${year}`}`;
        const other = job > 0 && random() < 0.4;
        jobs.push(...jobOf(other ? pick(names) : occupation, span));
        year = from;
      }
      const lines = [
        random() < 0.7 ? pick(own.titles).toUpperCase() : pick(generic.summaries),
        'Summary',
        `${pick(generic.summaries)}. ${random() < 0.4 ? `${pick(own.duties)}.` : ''}`,
        'Highlights',
        ...some([...some(own.skills, 2 + Math.floor(random() * 3)), ...some(generic.skills, 3)], 6),
        'Experience',
        ...jobs,
        'Education',
        `${pick(['Bachelor of Arts', 'Bachelor of Science', 'High School Diploma', 'Associate of Arts'])} , ${year - 1} , City , State`,
      ];
      const run = random() < 0.25;
      return {
        id: `invented/${occupation}-${nth}`,
        occupation,
        text: lines.join(run ? '     ' : '\n'),
      };
    }),
  );
}

/**
 * Invented CVs in the manner of American databases, three or four of each occupation: the title in capitals, headings or none, dates before or behind, employers
 * blanked, long lists of duties, skills last, and among earlier jobs those of a neighbouring trade (hard to tell apart).
 */
export function inventLongResumes(each: number): readonly InventedPerson[] {
  const random = dice(20261122);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('Nothing to pick from.');
    return one;
  };
  const some = <T>(list: readonly T[], count: number): readonly T[] =>
    list
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ one }) => one);
  const { generic } = occupations;
  return Object.entries(OCCUPATIONS).flatMap(([occupation, own]) =>
    Array.from({ length: each }, (_, nth) => {
      const neighbour = OCCUPATIONS[NEIGHBOURS[occupation] ?? ''] ?? own;
      const headed = random() < 0.7;
      const head = (name: string): readonly string[] => (headed ? [name] : []);
      let year = 2024;
      const jobs = Array.from({ length: 3 + Math.floor(random() * 3) }, (_unused, at) => {
        const from = year - 1 - Math.floor(random() * 4);
        const months = `${pick(['01', '06', '09'])}/${from} to ${at === 0 ? 'Current' : `${pick(['02', '05', '12'])}/${year}`}`;
        year = from;
        const work = at > 0 && random() < 0.35 ? neighbour : own;
        const duties = [
          ...some(work.duties, 3 + Math.floor(random() * 3)),
          ...some(generic.duties, 3),
        ];
        return `${pick(work.titles)} ${months} Company Name City , State ${some(duties, duties.length).join('. ')}.`;
      });
      const lines = [
        pick(own.titles).toUpperCase(),
        ...head('Professional Summary'),
        `${pick(generic.summaries)}. ${pick(generic.summaries)}.`,
        ...head('Accomplishments'),
        ...some(generic.duties, 2),
        ...head('Experience'),
        ...jobs,
        ...head('Education and Training'),
        `${pick(['Bachelor of Arts', 'Bachelor of Science', 'High School Diploma'])} ${year - 1} City , State , USA`,
        ...head('Skills'),
        [...some(own.skills, 3), ...some(neighbour.skills, 1), ...some(generic.skills, 6)].join(
          ', ',
        ),
      ];
      return {
        id: `long/${occupation}-${nth}`,
        occupation,
        text: lines.join(random() < 0.4 ? '    ' : '\n'),
      };
    }),
  );
}

/** Trades whose CVs use the same words. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  consult: 'it',
  it: 'consult',
  auto: 'sales',
  sales: 'auto',
  banking: 'finance',
  finance: 'banking',
  accountant: 'banking',
  pr: 'digital',
  digital: 'pr',
  hr: 'teacher',
  teacher: 'hr',
  bizdev: 'sales',
  callcenter: 'admin',
  admin: 'callcenter',
  graphic: 'apparel',
  apparel: 'retail',
  arts: 'graphic',
  nurse: 'medadmin',
  medadmin: 'nurse',
  construction: 'mecheng',
  mecheng: 'construction',
  aviation: 'auto',
  fitness: 'teacher',
  lawyer: 'socialwork',
  socialwork: 'lawyer',
  chef: 'retail',
  agri: 'warehouse',
};

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
