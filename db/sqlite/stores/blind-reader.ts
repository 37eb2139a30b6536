import type { KnownPerson } from '@/shared/domain/blind/curtain';
import type { Id } from '@/shared/kit/ids';
import type { BlindReader } from '@/shared/usecases/ports/blind-reader';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { statementsOf } from '../statements';

// A person with all that was merged into them: a name that only the other one had is theirs too.
const TREE = `WITH RECURSIVE tree(root, id) AS (
  SELECT value, value FROM json_each(?)
  UNION SELECT t.root, c.id FROM tree t JOIN candidate c ON c.merged_into_id = t.id)`;
const MERGED = `SELECT merged_into_id FROM candidate WHERE merged_into_id IS NOT NULL LIMIT 1`;
const ALONE = `WITH tree(root, id) AS (SELECT value, value FROM json_each(?))`;

const PEOPLE = `SELECT t.root AS id, c.name AS name, c.location AS location, c.city AS city, c.region AS region, c.country AS country
  FROM tree t JOIN candidate c ON c.id = t.id`;
const CONTACTS = `SELECT t.root AS id, p.value AS value FROM tree t JOIN contact_point p ON p.candidate_id = t.id`;
const SCHOOLS = `SELECT t.root AS id, e.institution AS value FROM tree t JOIN education e ON e.candidate_id = t.id
  WHERE e.institution IS NOT NULL`;
const READ = `SELECT t.root AS id, json_extract(r.parsed, '$.name.value') AS name, json_extract(r.parsed, '$.location.text') AS location,
    json_extract(r.parsed, '$.emails') AS emails, json_extract(r.parsed, '$.phones') AS phones,
    json_extract(r.parsed, '$.links') AS links, json_extract(r.parsed, '$.education') AS education
  FROM tree t JOIN resume r ON r.candidate_id = t.id`;

export function createBlindReader(db: Sqlite): BlindReader {
  const sql = statementsOf(db);
  return {
    known: async (ids, { deep }) =>
      guarded(() => {
        const wanted = JSON.stringify([...new Set(ids)]);
        // Looking who was merged into each costs a look into an index a person; most workspaces have nobody.
        const tree = sql(MERGED).get() === undefined ? ALONE : TREE;
        const found = new Map<Id, Gathered>();
        const of = (id: Id): Gathered => {
          const known = found.get(id);
          if (known !== undefined) return known;
          const fresh: Gathered = {
            names: new Set(),
            contacts: new Set(),
            schools: new Set(),
            addresses: new Set(),
            town: null,
          };
          found.set(id, fresh);
          return fresh;
        };
        // The columns named in the statements above, here and below.
        for (const row of sql(`${tree} ${PEOPLE}`).all(wanted) as readonly PersonRow[]) {
          const person = of(row.id);
          add(person.names, row.name);
          add(person.addresses, row.location);
          person.town ??= townOf(row);
        }
        for (const row of sql(`${tree} ${CONTACTS}`).all(wanted) as readonly ValueRow[])
          add(of(row.id).contacts, row.value);
        for (const row of sql(`${tree} ${SCHOOLS}`).all(wanted) as readonly ValueRow[])
          add(of(row.id).schools, row.value);
        if (deep) {
          for (const row of sql(`${tree} ${READ}`).all(wanted) as readonly ReadRow[])
            addReading(of(row.id), row);
        }
        return new Map([...found].map(([id, person]) => [id, finished(person)]));
      }),
  };
}

interface Gathered {
  readonly names: Set<string>;
  readonly contacts: Set<string>;
  readonly schools: Set<string>;
  readonly addresses: Set<string>;
  town: string | null;
}

interface PersonRow {
  readonly id: Id;
  readonly name: string;
  readonly location: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string | null;
}
interface ValueRow {
  readonly id: Id;
  readonly value: string;
}
interface ReadRow {
  readonly id: Id;
  readonly name: string | null;
  readonly location: string | null;
  readonly emails: string;
  readonly phones: string;
  readonly links: string;
  readonly education: string;
}

function add(values: Set<string>, value: string | null | undefined): void {
  if (value !== null && value !== undefined && value.trim() !== '') values.add(value);
}

const townOf = ({ city, region, country }: PersonRow): string | null =>
  [city, region, country].filter((part) => part !== null).join(', ') || null;

/** What a CV says, as the parser found it: written by the program alone. */
function addReading(person: Gathered, row: ReadRow): void {
  const list = (json: string): readonly Readonly<Record<string, unknown>>[] =>
    JSON.parse(json) as readonly Readonly<Record<string, unknown>>[]; // As `ParsedResume` has it.
  const words = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  add(person.names, row.name);
  add(person.addresses, row.location);
  for (const one of [...list(row.emails), ...list(row.phones)])
    add(person.contacts, words(one.value));
  for (const one of list(row.links)) add(person.contacts, words(one.url));
  for (const one of list(row.education)) add(person.schools, words(one.institution));
}

/** A place without a number or a comma is a town, which is told: only what is more than that is an address. */
function finished(person: Gathered): KnownPerson {
  return {
    names: [...person.names],
    contacts: [...person.contacts],
    schools: [...person.schools],
    addresses: [...person.addresses].filter((one) => /\d/.test(one)),
    town: person.town,
  };
}
