import type { TableImport } from '@/shared/domain/tables/records';
import type { Id } from '@/shared/kit/ids';

/** What the import of a table asks of the database. Not scoped: whom an actor reaches is asked of the candidate reader. */
export interface TableReader {
  /** Newest first. */
  readonly imports: (limit: number) => Promise<readonly TableImport[]>;
  readonly import: (id: Id) => Promise<TableImport | null>;
  readonly running: () => Promise<readonly TableImport[]>;
}
