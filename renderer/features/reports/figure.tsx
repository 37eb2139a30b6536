import { getRouteApi } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { cx } from '@/renderer/lib/cx';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import type { Figure } from '@/shared/domain/reports/figures';

const route = getRouteApi('/reports');

/** Opens the list behind a figure beside the report. */
export function useOpenFigure(): (figure: Figure | undefined) => void {
  const navigate = route.useNavigate();
  return (figure) =>
    void navigate({ search: (search) => ({ ...search, figure }), replace: figure === undefined });
}

/** The figure whose list is open, as text; '' for none. */
export const OpenFigure = createContext('');

interface Props {
  readonly figure: Figure;
  readonly count: number;
  /** What is counted, for who does not see the table around it. */
  readonly label: string;
}

/** A number that opens the list behind it; none is a plain zero. */
export function FigureLink({ figure, count, label }: Props) {
  const t = useText();
  const format = useFormat();
  const open = useOpenFigure();
  const isOpen = useContext(OpenFigure) === JSON.stringify(figure);
  if (count === 0) return <span className="tabular text-ink-3">0</span>;
  return (
    <button
      type="button"
      aria-label={t('reports.figure', { count, label })}
      aria-expanded={isOpen}
      onClick={() => open(isOpen ? undefined : figure)}
      className={cx(
        'tabular cursor-default rounded-sm px-1 -mx-1 underline decoration-line-strong underline-offset-3 hover:bg-hover hover:decoration-current',
        isOpen && 'bg-accent-soft text-accent-ink decoration-current',
      )}
    >
      {format.number(count)}
    </button>
  );
}
