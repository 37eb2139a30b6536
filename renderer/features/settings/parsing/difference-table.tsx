import { KIND_NAMES } from '@/renderer/features/settings/parsing/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { DIFFERENCE_KINDS, type DifferenceSummary } from '@/shared/domain/reparse/difference';

/** How many candidates would gain, change or lose each kind of value. */
export function DifferenceTable({ summary }: { readonly summary: DifferenceSummary }) {
  const t = useText();
  const format = useFormat();
  return (
    <table className="mb-5 w-full border-collapse text-left">
      <caption className="sr-only">{t('settings.parsing.table')}</caption>
      <thead>
        <tr className="border-b border-line text-sm text-ink-3 [&_th]:py-1.5 [&_th]:font-medium">
          <th scope="col">{t('settings.parsing.column.value')}</th>
          <th scope="col" className="text-right">
            {t('settings.parsing.column.candidates')}
          </th>
          <th scope="col" className="text-right">
            {t('settings.parsing.column.gained')}
          </th>
          <th scope="col" className="text-right">
            {t('settings.parsing.column.changed')}
          </th>
          <th scope="col" className="text-right">
            {t('settings.parsing.column.lost')}
          </th>
        </tr>
      </thead>
      <tbody className="tabular">
        {DIFFERENCE_KINDS.map((kind) => {
          const tally = summary[kind];
          if (tally === undefined) return null;
          return (
            <tr key={kind} className="border-b border-line">
              <th scope="row" className="py-1.5 font-normal">
                {t(KIND_NAMES[kind])}
              </th>
              <td className="text-right">{format.number(tally.candidates)}</td>
              <td className="text-right">{format.number(tally.gained)}</td>
              <td className="text-right">{format.number(tally.changed)}</td>
              <td className="text-right">{format.number(tally.lost)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
