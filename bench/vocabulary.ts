import { faker } from '@faker-js/faker';
import cities from '@/resources/places/cities.json';
import names from '@/resources/names/names.json';
import { allSkills } from '@/shared/domain/parsing/skill-data';
import { readJobTitles } from '@/shared/domain/parsing/title-data';
import { type Random, invent, capital, shuffle } from './random';

/** What generated people are made of. Lists begin with what is most frequent: elements are drawn by Zipf's law. */
export interface Vocabulary {
  /** Words of running text. */
  readonly words: readonly string[];
  readonly skills: readonly { readonly id: string | null; readonly name: string }[];
  readonly titles: readonly string[];
  readonly places: readonly { readonly city: string; readonly country: string | null }[];
  readonly companies: readonly string[];
  readonly schools: readonly string[];
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** Invented words, so that nothing of a text is known to the parser but what is meant to be. */
export function inventedVocabulary(random: Random): Vocabulary {
  const words = invent(random, 30_000, 1, 4);
  const skills = [...KNOWN_SKILLS, ...invent(random, 380, 2, 3)];
  const places = invent(random, 400, 2, 3).map(capital);
  const companies = companiesOf(random);
  const given = invent(random, 1500, 1, 3).map(capital);
  const family = invent(random, 12_000, 2, 3).map(capital);
  return {
    words,
    skills: skills.map((name) => ({ id: null, name })),
    titles: LEVELS.flatMap((level) => ROLES.map((role) => `${level} ${role}`)),
    places: places.map((city) => ({ city, country: null })),
    companies,
    schools: schoolsOf(random),
    given,
    family,
  };
}

/**
 * The words of real CVs: the skills and titles Longlist knows, the large towns of the world, names of many countries, English words with
 * the little ones in front, and behind them a long tail of words that few people have.
 */
export function realisticVocabulary(random: Random): Vocabulary {
  const { adjective, adverb, noun, verb } = faker.definitions.word;
  const english = [...adjective, ...adverb, ...noun, ...verb].filter((word) =>
    /^[a-z]+$/.test(word),
  );
  const known = new Set(KNOWN_SKILLS);
  const taxonomy = allSkills().map(({ id, name }) => ({ id, name }));
  return {
    words: [
      ...new Set([...COMMON_WORDS, ...shuffle(random, english), ...invent(random, 60_000, 2, 5)]),
    ],
    skills: [
      ...taxonomy.filter(({ name }) => known.has(name)),
      ...shuffle(
        random,
        taxonomy.filter(({ name }) => !known.has(name)),
      ),
    ],
    titles: shuffle(
      random,
      readJobTitles().map(({ name }) => name),
    ),
    places: largeTowns(),
    companies: companiesOf(random),
    schools: schoolsOf(random),
    given: shuffle(random, names.given.split(' ')).slice(0, 3000).map(capital),
    family: shuffle(random, names.family.split(' ')).slice(0, 20_000).map(capital),
  };
}

/** Towns of 80,000 people and more, the largest first. */
function largeTowns(): Vocabulary['places'] {
  const towns = Object.values(cities)
    .flatMap((list) => list.split(';'))
    .map((entry) => /^([A-Z]{2}):([^/*]+)(?:\/[^*]*)?\*(\d+)$/.exec(entry))
    .filter((match) => match !== null)
    .map(([, country = '', city = '', rank]) => ({ country, city, rank: Number(rank) }))
    .filter(({ rank }) => rank >= 3);
  return towns.toSorted((a, b) => b.rank - a.rank);
}

const companiesOf = (random: Random): readonly string[] =>
  invent(random, 6000, 2, 3).map(
    (name, index) => `${capital(name)} ${LEGAL_FORMS[index % LEGAL_FORMS.length]}`,
  );
const schoolsOf = (random: Random): readonly string[] =>
  invent(random, 500, 2, 3).map((name) => `University of ${capital(name)}`);

const KNOWN_SKILLS =
  'Java|Python|SQL|JavaScript|Excel|Leadership|C++|C#|React|Docker|Kubernetes|Sales|SAP|Accounting|Nursing|AutoCAD|Go|Rust|Marketing|Scrum'.split(
    '|',
  );
const LEVELS = ['Senior', 'Junior', 'Lead', 'Principal', 'Deputy', 'Chief'];
const ROLES =
  'Developer|Engineer|Analyst|Manager|Consultant|Accountant|Nurse|Designer|Architect|Technician|Buyer|Planner'.split(
    '|',
  );
const LEGAL_FORMS = ['GmbH', 'Ltd', 'Inc', 'SA', 'AG', 'SARL'];
/** What stands in nearly every CV, most frequent first. */
const COMMON_WORDS =
  'and of in the to for with experience management team project on work a skills development by business from support data year customer as university service university education responsible design planning sales professional system systems quality training knowledge technical company new various process production products analysis control international communication technology market research information including staff working projects client clients led managed developed'.split(
    ' ',
  );
