import { fold } from '@/shared/kit/text';
import type { CvLine } from './cv-lines';
import type { TextField } from './parsed-resume';
import { citiesNamed, readPlace } from './places';
import { fieldOf, type Reading } from './reading';
import { headingKind } from './section-headings';
import { joinSpans, type Span, splitSpan, subSpan, trimSpan } from './spans';
import { companyScore, degreeScore, schoolScore, titleScore } from './word-scores';

interface Candidate {
  readonly span: Span;
  readonly score: number;
  /** Set where the name's parts stand apart from each other, so that no one range of the text holds it. */
  readonly apart?: string;
}

const LABEL =
  /^(?:full |candidate |applicant )?(?:name|nom(?:\(s\))?(?: ?(?:\/|et) ?pr[ée]nom(?:\(s\))?)?|vor- und (?:nach|zu)name|vorname und name|nombre(?: completo| y apellidos)?|apellido\(?s?\)? ?\/ ?nombre\(?s?\)?|nome(?: completo| e cognome)?|cognome ?(?:e|\/) ?nome|naam|imi[ęe] i nazwisko|imi[ęe] ?\/ ?nazwisko|nazwisko\(?a?\)? ?\/ ?imi[ęe]\(?ona\)?|surname\(?s?\)? ?\/ ?first name\(?s?\)?|first name\(?s?\)? ?\/ ?surname\(?s?\)?|nachname\(?n?\)? ?\/ ?vorname\(?n?\)?|姓名|氏名|이름)\s*[:：]?\s*/iu;
const TITLES_OF_NAMES =
  /^(?:(?:dr|mr|mrs|ms|miss|prof|dipl|ing|herr|frau|mme|sr|sra|dott|dott\.ssa|ir|mgr|inż)\.?[ -]*(?:ing\.?|inf\.?|kfm\.?)?\s+)+/iu;
const AFTER_NAME =
  /[,\s]+(?:ph\.?\s?d\.?|m\.?\s?d\.?|mba|msc|m\.sc\.?|bsc|b\.sc\.?|cpa|pmp|rn|jr\.?|sr\.?|ii|iii|esq\.?|p\.?e\.?|cfa|acca|fca|ca|dds|dvm|mph|ma|ba|b\.a\.|m\.a\.)(?=[,\s]|$)/giu;
const DOCUMENT_TITLE =
  /^(?:curriculum vitae|resume|r[ée]sum[ée]|cv|lebenslauf|bewerbung|europass|curriculum|個人簡歷|个人简历|简历|履歴書|이력서|zyciorys|życiorys|page \d+.*|.{0,30} resume(?: template| sample)?|biodata|bio data|bio-data|confidential)$/iu;
const NOT_NAME = new Set(
  'street road avenue strasse str platz rue calle via ulica lane drive phone email e-mail mail address tel mobile contact linkedin github summary profile objective experience education skills date birth nationality married single available remote university college school limited inc gmbh page template sample the and with for years of in at to my i am portfolio website fax home cell updated last city country state india germany france'.split(
    ' ',
  ),
);
const PARTICLES = new Set(
  'de da do dos das di del della van von der den ter ten la le el al bin ibn y e zu af du st mac mc o d ben abu'.split(
    ' ',
  ),
);
const HAN_SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';

/** The person's name, as written, without titles in front and letters behind. */
export function readName(
  reading: Reading,
  emails: readonly TextField[],
  links: readonly string[],
): TextField | null {
  const hints = nameHints(emails, links);
  const candidates: Candidate[] = [];
  const top = reading.lines.slice(0, 45);
  const listed = listedLines(reading);
  const largest = Math.max(0, ...top.map((line) => line.fontSize ?? 0));
  top.forEach((line, index) => {
    candidates.push(
      ...candidatesAt(reading, line, top[index + 1], index, { hints, largest, listed }),
    );
  });
  top.slice(0, 8).forEach((_line, index) => {
    const apart = namesApart(top, index, hints);
    if (apart !== null) candidates.push({ ...apart, score: 3.4 });
  });
  // A name only in the footer or beside a late label still beats none, when the address of the e-mail agrees.
  for (const line of reading.lines.slice(45, 600)) {
    if (hints.length === 0 || line.text.length > 60) continue;
    const span = cleanName(line.segments[0] ?? line);
    const shape = span === null ? 0 : nameShape(span.text);
    if (span !== null && shape > 0 && agreement(span.text, hints) >= 1) {
      candidates.push({ span, score: shape + 1.2 });
    }
  }
  let best: Candidate | null = null;
  for (const candidate of candidates)
    if (best === null || candidate.score > best.score) best = candidate;
  if (best === null || best.score < 1.4) return null;
  const rival = candidates.find(
    (one) =>
      one !== best &&
      fold(one.span.text) !== fold(best?.span.text ?? '') &&
      one.score > (best?.score ?? 0) - 0.7,
  );
  const confidence = Math.min(0.97, 0.35 + best.score * 0.12) - (rival === undefined ? 0 : 0.12);
  const field = fieldOf(
    reading,
    best.span,
    confidence,
    properSpacing(best.apart ?? best.span.text),
  );
  return best.apart === undefined ? field : { ...field, evidence: null };
}

