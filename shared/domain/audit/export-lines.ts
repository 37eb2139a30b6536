import { safeCell } from '@/shared/domain/tables/safe-cell';
import { canonicalJson } from './canonical';
import { type AuditEntry, auditEntrySchema } from './entry';
import type { AuditExportHeader } from './views';

// The two forms of docs/audit-format.md that a program can check.

export const CSV_COLUMNS = [
  'seq',
  'at',
  'actorId',
  'actorRole',
  'action',
  'entityType',
  'entityId',
  'subjectId',
  'clientId',
  'commitId',
  'metadata',
  'sealed',
  'digest',
  'previousHash',
  'hash',
] as const;
/** Stands in the first column of the row that holds the header. */
export const CSV_HEAD = 'head';

interface Chained {
  readonly seq: number;
  /** The text of the entry that was hashed. */
  readonly body: string;
  readonly digest: string;
  readonly previousHash: string;
  readonly hash: string;
}

export const jsonlHead = (header: AuditExportHeader): string =>
  `${canonicalJson({ ...header, head: { ...header.head } })}\n`;

/** The text goes in as it was hashed: whoever checks it needs not write it anew. */
export const jsonlLine = ({ body, previousHash, hash }: Chained): string =>
  `{"entry":${body},"hash":"${hash}","previousHash":"${previousHash}"}\n`;

export const jsonlStub = ({ seq, digest }: Chained): string =>
  `{"digest":"${digest}","seq":${seq}}\n`;

export const csvHead = (header: AuditExportHeader): string =>
  csvRow(CSV_COLUMNS) +
  csvRow([CSV_HEAD, jsonlHead(header).trimEnd(), ...CSV_COLUMNS.slice(2).map(() => '')]);

export function csvLine({ body, digest, previousHash, hash }: Chained): string {
  // The store wrote it; what it hashed is what stands here.
  const entry = JSON.parse(body) as AuditEntry;
  const cells: Readonly<Record<(typeof CSV_COLUMNS)[number], string>> = {
    seq: String(entry.seq),
    at: entry.at,
    actorId: entry.actorId,
    actorRole: entry.actorRole,
    action: entry.action,
    entityType: entry.entityType,
    entityId: entry.entityId ?? '',
    subjectId: entry.subjectId ?? '',
    clientId: entry.clientId ?? '',
    commitId: entry.commitId,
    metadata: canonicalJson(entry.metadata),
    sealed: entry.sealed ?? '',
    digest,
    previousHash,
    hash,
  };
  return csvRow(CSV_COLUMNS.map((column) => cells[column]));
}

export const csvStub = ({ seq, digest }: Chained): string =>
  csvRow(
    CSV_COLUMNS.map((column) =>
      column === 'seq' ? String(seq) : column === 'digest' ? digest : '',
    ),
  );

/** The text that was hashed, from the cells of a row; null when they make no entry. */
export function bodyOfCells(cells: Readonly<Record<string, string>>): string | null {
  const orNull = (text: string | undefined): string | null => text || null;
  let metadata: unknown;
  try {
    metadata = JSON.parse(cells.metadata ?? '');
  } catch {
    return null;
  }
  const entry = auditEntrySchema.safeParse({
    seq: Number(cells.seq),
    at: cells.at,
    actorId: cells.actorId,
    actorRole: cells.actorRole,
    action: cells.action,
    entityType: cells.entityType,
    entityId: orNull(cells.entityId),
    subjectId: orNull(cells.subjectId),
    clientId: orNull(cells.clientId),
    commitId: cells.commitId,
    metadata,
    sealed: orNull(cells.sealed),
  });
  return entry.success ? canonicalJson(entry.data) : null;
}

const csvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(safeCell(cell))).join(',')}\r\n`;

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
