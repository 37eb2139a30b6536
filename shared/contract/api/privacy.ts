import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { candidateSelectionSchema } from '@/shared/domain/candidates/selection';
import { consentInputSchema } from '@/shared/domain/privacy/consent';
import {
  erasureSchema,
  RETENTION_ENDS,
  retentionRuleSchema,
} from '@/shared/domain/privacy/records';
import { privacySettingsSchema } from '@/shared/domain/privacy/settings';
import {
  consentViewSchema,
  erasurePreviewSchema,
  holdViewSchema,
  privacyPanelSchema,
  quarantineViewSchema,
  retentionPreviewSchema,
  retentionRuleViewSchema,
  retentionStatusSchema,
  returnedViewSchema,
  searchLogViewSchema,
} from '@/shared/domain/privacy/views';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

const count = z.number().int().nonnegative();
const committed = z.object({ commitId: idSchema });
const ofCandidate = z.object({ candidateId: idSchema });
const reason = z.string().trim().max(2000);
const rule = retentionRuleSchema.pick({
  name: true,
  about: true,
  minimumDays: true,
  maximumDays: true,
  end: true,
  enabled: true,
});

/** The most people who are erased with one deed. */
export const ERASE_MAX = 500;

export const privacyContract = {
  /** Consent, holds, quarantine and what the rules say of one candidate. */
  panel: procedure('candidate.edit').input(ofCandidate).output(privacyPanelSchema),
  /** On what basis data are held and until when; null withdraws it. One undo takes it back. */
  setConsent: procedure('candidate.edit')
    .input(z.object({ selection: candidateSelectionSchema, consent: consentInputSchema }))
    .output(z.object({ commitId: idSchema.nullable(), changed: count, gone: count })),
  /** Consent that ends within so many days, or is over. */
  expiring: procedure('candidate.edit')
    .input(
      z.object({
        days: z.number().int().min(0).max(3650),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ total: count, rows: z.array(consentViewSchema) })),

  settings: procedure('workspace.read').output(privacySettingsSchema),
  changeSettings: procedure('privacy.manage')
    .input(privacySettingsSchema.partial())
    .output(privacySettingsSchema),

  rules: procedure('privacy.manage').output(z.array(retentionRuleViewSchema)),
  saveRule: procedure('privacy.manage')
    .input(z.object({ id: idSchema.nullable(), version: count, rule }))
    .output(z.object({ id: idSchema, commitId: idSchema })),
  deleteRule: procedure('privacy.manage')
    .input(z.object({ id: idSchema, version: z.number().int().positive() }))
    .output(committed),
  /** What the rules would do today; with a draft in place of the rule of its id, or beside all of them. */
  previewRules: procedure('privacy.manage')
    .input(z.object({ draft: rule.extend({ id: idSchema.nullable() }).nullable() }))
    .output(retentionPreviewSchema),
  retentionStatus: procedure('privacy.manage').output(retentionStatusSchema),
  /** Looks at the rules now. CONFLICT when the clock jumped and nobody says that it is right. */
  runRetention: procedure('privacy.manage')
    .input(z.object({ clockIsRight: z.boolean() }))
    .output(z.object({ quarantined: count, erased: count, due: count })),

  quarantines: procedure('privacy.manage')
    .input(
      z.object({
        dueOnly: z.boolean(),
        limit: z.number().int().min(1).max(500),
        offset: count,
      }),
    )
    .output(z.object({ total: count, rows: z.array(quarantineViewSchema) })),
  quarantine: procedure('privacy.manage')
    .input(ofCandidate.extend({ reason: reason.min(1), end: z.enum(RETENTION_ENDS) }))
    .output(committed),
  release: procedure('privacy.manage').input(ofCandidate).output(committed),

  holds: procedure('privacy.manage').output(z.array(holdViewSchema)),
  placeHold: procedure('privacy.manage')
    .input(ofCandidate.extend({ reason: reason.min(1) }))
    .output(committed),
  releaseHold: procedure('privacy.manage').input(ofCandidate).output(committed),

  /** What an erasure would take, kind by kind. */
  previewErasure: procedure('privacy.manage').input(ofCandidate).output(erasurePreviewSchema),
  /**
   * Erases people or makes them anonymous, with no way back. `typed` is what the person typed to confirm: the name of the one, or the
   * number of the many. CONFLICT under a legal hold; INVALID for another text, and without a reason where a rule wants them kept.
   */
  erase: procedure('privacy.manage')
    .input(
      z.object({
        candidateIds: z.array(idSchema).min(1).max(ERASE_MAX),
        kind: z.enum(RETENTION_ENDS),
        reason,
        typed: z.string().max(1000),
      }),
    )
    .output(z.object({ erased: count, gone: count })),
  erasures: procedure('privacy.manage').output(
    z.array(
      erasureSchema
        .pick({
          id: true,
          candidateId: true,
          kind: true,
          reason: true,
          erasedAt: true,
          counts: true,
        })
        .extend({
          /** Whether something of theirs is still known, so that they would be kept out if they came in again. */
          isKnown: z.boolean(),
        }),
    ),
  ),
  /**
   * Forgets what would know somebody again who was erased: they come in like anybody else from then on, also with the row of a table, of
   * which nothing is kept that could wait for a decision. NOT_FOUND when nothing knows them.
   */
  letIn: procedure('privacy.manage')
    .input(z.object({ erasureId: idSchema }))
    .output(committed),
  /** Files that would bring back somebody who was erased. */
  returned: procedure('privacy.manage').output(z.array(returnedViewSchema)),
  decideReturned: procedure('privacy.manage')
    .input(z.object({ itemId: idSchema, letIn: z.boolean() }))
    .output(z.object({ letIn: z.boolean() })),

  /** Everything held on a person, as one ZIP: a page to read, JSON, and the original files. */
  dataRequest: procedure('privacy.request')
    .input(ofCandidate.extend({ handle: z.string() }))
    .output(z.object({ rows: count, files: count, missing: count, bytes: count })),

  /** Who searched what, newest first. */
  searchLog: procedure('search-log.read')
    .input(
      z.object({
        userId: idSchema.nullable(),
        containing: z.string().max(200),
        before: z.object({ at: instantSchema, id: idSchema }).nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.array(searchLogViewSchema)),
  exportSearchLog: procedure('search-log.read')
    .input(z.object({ handle: z.string(), format: z.enum(['csv', 'json']) }))
    .output(z.object({ entries: count })),
};
