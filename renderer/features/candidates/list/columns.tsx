import { Users } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useBlind } from '@/renderer/app/blind';
import { HiddenValue } from '@/renderer/features/blind';
import {
  type ColumnId,
  columnOfField,
  type FixedColumn,
} from '@/renderer/features/candidates/list/column-order';
import { useCustomFields } from '@/renderer/features/candidates/list/facets/use-custom-fields';
import { FIXED_NAMES } from '@/renderer/features/candidates/list/filter-words';
import type { SortKey } from '@/renderer/features/candidates/list/list-search';
import { Marked } from '@/renderer/features/candidates/marked';
import { SOURCE_NAMES, tagTone } from '@/renderer/features/candidates/words';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { RelativeTime } from '@/renderer/ui/time';
import type { CandidateRow } from '@/shared/domain/candidates/views';
import type { CustomField } from '@/shared/domain/custom-fields/records';

export interface ColumnLook {
  readonly title: string;
  /** A track of the grid: a fixed width, or a least width and a share of what is left. */
  readonly width: string;
  readonly sort: SortKey | null;
  readonly isNumber: boolean;
}

type Fixed = Omit<ColumnLook, 'title' | 'isNumber'> & { readonly title: MessageId };
const fixed = (title: MessageId, width: string, sort: SortKey | null = null): Fixed => ({
  title,
  width,
  sort,
});

/** The least widths of the columns shown by default fit into the smallest window with the filters folded, and into a usual one beside them. */
const LOOKS: Readonly<Record<FixedColumn, Fixed>> = {
  name: fixed('candidates.column.name', 'minmax(156px,1.3fr)', 'name'),
  headline: fixed('candidates.column.headline', 'minmax(112px,1.5fr)', 'headline'),
  company: fixed('candidates.column.company', 'minmax(96px,1fr)', 'company'),
  location: fixed('candidates.column.location', 'minmax(88px,0.9fr)', 'location'),
  totalYears: fixed('candidates.column.years', '60px', 'totalYears'),
  seniority: fixed('filters.section.seniorities', '104px'),
  skills: fixed('candidates.column.skills', 'minmax(104px,1.4fr)'),
  degree: fixed('filters.section.degrees', '112px'),
  languages: fixed('filters.section.languages', 'minmax(132px,0.8fr)'),
  tags: fixed('candidates.column.tags', 'minmax(64px,0.7fr)'),
  lists: fixed('filters.section.lists', 'minmax(104px,0.7fr)'),
  owner: fixed('filters.section.owners', '128px'),
  email: fixed('candidates.column.email', 'minmax(190px,1fr)'),
  phone: fixed('candidates.column.phone', '148px'),
  source: fixed('candidates.column.source', '104px'),
  lastActivity: fixed('filters.lastActivity', '124px', 'lastActivity'),
  createdAt: fixed('candidates.column.created', '108px', 'createdAt'),
  updatedAt: fixed('candidates.column.updated', '108px', 'updatedAt'),
};
const CUSTOM_WIDTH = 'minmax(112px,0.7fr)';

/** What the columns of the table are called and how wide they are by themselves. */
export function useColumnLooks(): (id: ColumnId) => ColumnLook {
  const t = useText();
  const isHidden = useBlind();
  const custom = useCustomFields();
  return useMemo(() => {
    const looks = new Map<ColumnId, ColumnLook>(
      custom.map((field) => [
        columnOfField(field.id),
        { title: field.label, width: CUSTOM_WIDTH, sort: null, isNumber: false },
      ]),
    );
    for (const [id, look] of Object.entries(LOOKS)) {
      const column = {
        ...look,
        title: t(look.title),
        sort: look.sort !== null && isSortHidden(isHidden, look.sort) ? null : look.sort,
        isNumber: id === 'totalYears',
      };
      // The keys of LOOKS are columns.
      looks.set(id as FixedColumn, column);
    }
    // A field that is gone is not among the shown columns either.
    const none: ColumnLook = { title: '', width: CUSTOM_WIDTH, sort: null, isNumber: false };
    return (id) => looks.get(id) ?? none;
  }, [t, custom, isHidden]);
}

/** Whether an order would tell of what is hidden. */
export const isSortHidden = (isHidden: ReturnType<typeof useBlind>, key: SortKey): boolean =>
  (key === 'name' && isHidden('name')) || (key === 'location' && isHidden('address'));

