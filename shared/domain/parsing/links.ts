import type { z } from 'zod';
import type { CvLine } from './cv-lines';
import { findDates } from './dates';
import { evidenceOf } from './evidence';
import type { ParsedResume, parsedLinkSchema } from './parsed-resume';
import { type Reading, roundConfidence, textLimit } from './reading';
import { firstEntryStart } from './sections';

export type ParsedLink = z.infer<typeof parsedLinkSchema>;

const MAX_LINKS = 20;
const URL_PART =
  /(?:https?:?\/\/|www\.)[^\s<>"'|,;()\[\]{}·•]{3,200}|(?<![\p{L}\p{N}@._/-])(?:[\p{L}\p{N}-]{1,40}\.){1,3}(?:com|org|net|io|dev|me|de|fr|es|it|pt|br|nl|pl|uk|in|us|eu|ch|at|be|se|no|dk|fi|cz|co|ca|au|jp|cn|ru|app|ai|tech|info|design|page|site|online|xyz|pro|blog|art|studio|works|world|cloud|digital|space|name|link|bio|academy|codes|engineer|consulting|photography|biz)(?:\/[^\s<>"'|,;()\[\]{}·•]{0,160})?(?![\p{L}\p{N}@])/giu;
const KNOWN_HOSTS =
  /^(?:[a-z]{2,3}\.)?(?:linkedin\.com|github\.com|gitlab\.com|xing\.com|stackoverflow\.com|behance\.net|dribbble\.com|medium\.com|twitter\.com|x\.com|facebook\.com|instagram\.com|bitbucket\.org|kaggle\.com|orcid\.org|researchgate\.net|scholar\.google\.[a-z.]{2,6}|leetcode\.com|hackerrank\.com|youtube\.com|t\.me|telegram\.me|about\.me|huggingface\.co|codepen\.io|artstation\.com|malt\.[a-z]{2,3}|viadeo\.com|[a-z0-9-]{2,40}\.github\.io|[a-z0-9-]{2,40}\.wordpress\.com|[a-z0-9-]{2,40}\.medium\.com)(?:\/|$)/i;
const LABELLED =
  /(?:web ?site|web ?page|home ?page|site(?: web)?|web|portfolio|blog|url|webseite|internet|sitio web|p[áa]gina web|sito(?: web)?|strona(?: www)?|hemsida|网站|个人网站|主页|сайт)\s*[:：|\t-]?\s*$/iu;
const CONTACT = /@[\p{L}\d-]+\.\p{L}|\+?\(?\d[\d ().\/-]{7,}\d|linkedin|github/iu;
const MAILBOXES =
  /^(?:gmail|yahoo|outlook|hotmail|icloud|gmx|web|live|aol|qq|163|orange|libero|wp)\.[a-z]{2,3}$/i;
/** What templates, converters and forms put on the page themselves. */
const NOT_OWN =
  /(?:^|\.)(?:cedefop\.europa\.eu|europass\.eu|europass\.europa\.eu|overleaf\.com|canva\.com|resume\.io|zety\.com|novoresume\.com|livecareer\.com|dayjob\.com|hloom\.com|w3\.org|schemas\.(?:microsoft|openxmlformats)\.(?:com|org))(?:\/|$)/i;
/** "LinkedIn: ada-byron", "github.com: ada": the name of an account behind the name of its host. */
const ACCOUNT =
  /(?<![\p{L}.])(linkedin|github|gitlab|xing)\s*(?:profile|id|user(?:name)?)?\s*[:：]\s*@?\/?(?:in\/)?([\p{L}\p{N}][\p{L}\p{N}_.-]{2,60})(?=[\s|,;•·)]|$)/giu;

/** Web addresses of the person: in the text, behind words or icons, and accounts named without their address. */
export function readLinks(reading: Reading): ParsedResume['links'] {
  const { document, text } = reading;
  const found = new Map<string, ParsedLink>();
  const limit = textLimit(reading);
  const behind = document.links.filter((link) => /^https?:\/\//i.test(link.url));
  const near = nearContacts(reading.lines);
  const inside = insideEntries(reading, near);
  const add = (url: string, confidence: number, start: number | null, end: number): void => {
    const clean = asWritten(url);
    const key = linkKey(clean);
    if (key.length < 4 || found.size >= MAX_LINKS || found.has(key)) return;
    found.set(key, {
      url: clean,
      kind: kindOf(key),
      confidence: roundConfidence(confidence),
      evidence: start === null ? null : evidenceOf(document, start, end),
    });
  };
  for (const [index, line] of reading.lines.entries()) {
    if (line.start > limit) break;
    if (!line.text.includes('.')) continue;
    const body = line.text.length > 600 ? line.text.slice(0, 600) : line.text;
    for (const match of body.matchAll(URL_PART)) {
      const start = line.start + match.index;
      const worth = worthOf(match[0], body.slice(0, match.index), line, {
        near: near.has(index),
        inside: inside.has(line.start),
      });
      if (worth === 0) continue;
      const key = linkKey(asWritten(match[0]));
      // What the page shows of a link may be cut by the column; the link itself is whole.
      const whole = behind.find((link) => linkKey(link.url).startsWith(key));
      const joined = wrappedPath(text, start + match[0].length, match[0]);
      if (whole !== undefined) {
        const longer = linkKey(asWritten(match[0] + joined.more));
        const wrapped = linkKey(whole.url).startsWith(longer);
        const end = wrapped ? joined.end : start + match[0].length;
        const shown = linkKey(whole.url) === key ? match[0] : whole.url;
        add(shown, Math.max(worth, 0.9), start, end);
        continue;
      }
      add(match[0] + joined.more, worth, start, joined.end);
    }
  }
  const shown = [...found.keys()];
  for (const link of behind) {
    const at = link.text.length < 3 ? -1 : text.indexOf(link.text);
    const key = linkKey(asWritten(link.url));
    const known = KNOWN_HOSTS.test(key);
    // The site of an employer stands behind its name inside a job.
    if (NOT_OWN.test(key) || (!known && at >= 0 && isInside(reading.lines, inside, at))) continue;
    if (shown.some((one) => one !== key && one.startsWith(key) && key.includes('/'))) continue;
    add(link.url, known ? 0.95 : 0.75, at < 0 ? null : at, at < 0 ? 0 : at + link.text.length);
  }
  addAccounts(reading, found, add);
  return [...found.values()];
}

interface Around {
  /** At most two lines from an e-mail address, a number to call or a profile. */
  readonly near: boolean;
  /** Inside a job, a school or a project. */
  readonly inside: boolean;
}

/** 0..1: how surely these words are an address of the person's; 0 for products, employers and mailboxes. */
function worthOf(url: string, before: string, line: CvLine, around: Around): number {
  const key = linkKey(asWritten(url));
  // A host alone is a tool or a company; what somebody has there is a page of it.
  if (KNOWN_HOSTS.test(key)) return /\/|\.(?:github|wordpress|medium)\./.test(key) ? 0.95 : 0;
  if (MAILBOXES.test(key) || NOT_OWN.test(key)) return 0;
  const host = key.split('/')[0] ?? '';
  const labelled = LABELLED.test(before);
  const beside = CONTACT.test(line.text.replace(url, ' ')) || labelled || around.near;
  if (around.inside && !beside) return 0;
  if (/^(?:https?:|www\.)/i.test(url)) return 0.85;
  // "M.Tech", "b.com", "e.g. in": abbreviations have one letter in front of the dot.
  if (!/[\p{L}\p{N}-]{3,}\.[a-z]{2,}$/iu.test(host) || /\.[A-Z]/.test(url)) return 0;
  // A bare "name.dev" counts among the contacts; elsewhere "node.io" is a product and "bol.com" an employer.
  return beside ? 0.8 : 0;
}

/** Accounts that stand without an address, where no address of that host was found. */
function addAccounts(
  reading: Reading,
  found: ReadonlyMap<string, ParsedLink>,
  add: (url: string, confidence: number, start: number, end: number) => void,
): void {
  for (const line of reading.lines.slice(0, 400)) {
    if (line.text.length > 300 || !/linkedin|github|gitlab|xing/i.test(line.text)) continue;
    for (const match of line.text.matchAll(ACCOUNT)) {
      const host = (match[1] ?? '').toLowerCase();
      const name = match[2] ?? '';
      const taken = [...found.keys()].some((key) => key.includes(`${host}.com`));
      // "LinkedIn: Jane Doe" names a person, and an address has its own dots and letters in small.
      if (taken || /\p{Lu}\p{Ll}+$/u.test(name) || /\.(?:com|org|net)/i.test(name)) continue;
      const path = host === 'linkedin' ? 'in/' : host === 'xing' ? 'profile/' : '';
      const start = line.start + match.index;
      add(`${host}.com/${path}${name}`, 0.75, start, start + match[0].length);
    }
  }
}

function nearContacts(lines: readonly CvLine[]): ReadonlySet<number> {
  const near = new Set<number>();
  lines.forEach((line, index) => {
    if (line.text.length > 300 || !CONTACT.test(line.text)) return;
    if (/\d{4}/.test(line.text) && findDates(line.text).length > 0) return;
    for (let at = index - 2; at <= index + 2; at++) near.add(at);
  });
  return near;
}

function insideEntries(reading: Reading, near: ReadonlySet<number>): ReadonlySet<number> {
  const first = firstEntryStart(reading.sections);
  const starts = new Set<number>();
  for (const section of reading.sections) {
    if (section.kind !== 'experience' && section.kind !== 'education') continue;
    for (const line of section.lines) if (line.start >= first) starts.add(line.start);
  }
  // A column of contacts is sometimes read into the part it stands beside.
  reading.lines.forEach((line, index) => {
    if (near.has(index)) starts.delete(line.start);
  });
  return starts;
}

const isInside = (
  lines: readonly CvLine[],
  inside: ReadonlySet<number>,
  offset: number,
): boolean => {
  const line = lines.find((one) => one.end > offset);
  return line !== undefined && inside.has(line.start) && !CONTACT.test(line.text);
};

/** "linkedin.com/in/jean-" at a line's end goes on in the next. */
function wrappedPath(
  text: string,
  end: number,
  url: string,
): { readonly more: string; readonly end: number } {
  if (!/[-/]$/.test(url) || !/^[a-z./:]*(?:linkedin|github|xing)\.com\//i.test(url))
    return { more: '', end };
  const rest = /^\s{0,4}\n\s{0,40}([a-z0-9][\p{Ll}\p{N}-]{1,60})(?=\s|$)/u.exec(
    text.slice(end, end + 110),
  );
  return rest === null ? { more: '', end } : { more: rest[1] ?? '', end: end + rest[0].length };
}

/** With the plain hyphens and the colon that some fonts do not give back, without the marks of the sentence. */
const asWritten = (url: string): string =>
  url
    .replace(/[\u2010\u2011\u00ad]/g, '-')
    .replace(/^(https?)\/\//i, '$1://')
    .replace(/[.,;:)\]]+$/, '');

const linkKey = (url: string): string =>
  url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#]+$/, '');

function kindOf(key: string): ParsedLink['kind'] {
  if (/^(?:[a-z]{2,3}\.)?linkedin\.com/.test(key)) return 'linkedin';
  if (/^github\.com/.test(key)) return 'github';
  if (/^xing\.com/.test(key)) return 'xing';
  return KNOWN_HOSTS.test(key) ? 'other' : 'website';
}
