import { type Random, uniform, zipf } from '../random';
import { hashLike, latin, newJob, newPhone, type Someone } from './population';

export const KINDS = [
  'same file',
  'same e-mail, another form of the name',
  'phone written differently',
  'profile link',
  'accents or spelling + employer',
  'word order or initials + school',
  'nickname + employer',
  'typo in the name + phone or place',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * The same person in another CV, or null when this one cannot come in that kind (no accent in the name). Whatever the kind, the other CV is
 * of another time and another hand: contacts changed or left out, a job more or fewer, employers and schools written otherwise, dates rounded
 * or misremembered, moved to another city.
 */
export function otherCv(
  random: Random,
  person: Someone,
  kind: Kind,
): { readonly first: Someone; readonly second: Someone } | null {
  const chance = (share: number): boolean => random() < share;
  const first = { ...person };
  const aged = agedCv(random, person);
  const named = (name: string | null) => (name === null ? null : { ...aged, name });
  const anyName = (): string => nameForm(random, person);
  const full = `${person.given} ${person.family}`;
  switch (kind) {
    case 'same file':
      return {
        first,
        second: { ...aged, name: chance(0.2) ? '' : anyName(), sha256: person.sha256 },
      };
    case 'same e-mail, another form of the name': {
      if (person.email === null) return null;
      const married = chance(0.12)
        ? `${person.given} ${uniform(random, person.place.family)}`
        : anyName();
      return {
        first,
        second: {
          ...aged,
          name: married,
          email: chance(0.5) ? person.email : person.email.toUpperCase(),
        },
      };
    }
    case 'phone written differently': {
      if (person.phone === null) return null;
      const national = person.phone.slice(1 + person.place.code.length);
      const phone = uniform(random, [
        `0${national}`,
        `00${person.place.code} ${national.slice(0, 3)} ${national.slice(3)}`,
        `+${person.place.code} (0)${national.slice(0, 3)}-${national.slice(3)}`,
        `${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`,
        `+${person.place.code} ${national} ext. ${10 + Math.floor(random() * 80)}`,
      ]);
      return { first, second: { ...aged, name: chance(0.5) ? full : anyName(), phone } };
    }
    case 'profile link': {
      if (person.link === null) return null;
      const link = chance(0.5)
        ? person.link.replace('https://www.', 'http://es.')
        : `${person.link.toUpperCase().replace('HTTPS://WWW.LINKEDIN.COM/IN', 'linkedin.com/in')}/`;
      return { first, second: { ...aged, name: anyName(), link } };
    }
    case 'accents or spelling + employer': {
      const other = respelled(random, full);
      const second = named(other === full ? null : other);
      return second === null
        ? null
        : { first: { ...first, name: full }, second: keepEmployer(person, second) };
    }
    case 'word order or initials + school': {
      if (person.schools.length === 0) return null;
      const name = uniform(random, [
        `${person.family} ${person.given}`,
        `${person.family.toUpperCase()}, ${person.given}`,
        `${person.given.charAt(0)}. ${person.family}`,
      ]);
      return {
        first: { ...first, name: full },
        second: { ...aged, name, schools: aged.schools.length > 0 ? aged.schools : person.schools },
      };
    }
    case 'nickname + employer': {
      const pet = PETS[latin(person.given)];
      if (pet === undefined) return null;
      return {
        first: { ...first, name: full },
        second: keepEmployer(person, {
          ...aged,
          name: `${uniform(random, pet.split(' '))} ${person.family}`,
        }),
      };
    }
    case 'typo in the name + phone or place': {
      const name = mistyped(random, full);
      const second = { ...aged, name };
      if (person.phone !== null && chance(0.5))
        return { first: { ...first, name: full }, second: { ...second, phone: person.phone } };
      if (person.city === null) return null;
      return {
        first: { ...first, name: full },
        second: keepEmployer(person, { ...second, city: person.city }),
      };
    }
  }
}

function agedCv(random: Random, person: Someone): Someone {
  const chance = (share: number): boolean => random() < share;
  const { place } = person;
  let jobs = person.jobs.map((job) => ({
    ...job,
    company: rewritten(random, job.company, place.forms),
    start: misdated(random, job.start),
    end: job.end === 'present' ? job.end : misdated(random, job.end),
  }));
  if (jobs.length > 1 && chance(0.35)) jobs = jobs.slice(1);
  else if (chance(0.3))
    jobs = [{ ...newJob(random, place, 2024 * 12 + Math.floor(random() * 20), null) }, ...jobs];
  if (jobs.length > 2 && chance(0.2)) jobs = jobs.slice(0, -1);
  const address = latin(person.given).toLowerCase();
  return {
    ...person,
    email: chance(0.3) ? null : `${address}.${Math.floor(random() * 1e9)}@post.example`,
    phone: chance(0.5) ? null : newPhone(random, place),
    link: chance(0.9) ? null : person.link,
    sha256: hashLike(random),
    city: chance(0.2) ? null : chance(0.3) ? zipf(random, place.cities) : person.city,
    country: chance(0.4) ? null : person.country,
    jobs,
    schools: chance(0.2)
      ? []
      : person.schools.map(({ institution, end }) => ({
          institution: schoolRewritten(random, institution),
          end: chance(0.2) ? null : chance(0.1) && end !== null ? String(Number(end) + 1) : end,
        })),
  };
}

/** At least one employer of the first CV is in the second too, however it is written. */
function keepEmployer(person: Someone, second: Someone): Someone {
  const shared =
    second.jobs.length > 0 &&
    second.jobs.some((job) =>
      person.jobs.some((one) => one.start?.slice(0, 4) === job.start?.slice(0, 4)),
    );
  return shared ? second : { ...second, jobs: [...second.jobs, ...person.jobs.slice(-1)] };
}

function misdated(random: Random, date: string | null): string | null {
  const chance = random();
  if (date === null || chance < 0.12) return null;
  if (chance < 0.3) return date.slice(0, 4);
  if (chance < 0.4) return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  if (chance < 0.5) return `${date.slice(0, 5)}0${1 + Math.floor(random() * 9)}`;
  return date;
}

function rewritten(random: Random, company: string, forms: readonly string[]): string {
  const bare = company.replace(
    / (Inc\.?|LLC|Corp\.|Pvt Ltd|Private Limited|Limited|Ltd|SA|S\.L\.|GmbH & Co\. KG|GmbH|AG|SE|SARL|SAS|AB|Ltda|S\.p\.A\.|S\.r\.l\.|Sp\. z o\.o\.|Corporation|Company|& Co\.)$/,
    '',
  );
  const letters = bare.split(' ').filter((word) => /^[A-Z]/.test(word));
  return uniform(random, [
    company,
    bare,
    `${bare} ${uniform(random, forms)}`,
    bare.toUpperCase(),
    letters.length >= 3 ? letters.map((word) => word.charAt(0)).join('') : latin(bare),
    `${bare} ${uniform(random, ['Group', 'India', 'Deutschland', 'International', 'Digital Services'])}`,
  ]);
}

function schoolRewritten(random: Random, institution: string): string {
  const short = SHORT_SCHOOLS[institution];
  return uniform(random, [
    institution,
    latin(institution),
    institution.replace(/^University of (.*)$/, '$1 University'),
    institution.replace(/Universi(ty|dad|tät|tat|tà)/, 'Univ.'),
    ...(short === undefined ? [] : [short]),
  ]);
}
const SHORT_SCHOOLS: Readonly<Record<string, string>> = {
  'Massachusetts Institute of Technology': 'MIT',
  'Indian Institute of Technology Bombay': 'IIT Bombay',
  'Indian Institute of Technology Madras': 'IIT Madras',
  'Technische Universität München': 'TU Munich',
  'Technische Universität Berlin': 'TU Berlin',
  'New York University': 'NYU',
  'University of California, Berkeley': 'UC Berkeley',
};

/** Another form of the name that its owner may use. */
function nameForm(random: Random, { given, family }: Someone): string {
  const pet = PETS[latin(given)];
  return uniform(random, [
    `${given} ${family}`,
    `${family}, ${given}`,
    `${given.charAt(0)}. ${family}`,
    latin(`${given} ${family}`).toUpperCase(),
    `${given} ${uniform(random, ['M.', 'K.', 'A.', 'Marie', 'Paul'])} ${family}`,
    `${pet === undefined ? given : uniform(random, pet.split(' '))} ${family}`,
  ]);
}

function respelled(random: Random, name: string): string {
  const german = name
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/Ä/g, 'Ae')
    .replace(/Ö/g, 'Oe')
    .replace(/Ü/g, 'Ue');
  const heard = name
    .replace(/ph/g, 'f')
    .replace(/y\b/g, 'i')
    .replace(/sh/g, 'sch')
    .replace(/w/g, 'v')
    .replace(/ee/g, 'i')
    .replace(/oo/g, 'u')
    .replace(/z\b/g, 's')
    .replace(/th/g, 't');
  return uniform(random, [latin(name), latin(german), heard]);
}

