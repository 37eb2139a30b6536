import { type ColumnDef, createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { useMemo } from 'react';
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

/** None of the table library's parts: the store sorts, filters and pages, and the table gets only the columns it shows. */
export const features = tableFeatures({});

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
  const custom = useCustomFields();
  return useMemo(() => {
    const looks = new Map<ColumnId, ColumnLook>(
      custom.map((field) => [
        columnOfField(field.id),
        { title: field.label, width: CUSTOM_WIDTH, sort: null, isNumber: false },
      ]),
    );
    for (const [id, look] of Object.entries(LOOKS)) {
      const column = { ...look, title: t(look.title), isNumber: id === 'totalYears' };
      // The keys of LOOKS are columns.
      looks.set(id as FixedColumn, column);
    }
    // A field that is gone is not among the shown columns either.
    const none: ColumnLook = { title: '', width: CUSTOM_WIDTH, sort: null, isNumber: false };
    return (id) => looks.get(id) ?? none;
  }, [t, custom]);
}

const column = createColumnHelper<typeof features, CandidateRow>();

const shared = [
  column.display({ id: 'name', cell: ({ row }) => <Name row={row.original} /> }),
  column.display({
    id: 'headline',
    cell: ({ row: { original } }) =>
      original.headline === null ? null : (
        <Marked text={original.headline} hits={original.headlineHits} />
      ),
  }),
  column.display({ id: 'company', cell: ({ row }) => row.original.company }),
  column.display({ id: 'location', cell: ({ row }) => row.original.location }),
  column.display({
    id: 'totalYears',
    cell: ({ row }) => <NumberCell value={row.original.totalYears} />,
  }),
  column.display({
    id: 'seniority',
    cell: ({ row }) => <Named names={FIXED_NAMES.seniorities} value={row.original.seniority} />,
  }),
  column.display({ id: 'skills', cell: ({ row }) => row.original.skills.join(' · ') }),
  column.display({
    id: 'degree',
    cell: ({ row }) => <Named names={FIXED_NAMES.degrees} value={row.original.degree} />,
  }),
  column.display({
    id: 'languages',
    cell: ({ row }) =>
      row.original.languages
        ?.map(({ name, level }) => (level === null ? name : `${name} ${level}`))
        .join(' · '),
  }),
  column.display({ id: 'tags', cell: ({ row }) => <RowTags tags={row.original.tags} /> }),
  column.display({
    id: 'lists',
    cell: ({ row }) => row.original.lists?.map((list) => list.name).join(' · '),
  }),
  column.display({ id: 'owner', cell: ({ row }) => row.original.ownerName }),
  column.display({ id: 'email', cell: ({ row }) => row.original.email }),
  column.display({ id: 'phone', cell: ({ row }) => row.original.phone }),
  column.display({
    id: 'source',
    cell: ({ row }) => <Named names={SOURCE_NAMES} value={row.original.source} />,
  }),
  column.display({
    id: 'lastActivity',
    cell: ({ row }) => <When value={row.original.lastActivityAt} />,
  }),
  column.display({ id: 'createdAt', cell: ({ row }) => <When value={row.original.createdAt} /> }),
  column.display({ id: 'updatedAt', cell: ({ row }) => <When value={row.original.updatedAt} /> }),
];

/** The columns of the table that are shown, in their order. */
export function useColumns(
  shown: readonly ColumnId[],
): ColumnDef<typeof features, CandidateRow, unknown>[] {
  const custom = useCustomFields();
  return useMemo(() => {
    const all = [
      ...shared,
      ...custom.map((field) =>
        column.display({
          id: columnOfField(field.id),
          cell: ({ row }) => <CustomCell row={row.original} field={field} />,
        }),
      ),
    ];
    return column.columns(shown.flatMap((id) => all.find((one) => one.id === id) ?? []));
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
      {row.archivedAt === null ? null : <Badge>{t('candidates.archived')}</Badge>}
    </span>
  );
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
