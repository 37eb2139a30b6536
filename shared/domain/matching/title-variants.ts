import { stemOf, titleText } from './title-stems';

/** One way to say a title that names several: its words, and how much of the whole it says, 0 to 1000. */
export interface TitleVariant {
  readonly text: string;
  /** 1000 for the whole; less for a part, the less the later it is named. */
  readonly worth: number;
}

/**
 * The single titles that a title of a list or a classification stands for: "Claims Adjusters, Examiners, and Investigators" is a claims adjuster, a
 * claims examiner and a claims investigator; "Cooks, Short Order" a short order cook. The whole comes first. `mass` tells how much a text says.
 */
export function titleVariants(
  title: string,
  mass: (text: string) => number,
): readonly TitleVariant[] {
  const whole = rewritten(titleText(title));
  const texts = new Set<string>([whole]);
  const parts = whole
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > 1 && parts.length <= MOST_PARTS)
    for (const one of spread(parts)) texts.add(one);
  for (const one of turned(whole)) texts.add(one);
  const full = Math.max(1, mass(whole));
  return [...texts].slice(0, MOST_VARIANTS).map((text, at) => {
    if (at === 0) return { text, worth: 1000 };
    const said = Math.min(full, mass(text));
    const share = 500 + Math.floor((500 * said) / full);
    return { text, worth: Math.floor((share * (100 - Math.min(20, at - 1))) / 100) };
  });
}
const MOST_PARTS = 8;
const MOST_VARIANTS = 16;

const BETWEEN =
  /,\s*(?:(?:and|or|und|oder|et|ou|y|e|o|en|of|i|oraz|och)\s+)?|\s+(?:and|or|und|oder|et|ou|y|e|en|i|oraz|och|&)\s+|\s*[/;|]\s*/;

/** How classifications say what people say shorter. */
function rewritten(title: string): string {
  return title
    .replace(/^first-line supervisors of (.*?)(?: workers)?$/, '$1 supervisors')
    .replace(/^helpers\s*-+\s*(.*)$/, '$1 helpers')
    .replace(/machine setters, operators,? and tenders/, 'machine operators')
    .replace(/(setters|operators),? and tenders/, '$1')
    .replace(/technologists and technicians/, 'technicians')
    .replace(/^(.*) teachers, postsecondary$/, '$1 lecturers')
    .replace(/ and related (?:workers|repairers|operators|technicians|specialists).*$/, '');
}

/** The parts of a list, each with the words it shares with the others. */
function spread(parts: readonly string[]): readonly string[] {
  const first = wordsOf(parts[0] ?? '');
  const last = wordsOf(parts.at(-1) ?? '');
  const agents = parts.map((part) => namesPeople(wordsOf(part).at(-1) ?? ''));
  const found: string[] = [];
  parts.forEach((part, at) => {
    const words = wordsOf(part);
    if (agents[at] === true) {
      const standsAlone = words.length > 1 || at === 0 || first.length === 1;
      if (standsAlone) found.push(part);
      // "Claims adjusters, examiners": the examiners are of claims too.
      if (at > 0 && words.length === 1 && first.length > 1)
        found.push(`${first.slice(0, -1).join(' ')} ${part}`);
    } else if (agents.at(-1) === true) {
      // "Compensation and benefits managers".
      found.push(`${part} ${last.at(-1) ?? ''}`);
      if (last.length > 2) found.push(`${part} ${last.slice(-2).join(' ')}`);
    }
  });
  return found;
}

/** "Cooks, short order": what stands behind the comma belongs before. */
function turned(whole: string): readonly string[] {
  const pieces = whole.split(/,\s*/);
  const [head = '', kind = ''] = pieces;
  if (pieces.length !== 2 || kind === '') return [];
  if (!namesPeople(wordsOf(head).at(-1) ?? '') || namesPeople(wordsOf(kind).at(-1) ?? ''))
    return [];
  return [kind, ...kind.split(/ (?:and|or|und|et|y|e) /)].map((one) => `${one} ${head}`);
}

const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

/** Whether a word names people who do something, by its ending or in a short list. */
const namesPeople = (word: string): boolean => AGENT.test(stemOf(word)) || PEOPLE.has(stemOf(word));
const AGENT =
  /(?:er|or|ist|ian|ant|ent|ee|man|men|eur|euse|iere|ier|ero|era|eira|eiro|aio|trice|sta|nik|in)$/;
const PEOPLE = new Set(
  'nurse clerk cook guard aide chef pilot attorney judge mechanic executive host representative specialist hand smith wright model coach scout monk architect staff head chief analyst poet mason expert auxiliary apprentice critic secretary'.split(
    ' ',
  ),
);
