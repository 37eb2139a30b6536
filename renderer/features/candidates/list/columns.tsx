import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
} from '@tanstack/react-table';
import type { ColumnId } from '@/renderer/features/candidates/list/column-order';
import type { SortKey } from '@/renderer/features/candidates/list/list-search';
import { Marked } from '@/renderer/features/candidates/marked';
import { SOURCE_NAMES, tagTone } from '@/renderer/features/candidates/words';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { RelativeTime } from '@/renderer/ui/time';
import type { CandidateRow } from '@/shared/domain/candidates/views';

/** The parts of the table library that are used: the store sorts, filters and pages. */
export const features = tableFeatures({ columnOrderingFeature, columnVisibilityFeature });

interface ColumnLook {
  readonly title: MessageId;
  /** A track of the grid: a fixed width, or a least width and a share of what is left. */
  readonly width: string;
  readonly sort: SortKey | null;
  readonly isNumber?: boolean;
}

export const COLUMN_LOOKS: Readonly<Record<ColumnId, ColumnLook>> = {
  name: { title: 'candidates.column.name', width: '196px', sort: 'name' },
  headline: { title: 'candidates.column.headline', width: 'minmax(160px,1.4fr)', sort: 'headline' },
  company: { title: 'candidates.column.company', width: 'minmax(120px,1fr)', sort: 'company' },
  location: { title: 'candidates.column.location', width: 'minmax(112px,0.8fr)', sort: 'location' },
  totalYears: {
    title: 'candidates.column.years',
    width: '64px',
    sort: 'totalYears',
    isNumber: true,
  },
  skills: { title: 'candidates.column.skills', width: 'minmax(140px,1.4fr)', sort: null },
  tags: { title: 'candidates.column.tags', width: 'minmax(88px,0.7fr)', sort: null },
  email: { title: 'candidates.column.email', width: 'minmax(190px,1fr)', sort: null },
  phone: { title: 'candidates.column.phone', width: '148px', sort: null },
  source: { title: 'candidates.column.source', width: '104px', sort: null },
  createdAt: { title: 'candidates.column.created', width: '124px', sort: 'createdAt' },
  updatedAt: { title: 'candidates.column.updated', width: '124px', sort: 'updatedAt' },
};

const column = createColumnHelper<typeof features, CandidateRow>();

/** Every column of the candidate table; which are shown, and in which order, is the person's choice. */
export const columns = column.columns([
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
    cell: ({ row }) => <Years value={row.original.totalYears} />,
  }),
  column.display({ id: 'skills', cell: ({ row }) => row.original.skills.join(' · ') }),
  column.display({ id: 'tags', cell: ({ row }) => <RowTags tags={row.original.tags} /> }),
  column.display({ id: 'email', cell: ({ row }) => row.original.email }),
  column.display({ id: 'phone', cell: ({ row }) => row.original.phone }),
  column.display({ id: 'source', cell: ({ row }) => <Source row={row.original} /> }),
  column.display({
    id: 'createdAt',
    cell: ({ row }) => <RelativeTime value={row.original.createdAt} />,
  }),
  column.display({
    id: 'updatedAt',
    cell: ({ row }) => <RelativeTime value={row.original.updatedAt} />,
  }),
]);

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

function Years({ value }: { readonly value: number | null }) {
  const format = useFormat();
  return value === null ? null : format.number(value);
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

function Source({ row }: { readonly row: CandidateRow }) {
  const t = useText();
  return t(SOURCE_NAMES[row.source]);
}
