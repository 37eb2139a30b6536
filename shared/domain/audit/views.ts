import { z } from 'zod';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { ACTIONS } from '@/shared/domain/history/change';
import { AUDIT_ONLY_ACTIONS } from './actions';
import { AUDIT_FORMAT, auditEntrySchema, auditHeadSchema } from './entry';

/** What the log can be narrowed to: a handful of kinds of deeds, not eighty names. */
export const AUDIT_GROUPS = [
  'access',
  'candidates',
  'sharing',
  'jobs',
  'applications',
  'exports',
  'privacy',
  'rest',
] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

const PREFIXES: Readonly<Record<Exclude<AuditGroup, 'rest'>, RegExp>> = {
  access: /^(auth|user|role|password|totp|credential|access|key)\.|^workspace\.(un)?locked$/,
  candidates:
    /^(resume\.(imported|updated|reparsed)|candidate\.(added|edited|confirmed|archived|unarchived|merged|unmerged|owner-changed)|note\.|tag\.|duplicate\.|list\.|custom-value\.|table\.)/,
  sharing: /^share\./,
  jobs: /^(job|job-template|client|contact)\./,
  applications: /^(application|shortlist|match|interview|hiring|transition)\./,
  exports: /^(export\.|resume\.downloaded|data-request\.|audit\.exported|backup\.)/,
  privacy:
    /^(consent|retention|hold|self-identification)\.|^candidate\.(quarantined|released|erased|anonymised)$/,
};

/** The actions of a group; of `rest`, those of no other. */
export function actionsIn(group: AuditGroup): readonly string[] {
  const all: readonly string[] = [...ACTIONS, ...AUDIT_ONLY_ACTIONS];
  if (group !== 'rest') return all.filter((action) => PREFIXES[group].test(action));
  return all.filter((action) => !Object.values(PREFIXES).some((prefix) => prefix.test(action)));
}

/** Absent and null: not narrowed by that. */
export const auditFiltersSchema = z.object({
  actorId: idSchema.nullable().default(null),
  group: z.enum(AUDIT_GROUPS).nullable().default(null),
  /** A record, or the candidate that records are about. */
  recordId: idSchema.nullable().default(null),
  clientId: idSchema.nullable().default(null),
  /** From this moment on, and until before this one. */
  from: instantSchema.nullable().default(null),
  to: instantSchema.nullable().default(null),
});
export type AuditFilters = z.infer<typeof auditFiltersSchema>;
export const NO_AUDIT_FILTERS: AuditFilters = {
  actorId: null,
  group: null,
  recordId: null,
  clientId: null,
  from: null,
  to: null,
};
export const isNarrowed = (filters: AuditFilters): boolean =>
  Object.values(filters).some((value) => value !== null);

export const auditListRequestSchema = z.object({
  filters: auditFiltersSchema,
  /** Entries before this one; null for the newest. */
  before: z.number().int().positive().nullable().default(null),
  limit: z.number().int().min(1).max(200).default(100),
});
export type AuditListRequest = z.infer<typeof auditListRequestSchema>;

/** A record by the name it has now; `gone` when it is not there any more, `hidden` when it is not the reader's to see. */
const namedSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('named'), name: z.string() }),
  z.object({ state: z.literal('gone') }),
  z.object({ state: z.literal('hidden') }),
  z.object({ state: z.literal('none') }),
]);
export type Named = z.infer<typeof namedSchema>;

export const auditLineSchema = z.object({
  entry: auditEntrySchema.omit({ sealed: true }),
  /** Null when there is no such user any more. */
  actorName: z.string().nullable(),
  record: namedSchema,
  clientName: z.string().nullable(),
});
export type AuditLine = z.infer<typeof auditLineSchema>;

export const auditPageSchema = z.object({
  lines: z.array(auditLineSchema),
  nextBefore: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

const fieldsSchema = z.record(z.string(), z.json()).nullable();
export const auditDetailSchema = z.object({
  line: auditLineSchema,
  hash: z.string(),
  previousHash: z.string(),
  /** `closed`: the key is gone with whom it was about, or what is there is not what was sealed. `hidden`: not the reader's to see. */
  sealed: z.discriminatedUnion('state', [
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('hidden') }),
    z.object({ state: z.literal('closed') }),
    z.object({
      state: z.literal('open'),
      changes: z.array(
        z.object({ entity: z.string(), id: z.string(), before: fieldsSchema, after: fieldsSchema }),
      ),
    }),
  ]),
});
export type AuditDetail = z.infer<typeof auditDetailSchema>;

/** What comes before the entries of an export, and proves them. */
export const auditExportHeaderSchema = z.strictObject({
  kind: z.literal('longlist-audit'),
  format: z.literal(AUDIT_FORMAT),
  exportedAt: instantSchema,
  /** How many entries the chain had, which is the number of the last; all are here, or their digests. */
  entries: z.number().int().nonnegative(),
  /** How many of them are shown. */
  shown: z.number().int().nonnegative(),
  /** What the export was narrowed to; null for everything. */
  filter: z.record(z.string(), z.string()).nullable(),
  /** What the first entry follows: SHA-256 of `longlist-audit-1:` and the id of the database, as hex. */
  genesis: z.string().regex(/^[0-9a-f]{64}$/),
  head: auditHeadSchema,
});
export type AuditExportHeader = z.infer<typeof auditExportHeaderSchema>;

export const chainPlaceSchema = z.object({ seq: z.number().int().nonnegative(), hash: z.string() });
export const chainBreakSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing'), seq: z.number(), until: z.number() }),
  z.object({ kind: z.literal('misplaced'), seq: z.number(), says: z.number().nullable() }),
  z.object({ kind: z.literal('changed'), seq: z.number() }),
]);
export const headFindingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agrees'), head: auditHeadSchema, after: z.number() }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('unreadable') }),
  z.object({ kind: z.literal('foreign'), head: auditHeadSchema }),
  z.object({ kind: z.literal('cut'), head: auditHeadSchema, tail: z.number() }),
  z.object({ kind: z.literal('rewritten'), head: auditHeadSchema }),
]);
