import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { FIELD_NAMES } from '@/renderer/features/tables/words';
import { useText } from '@/renderer/lib/text';
import { type Option, Select } from '@/renderer/ui/select';
import type { TableDraft } from '@/shared/contract/api/tables';
import { customTarget, SKIP, TABLE_FIELDS } from '@/shared/domain/tables/fields';

interface Props {
  readonly draft: TableDraft;
  readonly targets: readonly string[];
  readonly onChange: (column: number, target: string) => void;
}

/** The columns of a table with where each goes, and its first rows. */
export function MappingTable({ draft, targets, onChange }: Props) {
  const t = useText();
  const options = useTargetOptions();
  if (draft.columns.length === 0) return <FirstRows draft={draft} />;
  return (
    <>
      {draft.remembered ? <p className="text-ink-2">{t('tables.remembered')}</p> : null}
      <table aria-label={t('tables.mapping')} className="w-full table-fixed border-collapse">
        <thead>
          <tr className="border-b border-line text-left text-sm text-ink-3">
            <th className="w-1/4 py-1.5 pr-3 font-medium">{t('tables.column')}</th>
            <th className="w-56 py-1.5 pr-3 font-medium">{t('tables.column.goes')}</th>
            <th className="py-1.5 font-medium">{t('tables.column.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.columns.map(({ header, samples }, index) => (
            <tr key={header} className="border-b border-line">
              <th scope="row" className="truncate py-1.5 pr-3 text-left font-medium" title={header}>
                {header}
              </th>
              <td className="py-1.5 pr-3">
                <Select
                  label={`${t('tables.column.goes')}: ${header}`}
                  hideLabel
                  options={options}
                  value={targets[index] ?? SKIP}
                  onChange={(target) => onChange(index, target)}
                />
              </td>
              <td className="truncate py-1.5 text-ink-2">{samples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FirstRows draft={draft} />
    </>
  );
}

function FirstRows({ draft }: { readonly draft: TableDraft }) {
  const t = useText();
  if (draft.rows.length === 0) return null;
  return (
    <section aria-labelledby="first-rows" className="min-w-0">
      <h3 id="first-rows" className="pb-1 text-sm font-medium text-ink-3">
        {t('tables.first-rows')}
      </h3>
      <div
        // A scrolling region must be reachable by keyboard.
        tabIndex={0}
        role="group"
        aria-labelledby="first-rows"
        className="overflow-x-auto rounded-lg border border-line -outline-offset-2"
      >
        <table aria-labelledby="first-rows" className="border-collapse text-sm">
          {draft.columns.length === 0 ? null : (
            <thead>
              <tr className="border-b border-line text-left text-ink-3">
                {draft.columns.map(({ header }) => (
                  <th key={header} className="max-w-60 truncate px-2.5 py-1.5 font-medium">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {draft.rows.map((row, index) => (
              // The rows of a preview neither move nor change.
              <tr key={index} className="border-b border-line last:border-b-0">
                {row.map((cell, column) => (
                  <td key={column} className="max-w-60 truncate px-2.5 py-1.5">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function useTargetOptions(): readonly Option<string>[] {
  const t = useText();
  const api = useApi();
  const custom = useQuery(api.customFields.list.queryOptions({ input: {} }));
  return ([SKIP, ...TABLE_FIELDS] as const)
    .map((value): Option<string> => ({ value, label: t(FIELD_NAMES[value]) }))
    .concat((custom.data ?? []).map(({ id, label }) => ({ value: customTarget(id), label })));
}
