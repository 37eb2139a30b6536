import { allLocales } from '@faker-js/faker';
import { contactKey } from '@/shared/domain/candidates/contact-key';
import { type Random, capital, invent, shuffle, uniform, zipf } from '../random';

/** A record of a person as a CV would have it; `name` to `schools` as written. */
export interface Written {
  readonly name: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly link: string | null;
  readonly sha256: string;
  readonly jobs: readonly Job[];
  readonly schools: readonly { readonly institution: string; readonly end: string | null }[];
}
interface Job {
  readonly company: string;
  readonly title: string;
  readonly start: string | null;
  readonly end: string | null;
}

/** A person before anything is written: whose name is in parts. */
export interface Someone extends Written {
  readonly given: string;
  readonly family: string;
  readonly place: Place;
}

/** A country with its own names, cities, schools and small employers. */
export interface Place {
  readonly country: string;
  readonly code: string;
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly cities: readonly string[];
  readonly schools: readonly string[];
  readonly companies: readonly string[];
  readonly forms: readonly string[];
}

/**
 * People as a big desk has them: names by Zipf's law within their country, so that strangers of one name come in hundreds; a few employers
 * that a tenth of all have worked for; relatives, couples and agencies with one phone or e-mail between them.
 */
export function createPeople(random: Random) {
  const places = PLACES.map((place) => placeOf(random, place));
  const weighted = places.flatMap((place, at) =>
    Array.from({ length: WEIGHTS[at] ?? 1 }, () => place),
  );
  let number = 0;

  const someone = (given: Partial<Someone> = {}): Someone => {
    const place = given.place ?? uniform(random, weighted);
    const common = place.country === 'ES' && random() < 0.1;
    const first = given.given ?? (common ? 'María' : zipf(random, place.given));
    const family = given.family ?? (common ? 'García' : zipf(random, place.family));
    const second =
      place.country === 'ES' && random() < 0.25 ? ` ${zipf(random, place.family)}` : '';
    number += 1;
    const full = `${first} ${family}${second}`;
    const chance = random();
    const name =
      chance < 0.02
        ? `${first.charAt(0)}. ${family}`
        : chance < 0.05
          ? `${family}, ${first}`
          : full;
    const address =
      latin(full)
        .toLowerCase()
        .replace(/[^a-z]+/g, '.') || 'mail';
    const city = random() < 0.85 ? zipf(random, place.cities) : null;
    return {
      place,
      given: first,
      family: `${family}${second}`,
      name,
      city,
      // Read off the city as a rule.
      country: random() < (city === null ? 0.4 : 0.95) ? place.country : null,
      email: random() < 0.92 ? `${address}${number}@mail.example` : null,
      phone: random() < 0.8 ? newPhone(random, place) : null,
      link:
        random() < 0.35
          ? `https://www.linkedin.com/in/${address.replaceAll('.', '-')}-${number}`
          : null,
      sha256: hashLike(random),
      jobs: jobsOf(random, place),
      schools: random() < 0.85 ? [schoolOf(random, place)] : [],
      ...given,
    };
  };

  /** People who share a phone or an e-mail and are not one person. */
  const bystanders = function* (): Generator<Someone, void, void> {
    for (let family = 0; family < 400; family++) {
      const one = someone({ phone: newPhone(random, uniform(random, places)) });
      yield one;
      for (let more = 0; more < 1 + (family % 2); more++) {
        const first = uniform(random, one.place.given.slice(0, 150));
        if (first === one.given) continue;
        const relative = someone({ place: one.place, given: first, family: one.family });
        yield {
          ...relative,
          name: `${first} ${one.family}`,
          city: one.city,
          phone: one.phone,
          ...(family % 3 === 0 && { email: one.email }),
        };
      }
    }
    for (let couple = 0; couple < 40; couple++) {
      const one = someone();
      yield one;
      const other = someone({ place: one.place, city: one.city });
      yield couple % 4 === 0 ? { ...other, email: one.email } : { ...other, phone: one.phone };
    }
    for (let agency = 0; agency < 60; agency++) {
      const place = uniform(random, places);
      const shared = { phone: newPhone(random, place), email: `cv@agency${agency}.example` };
      for (let person = 0; person < 3 + agency; person++) {
        yield someone(agency % 2 === 0 ? { place, ...shared } : { place, phone: shared.phone });
      }
    }
  };
  return { someone, bystanders };
}

export const contactsOf = (written: Written) =>
  (
    [
      ['email', written.email],
      ['phone', written.phone],
      ['link', written.link],
    ] as const
  ).flatMap(([kind, value]) =>
    value === null ? [] : [{ kind, value, key: contactKey(kind, value) }],
  );

