import type { PartEntity } from '@/shared/domain/candidates/part-identity';
import type { PartStep, Reconciled } from '@/shared/domain/candidates/reconcile';
import { CANDIDATE_FIELDS } from '@/shared/domain/candidates/records';
import type {
  Difference,
  DifferenceKind,
  DifferenceSummary,
} from '@/shared/domain/reparse/difference';
import { clip, squeeze } from '@/shared/kit/text';

/** A list this long says that everything is different; a hostile CV must not fill the database. */
const MOST_DIFFERENCES = 300;
const LONGEST_VALUE = 300;

/** What a person would see change, in the order of the candidate's page. */
export function differencesOf({ candidate, patch, parts }: Reconciled): readonly Difference[] {
  const found: Difference[] = [];
  for (const field of CANDIDATE_FIELDS) {
    if (patch[field] !== undefined) note(found, field, null, candidate[field], patch[field]);
  }
  for (const step of parts) partDifferences(found, step);
  return found.slice(0, MOST_DIFFERENCES);
}

/** The summary with one more candidate's differences counted. */
export function addToSummary(
  summary: DifferenceSummary,
  differences: readonly Difference[],
): DifferenceSummary {
  const next: DifferenceSummary = { ...summary };
  const counted = new Set<DifferenceKind>();
  for (const { kind, before, after } of differences) {
    const tally = next[kind] ?? { candidates: 0, gained: 0, changed: 0, lost: 0 };
    const what = before === null ? 'gained' : after === null ? 'lost' : 'changed';
    next[kind] = {
      ...tally,
      [what]: tally[what] + 1,
      candidates: tally.candidates + (counted.has(kind) ? 0 : 1),
    };
    counted.add(kind);
  }
  return next;
}

type Values = Readonly<Record<string, unknown>>;

/** The fields of a part that stand beside what it is called by. */
const FIELDS: Readonly<Record<PartEntity, readonly string[]>> = {
  contactPoint: [],
  experience: ['company', 'title', 'location', 'start', 'end', 'description'],
  education: ['institution', 'degree', 'field', 'start', 'end', 'grade'],
  candidateSkill: ['years'],
  certification: ['issuer', 'date'],
  candidateLanguage: ['level'],
};

/** What a part is called on a line of its own. */
const NAMES: Readonly<Record<PartEntity, readonly string[]>> = {
  contactPoint: ['value'],
  experience: ['title', 'company'],
  education: ['degree', 'field', 'institution'],
  candidateSkill: ['name'],
  certification: ['name'],
  candidateLanguage: ['name'],
};
/** Kinds whose name is one value: it can itself be different in a part that is still the same one. */
const ONE_NAME: ReadonlySet<PartEntity> = new Set([
  'contactPoint',
  'candidateSkill',
  'certification',
  'candidateLanguage',
]);

function partDifferences(found: Difference[], step: PartStep): void {
  const { entity } = step;
  if (step.kind === 'add') {
    note(found, entity, null, null, wholeOf(entity, { ...step.values }));
    return;
  }
  const row: Values = { ...step.row };
  if (step.kind === 'drop') {
    note(found, entity, null, wholeOf(entity, row), null);
    return;
  }
  const patch: Values = { ...step.patch };
  const name = nameOf(entity, row);
  if (ONE_NAME.has(entity) && 'name' in patch) note(found, entity, null, row.name, patch.name);
  if (ONE_NAME.has(entity) && 'value' in patch) note(found, entity, null, row.value, patch.value);
  for (const field of FIELDS[entity]) {
    if (!(field in patch)) continue;
    // Every name of FIELDS stands behind its entity in DIFFERENCE_KINDS; the test reads the list.
    const kind = `${entity}.${field}` as DifferenceKind;
    note(found, kind, name, row[field], patch[field]);
  }
}

function note(
  found: Difference[],
  kind: DifferenceKind,
  of: string | null,
  before: unknown,
  after: unknown,
): void {
  const was = textOf(before);
  const is = textOf(after);
  // Compared whole: two long descriptions may be the same only up to where they are cut.
  if (was === is) return;
  found.push({ kind, of, before: short(was), after: short(is) });
}

const nameOf = (entity: PartEntity, values: Values): string =>
  NAMES[entity]
    .map((field) => textOf(values[field]))
    .filter((text) => text !== null)
    .join(', ');

/** A whole part in a line: its name and when. */
function wholeOf(entity: PartEntity, values: Values): string {
  const period = [textOf(values.start), textOf(values.end)].filter((text) => text !== null);
  return [nameOf(entity, values) || '…', period.join(' – ')].filter(Boolean).join(' · ');
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value !== 'string' || value === '' ? null : squeeze(value);
}

const short = (text: string | null): string | null =>
  text === null ? null : clip(text, LONGEST_VALUE);
