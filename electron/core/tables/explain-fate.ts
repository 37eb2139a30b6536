import type { RowFate } from '@/shared/domain/tables/row-fate';
import type { LeftOut } from '@/shared/domain/tables/table-person';

const SKIPPED: Readonly<Partial<Record<RowFate['why'], string>>> = {
  empty: 'The row is empty.',
  nobody: 'There is neither a name nor an address, number or link to know anybody by.',
  broken: 'The row could not be read.',
  unchanged: 'Everything of it is there already.',
  refused: 'The row was refused.',
};

const PROBLEMS: Readonly<Record<LeftOut['problem'], string>> = {
  email: 'is no e-mail address',
  phone: 'is no phone number',
  number: 'is no number that can stand there',
  date: 'is no day that there is',
  choice: 'is none of the choices',
  'yes-no': 'is neither yes nor no',
  'too-long': 'is too long',
  'no-column': 'belongs to no column or field that there is',
};

/** Why something of a row is left out, in sentences, for files and the command line. */
export function explain(fate: RowFate): string {
  const whole = fate.kind === 'skip' ? [fate.message ?? SKIPPED[fate.why] ?? fate.why] : [];
  const cells = fate.leftOut.map(
    ({ column, value, problem }) =>
      `${column === '' ? '' : `${column}: `}“${value}” ${PROBLEMS[problem]}.`,
  );
  return [...whole, ...cells].join(' ');
}
