import type { ScoredFile } from '@/eval/score-set';
import type { Field } from '@/eval/scoring/score-document';
import { CALIBRATED_FIELDS, type CalibratedField, SURE } from '@/shared/domain/parsing/calibrate';
import { percent } from './table';
import { verdict } from './bars';

/** A value the parser gave, how sure it was, and whether it was right. */
export interface Judged {
  readonly field: CalibratedField;
  readonly confidence: number;
  readonly right: boolean;
}

/** The least share of the values marked sure that must be right. */
const SURE_BAR = 0.95;

/**
 * Every value whose truth is known. A job counts as right when title and company are, a study when school and degree are (in sets without
 * entries: those of the two that are labelled).
 */
export function judgedValues(scored: readonly ScoredFile[]): readonly Judged[] {
  return scored.flatMap(({ score, file: { resume } }) => {
    const verdicts = (field: Field): ReadonlyMap<number, boolean> =>
      score.fields.get(field)?.verdicts ?? new Map();
    const judge = (
      field: CalibratedField,
      values: readonly { readonly confidence: number }[],
      ...told: readonly Field[]
    ): readonly Judged[] =>
      values.flatMap(({ confidence }, index) => {
        if (!told.every((each) => score.fields.has(each))) return [];
        const known = told.flatMap((each) => verdicts(each).get(index) ?? []);
        return known.length === 0 ? [] : [{ field, confidence, right: known.every(Boolean) }];
      });
    const one = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);
    const jobs: readonly Field[] = score.fields.has('job_entry')
      ? ['job_entry']
      : ['title', 'company'];
    return [
      ...judge('name', one(resume.name), 'name'),
      ...judge('email', resume.emails.slice(0, 1), 'email'),
      ...judge('phone', resume.phones.slice(0, 1), 'phone'),
      ...judge('links', resume.links, 'links'),
      ...judge('location', one(resume.location), 'location'),
      ...judge('job', resume.experience, ...jobs),
      ...judge('study', resume.education, 'institution', 'degree'),
      ...judge(
        'skills',
        resume.skills.filter((skill) => skill.declared),
        'skills',
      ),
    ];
  });
}

/** How honest the confidences are: of the sure values the share that is right, the share that is sure, and both by tenths. */
export function calibrationTable(judged: readonly Judged[]): readonly string[] {
  const lines = [
    `calibration: of the values above ${SURE} the share that is right`,
    'field        | right  sure of all |  all right | by tenths of confidence: share right (values)',
  ];
  const rows: readonly (readonly [string, readonly Judged[]])[] = [
    ...CALIBRATED_FIELDS.map(
      (field) => [field, judged.filter((value) => value.field === field)] as const,
    ),
    ['ALL', judged],
  ];
  for (const [name, values] of rows) {
    if (values.length === 0) continue;
    const sure = values.filter((value) => value.confidence > SURE);
    const shareRight = sure.length === 0 ? '    -' : percent(shareOfRight(sure));
    lines.push(
      `${name.padEnd(12)} | ${shareRight}  ${percent(sure.length / values.length)} of ${String(values.length).padEnd(5)} |    ${percent(shareOfRight(values))}   | ${tenths(values)}${sure.length === 0 ? '' : verdict(shareOfRight(sure), SURE_BAR)}`,
    );
  }
  return lines;
}

const shareOfRight = (values: readonly Judged[]): number =>
  values.filter((value) => value.right).length / values.length;

function tenths(values: readonly Judged[]): string {
  const cells: string[] = [];
  for (let from = 0; from < 10; from++) {
    const within = values.filter(
      ({ confidence }) => Math.min(9, Math.floor(confidence * 10 + 1e-9)) === from,
    );
    if (within.length > 0) {
      cells.push(`.${from} ${percent(shareOfRight(within)).trim()} (${within.length})`);
    }
  }
  return cells.join(' · ');
}
