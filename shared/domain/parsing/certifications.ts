import { findDates } from './dates';
import { evidenceOf } from './evidence';
import type { ParsedCertification } from './parsed-resume';
import { type Reading, roundConfidence } from './reading';
import { sectionsOf } from './sections';
import { splitSpan, subSpan, trimSpan } from './spans';
import { isProse } from './word-scores';

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
      const parts = splitSpan(words, /\s+[–—|-]\s+|\s*\|\s*|\s*,\s+|\s{3,}|\t+/g);
      const name = parts[0];
      if (name === undefined || name.text.length < 3 || !/\p{L}/u.test(name.text)) continue;
      const key = name.text.toLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      const issuer = parts[1];
      list.push({
        name: name.text,
        issuer: issuer === undefined || issuer.text.length < 2 ? null : issuer.text,
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
  return list;
}
