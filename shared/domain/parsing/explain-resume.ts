import type { CvLine } from './cv-lines';
import { type DecidedField, type Decision, entryName, type Weighed } from './decision';
import type { ExtractedDocument } from './extracted-document';
import { readResume } from './parse-resume';
import type { Evidence, ParsedResume } from './parsed-resume';
import type { Section } from './sections';

/** How a CV was read, stage by stage: the same stages that read it, with what they decided. */
export interface Explanation {
  readonly resume: ParsedResume;
  /** In reading order; a number below is a place in this list, from 1. */
  readonly lines: readonly ExplainedLine[];
  readonly sections: readonly ExplainedSection[];
  readonly values: readonly ExplainedValue[];
}

export interface ExplainedLine {
  readonly text: string;
  readonly page: number;
  /** Points from the page's top left; columns of text where the format has no geometry. */
  readonly left: number;
  readonly top: number | null;
  readonly fontSize: number | null;
  readonly bold: boolean;
  readonly upper: boolean;
  readonly bullet: boolean;
  readonly role: CvLine['role'];
  /** Set off from the line before: a new block begins. */
  readonly startsBlock: boolean;
  /** What wide gaps cut the line into; one piece for most lines. */
  readonly segments: readonly string[];
}

export interface ExplainedSection {
  readonly kind: Section['kind'];
  readonly heading: string | null;
  readonly because: string | null;
  /** First and last line, the heading among them; null for a heading with nothing under it. */
  readonly lines: readonly [number, number] | null;
}

export interface ExplainedValue {
  readonly field: DecidedField;
  readonly value: string;
  readonly confidence: number;
  /** First and last line of its evidence; null where it stands nowhere in the text. */
  readonly lines: readonly [number, number] | null;
  /** Null where the reader had nothing to choose between. */
  readonly because: string | null;
  readonly weighed: readonly Weighed[];
}

const MOST_WEIGHED = 6;

/** Reads a CV as `parseResume` does and tells why each value is what it is. Pure and deterministic. */
export function explainResume(
  document: ExtractedDocument,
  { now }: { readonly now: Date },
): Explanation {
  const decisions: Decision[] = [];
  const { reading, resume } = readResume(document, now, (decision) => decisions.push(decision));
  const { lines } = reading;
  const linesOf = (start: number, end: number): readonly [number, number] | null => {
    const first = lines.findIndex((line) => line.end > start);
    if (first < 0) return null;
    const last = lines.findLastIndex((line) => line.start < Math.max(end, start + 1));
    return [first + 1, Math.max(first, last) + 1];
  };
  const explain = (
    field: DecidedField,
    value: string,
    read: { readonly confidence: number; readonly evidence: Evidence | null },
  ): ExplainedValue => {
    const { evidence } = read;
    const decision = decisions.find(
      (one) => one.field === field && one.value === value && isAt(one, evidence),
    );
    return {
      field,
      value,
      confidence: read.confidence,
      lines: evidence === null ? null : linesOf(evidence.start, evidence.end),
      because: decision?.because ?? null,
      weighed: [...(decision?.weighed ?? [])]
        .sort((a, b) => b.weight - a.weight)
        .slice(0, MOST_WEIGHED),
    };
  };
  return {
    resume,
    lines: lines.map(explainedLine),
    sections: reading.sections.map(({ kind, heading, because, lines: own }) => {
      const spans = heading === null ? own : [heading, ...own];
      const starts = spans.map((line) => line.start);
      const ends = spans.map((line) => line.end);
      return {
        kind,
        heading: heading?.text ?? null,
        because,
        lines: spans.length === 0 ? null : linesOf(Math.min(...starts), Math.max(...ends)),
      };
    }),
    values: valuesOf(resume).map(([field, value, read]) => explain(field, value, read)),
  };
}

/** One value may stand in a CV twice; a decision is about the place it was made for. */
const isAt = (decision: Decision, evidence: Evidence | null): boolean =>
  decision.at === null ||
  evidence === null ||
  (decision.at >= evidence.start && decision.at < Math.max(evidence.end, evidence.start + 1));

const explainedLine = (line: CvLine): ExplainedLine => ({
  text: line.text,
  page: line.page,
  left: line.indent,
  top: line.top,
  fontSize: line.fontSize,
  bold: line.bold,
  upper: line.upper,
  bullet: line.bullet,
  role: line.role,
  startsBlock: line.gapBefore,
  segments: line.segments.map((segment) => segment.text),
});

type Read = { readonly confidence: number; readonly evidence: Evidence | null };

function valuesOf(resume: ParsedResume): readonly (readonly [DecidedField, string, Read])[] {
  const one = (field: DecidedField, read: (Read & { readonly value: string }) | null) =>
    read === null ? [] : [[field, read.value, read] as const];
  return [
    ...one('name', resume.name),
    ...one('headline', resume.headline),
    ...resume.emails.map((email) => ['email', email.value, email] as const),
    ...resume.phones.map((phone) => ['phone', phone.value, phone] as const),
    ...resume.links.map((link) => ['link', link.url, link] as const),
    ...(resume.location === null
      ? []
      : [['location', resume.location.text, resume.location] as const]),
    ...one('summary', resume.summary),
    ...resume.experience.map((job) => ['job', entryName(job.title, job.company), job] as const),
    ...resume.education.map(
      (study) => ['study', entryName(study.degree, study.institution), study] as const,
    ),
    ...resume.skills.map((skill) => ['skill', skill.verbatim, skill] as const),
    ...resume.languages.map((language) => ['language', language.name, language] as const),
    ...resume.certifications.map((paper) => ['certificate', paper.name, paper] as const),
  ];
}
