import type { CvLine } from './cv-lines';
import { evidenceOf } from './evidence';
import type { ParsedResume } from './parsed-resume';
import { type Place, readPlace } from './places';
import { type Reading, roundConfidence } from './reading';
import { firstEntryStart, sectionsOf } from './sections';
import { type Span, splitSpan, subSpan, trimSpan } from './spans';

type FoundLocation = NonNullable<ParsedResume['location']>;

const LABEL =
  /^(?:address(?:es)?(?:\(es\))?|permanent address|current address|present address|residence|location|current location|city|based in|lives? in|adresse(?:\(s\))?|anschrift|wohnort|wohnhaft in|domicile|lieu|ville|direcci[oó]n(?:\(es\))?|domicilio|localidad|ciudad|endere[cç]o|morada|localiza[cç][aã]o|cidade|indirizzo|residenza|adres|woonplaats|adres zamieszkania|miejscowo[sś][cć]|地址|现居地|所在地|住址)\s*[:：\t -]\s*/iu;
const STREET =
  /\b(?:street|st\.|road|rd|avenue|ave|lane|drive|blvd|stra(?:ß|ss)e|str\.|weg|platz|rue|quai|boulevard|calle|avenida|rua|via|viale|corso|piazza|straat|laan|ul\.|ulica|no\.|apt|suite|floor)\b|^\d+[a-z]?,? \p{Lu}|\p{L}(?:stra(?:ß|ss)e|weg|gasse|platz|straat|laan)\s\d/iu;
const HAN_CITIES =
  /^(.{0,9}?)(北京|上海|广州|深圳|杭州|成都|南京|武汉|西安|重庆|天津|苏州|长沙|郑州|青岛|大连|厦门|宁波|济南|合肥|福州|沈阳|昆明|无锡|东莞|佛山|東京|大阪|서울)/u;

/** Separators, and the contacts themselves: what stands between them on one line may be a place. */
const BETWEEN =
  /\s*[|•·▪●◦■♦⋄∙]\s*|\s{3,}|\t+|\s+\/\s+|\s*\S{1,80}@\S{1,80}\s*|\s*(?:https?:\/\/|www\.|linkedin\.com|github\.com)\S{0,120}\s*|\s*\(?\+?\d[\d ().-]{8,20}\d\s*/gu;

interface Candidate {
  readonly span: Span;
  readonly place: Place;
  readonly score: number;
}

/** Where the person lives: beside the contacts, behind a label, or in an address near the top. */
export function readLocation(reading: Reading): FoundLocation | null {
  const candidates: Candidate[] = [];
  const header = reading.lines.slice(0, 30);
  const contacts = new Set(
    header.flatMap((line, index) =>
      /@|\+?\d[\d ().-]{7,}/.test(line.text) ? [index - 1, index, index + 1] : [],
    ),
  );
  // Places behind the first job or school are those of employers.
  const before = firstEntryStart(reading.sections);
  header.forEach((line, index) => {
    if (line.start >= before) return;
    candidates.push(
      ...candidatesIn(line, header[index + 1], { index, nearContact: contacts.has(index) }),
    );
  });
  for (const section of sectionsOf(reading.sections, 'personal')) {
    section.lines.slice(0, 30).forEach((line, index) => {
      candidates.push(
        ...candidatesIn(line, section.lines[index + 1], { index: 4, nearContact: true }),
      );
    });
  }
  if (candidates.length === 0) candidates.push(...besideLateContacts(reading));
  let best: Candidate | null = null;
  for (const one of candidates) if (best === null || one.score > best.score) best = one;
  if (best === null || best.score < 0.5) return null;
  return {
    text: best.span.text,
    city: best.place.city,
    region: best.place.region,
    country: best.place.country,
    confidence: roundConfidence(Math.min(0.95, best.score)),
    evidence: evidenceOf(reading.document, best.span.start, best.span.end),
  };
}

/** Contacts at the foot of the page, or behind everything else: the lines around the first e-mail address there. */
function besideLateContacts(reading: Reading): readonly Candidate[] {
  const at = reading.lines.findIndex((line, index) => index >= 30 && line.text.includes('@'));
  if (at < 0) return [];
  return reading.lines
    .slice(at - 2, at + 3)
    .flatMap((line, index, around) =>
      candidatesIn(line, around[index + 1], { index: 20, nearContact: true }),
    );
}

function candidatesIn(
  line: CvLine,
  next: CvLine | undefined,
  at: { readonly index: number; readonly nearContact: boolean },
): readonly Candidate[] {
  const list: Candidate[] = [];
  const label = LABEL.exec(`${line.text} `);
  const labelled = label !== null;
  const bare = labelled && label[0].length >= line.text.length;
  const body =
    bare && next !== undefined
      ? next
      : labelled
        ? subSpan(line, label[0].length, line.text.length)
        : line;
  const nearTop =
    Math.max(0, 0.2 - at.index * 0.01) + (at.nearContact ? 0.15 : 0) + (labelled ? 0.3 : 0);
  const segments = body === line ? line.segments : [body];
  for (const segment of segments) {
    for (const whole of splitSpan(segment, BETWEEN)) {
      const part = trimSpan(whole, '|•·,;:–—-\uf041\uf3c5⚲📍');
      const found = placeIn(part);
      if (found !== null) list.push({ ...found, score: found.score + nearTop });
    }
  }
  return list;
}

/** The place in a piece of text: all of it, its last parts ("12 Rue X, 69003 Lyon"), or a Chinese address. */
function placeIn(part: Span): Candidate | null {
  if (part.text.length > 120 || /@|https?:|www\./.test(part.text)) return null;
  const han = HAN_CITIES.exec(part.text);
  const city = han?.[2];
  if (han !== null && city !== undefined) {
    const span =
      part.text.length <= 6 ? part : subSpan(part, han[0].length - city.length, han[0].length);
    return {
      span,
      place: { city, region: null, country: readPlace(city)?.country ?? null, score: 0.8 },
      score: 0.6,
    };
  }
  const whole = readPlace(part.text);
  if (whole !== null && whole.city !== null)
    return { span: part, place: whole, score: whole.score * 0.75 };
  const pieces = splitSpan(part, /\s*,\s*|\s+[–—-]\s+/g);
  // An address: the street in front tells that the words behind it are where the person lives.
  for (let from = 1; from < pieces.length; from++) {
    const first = pieces[from];
    if (first === undefined) continue;
    const tail = subSpan(part, first.start - part.start, part.text.length);
    const place = readPlace(tail.text);
    if (place === null || place.city === null) continue;
    const span = withoutPostcode(tail);
    const address = STREET.test(part.text) || /\d/.test(part.text) ? 0.15 : -0.1;
    return { span, place, score: place.score * 0.65 + address };
  }
  return whole === null ? null : { span: part, place: whole, score: whole.score * 0.5 };
}

function withoutPostcode(span: Span): Span {
  const code = /^\d{3,6}(?:[- ]\d{2,4})?(?:\s?[A-Z]{2}(?=\s))?\s+/.exec(span.text);
  return code === null ? span : subSpan(span, code[0].length, span.text.length);
}