export const latin = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o');

export function newPhone(random: Random, place: Pick<Place, 'code'>): string {
  return `+${place.code}${6 + Math.floor(random() * 4)}${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
}

export const hashLike = (random: Random): string =>
  Array.from({ length: 8 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');

export function newJob(random: Random, place: Place, start: number, end: number | null): Job {
  const company = random() < 0.45 ? zipf(random, BIG) : zipf(random, place.companies);
  return {
    company,
    title: uniform(random, TITLES),
    start: month(start),
    end: end === null ? 'present' : month(end),
  };
}

function jobsOf(random: Random, place: Place): readonly Job[] {
  const jobs: Job[] = [];
  let end: number | null = null;
  let at = 2026 * 12 - Math.floor(random() * 24);
  const count = 1 + Math.floor(random() * 5);
  for (let index = 0; index < count; index++) {
    const start: number = at - 8 - Math.floor(random() * 60);
    jobs.push(newJob(random, place, start, end));
    end = start - Math.floor(random() * 4);
    at = end;
  }
  return jobs;
}

const schoolOf = (random: Random, place: Place) => ({
  institution: zipf(random, place.schools),
  end: random() < 0.8 ? String(1985 + Math.floor(random() * 40)) : null,
});

const month = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

type Definition = readonly [
  country: string,
  code: string,
  locale: keyof typeof allLocales,
  cities: string,
  first: string,
  family: string,
];

const PLACES: readonly Definition[] = [
  [
    'US',
    '1',
    'en',
    'New York|Chicago|Houston|Boston|Seattle|Denver|Austin|Dallas|Miami|Atlanta|Phoenix|Portland|Tampa|Detroit',
    'Michael James Robert John David William Jennifer Mary Elizabeth Patricia Christopher Matthew Joseph Daniel Thomas',
    'Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor',
  ],
  [
    'IN',
    '91',
    'en_IN',
    'Bangalore|Mumbai|Hyderabad|Chennai|Pune|Delhi|Noida|Gurgaon|Kolkata|Kochi|Jaipur|Indore',
    'Amit Rahul Priya Sandeep Anil Sunil Pooja Deepak Rajesh Vijay Neha Suresh',
    'Kumar Sharma Singh Gupta Patel Reddy Verma',
  ],
  [
    'ES',
    '34',
    'es',
    'Madrid|Barcelona|Valencia|Sevilla|Zaragoza|Málaga|Bilbao|Murcia|Alicante|Granada',
    'María José Antonio Francisco Ana Carmen Manuel Javier Isabel Alejandro Jesús',
    'García Rodríguez González Fernández López Martínez Sánchez Pérez',
  ],
  [
    'DE',
    '49',
    'de',
    'Berlin|Hamburg|München|Köln|Frankfurt|Stuttgart|Düsseldorf|Leipzig|Dresden|Hannover|Nürnberg|Bremen',
    'Andreas Thomas Anna Michael Stefan Julia Christian Sabine Jürgen Jörg Katharina Günter',
    'Müller Schmidt Schneider Fischer Weber Meyer Schäfer König Krüger Schröder',
  ],
  [
    'FR',
    '33',
    'fr',
    'Paris|Lyon|Marseille|Toulouse|Nice|Nantes|Lille|Bordeaux|Rennes',
    'Marie Jean Pierre Nicolas Sophie Hélène François Jérôme Zoé',
    'Martin Bernard Dubois Thomas Robert Petit Lefèvre',
  ],
  [
    'PL',
    '48',
    'pl',
    'Warszawa|Kraków|Wrocław|Gdańsk|Poznań|Łódź|Katowice',
    'Anna Piotr Katarzyna Krzysztof Małgorzata Tomasz Paweł Michał',
    'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Zieliński',
  ],
  [
    'IT',
    '39',
    'it',
    'Milano|Roma|Torino|Napoli|Bologna|Firenze|Genova|Palermo',
    'Giuseppe Francesco Maria Giovanni Andrea Marco Alessandro',
    'Rossi Ferrari Russo Bianchi Romano Esposito',
  ],
  [
    'BR',
    '55',
    'pt_BR',
    'São Paulo|Rio de Janeiro|Brasília|Salvador|Fortaleza|Curitiba|Recife',
    'Maria João Ana Lucas Gabriel Antônio',
    'Silva Santos Oliveira Souza Pereira',
  ],
  [
    'SE',
    '46',
    'sv',
    'Stockholm|Göteborg|Malmö|Uppsala|Lund|Västerås',
    'Anna Erik Johan Karl Sara Åsa',
    'Andersson Johansson Karlsson Nilsson Lindström',
  ],
];
const WEIGHTS = [28, 20, 16, 12, 7, 6, 5, 4, 2];

function placeOf(
  random: Random,
  [country, code, locale, cities, first, family]: Definition,
): Place {
  const person = allLocales[locale].person;
  const listed = (lists: unknown): readonly string[] =>
    Object.values((lists ?? {}) as Record<string, unknown>) // Faker's lists are by sex, each of strings.
      .flatMap((list): readonly unknown[] => (Array.isArray(list) ? list : []))
      .filter(
        (name): name is string => typeof name === 'string' && /^\p{L}[\p{L}'-]+$/u.test(name),
      );
  const rest = (known: string, lists: unknown): readonly string[] => [
    ...new Set([...known.split(' '), ...shuffle(random, [...new Set(listed(lists))])]),
  ];
  const town = cities.split('|');
  const families = rest(family, person?.last_name);
  return {
    country,
    code,
    given: rest(first, person?.first_name),
    family: families,
    cities: town,
    schools: SCHOOLS[country]?.split('|') ?? town.map((city) => `University of ${city}`),
    companies: [
      ...invent(random, 2500, 2, 3).map(capital),
      ...Array.from(
        { length: 1500 },
        () => `${uniform(random, families)} ${uniform(random, TRADES)}`,
      ),
    ].map((name) => `${name} ${uniform(random, FORMS[country] ?? ['Ltd'])}`),
    forms: FORMS[country] ?? ['Ltd'],
  };
}

const TRADES =
  'Software|Consulting|Logistics|Engineering|Systems|Foods|Pharma|Solar|Media|Bank|Textiles|Motors|& Sons'.split(
    '|',
  );
const TITLES =
  'Engineer|Developer|Accountant|Nurse|Manager|Analyst|Consultant|Buyer|Teacher|Technician'.split(
    '|',
  );
const FORMS: Readonly<Record<string, readonly string[]>> = {
  US: ['Inc', 'LLC', 'Corp.', 'Inc.'],
  IN: ['Pvt Ltd', 'Private Limited', 'Ltd'],
  ES: ['SA', 'S.L.'],
  DE: ['GmbH', 'AG', 'GmbH & Co. KG'],
  FR: ['SA', 'SARL', 'SAS'],
  PL: ['Sp. z o.o.', 'SA'],
  IT: ['S.p.A.', 'S.r.l.'],
  BR: ['Ltda', 'SA'],
  SE: ['AB'],
};
const BIG =
  'Accenture|IBM|Siemens AG|Tata Consultancy Services|Deloitte|Amazon|Infosys Limited|Capgemini|Google LLC|Microsoft Corporation|Santander|Bosch GmbH|Wipro Ltd|Oracle|SAP SE|Ernst & Young|KPMG|Cognizant Technology Solutions|HCL Technologies|Volkswagen AG|JPMorgan Chase & Co.|Ericsson AB|Telefónica SA|Nokia|Walmart Inc|Orange SA|Deutsche Bank AG|BBVA|Airbus SE|Philips|General Electric|Ford Motor Company|Pfizer Inc|Nestlé SA|Unilever|PwC|Vodafone|Cisco Systems|Dell Technologies|Adobe Inc.'.split(
    '|',
  );
const SCHOOLS: Readonly<Record<string, string>> = {
  US: 'University of California, Berkeley|University of Texas at Austin|New York University|Ohio State University|University of Michigan|Massachusetts Institute of Technology|Arizona State University|Stanford University|Boston University|University of Florida|Purdue University|University of Washington|Texas A&M University|Georgia Institute of Technology|Cornell University',
  IN: 'Anna University|University of Mumbai|Indian Institute of Technology Bombay|Jawaharlal Nehru Technological University|Visvesvaraya Technological University|University of Delhi|Indian Institute of Technology Madras|Osmania University|Pune University|Amity University|SRM University',
  ES: 'Universidad Complutense de Madrid|Universidad Politécnica de Madrid|Universitat de Barcelona|Universidad de Sevilla|Universidad de Granada|Universitat de València|Universidad de Zaragoza',
  DE: 'Technische Universität München|Ludwig-Maximilians-Universität München|Universität Hamburg|RWTH Aachen|Technische Universität Berlin|Universität zu Köln|Universität Stuttgart|Humboldt-Universität zu Berlin|Goethe-Universität Frankfurt',
  PL: 'Uniwersytet Warszawski|Politechnika Warszawska|Uniwersytet Jagielloński|Politechnika Wrocławska',
  IT: 'Politecnico di Milano|Università di Bologna|Sapienza Università di Roma|Politecnico di Torino',
};
