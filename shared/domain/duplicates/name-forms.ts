import { fold, squeeze } from '@/shared/kit/text';
import { nicknamesOf } from './nicknames';

const MOST_FORMS = 120;

/**
 * The ways in which the bearer of a name may stand in a list: turned round, without middle names, with an initial, by a pet name, ü written
 * as ue. Folded as `candidate_document.name_key` is, so that each is looked up in an index. Not all that are compared as alike are among them
 * (a slip of the pen is not): the search after an import finds those.
 */
export function nameForms(written: string): readonly string[] {
  const plain = squeeze(fold(written.slice(0, 200)));
  const [family = '', given = ''] = plain.split(',').map((part) => part.trim());
  const words = (given === '' ? plain : `${given} ${family}`)
    .replace(/[.,]/g, ' ')
    .trim()
    .split(/\s+/);
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (plain === '' || words.length < 2) return plain === '' ? [] : [plain];
  const umlauts = squeeze(fold(unfoldUmlauts(written.slice(0, 200))))
    .replace(/[.,]/g, ' ')
    .trim()
    .split(/\s+/);
  const lasts = spellings(last, given === '' ? umlauts.at(-1) : undefined);
  const firsts = [
    ...spellings(first, given === '' ? umlauts[0] : undefined),
    ...nicknamesOf(first),
  ];
  const forms = new Set([plain, words.join(' ')]);
  for (const l of lasts) {
    for (const f of firsts) {
      if (forms.size >= MOST_FORMS) break;
      forms.add(`${f} ${l}`).add(`${l} ${f}`).add(`${l}, ${f}`);
    }
    const initial = first.charAt(0);
    forms.add(`${initial}. ${l}`).add(`${initial} ${l}`).add(`${l}, ${initial}.`);
  }
  return [...forms];
}

/** As written, with ae, oe, ue for a plain vowel, and as the umlaut was written. */
const spellings = (word: string, umlauts: string | undefined): readonly string[] => [
  ...new Set([word, word.replace(/([aou])e/g, '$1'), ...(umlauts === undefined ? [] : [umlauts])]),
];

const unfoldUmlauts = (text: string): string =>
  text.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => `${fold(letter)}e`);
