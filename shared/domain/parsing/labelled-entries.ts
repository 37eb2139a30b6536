import type { CvLine } from './cv-lines';
import { absolute, type DateRange, findDates } from './dates';
import { type EntryLabel, type Labelled, readLabel } from './entry-labels';
import type { RawEntry } from './raw-entry';
import { type Span, spanOf, subSpan, trimSpan } from './spans';
import { companyScore, isProse } from './word-scores';

const MAX_ENTRIES = 80;

/** Forms in which every value stands behind a label: Europass, "Company: … Designation: … Duration: …". */
export function labelledEntries(text: string, lines: readonly CvLine[]): readonly RawEntry[] {
  const labels = labelsOf(lines);
  if (!isForm(labels, lines.length)) return [];
  const entries: RawEntry[] = [];
  let current: {
    labelled: Map<EntryLabel, Span>;
    body: CvLine[];
    start: number;
    end: number;
  } | null = null;
  let open: EntryLabel | null = null;
  const opener = labels.find((one) => one !== null && one.label !== 'body')?.label ?? 'dates';
  const close = (): void => {
    if (current === null || current.labelled.size === 0) return;
    entries.push({
      dates: datesOf(current.labelled),
      head: [],
      labelled: current.labelled,
      body: current.body,
      start: current.start,
      end: current.end,
    });
  };
  lines.forEach((line, index) => {
    if (entries.length >= MAX_ENTRIES) return;
    const found = labels[index] ?? null;
    if (found !== null && found.label !== 'ignore') {
      if (found.label === opener && current?.labelled.has(opener) !== false) {
        const employer =
          opener === 'company' ? null : employerAbove(lines[index - 1], labels[index - 1]);
        if (employer !== null) current?.body.pop();
        close();
        current = { labelled: new Map(), body: [], start: line.start, end: line.end };
        if (employer !== null) {
          current.labelled.set('company', employer);
          current.start = employer.start;
        }
      }
      if (current === null) return;
      open = found.label;
      current.end = line.end;
      if (found.value.text === '') return;
      if (open === 'body') current.body.push({ ...line, ...found.value });
      else if (!current.labelled.has(open)) current.labelled.set(open, found.value);
      return;
    }
    if (current === null || open === null) return;
    current.end = line.end;
    const value = found === null ? line : found.value;
    if (value.text === '') return;
    if (open === 'body') current.body.push(line);
    else if (!current.labelled.has(open))
      current.labelled.set(open, spanOf(text, value.start, value.end));
  });
  close();
  return entries;
}

/**
 * The dates behind their own label, or at the end of another value: "Client: British Telecom, Spokane   Jun 2022 – Aug 2024".
 * There they are taken off that value.
 */
function datesOf(labelled: Map<EntryLabel, Span>): DateRange | null {
  for (const label of ['dates', 'company', 'title', 'school', 'degree'] as const) {
    const value = labelled.get(label);
    const found = value === undefined ? undefined : findDates(value.text)[0];
    if (value === undefined || found === undefined) continue;
    if (label !== 'dates') {
      if (found.start < 3 || value.text.length - found.end > 3) continue;
      labelled.set(label, trimSpan(subSpan(value, 0, found.start), ',;:|•·–—-(['));
    }
    return absolute(found, value.start);
  }
  return null;
}

/** The second line of a label says nothing of its own. */
function labelsOf(lines: readonly CvLine[]): readonly (Labelled | null)[] {
  const inForm = lines.some((line) => {
    const label = readLabel(line);
    return label?.label === 'dates' && label.marked && label.value.text !== '';
  });
  let wrapped = false;
  return lines.map((line, index) => {
    const found = wrapped ? secondLine(line) : readLabel(line, inForm, lines[index + 1]);
    wrapped = !wrapped && found?.wrapped === true;
    return found;
  });
}

const secondLine = (line: CvLine): Labelled => ({
  label: 'ignore',
  value: subSpan(line, line.segments[0]?.text.length ?? 0, line.text.length),
  marked: true,
  wrapped: false,
});

/** A form labels what tells its entries apart, more than one thing of it, and again in each. One label is only a habit. */
function isForm(labels: readonly (Labelled | null)[], lines: number): boolean {
  const telling = labels.filter(
    (one) =>
      one !== null && one.label !== 'body' && one.label !== 'ignore' && one.label !== 'grade',
  );
  const kinds = new Set(telling.map((one) => one?.label));
  const named = ['title', 'company', 'degree', 'school'] as const;
  return (
    kinds.size >= 2 &&
    named.some((kind) => kinds.has(kind)) &&
    (kinds.has('dates') || telling.length >= 3) &&
    telling.length * 12 >= lines
  );
}

/** "1. Kaveri Fintech Pvt Ltd, Bengaluru" above "Designation: …": the employer stands without a label. */
function employerAbove(line: CvLine | undefined, label: Labelled | null | undefined): Span | null {
  if (line === undefined || label !== null || line.bullet) return null;
  const number = /^\d{1,2}[.)]\s+/.exec(line.text);
  const plain = subSpan(line, number?.[0].length ?? 0, line.text.length);
  const told = number !== null || companyScore(plain.text) >= 1.9;
  return told && plain.text.length <= 80 && !isProse(plain.text) ? plain : null;
}