function mistyped(random: Random, name: string): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  const letter = name[at] ?? '';
  if (!/\p{L}/u.test(letter)) return mistyped(random, name);
  const kind = random();
  if (kind < 0.3) return name.slice(0, at) + name.slice(at + 1);
  if (kind < 0.5) return name.slice(0, at) + letter + name.slice(at);
  const next = name[at + 1] ?? '';
  if (kind < 0.75 && /\p{L}/u.test(next) && next !== letter)
    return name.slice(0, at) + next + letter + name.slice(at + 2);
  return name.slice(0, at) + uniform(random, [...'aeinrst']) + name.slice(at + 1);
}

/** What some people are called, listed apart from the table of the rules. */
const PETS: Readonly<Record<string, string>> = {
  Michael: 'Mike Mick',
  James: 'Jim Jimmy',
  Robert: 'Bob Rob',
  John: 'Johnny Jack',
  David: 'Dave',
  William: 'Bill Will',
  Jennifer: 'Jenny Jen',
  Elizabeth: 'Liz Beth',
  Patricia: 'Pat Trish',
  Christopher: 'Chris',
  Matthew: 'Matt',
  Joseph: 'Joe',
  Daniel: 'Dan Danny',
  Thomas: 'Tom',
  Jose: 'Pepe',
  Francisco: 'Paco',
  Antonio: 'Toni',
  Manuel: 'Manolo',
  Alejandro: 'Alex',
  Isabel: 'Isa',
  Jesus: 'Chus',
  Andreas: 'Andi',
  Katharina: 'Katja Kathi',
  Christian: 'Chris',
  Stefan: 'Steffen',
  Nicolas: 'Nico',
  Katarzyna: 'Kasia',
  Krzysztof: 'Krzysiek',
  Malgorzata: 'Gosia',
  Tomasz: 'Tomek',
  Giuseppe: 'Beppe',
  Francesco: 'Franco',
  Giovanni: 'Gianni',
  Alessandro: 'Sandro Ale',
  Gabriel: 'Gabi',
  Gunter: 'Gunni',
  Samuel: 'Sam',
  Timothy: 'Tim',
  Nicholas: 'Nick',
  Anthony: 'Tony',
  Andrew: 'Andy',
  Gregory: 'Greg',
  Steven: 'Steve',
  Benjamin: 'Ben',
  Charles: 'Charlie Chuck',
  Edward: 'Ed Ted',
  Frederick: 'Fred',
  Jonathan: 'Jon',
  Kenneth: 'Ken',
  Lawrence: 'Larry',
  Raymond: 'Ray',
  Richard: 'Dick Rick',
  Ronald: 'Ron',
  Susan: 'Sue',
  Theodore: 'Ted',
  Catherine: 'Cathy Kate',
  Deborah: 'Debbie',
  Margaret: 'Maggie Peggy',
  Rebecca: 'Becky',
  Alexander: 'Alex Sasha',
  Maximilian: 'Max',
  Guillermo: 'Memo',
  Roberto: 'Beto',
  Eduardo: 'Lalo',
  Ignacio: 'Nacho',
  Enrique: 'Quique',
  Rafael: 'Rafa',
  Luis: 'Lucho',
  Rosario: 'Charo',
};
