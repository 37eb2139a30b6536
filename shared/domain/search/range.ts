import type { Lexeme } from './lex-query';
import type { QueryNode, RangeNode } from './query';

const RANGE = /^(years|updated|added)\s*(<=|>=|<|>|=|:)\s*(.*)$/isu;
const NUMBER = /^(\d{1,4}(?:[.,]\d{1,2})?)([dwmy])?$/iu;
/** `years:5-10`, `years:5+` */
const FROM_TO = /^(\d{1,2})(?:\+|[-–](\d{1,2}))$/u;
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/**
 * `years>=5`, `years:5-10`, `updated<30d`, `added<2w`: the range, days and years as they are compared; null for an ordinary word, 'bad' where
 * the number cannot be read.
 */
export function rangeIn({
  text,
  start,
  end,
}: Extract<Lexeme, { kind: 'word' }>): QueryNode | null | 'bad' {
  const match = RANGE.exec(text);
  if (match === null) return null;
  const [, name = '', sign = '', amount = ''] = match;
  // Both are spelled by the pattern.
  const of = name.toLowerCase() as RangeNode['of'];
  const node = (comparison: RangeNode['comparison'], value: number): RangeNode => ({
    kind: 'range',
    of,
    comparison,
    value,
    start,
    end,
  });
  const span = of === 'years' && (sign === ':' || sign === '=') ? FROM_TO.exec(amount) : null;
  if (span !== null) {
    const from = node('>=', Number(span[1]));
    if (span[2] === undefined) return from;
    return { kind: 'and', of: [from, node('<=', Number(span[2]))], start, end };
  }
  const number = NUMBER.exec(amount);
  const unit = number?.[2]?.toLowerCase();
  const needsUnit = of !== 'years';
  if (number === null || (needsUnit ? unit === undefined : unit !== undefined && unit !== 'y'))
    return 'bad';
  const value = Number(number[1]?.replace(',', '.'));
  // "updated:30d" is said of what happened within the last 30 days.
  const colon = needsUnit ? '<=' : '=';
  return node(
    // The pattern has no others.
    sign === ':' ? colon : (sign as RangeNode['comparison']),
    needsUnit ? value * (DAYS[unit ?? 'd'] ?? 1) : value,
  );
}
