import { findDates } from './dates';
import { evidenceOf } from './evidence';
import type { ParsedCertification } from './parsed-resume';
import { type Reading, roundConfidence } from './reading';
import { sectionsOf } from './sections';
import { type Span, splitSpan, subSpan, trimSpan } from './spans';
import { companyScore, isProse, schoolScore } from './word-scores';

const MAX = 40;

/** Certificates, licences and courses, one a line, with issuer and date where they stand beside the name. */
export function readCertifications(reading: Reading): readonly ParsedCertification[] {
  const list: ParsedCertification[] = [];
  const seen = new Set<string>();
  for (const section of sectionsOf(reading.sections, 'certifications')) {
    for (const line of section.lines) {
      if (list.length >= MAX) return list;
      if (line.text.length > 180 || (isProse(line.text) && line.text.length > 110)) continue;
      const date = findDates(line.text).at(-1);
      const before = date === undefined ? line : subSpan(line, 0, date.start);
      const words = trimSpan(
        before.text === '' && date !== undefined
          ? subSpan(line, date.end, line.text.length)
          : before,
        ',;:|•·–—-()[]',
      );
      for (const { name, issuer } of namedIn(words, date !== undefined)) {
        const key = name.text.toLowerCase();
        if (
          list.length >= MAX ||
          name.text.length < 3 ||
          !/\p{L}/u.test(name.text) ||
          seen.has(key)
        )
          continue;
        seen.add(key);
        list.push({
          name: name.text,
          issuer: issuer === null || issuer.text.length < 2 ? null : issuer.text,
          date:
            date === undefined
              ? null
              : date.range && date.to !== null && date.to !== 'present'
                ? date.to
                : date.from,
          confidence: roundConfidence(
            0.6 + (date === undefined ? 0 : 0.12) + (line.bullet ? 0.06 : 0),
          ),
          evidence: evidenceOf(reading.document, name.start, name.end),
        });
      }
    }
  }
  return list;
}

/**
 * The certificates in a line: one with who gave it behind a dash or a bar, or, with a date or an organisation there, behind a
 * comma; else "OSHA 30, Food Handler Card" are two.
 */
function namedIn(
  words: Span,
  dated: boolean,
): readonly { readonly name: Span; readonly issuer: Span | null }[] {
  const strong = splitSpan(words, /\s+[–—|-]\s+|\s*\|\s*|\s{3,}|\t+|\s+(?:issued )?by\s+/g);
  const [first, second] = strong;
  if (first !== undefined && second !== undefined) return [{ name: first, issuer: second }];
  const items = splitSpan(words, /\s*[,;•·、，]\s*/g);
  const [name, giver] = items;
  if (name === undefined) return [];
  const given =
    giver !== undefined &&
    items.length === 2 &&
    (dated || companyScore(giver.text) >= 1.9 || schoolScore(giver.text) >= 2.5);
  return given ? [{ name, issuer: giver }] : items.map((item) => ({ name: item, issuer: null }));
}
