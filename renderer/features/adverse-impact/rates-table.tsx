import { CATEGORY_NAMES, MARK_NAMES } from '@/renderer/features/adverse-impact/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import type { GroupRates, Rates } from '@/shared/domain/adverse-impact/views';

interface Props {
  readonly caption: string;
  /** What stands above the two numbers: of how many, and how many. */
  readonly of: string;
  readonly yes: string;
  readonly groups: readonly GroupRates[];
  readonly kind: 'selection' | 'scoring';
}

/** The rates of each group with a bar, and how they compare. What is withheld says so in words. */
export function RatesTable({ caption, of, yes, groups, kind }: Props) {
  const t = useText();
  const most = Math.max(0.0001, ...groups.map((group) => group[kind].rate ?? 0));
  const columns = [
    of,
    yes,
    t('impact.column.rate'),
    t('impact.column.ratio'),
    t('impact.column.p'),
  ];
  return (
    <table className="w-full border-collapse text-base">
      <caption className="pb-1 text-left text-sm font-medium text-ink-2">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          <th scope="col" className="py-1 pr-3 text-left align-bottom font-medium">
            {t('impact.column.group')}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="py-1 pl-3 text-right align-bottom font-medium">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Line key={group.categories.join(' ')} group={group} rates={group[kind]} most={most} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly group: GroupRates;
  readonly rates: Rates;
  readonly most: number;
}

function Line({ group, rates, most }: LineProps) {
  const t = useText();
  const format = useFormat();
  const number = (value: number | null): string =>
    value === null ? t('impact.none') : format.number(value);
  const { categories, mark } = group;
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {categories.map((id) => nameOf(id, t)).join(', ')}
          {mark === null ? null : <Badge>{t(MARK_NAMES[mark])}</Badge>}
          {rates.isBelow ? <Badge tone="warn">{t('impact.below')}</Badge> : null}
        </span>
        <Bar share={(rates.rate ?? 0) / most} isShown={rates.rate !== null} />
      </th>
      <Cell>{number(rates.of)}</Cell>
      <Cell>{number(rates.yes)}</Cell>
      <Cell>
        {rates.rate === null ? t('impact.none') : t('impact.percent', { share: rates.rate })}
      </Cell>
      <Cell>
        {/* Cut and not rounded: 0.799 is no 0.8. */}
        {rates.ratio === null
          ? t('impact.none')
          : format.decimal(Math.floor(rates.ratio * 100 + 1e-9) / 100, 2)}
      </Cell>
      <Cell>
        {rates.p === null
          ? t('impact.none')
          : rates.p < 0.001
            ? t('impact.p-small')
            : format.decimal(rates.p, 3)}
      </Cell>
    </tr>
  );
}

const Cell = ({ children }: { readonly children: string }) => (
  <td className="tabular py-1.5 pl-3 text-right align-top whitespace-nowrap">{children}</td>
);

const nameOf = (id: string, t: ReturnType<typeof useText>): string => {
  const name = CATEGORY_NAMES[id];
  return name === undefined ? id : t(name);
};

/** The rate against the highest, with a line at four fifths of that. */
function Bar({ share, isShown }: { readonly share: number; readonly isShown: boolean }) {
  return (
    <span aria-hidden className="relative mt-1 block h-1.5 rounded-sm bg-sunken">
      {isShown ? (
        <span
          className="block h-full rounded-sm bg-accent"
          style={{ width: `${Math.min(1, share) * 100}%` }}
        />
      ) : null}
      <span className="absolute inset-y-0 left-4/5 w-px bg-line-strong" />
    </span>
  );
}