function candidatesAt(
  reading: Reading,
  line: CvLine,
  next: CvLine | undefined,
  index: number,
  known: {
    readonly hints: readonly string[];
    readonly largest: number;
    readonly listed: ReadonlySet<number>;
  },
): readonly Candidate[] {
  const list: Candidate[] = [];
  const label = LABEL.exec(line.text);
  if (label !== null && label[0].length > 0) {
    const rest = subSpan(line, label[0].length, line.text.length);
    const value =
      rest.text === '' && next !== undefined
        ? (next.segments[0] ?? next)
        : (splitSpan(rest, /\t| {3,}/g)[0] ?? rest);
    const span = cleanName(value);
    if (span !== null && nameShape(span.text) > 0)
      list.push({ span, score: 4.2 + agreement(span.text, known.hints) });
  }
  for (const [at, segment] of line.segments.entries()) {
    for (const piece of splitSpan(
      segment,
      /\s*[|•·▪●]\s*|\s+[–—-]\s+|\s*,\s+(?=\p{Lu}\p{Ll}+\s)/gu,
    ).slice(0, 2)) {
      const span = cleanName(piece);
      if (span === null) continue;
      const score = scoreAt(span, line, index, known);
      if (score > 0)
        list.push({ span, score: score - at * 0.3 - (piece.start > segment.start ? 0.6 : 0) });
    }
  }
  const joined = twoLineName(reading.text, line, next, known.hints);
  if (joined !== null) {
    const score = scoreAt(joined, line, index, known);
    if (score > 0) list.push({ span: joined, score: score + 0.5 });
  }
  return list;
}

