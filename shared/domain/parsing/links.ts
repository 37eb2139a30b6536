import type { z } from 'zod';
import { evidenceOf } from './evidence';
import type { ParsedResume, parsedLinkSchema } from './parsed-resume';
import { type Reading, roundConfidence, textLimit } from './reading';
import { firstEntryStart } from './sections';

export type ParsedLink = z.infer<typeof parsedLinkSchema>;

const MAX_LINKS = 20;
const URL_PART =
  /(?:https?:\/\/|www\.)[^\s<>"'|,;()\[\]{}·•]{3,200}|(?<![\p{L}\p{N}@._/-])(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|io|dev|me|de|fr|es|it|pt|br|nl|pl|uk|in|us|eu|ch|at|be|co|app|ai|tech|info|cn|design|page|site|online|xyz|pro)(?:\/[^\s<>"'|,;()\[\]{}·•]{0,160})?(?![\p{L}\p{N}@])/giu;
const KNOWN_HOSTS =
  /^(?:[a-z]{2,3}\.)?(?:linkedin\.com|github\.com|gitlab\.com|xing\.com|stackoverflow\.com|behance\.net|dribbble\.com|medium\.com|twitter\.com|x\.com|facebook\.com|instagram\.com|bitbucket\.org|kaggle\.com|orcid\.org|researchgate\.net|leetcode\.com|youtube\.com|t\.me|about\.me)/i;

/** Web addresses in the text, and those that stand behind words or icons as links. */
export function readLinks(reading: Reading): ParsedResume['links'] {
  const { document, text } = reading;
  const found = new Map<string, ParsedLink>();
  const limit = textLimit(reading);
  const entries = firstEntryStart(reading.sections);
  const add = (url: string, confidence: number, start: number | null, end: number): void => {
    const clean = url.replace(/[.,;:)\]]+$/, '');
    const key = linkKey(clean);
    if (key.length < 4 || found.size >= MAX_LINKS || found.has(key)) return;
    found.set(key, {
      url: clean,
      kind: kindOf(key),
      confidence: roundConfidence(confidence),
      evidence: start === null ? null : evidenceOf(document, start, end),
    });
  };
  reading.lines.forEach((line, index) => {
    if (line.start > limit) return;
    const body = line.text.length > 600 ? line.text.slice(0, 600) : line.text;
    if (!body.includes('.')) return;
    for (const match of body.matchAll(URL_PART)) {
      const url = match[0];
      const known = KNOWN_HOSTS.test(linkKey(url));
      const explicit = /^(?:https?:|www\.)/i.test(url);
      // A bare "name.dev" counts near the top; "node.io" inside a job's text is a product.
      if (
        !known &&
        !explicit &&
        (index > 40 || line.start >= entries || /^[a-z]+\.(?:js|net|io|ai|in|me)$/i.test(url))
      )
        continue;
      if (/^(?:gmail|yahoo|outlook|hotmail|icloud|gmx|web)\.[a-z]{2,3}$/i.test(linkKey(url)))
        continue;
      const joined = wrappedPath(text, line.start + match.index + url.length, url);
      add(
        url + joined.more,
        known ? 0.95 : explicit ? 0.85 : 0.7,
        line.start + match.index,
        joined.end,
      );
    }
  });
  for (const link of document.links) {
    if (!/^https?:\/\//i.test(link.url)) continue;
    const at = link.text.length < 3 ? -1 : text.indexOf(link.text);
    const known = KNOWN_HOSTS.test(linkKey(link.url));
    add(link.url, known ? 0.95 : 0.75, at < 0 ? null : at, at < 0 ? 0 : at + link.text.length);
  }
  return [...found.values()];
}

/** "linkedin.com/in/jean-" at a line's end goes on in the next. */
function wrappedPath(
  text: string,
  end: number,
  url: string,
): { readonly more: string; readonly end: number } {
  if (!/[-/]$/.test(url) || !/^[a-z./:]*(?:linkedin|github|xing)\.com\//i.test(url))
    return { more: '', end };
  const rest = /^\s{0,4}\n\s{0,40}([\p{L}\p{N}-]{2,60})(?=\s|$)/u.exec(text.slice(end, end + 110));
  return rest === null ? { more: '', end } : { more: rest[1] ?? '', end: end + rest[0].length };
}

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
