import type { ReactNode } from 'react';
import { cx } from '@/renderer/lib/cx';

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly ReactNode[];
  }[];
  /** Share of the largest, 0 to 1, drawn behind the first column's neighbour: the chart of the table. */
  readonly bars?: readonly number[];
}

/** A small table of figures, numbers at the right; with `bars` a bar in each row shows the first number. */
export function ReportTable({ caption, columns, rows, bars }: Props) {
  const [first = '', ...others] = columns;
  return (
    <table className="w-full border-collapse text-base">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          <th scope="col" className="py-1 pr-3 text-left font-medium">
            {first}
          </th>
          {bars === undefined ? null : <td aria-hidden className="w-2/5" />}
          {others.map((column) => (
            <th key={column} scope="col" className="py-1 pl-3 text-right font-medium">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [head, ...cells] }, at) => (
          <tr key={key} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal whitespace-nowrap">
              {head}
            </th>
            {bars === undefined ? null : (
              <td aria-hidden className="w-2/5 py-1.5">
                <Bar share={bars[at] ?? 0} />
              </td>
            )}
            {cells.map((cell, column) => (
              <td
                // Cells have no name of their own: their column is their place.
                key={others[column]}
                className={cx('tabular py-1.5 pl-3 text-right whitespace-nowrap')}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ share }: { readonly share: number }) {
  return (
    <div className="h-3 rounded-sm bg-sunken">
      <div className="h-full rounded-sm bg-accent" style={{ width: `${share * 100}%` }} />
    </div>
  );
}

/** Each number as a share of the largest. */
export function sharesOf(numbers: readonly number[]): readonly number[] {
  const most = Math.max(1, ...numbers);
  return numbers.map((number) => number / most);
}
