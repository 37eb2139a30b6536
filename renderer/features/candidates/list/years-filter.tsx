import { type FormEvent, useState } from 'react';
import { FilterButton } from '@/renderer/features/candidates/list/filter-button';
import { type ListSearch, withoutEmpty } from '@/renderer/features/candidates/list/list-search';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Popover } from '@/renderer/ui/popover';

interface Props {
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
}

/** From and to how many years of experience. */
export function YearsFilter({ search, onSearch }: Props) {
  const t = useText();
  return (
    <Popover
      label={t('candidates.filter.years')}
      trigger={<FilterButton title={t('candidates.filter.years')} />}
      className="w-64"
    >
      {(close) => <YearsForm search={search} onSearch={onSearch} onDone={close} />}
    </Popover>
  );
}

function YearsForm({ search, onSearch, onDone }: Props & { readonly onDone: () => void }) {
  const t = useText();
  const [min, setMin] = useState(search.min?.toString() ?? '');
  const [max, setMax] = useState(search.max?.toString() ?? '');
  const from = yearsIn(min);
  const to = yearsIn(max);
  const isBackwards = typeof from === 'number' && typeof to === 'number' && to < from;
  const isWrong = from === null || to === null || isBackwards;
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (isWrong) return;
    onSearch(withoutEmpty({ ...search, min: from, max: to }));
    onDone();
  };
  return (
    <form onSubmit={apply} className="flex flex-col gap-3 p-3">
      <div className="flex gap-2">
        <TextField
          autoFocus
          className="flex-1"
          label={t('candidates.filter.years-min')}
          inputMode="decimal"
          value={min}
          onChange={setMin}
          isInvalid={from === null}
        />
        <TextField
          className="flex-1"
          label={t('candidates.filter.years-max')}
          inputMode="decimal"
          value={max}
          onChange={setMax}
          isInvalid={to === null || isBackwards}
        />
      </div>
      {isWrong ? (
        <p className="text-sm text-bad-ink">{t('candidates.filter.years-wrong')}</p>
      ) : null}
      <Button type="submit" variant="primary" isDisabled={isWrong}>
        {t('candidates.filter.apply')}
      </Button>
    </form>
  );
}

/** A number of years, undefined for no limit, null for what is none. */
function yearsIn(typed: string): number | undefined | null {
  if (typed.trim() === '') return undefined;
  const years = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(years) && years >= 0 && years <= 80 ? years : null;
}
