import { shownReaders } from '@/electron/core/blind/shown-readers';
import { writeTable } from '@/electron/core/tables/write-table';
import type { AuditLine, AuditPage } from '@/shared/domain/audit/views';
import type { JobRow } from '@/shared/domain/jobs/views';
import {
  type ApplicationRow,
  type InterviewRow,
  type RecordFormat,
  type RecordKind,
  type RowsOf,
  tableOf,
} from '@/shared/domain/tables/record-exports';
import { noteExport } from '@/shared/usecases/exports/note-export';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api, Desk } from './door';

export { exportsContract } from '@/shared/contract/api/exports';

/** Rows read at a time: a page of them is a few milliseconds of the thread. */
const A_PAGE = 200;

export const exportsRouter = (
  api: Api['exports'],
  { handles }: { readonly handles: FileHandles },
) => ({
  jobs: api.jobs.handler(async ({ context, input, signal }) => {
    const desk = context.desk();
    const { text, filters } = input;
    const sort = { by: 'title', direction: 'asc' } as const;
    async function* jobs(): AsyncGenerator<JobRow> {
      for (let offset = 0; ; offset += A_PAGE) {
        const asked = { text, filters, sort, offset, limit: A_PAGE };
        const { rows } = await desk.deps.jobs.list(desk.actor, asked);
        yield* rows;
        if (rows.length < A_PAGE) return;
        await desk.deps.nextTurn();
      }
    }
    return write(desk, 'jobs', jobs(), { ...input, target: take(handles, input.handle) }, signal);
  }),
  applications: api.applications.handler(async ({ context, input, signal }) => {
    const desk = context.desk();
    const shown = shownReaders(desk.deps, desk.actor);
    async function* applications(): AsyncGenerator<ApplicationRow> {
      for (let after: string | null = null; ; ) {
        const rows: readonly ApplicationRow[] = await shown.applications.rows(desk.actor, {
          jobId: input.jobId,
          after,
          limit: A_PAGE,
        });
        yield* rows;
        after = rows.at(-1)?.application.id ?? null;
        if (rows.length < A_PAGE) return;
        await desk.deps.nextTurn();
      }
    }
    const target = take(handles, input.handle);
    return write(desk, 'applications', applications(), { ...input, target }, signal);
  }),
  interviews: api.interviews.handler(async ({ context, input, signal }) => {
    const desk = context.desk();
    const shown = shownReaders(desk.deps, desk.actor);
    async function* interviews(): AsyncGenerator<InterviewRow> {
      for (let after: string | null = null; ; ) {
        const page = { after, limit: A_PAGE };
        const rows: readonly InterviewRow[] = await shown.interviews.rows(desk.actor, page);
        yield* rows;
        after = rows.at(-1)?.interview.id ?? null;
        if (rows.length < A_PAGE) return;
        await desk.deps.nextTurn();
      }
    }
    const target = take(handles, input.handle);
    return write(desk, 'interviews', interviews(), { ...input, target }, signal);
  }),
  audit: api.audit.handler(async ({ context, input, signal }) => {
    const desk = context.desk();
    async function* entries(): AsyncGenerator<AuditLine> {
      for (let before: number | null = null; ; ) {
        const asked = { filters: input.filters, before, limit: A_PAGE };
        const page: AuditPage = await desk.deps.audit.list(desk.actor, asked);
        yield* page.lines;
        before = page.nextBefore;
        if (before === null) return;
      }
    }
    const target = take(handles, input.handle);
    return write(desk, 'audit', entries(), { ...input, target }, signal);
  }),
});

const take = (handles: FileHandles, handle: string): string => handles.take(handle)[0] ?? '';

interface Asked {
  readonly columns: readonly string[];
  readonly format: RecordFormat;
  readonly target: string;
  readonly jobId?: string | null;
}

/** Writes the records and says in the audit log that they went out: how many, as what, with which columns. */
async function write<K extends RecordKind>(
  { deps, actor }: Desk,
  kind: K,
  records: AsyncIterable<RowsOf[K]>,
  { columns, format, target, jobId = null }: Asked,
  signal: AbortSignal | undefined,
): Promise<{ readonly rows: number; readonly cut: number }> {
  const { header, cells } = tableOf(kind, columns);
  let rows = 0;
  async function* lines() {
    for await (const record of records) {
      signal?.throwIfAborted();
      rows += 1;
      yield cells(record);
    }
  }
  const { cut } = await writeTable({ header, rows: lines() }, format, target, signal);
  await noteExport(deps, actor, { kind, format, rows, columns: header.length, jobId });
  return { rows, cut };
}
