import { REVIEW_BELOW } from '@/shared/domain/candidates/review';
import { plain } from '@/electron/cli/output';
import type {
  ExplainedLine,
  ExplainedSection,
  ExplainedValue,
  Explanation,
} from '@/shared/domain/parsing/explain-resume';
import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';

const LINE_WIDTH = 110;
const VALUE_WIDTH = 64;
/** How a CV was read, for a person at a terminal: its lines with their places, its sections, and each value with its reasons. */
export function explanationText(
  file: string,
  document: ExtractedDocument,
  { resume, lines, sections, values }: Explanation,
): string {
  const facts = [
    document.mediaType,
    ...(document.pages.length > 0
      ? [`${document.pages.length} ${document.pages.length === 1 ? 'page' : 'pages'}`]
      : []),
    `${document.text.length} characters`,
    `language ${resume.language ?? 'unknown'}`,
    ...(document.ocrConfidence === null ? [] : [`OCR ${document.ocrConfidence.toFixed(2)}`]),
    `read by ${document.extractor.name} ${document.extractor.version}, ${resume.parser.name} ${resume.parser.version}`,
  ];
  return [
    plain(file),
    facts.join(' · '),
    ...resume.notices.map(({ code, message }) => `! ${code}: ${plain(message)}`),
    '',
    'LINES  number, page, left, top, size · b bold · U capitals · * bullet · ¦ a wide gap · an empty line: a new block',
    ...lines.flatMap(lineText),
    '',
    'SECTIONS  lines, kind, heading',
    ...sections.map(sectionText),
    '',
    'VALUES  confidence (?: to be reviewed), value, lines it stands on; then why, and what was weighed',
    ...values.flatMap(valueText),
    '',
  ].join('\n');
}

function lineText(line: ExplainedLine, index: number): readonly string[] {
  const number = (value: number | null, width: number): string =>
    (value === null ? '' : String(Math.round(value))).padStart(width);
  const marks = `${line.bold ? 'b' : ' '}${line.upper ? 'U' : ' '}${line.bullet ? '*' : ' '}`;
  const role = line.role === 'body' ? '' : `(${line.role}) `;
  const text = cut(line.segments.join('  ¦  '), LINE_WIDTH);
  const row = `${number(index + 1, 4)} ${number(line.page, 3)} ${number(line.left, 4)} ${number(line.top, 4)} ${number(line.fontSize, 3)} ${marks} ${role}${text}`;
  return line.startsBlock && index > 0 ? ['', row] : [row];
}

function sectionText({ kind, heading, because, lines }: ExplainedSection): string {
  const told = heading === null ? 'before any heading' : `“${cut(heading, 60)}”: ${because ?? ''}`;
  return `${range(lines).padStart(9)}  ${kind.padEnd(15)} ${told}`;
}

function valueText(value: ExplainedValue): readonly string[] {
  const sure = `${value.confidence.toFixed(2)}${value.confidence < REVIEW_BELOW ? '?' : ' '}`;
  const rows = [
    `${value.field.padEnd(12)} ${sure} ${cut(value.value, VALUE_WIDTH).padEnd(VALUE_WIDTH)} ${value.lines === null ? 'nowhere in the text' : range(value.lines)}`,
  ];
  if (value.because !== null) rows.push(`${' '.repeat(18)}because ${plain(value.because)}`);
  if (value.weighed.length > 0) {
    const weighed = value.weighed.map(
      ({ text, weight }) => `${cut(text, 30)} ${weight.toFixed(1)}`,
    );
    rows.push(`${' '.repeat(18)}weighed ${weighed.join(' · ')}`);
  }
  return rows;
}

const range = (lines: readonly [number, number] | null): string =>
  lines === null ? '-' : lines[0] === lines[1] ? `${lines[0]}` : `${lines[0]}–${lines[1]}`;

function cut(text: string, width: number): string {
  const line = plain(text.replace(/\s+/g, ' '));
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}
