import { open } from 'node:fs/promises';
import type { AuditDesk } from '@/electron/core/audit/audit-desk';
import { writeWhole } from '@/electron/core/tables/whole-file';
import { AUDIT_FORMAT } from '@/shared/domain/audit/entry';
import { csvHead, jsonlHead } from '@/shared/domain/audit/export-lines';
import { type AuditExportHeader, type AuditFilters, isNarrowed } from '@/shared/domain/audit/views';
import { nowIso } from '@/shared/kit/clock';
import type { Deps } from '@/shared/usecases/deps';

interface Exporting {
  readonly deps: Pick<Deps, 'audit' | 'clock'>;
  readonly audit: AuditDesk;
}

/** Entries that a query thread turns into lines at once. */
const STRETCH = 5000;

/** What stands before the entries, and the head that this export is proved by: signed now. */
export async function headerOf(
  { deps, audit }: Exporting,
  filters: AuditFilters,
): Promise<AuditExportHeader> {
  const head = audit.sign();
  const narrowed = Object.entries(filters).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return {
    kind: 'longlist-audit',
    format: AUDIT_FORMAT,
    exportedAt: nowIso(deps.clock),
    entries: head.seq,
    shown: isNarrowed(filters) ? await deps.audit.count(filters, head.seq) : head.seq,
    filter: isNarrowed(filters) ? Object.fromEntries(narrowed) : null,
    genesis: audit.genesis(),
    head,
  };
}

/** Writes the audit log to a file, whole or not at all. Errors (AppError): STORAGE_UNAVAILABLE. */
export async function exportAudit(
  desk: Exporting,
  { format, filters }: { readonly format: 'jsonl' | 'csv'; readonly filters: AuditFilters },
  target: string,
): Promise<AuditExportHeader> {
  const header = await headerOf(desk, filters);
  await writeWhole(target, async (beside) => {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.appendFile(format === 'csv' ? csvHead(header) : jsonlHead(header));
      for (let after = 0; after < header.entries; ) {
        const stretch = await desk.deps.audit.stretch({
          format,
          filters,
          after,
          until: header.entries,
          limit: STRETCH,
        });
        await file.appendFile(stretch.text);
        // A log from whose middle entries were taken is exported as it is: the check of the file says so.
        if (stretch.last === after) break;
        after = stretch.last;
      }
    } finally {
      await file.close();
    }
  });
  return header;
}