/** What a column shows of a candidate. */
export interface Cell {
  readonly id: ColumnId;
  readonly draw: (row: CandidateRow) => ReactNode;
}

const CELLS: Readonly<Record<FixedColumn, Cell['draw']>> = {
  name: (row) => <Name row={row} />,
  headline: ({ headline, headlineHits }) =>
    headline === null ? null : <Marked text={headline} hits={headlineHits} />,
  company: (row) => row.company,
  location: (row) => row.location,
  totalYears: (row) => <NumberCell value={row.totalYears} />,
  seniority: (row) => <Named names={FIXED_NAMES.seniorities} value={row.seniority} />,
  skills: (row) => row.skills.join(' · '),
  degree: (row) => <Named names={FIXED_NAMES.degrees} value={row.degree} />,
  languages: (row) =>
    row.languages
      ?.map(({ name, level }) => (level === null ? name : `${name} ${level}`))
      .join(' · '),
  tags: (row) => (row.tags.length === 0 ? null : <RowTags tags={row.tags} />),
  lists: (row) => row.lists?.map((list) => list.name).join(' · '),
  owner: (row) => row.ownerName,
  email: (row) => <Contact value={row.email} />,
  phone: (row) => <Contact value={row.phone} />,
  source: (row) => <Named names={SOURCE_NAMES} value={row.source} />,
  lastActivity: (row) => <When value={row.lastActivityAt} />,
  createdAt: (row) => <When value={row.createdAt} />,
  updatedAt: (row) => <When value={row.updatedAt} />,
};

/** The cells of the columns that are shown, in their order; the same ones until other columns are. */
export function useCells(shown: readonly ColumnId[]): readonly Cell[] {
  const custom = useCustomFields();
  return useMemo(() => {
    const draws = new Map<ColumnId, Cell['draw']>(
      custom.map((field) => [
        columnOfField(field.id),
        (row) => <CustomCell row={row} field={field} />,
      ]),
    );
    // The keys of CELLS are columns.
    for (const [id, draw] of Object.entries(CELLS)) draws.set(id as FixedColumn, draw);
    return shown.flatMap((id) => {
      const draw = draws.get(id);
      return draw === undefined ? [] : { id, draw };
    });
  }, [custom, shown]);
}

function Name({ row }: { readonly row: CandidateRow }) {
  const t = useText();
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span
        className={row.name === '' ? 'truncate text-ink-3 italic' : 'truncate font-medium text-ink'}
      >
        {row.name === '' ? t('candidates.no-name') : <Marked text={row.name} hits={row.nameHits} />}
      </span>
      {/* A sign, and not a word: beside one the name, or what stands in its place in blind review, would be cut off. */}
      {row.shared === undefined ? null : (
        <span title={t('sharing.shared')} className="shrink-0 text-accent-ink">
          <Users size={14} aria-hidden />
          <span className="sr-only">{t('sharing.shared')}</span>
        </span>
      )}
      {row.archivedAt === null ? null : <Badge>{t('candidates.archived')}</Badge>}
    </span>
  );
}

function Contact({ value }: { readonly value: string | null }) {
  const isHidden = useBlind();
  return value === null && isHidden('contact') ? <HiddenValue /> : value;
}

function NumberCell({ value }: { readonly value: number | null | undefined }) {
  const format = useFormat();
  return value == null ? null : format.number(value);
}

function When({ value }: { readonly value: string | undefined }) {
  return value === undefined ? null : <RelativeTime value={value} />;
}

function Named<Value extends string>({
  names,
  value,
}: {
  readonly names: Readonly<Record<Value, MessageId>>;
  readonly value: Value | null | undefined;
}) {
  const t = useText();
  return value == null ? null : t(names[value]);
}

function RowTags({ tags }: { readonly tags: CandidateRow['tags'] }) {
  return (
    <span className="flex gap-1 overflow-hidden">
      {tags.map((tag) => (
        <Badge key={tag.id} tone={tagTone(tag.colour)} className="max-w-28 shrink-0">
          {tag.name}
        </Badge>
      ))}
    </span>
  );
}

function CustomCell({ row, field }: { readonly row: CandidateRow; readonly field: CustomField }) {
  const t = useText();
  const found = row.custom?.find((one) => one.fieldId === field.id);
  if (found === undefined) return null;
  if (field.kind === 'yes-no') return t(found.number === 1 ? 'filters.yes' : 'filters.no');
  return field.kind === 'number' ? <NumberCell value={found.number} /> : found.text;
}
