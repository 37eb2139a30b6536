import type { CvLine } from './cv-lines';
import { findDates } from './dates';
import type { Weighed } from './decision';
import { evidenceOf } from './evidence';
import type { ParsedResume } from './parsed-resume';
import { citiesNamed, type Place, readPlace } from './places';
import { type Reading, roundConfidence } from './reading';
import { firstEntryStart } from './sections';
import { type Span, splitSpan, subSpan, trimSpan } from './spans';
import { isProse, titleScore } from './word-scores';

type FoundLocation = NonNullable<ParsedResume['location']>;

interface Candidate {
  readonly span: Span;
  readonly place: Place;
  readonly score: number;
}

/** In front of where somebody lives. */
const LABEL =
  /^(?:(?:(?:permanent|current|present|home|postal|mailing|residential|contact|street|local) )?address(?:es)?(?:\(es\))?|residence|(?:current )?location|city|based in|lives? in|residing (?:in|at)|postal code (?:&|and) city|adresse(?:\(s\))?|anschrift|wohnort|wohnhaft in|domicile|ville|direcci[oó]n(?:\(es\))?|domicilio|localidad|ciudad|residencia|residente en|endere[cç]o|morada|localiza[cç][aã]o|cidade|resid[eê]ncia|indirizzo|residenza|residente a|domicilio|citt[aà]|adres|woonplaats|woonadres|adres zamieszkania|miejsce zamieszkania|zamieszkał[ay]|miejscowo[sś][cć]|miasto|adress|bostadsort|ort|postadress|bosatt i|bopæl|bosted|by|adresa|bydli[sš]t[eě]|lakc[ií]m|domiciliu|address\/location|город|адрес|место жительства|проживание|місто|адреса|şehir|adres|ikamet|διεύθυνση|العنوان|المدينة|כתובת|पता|地址|现居地|现居住地|居住地|所在地|所在城市|住址|現住所|住所|주소|거주지)(?=[\s:：=./-]|$)\s*[:：=–-]*\s*/iu;
/** In front of a place that may be where the person lives, and may be where a letter was signed. */
const WEAK_LABEL = /^(?:place|lieu|lugar|luogo|local|plaats|miejsce|место)\s*[:：]\s*/iu;
/** Places of something else than of where the person lives. */
const ELSEWHERE =
  /(?<![\p{L}\p{N}@._-])(?:(?:place|date|country|city) of birth|birth|born|geboren|geburts|naissance|n[ée]e? [àa] |nacimiento|nascimento|nascita|nat[oa] a |geboorte|urodz|född|preferred|relocat|desired|willing|mobilit|umzug|available in|wunschort|nationalit|passport|visa|issued)|рожд|出生|籍贯/iu;

