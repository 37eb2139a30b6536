import { foldToLatin, oneLetterApart } from './spelling';

/** The name of an employer or a school, ready to be compared. */
export interface Organisation {
  /** Telling words, in order: no legal form, no "of" and "the". */
  readonly words: readonly string[];
  /** The words joined; '' when nothing telling is left. */
  readonly key: string;
  /** The first letters of three or more words ("tcs"), else ''. */
  readonly letters: string;
  /** What it is looked up by: its first telling word. Two writings of one organisation share this or the other's letters. */
  readonly head: string;
}

const MOST_WORDS = 8;

export const employer = (written: string): Organisation =>
  organisation(written, LEGAL_FORMS, NOTHING);
export const school = (written: string): Organisation =>
  organisation(written, SMALL_WORDS, SCHOOL_WORDS);

function organisation(
  written: string,
  leftOut: ReadonlySet<string>,
  generic: ReadonlySet<string>,
): Organisation {
  const all = foldToLatin(written.slice(0, 200))
    // "S.p.A." and "L.L.C." are one word each.
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/['’‘ʼ`.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => SAME_WORD.get(word) ?? word);
  const named = all.filter((word) => !SMALL_WORDS.has(word));
  const kept = named.filter((word) => !leftOut.has(word));
  // A company that is called nothing but "Group Ltd" keeps its words.
  const words = (kept.length > 0 ? kept : named).slice(0, MOST_WORDS);
  const head = words.find((word) => !generic.has(word)) ?? words[0] ?? '';
  const letters = words.length >= 3 ? words.map((word) => word.charAt(0)).join('') : '';
  return { words, key: words.join(' '), letters, head };
}

/**
 * Whether two names are of one organisation: the same telling words in any order, one name the beginning of the other
 * ("Siemens", "Siemens Healthineers"), the first letters of the other ("TCS"; "IIT Bombay"), or one letter of a long name.
 */
export function sameOrganisation(a: Organisation, b: Organisation): boolean {
  if (a.key === '' || b.key === '') return false;
  if (a.key === b.key) return true;
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (short.words.length === long.words.length) {
    if (short.key.length >= 6 && oneLetterApart(short.key, long.key)) return true;
    return short.words.every((word) => long.words.includes(word));
  }
  return isBeginning(short, long) || isShortened(short, long);
}

/** Generic words alone ("University of Technology") begin too many names. */
function isBeginning(short: Organisation, long: Organisation): boolean {
  const telling = short.words.some((word) => word.length >= 4 && !SCHOOL_WORDS.has(word));
  return telling && short.words.every((word, at) => long.words[at] === word);
}

function isShortened(short: Organisation, long: Organisation): boolean {
  const [first = '', ...rest] = short.words;
  if (first.length < 2 || first.length > 6) return false;
  const spelt = long.words.slice(0, first.length);
  if (spelt.length < first.length || spelt.map((word) => word.charAt(0)).join('') !== first) {
    return false;
  }
  const others = long.words.slice(first.length);
  return rest.length === others.length && rest.every((word) => others.includes(word));
}

const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const NOTHING: ReadonlySet<string> = new Set();

const SMALL_WORDS =
  wordSet(`of the and a an for in at de del della di der die das des du la le les et und y e
  fur pour da do dos van`);

const LEGAL_FORMS =
  wordSet(`gmbh mbh co kg kgaa ag ug ohg gbr ev eg se ltd limited llc llp lp inc incorporated corp corporation
  company plc pvt private pte pty sa sas sarl sasu srl spa sl slu sau lda ltda cv bv nv vof ab aktiebolag as asa aps oy oyj kft zrt
  nyrt sro spol doo dd ad ood eood jsc ojsc pjsc ooo oao zao pao tov as sti san tic kk bhd sdn tbk pt group holding holdings
  gruppe groupe grupo international intl global india deutschland germany uk usa us`);

const SCHOOL_WORDS =
  wordSet(`university technical technology institute college school faculty academy science sciences
  national state applied polytechnic business engineering management arts higher department`);

/** Words of schools in other languages, and cities with a name of their own in English. */
const SAME_WORD = new Map(
  Object.entries({
    university:
      'universitat universitaet universidad universidade universite universita universiteit universitet universitesi uniwersytet univerzita univ uni universitas univerzitet egyetem',
    technical:
      'technische technischen technisch tecnica tecnico technique tekniska technological teknik techniczny techniczna',
    technology: 'tech technologie tecnologia tecnologico teknoloji',
    institute: 'institut instituto inst istituto instytut',
    college: 'coll colegio kolleg',
    school: 'schule hochschule ecole escuela scuola escola',
    science: 'wissenschaft wissenschaften',
    applied: 'angewandte',
    polytechnic: 'politecnico politecnica polytechnique polytechnische politechnika',
    munich: 'munchen muenchen',
    cologne: 'koln koeln',
    vienna: 'wien',
    prague: 'praha',
    warsaw: 'warszawa warszawski warszawska',
    moscow: 'moskva',
    rome: 'roma',
    milan: 'milano',
    lisbon: 'lisboa',
    brussels: 'bruxelles brussel',
    zurich: 'zuerich',
    geneva: 'geneve genf',
    copenhagen: 'kobenhavn',
    gothenburg: 'goteborg',
    turin: 'torino',
    florence: 'firenze',
    seville: 'sevilla',
  }).flatMap(([word, others]) => others.split(' ').map((other) => [other, word] as const)),
);
