import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '@/renderer/lib/text';

export interface Dates {
  /** A stored year-month in words: `Sep 2019`, `2019`, `present`. */
  readonly month: (value: string) => string;
  /** `Sep 2019 – present`; what is missing is left out, '' when both are. */
  readonly period: (start: string | null, end: string | null) => string;
  /** Whole months as years and months: `2 yr 3 mo`. */
  readonly length: (months: number) => string;
}

/** Dates of CVs, which know a year and perhaps a month, in words. */
export function useDates(): Dates {
  const intl = useIntl();
  const t = useText();
  return useMemo(() => {
    const month = (value: string): string => {
      if (value === 'present') return t('candidates.present');
      const [year, monthOfYear] = value.split('-');
      if (monthOfYear === undefined) return value;
      const date = new Date(Date.UTC(Number(year), Number(monthOfYear) - 1, 1));
      return intl.formatDate(date, { year: 'numeric', month: 'short', timeZone: 'UTC' });
    };
    return {
      month,
      period: (start, end) =>
        [start, end].flatMap((date) => (date === null ? [] : [month(date)])).join(' – '),
      length: (months) => {
        const years = Math.floor(months / 12);
        const rest = months % 12;
        if (years === 0) return t('candidates.length-months', { months: rest });
        return rest === 0
          ? t('candidates.length-years', { years })
          : t('candidates.length', { years, months: rest });
      },
    };
  }, [intl, t]);
}
