import type { Person } from './person';
import { nicknameGroups } from './nicknames';
import { phoneTail } from './phone-digits';

const MOST_NAME_PAIRS = 6;

/**
 * What two records of one person are expected to have in common: each contact, and each two words of the name (one whole, of the other the
 * first letter) with an employer, a school or a city. Only candidates that meet in a key are compared, so that a database is searched in
 * about as many steps as it has candidates. A word that was mistyped is missed by its own key and found by the other's.
 */
export function blockKeys(person: Person): readonly string[] {
  const keys = [
    ...person.files.map((file) => `file ${file}`),
    ...person.emails.map((email) => `email ${email}`),
    ...person.phones.map((phone) => `phone ${phoneTail(phone)}`),
    ...person.links.map((link) => `link ${link}`),
  ];
  const places = contexts(person);
  for (const name of nameKeys(person)) {
    for (const place of places) keys.push(`${name} ${place}`);
  }
  for (const word of person.name.words) {
    // The other word may have lost its first letter.
    if (word.text.length < 3) continue;
    for (const { at, start } of person.jobs) {
      if (start !== null) keys.push(`${word.spelling} ${at.head} ${start.slice(0, 4)}`);
    }
  }
  return [...new Set(keys)];
}

/** Where people met: the heads of employers and schools, their letters, the city. */
export function contexts(person: Person): readonly string[] {
  const at = [...person.jobs, ...person.schools].flatMap((stay) =>
    stay.at.letters === '' ? [stay.at.head] : [stay.at.head, stay.at.letters],
  );
  return [...new Set([...at, ...(person.city === '' ? [] : [`in ${person.city}`])])];
}

function nameKeys(person: Person): readonly string[] {
  const words = person.name.words.map((word) => ({
    whole: word.text.length > 1 ? word.spelling : '',
    letters: firstLetters(word.text, word.spelling),
  }));
  // The first and the last word first: names grow in the middle.
  const ordered = [words[0], ...words.slice(1).reverse()];
  const keys: string[] = [];
  for (const [i, one] of ordered.entries()) {
    if (one === undefined || one.whole === '') continue;
    for (const [j, other] of ordered.entries()) {
      if (i === j || other === undefined) continue;
      for (const letter of other.letters) keys.push(`${one.whole}+${letter}`);
      if (keys.length >= MOST_NAME_PAIRS * 2) return keys;
    }
  }
  return keys;
}

/** Bob's are Robert's too, and Evgeny's are Yevgeny's. */
const firstLetters = (text: string, spelt: string): readonly string[] => [
  ...new Set([
    text.charAt(0),
    spelt.charAt(0),
    ...nicknameGroups(text).map((group) => `#${group}`),
  ]),
];
