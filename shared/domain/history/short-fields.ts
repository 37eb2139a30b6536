import type { ActionName, HistoryEntry } from '@/shared/domain/history/change';
import { clip, squeeze } from '@/shared/kit/text';

/** One line of the timeline: what a field was and what it became, as short text; null for nothing. */
export interface ShortField {
  readonly entity: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Deeds of the machine: thousands of fields at once, which the résumé itself shows better. */
const WITHOUT_FIELDS: readonly ActionName[] = [
  'resume.imported',
  'resume.updated',
  'import.ran',
  'import.controlled',
  'workspace.created',
  'client.created',
  'job.created',
];

/** What the software keeps for itself beside a person's words. */
const INTERNAL = new Set([
  'id',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'candidateId',
  'mergedIntoId',
  'otherId',
  'ownerId',
  'authorId',
  'authorName',
  'skillId',
  'tagId',
  'listId',
  'jobId',
  'clientId',
  'userId',
  'contactId',
  'openedAt',
  'endedAt',
  'currentResumeId',
  'position',
  'provenance',
  'key',
  'months',
  'declared',
  'applicationId',
  'interviewerIds',
  'inviteSentBy',
]);
/** What was derived from a place as it was written; a client's address is written field by field. */
const DERIVED = new Set(['city', 'region', 'country']);

const MAX_FIELDS = 50;
const MAX_TEXT = 300;

/** Field by field what a person's edit changed. Empty for imports and for fields that nobody reads. */
export function shortFields(
  entry: Pick<HistoryEntry, 'action' | 'changes'>,
): readonly ShortField[] {
  if (WITHOUT_FIELDS.includes(entry.action)) return [];
  const fields: ShortField[] = [];
  for (const { entity, before, after } of entry.changes) {
    // That two are one says the deed itself.
    if (entity === 'merge') continue;
    const names = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
    for (const field of names) {
      if (INTERNAL.has(field) || (DERIVED.has(field) && entity !== 'client')) continue;
      const was = shortText(before?.[field]);
      const is = shortText(after?.[field]);
      if (was !== is) fields.push({ entity, field, before: was, after: is });
      if (fields.length === MAX_FIELDS) return fields;
    }
  }
  return fields;
}

function shortText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return clip(squeeze(value), MAX_TEXT);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return clip(JSON.stringify(value), MAX_TEXT);
}
