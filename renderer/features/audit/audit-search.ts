import { z } from 'zod';
import { AUDIT_GROUPS, type AuditFilters } from '@/shared/domain/audit/views';
import { idSchema } from '@/shared/kit/ids';

const id = idSchema.optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What the address of the audit screen holds: what it is narrowed to, and the entry that is open. */
export const auditSearchSchema = z.object({
  person: id,
  kind: z.enum(AUDIT_GROUPS).optional().catch(undefined),
  record: id,
  client: id,
  /** Days, both of them meant. */
  from: day,
  to: day,
  entry: z.number().int().positive().optional().catch(undefined),
});
export type AuditSearch = z.infer<typeof auditSearchSchema>;

/** The address as the core is asked: a day begins at midnight where the person is. */
export function filtersOf({ person, kind, record, client, from, to }: AuditSearch): AuditFilters {
  return {
    actorId: person ?? null,
    group: kind ?? null,
    recordId: record ?? null,
    clientId: client ?? null,
    from: from === undefined ? null : midnight(from, 0),
    to: to === undefined ? null : midnight(to, 1),
  };
}

function midnight(written: string, daysAfter: number): string {
  const [year = 0, month = 1, date = 1] = written.split('-').map(Number);
  return new Date(year, month - 1, date + daysAfter).toISOString();
}