/** First name and surname on two lines of a column, with the contacts beside them. */
function namesApart(
  lines: readonly CvLine[],
  index: number,
  hints: readonly string[],
): { readonly span: Span; readonly apart: string } | null {
  const first = lines[index]?.segments[0];
  if (first === undefined || hints.length === 0 || !/^[\p{L}\p{M}'’-]{2,20}$/u.test(first.text))
    return null;
  for (const line of lines.slice(index + 1, index + 4)) {
    const second = line.segments[0];
    if (second === undefined || !/^[\p{L}\p{M}'’ -]{2,30}$/u.test(second.text)) continue;
    const apart = `${first.text} ${second.text}`;
    if (nameShape(apart) > 0 && agreement(apart, hints) >= 1) return { span: first, apart };
  }
  return null;
}

/** A name set over two lines: both short, one or two words, alike in size. */
function twoLineName(
  text: string,
  line: CvLine,
  next: CvLine | undefined,
  hints: readonly string[],
): Span | null {
  if (next === undefined || line.segments.length > 1 || next.segments.length > 1) return null;
  if (line.text.length > 24 || next.text.length > 30 || line.upper !== next.upper) return null;
  if (line.fontSize !== next.fontSize || next.start - line.end > 12) return null;
  const count = (one: CvLine): number => one.text.split(/\s+/).length;
  if (count(line) > 2 || count(next) > 2 || /[^\p{L}\p{M} .'’-]/u.test(line.text + next.text))
    return null;
  if (
    titleScore(next.text) >= 2 ||
    headingKind(next.key) !== null ||
    headingKind(line.key) !== null
  )
    return null;
  const joined = joinSpans(text, line, next);
  // A whole name above a short line (a town, a title) stays as it is, unless the e-mail says there is more of it.
  const said = agreement(joined.text, hints);
  const more = said > agreement(line.text, hints) && said > agreement(next.text, hints);
  return (count(line) === 1 && agreement(next.text, hints) < 1) || more ? joined : null;
}

function scoreAt(
  span: Span,
  line: CvLine,
  index: number,
  known: {
    readonly hints: readonly string[];
    readonly largest: number;
    readonly listed: ReadonlySet<number>;
  },
): number {
  const shape = nameShape(span.text);
  if (shape === 0) return 0;
  const agree = agreement(span.text, known.hints);
  // "Riga, Latvia" has the shape of a name with the family name first.
  if (agree === 0 && span.text.includes(',') && readPlace(span.text)?.country) return 0;
  let score = shape + Math.max(0, 1.5 - index * 0.12) + agree * 1.6;
  if (line.fontSize !== null && known.largest > 0 && line.fontSize >= known.largest - 0.6)
    score += 1;
  if (line.bullet) score -= 1;
  if (known.listed.has(line.start) && agree < 1) score -= 2;
  if (span.text.length < line.text.length * 0.6) score -= 0.3;
  if (
    headingKind(line.key) !== null ||
    headingKind(span.text.toLowerCase().replace(/[^\p{L}]/gu, '')) !== null
  )
    score -= 3;
  if (titleScore(span.text) >= 2 && agree === 0) score -= 1.5;
  if (
    agree === 0 &&
    (companyScore(span.text) >= 1.5 ||
      schoolScore(span.text) >= 2.5 ||
      degreeScore(span.text) >= 2.5)
  )
    score -= 1.5;
  if (agree === 0 && citiesNamed(span.text).length > 0) score -= 1;
  return score;
}

/** 0 where the words cannot be a name, else about 1 by how usual their shape is. */
function nameShape(text: string): number {
  if (text.length < 2 || text.length > 60 || /[\d@:/\\<>{}=+*#%&?!"„“”_;|]/.test(text)) return 0;
  if (DOCUMENT_TITLE.test(properSpacing(text))) return 0;
  if (/^[\p{Script=Han}·]{2,4}$/u.test(text))
    return HAN_SURNAMES.includes(text.charAt(0)) ? 2 : 0.4;
  if (/^\p{Script=Han}(?:\s\p{Script=Han}{1,2}){1,3}$/u.test(text)) return 1.8;
  if (/^[\p{Script=Hangul}]{2,4}$/u.test(text)) return 1.2;
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > 7) return 0;
  let capital = 0;
  let full = 0;
  for (const word of words) {
    const folded = fold(word).replace(/[.'’]/g, '');
    if (NOT_NAME.has(folded)) return 0;
    if (PARTICLES.has(folded)) continue;
    if (!/^[\p{L}\p{M}.'’‘`-]+$/u.test(word)) return 0;
    if (/^\p{Lu}/u.test(word) || !/[\p{Ll}\p{Lu}]/u.test(word)) capital++;
    else return 0;
    if (word.replace(/[^\p{L}]/gu, '').length >= 2) full++;
  }
  if (full === 0 || capital === 0 || (words.length > 2 && full < 2)) return 0;
  return words.length <= 4 ? 1.2 : 0.8;
}

function cleanName(span: Span): Span | null {
  let clean = trimSpan(span, '|•·,;:–—-_*#()[]"\uf007');
  const front = TITLES_OF_NAMES.exec(clean.text);
  if (front !== null) clean = subSpan(clean, front[0].length, clean.text.length);
  const suffix = AFTER_NAME.exec(` ${clean.text}`);
  AFTER_NAME.lastIndex = 0;
  if (suffix !== null && suffix.index > 4) clean = subSpan(clean, 0, suffix.index - 1);
  const squashed = clean.text.length === 0 ? null : clean;
  return squashed === null ? null : trimSpan(squashed, ',;');
}

/** "K E I S H A" is one word; runs of spaces stay a space. */
const properSpacing = (text: string): string =>
  text
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Letter runs of the e-mail's local part and of profile links: what the name should share. */
function nameHints(emails: readonly TextField[], links: readonly string[]): readonly string[] {
  const hints = emails
    .slice(0, 2)
    .map((email) => fold(email.value.split('@')[0] ?? '').replace(/[^\p{L}]/gu, ''));
  for (const link of links.slice(0, 6)) {
    const slug = /(?:linkedin\.com\/in\/|github\.com\/|xing\.com\/profile\/)([^/?#]{3,60})/i.exec(
      link,
    )?.[1];
    if (slug !== undefined) hints.push(fold(slug).replace(/[^\p{L}]/gu, ''));
  }
  return hints.filter((hint) => hint.length >= 3);
}

/** Addresses drop the endings of surnames: Svobodová is svoboda there. */
const stem = (word: string): string => (word.length >= 8 ? word.slice(0, -3) : word);

/** Starts of the lines under headings of lists (skills, languages, certificates), where a name is least likely. */
const listedLines = (reading: Reading): ReadonlySet<number> =>
  new Set(
    reading.sections
      .filter(
        (one) => one.kind === 'skills' || one.kind === 'languages' || one.kind === 'certifications',
      )
      .flatMap((one) => one.lines.map((line) => line.start)),
  );

/** 0..1: how well a name fits the address: both outer words in it, one, or an initial and a word. */
function agreement(name: string, hints: readonly string[]): number {
  if (hints.length === 0) return 0;
  const words = fold(name)
    .split(/[\s,-]+/)
    .map((word) => word.replace(/[^\p{L}]/gu, ''))
    .filter((word) => word.length >= 2);
  let best = 0;
  for (const hint of hints) {
    const inside = words.filter((word) => word.length >= 3 && hint.includes(stem(word))).length;
    if (inside >= 2) best = Math.max(best, 1);
    else if (inside === 1) best = Math.max(best, 0.7);
  }
  return best;
}