/** Separators, and the contacts themselves: what stands between them on one line may be a place. */
const BETWEEN =
  /\s*[|•·▪●■◦♦⋄∙✉☎✆*]\s*|\s{2,}|\t+|\s+\/\s+|\s*[^\s|,;]{1,64}@\S{1,80}\s*|\s*(?:https?:\/\/|www\.|linkedin\.com|github\.com|xing\.com)\S{0,120}\s*|\s*\(?\+?\d[\d ().\/-]{7,20}\d(?!\d)\s*/gu;
/** Beside an address stand contacts: an e-mail, a number to call, a profile. */
const ADDRESS_OF_CONTACT = /@[\p{L}\d-]+\.[\p{L}\d]|(?:linkedin|github|xing|indeed)\.com/iu;
const NUMBER = /\+?\d[\d ().\/-]{7,}\d/;
const STREET =
  /\b(?:street|st\.|road|rd|avenue|ave|lane|drive|blvd|court|sector|plot|flat|nagar|colony|stra(?:ß|ss)e|str\.|weg|platz|rue|quai|boulevard|all[ée]e|calle|avenida|av\.|plaza|rua|travessa|via|viale|corso|piazza|largo|straat|laan|gatan|gata|v[äa]gen|ul\.|ulica|al\.|aleja|os\.|no\.|apt|suite|floor|unit)(?=[\s,.\d]|$)|^\d+[a-z]?,? \p{Lu}|\p{L}(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|straat|laan|plein|gracht|gatan|vägen|gade|vej)\s\d/iu;
const POSTCODE_FIRST =
  /(?:^|[\s,])(?:[A-Z]{1,2}-)?(\d{2}-\d{3}|\d{4}\s?[A-Z]{2}(?=\s)|\d{3}\s\d{2}(?=\s)|\d{4,6}(?:-\d{3,4})?)\s+(?=\p{Lu})/u;
const HAN_CITY =
  /^(?:现居|居住于?|住)?(.{0,9}?)(\p{Script=Han}{2,4}?)(市|$|[\p{Script=Han}]{1,12}[区县镇路街道号])/u;
const SURE_ENOUGH = 0.52;

/** Where the person lives: behind a label, beside the contacts, or in an address near the top. */
export function readLocation(reading: Reading): FoundLocation | null {
  const weights = weightsOf(reading);
  let best: Candidate | null = null;
  const weighed: Weighed[] | null = reading.note === null ? null : [];
  for (const [index, line] of reading.lines.entries()) {
    const weight = weights[index] ?? 0;
    for (const one of candidatesIn(line, reading.lines[index + 1], weight)) {
      if (best === null || one.score > best.score) best = one;
      weighed?.push({ text: one.span.text, weight: one.score });
    }
  }
  if (best === null || best.score < SURE_ENOUGH) return null;
  reading.note?.({
    field: 'location',
    value: best.span.text,
    at: best.span.start,
    because: 'of the places named, it stands nearest to the contacts or behind a label',
    weighed: weighed ?? [],
  });
  return {
    text: best.span.text,
    city: best.place.city,
    region: best.place.region,
    country: best.place.country,
    confidence: roundConfidence(Math.min(0.95, 0.35 + best.score * 0.5)),
    evidence: evidenceOf(reading.document, best.span.start, best.span.end),
  };
}

/** How much the place of each line on the paper speaks for an address of the person's: near contacts, in the head or foot. */
function weightsOf(reading: Reading): readonly number[] {
  const { lines } = reading;
  const before = firstEntryStart(reading.sections);
  const entries = startsOf(reading, ['experience', 'education', 'projects', 'certifications']);
  const personal = startsOf(reading, ['personal']);
  const weights = lines.map((line, index) => {
    let weight = index < 14 && line.start < before ? 0.25 - index * 0.01 : 0;
    if (line.role === 'header' || line.role === 'footer') weight += 0.2;
    if (personal.has(line.start)) weight += 0.2;
    // "Place: Pune" under the declaration at the end was read into the last part of the CV.
    const signed = index >= lines.length - 8 && WEAK_LABEL.test(line.text);
    return weight - (entries.has(line.start) ? (signed ? -0.1 : 0.4) : 0);
  });
  // A sidebar read first puts the head of the page, with the name, behind it.
  for (const section of reading.sections) {
    if (section.kind !== 'header') continue;
    for (const [at, line] of section.lines.slice(0, 6).entries()) {
      const index = lines.indexOf(line);
      if (index >= 14) weights[index] = Math.max(weights[index] ?? 0, 0.25 - at * 0.01);
    }
  }
  const lifted = [...weights];
  lines.forEach((line, index) => {
    if (!isContact(line)) return;
    for (const [step, worth] of [0.35, 0.25, 0.17].entries()) {
      for (const at of step === 0 ? [index] : [index - step, index + step]) {
        if (lines[at]?.page !== line.page) continue;
        // Whatever part of the CV a column of contacts was read into, what stands among them is an address.
        const own = Math.max(0, weights[at] ?? 0) * 0.5;
        lifted[at] = Math.max(lifted[at] ?? 0, own + worth);
      }
    }
  });
  return lifted;
}

function isContact(line: CvLine): boolean {
  if (line.text.length > 300) return false;
  if (ADDRESS_OF_CONTACT.test(line.text)) return true;
  return NUMBER.test(line.text) && findDates(line.text).length === 0;
}

const startsOf = (reading: Reading, kinds: readonly string[]): ReadonlySet<number> =>
  new Set(
    reading.sections
      .filter((one) => kinds.includes(one.kind))
      .flatMap((one) => one.lines.map((line) => line.start)),
  );

function candidatesIn(
  line: CvLine,
  next: CvLine | undefined,
  weight: number,
): readonly Candidate[] {
  // A label lifts a line from anywhere; without one only lines near the contacts are worth the look.
  const mayBeLabelled = line.text.length <= 200 && /[:：\t]|\s{2}/.test(line.text.slice(0, 40));
  if (weight < 0.05 && !mayBeLabelled && line.segments.length < 2) return [];
  if (ELSEWHERE.test(line.text.slice(0, 60))) return [];
  const list: Candidate[] = [];
  let open = 0;
  const segments = line.segments.slice(0, 6);
  for (const segment of segments) {
    const pieces = splitSpan(
      segment.text.length > 300 ? subSpan(segment, 0, 300) : segment,
      BETWEEN,
    );
    for (const whole of pieces.slice(0, 8)) {
      const piece = trimSpan(whole, '|•·,;–—-=');
      const label = LABEL.exec(piece.text);
      const weak = label === null ? WEAK_LABEL.exec(piece.text) : null;
      const length = (label ?? weak)?.[0].length ?? 0;
      const value = length === 0 ? piece : subSpan(piece, length, piece.text.length);
      const lift = label !== null ? 0.45 : weak !== null ? 0.25 : open;
      open = 0;
      if (value.text === '' || /^[:：]$/.test(value.text)) {
        // The value stands in the next cell, or on the next line.
        open = lift;
        continue;
      }
      const total = weight + lift - (lift > 0 ? 0 : costOf(piece));
      if (total < 0.05) continue;
      const found = placeIn(tidy(value), total);
      if (found !== null) list.push({ ...found, score: found.score + total });
      // "Residence: Corso Garibaldi 88, 37121" / "Verona (VR)": the town went to the next line.
      else if (label !== null) open = lift;
    }
  }
  const rest = next === undefined || next.text.length > 200 ? null : splitSpan(next, BETWEEN)[0];
  if (open > 0 && rest != null) {
    const found = placeIn(tidy(rest), weight + open);
    if (found !== null) list.push({ ...found, score: found.score + weight + open });
  }
  return list;
}

/** Beside a span of years stands a job or a school; a sentence names places for many reasons. */
const costOf = (piece: Span): number =>
  (/\d{4}/.test(piece.text) && findDates(piece.text).some((date) => date.range) ? 0.35 : 0) +
  (isProse(piece.text) ? 0.3 : 0);

/** Glyphs of icon fonts stand at the ends of an address as single letters and marks. */
function tidy(given: Span): Span {
  const span = trimSpan(given, '|•·,;:：–—-*=#.()[]\uf041\uf3c5\uf015⚲📍⌂');
  const front = /^[^\d\s\p{Script=Han}]\s+/u.exec(span.text)?.[0].length ?? 0;
  const behind = /\s+[^\d\s]$/u.exec(span.text)?.index ?? span.text.length;
  return front === 0 && behind === span.text.length ? span : subSpan(span, front, behind);
}

/** The place in a piece of text: all of it, its last parts ("12 Rue X, 69003 Lyon"), or a Chinese address. */
function placeIn(part: Span, weight: number): Candidate | null {
  if (part.text.length > 160 || part.text.length < 2 || /@|https?:|www\./.test(part.text))
    return null;
  if (/\d{4}/.test(part.text) && findDates(part.text).some((date) => date.range)) return null;
  if (/\p{Script=Han}/u.test(part.text)) return hanPlace(part);
  const whole = readPlace(part.text);
  if (whole !== null && whole.city !== null && whole.score >= 0.3 && !/\s[–—-]\s/.test(part.text))
    return { span: part, place: whole, score: whole.score * 0.65 };
  // "Noida, Uttar Pradesh - Email me on Indeed": what stands behind a dash may be something else.
  const dash = part.text.search(/\s[–—-]\s/);
  const front = dash < 3 ? null : subSpan(part, 0, dash);
  const before = front === null ? null : readPlace(front.text);
  if (front !== null && before?.city != null && before.region !== null)
    return { span: front, place: before, score: before.score * 0.62 };
  const address = STREET.test(part.text) || /\d/.test(part.text);
  // The street in front tells that the words behind it are where the person lives.
  const code = POSTCODE_FIRST.exec(part.text);
  const tails = splitSpan(part, /\s*,\s*|\s+[–—-]\s+/g)
    .slice(1, 8)
    .map((piece) => subSpan(part, piece.start - part.start, part.text.length));
  if (code !== null) tails.push(subSpan(part, code.index, part.text.length));
  for (const tail of tails) {
    const place = readPlace(tail.text);
    if (place === null || place.city === null) continue;
    return {
      span: withoutPostcode(tail),
      place,
      score: place.score * 0.6 + (address ? 0.12 : -0.08),
    };
  }
  if (whole !== null && whole.city !== null)
    return { span: part, place: whole, score: whole.score * 0.6 };
  const ended = weight >= 0.2 ? lastWords(part, address) : null;
  if (ended !== null) return ended;
  return whole === null ? null : { span: part, place: whole, score: whole.score * 0.45 };
}

/** "Plaza de España 2 Bilbao", "Graphic Designer Cardiff": the town behind an address or a title without a comma. */
function lastWords(part: Span, address: boolean): Candidate | null {
  const words = [...part.text.matchAll(/\S+/g)];
  for (let count = Math.min(3, words.length - 1); count >= 1; count--) {
    const first = words[words.length - count];
    if (first === undefined || !/^\p{Lu}\p{L}/u.test(first[0])) continue;
    const tail = subSpan(part, first.index, part.text.length);
    if (tail.text.includes(',')) continue;
    if (!address && titleScore(part.text.slice(0, first.index).trim()) < 2) continue;
    const place = readPlace(tail.text);
    if (place?.city == null || (citiesNamed(place.city)[0]?.rank ?? 0) < 1) continue;
    return { span: tail, place, score: place.score * 0.55 };
  }
  return null;
}

/** "四川成都市文三路90号": the city in an address, whole where it is short. */
function hanPlace(part: Span): Candidate | null {
  const direct = readPlace(part.text);
  if (direct !== null && (direct.city !== null || direct.region !== null))
    return { span: part, place: direct, score: 0.6 };
  if (!HAN_CITY.test(part.text)) return null;
  for (let at = 0; at < Math.min(part.text.length - 1, 12); at++) {
    for (const length of [4, 3, 2]) {
      const [city] = citiesNamed(part.text.slice(at, at + length));
      if (city === undefined || at + length > part.text.length) continue;
      const span = part.text.length <= 6 ? part : subSpan(part, at, at + length);
      const place = {
        city: part.text.slice(at, at + length),
        region: null,
        country: city.country,
        score: 0.8,
      };
      return { span, place, score: 0.5 };
    }
  }
  return null;
}

function withoutPostcode(span: Span): Span {
  const code = /^\d{3,6}(?:[- ]\d{2,4})?(?:\s?[A-Z]{2}(?=\s))?\s+/.exec(span.text);
  return code === null ? span : subSpan(span, code[0].length, span.text.length);
}
