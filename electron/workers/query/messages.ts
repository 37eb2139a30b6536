import { z } from 'zod';
import {
  auditFiltersSchema,
  auditListRequestSchema,
  chainPlaceSchema,
} from '@/shared/domain/audit/views';
import { selectionRequestSchema } from '@/shared/domain/candidates/selection';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import { completeRequestSchema, suggestRequestSchema } from '@/shared/domain/search/suggestions';
import { deedsRequestSchema } from '@/shared/domain/history/deeds';
import { behindRequestSchema, reportFiltersSchema } from '@/shared/domain/reports/figures';
import {
  explainRequestSchema,
  matchStatisticsRequestSchema,
  rankRequestSchema,
} from '@/shared/domain/matching/views';
import { actorSchema } from '@/shared/domain/workspace/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { AppError, ERROR_CODES, type ErrorCode } from '@/shared/kit/app-error';

/** What a database is opened with; handed to a thread in its data, never in its arguments or environment. */
export const databaseKeySchema = z.union([z.instanceof(Uint8Array), z.literal('plain')]);

/** What a query thread needs to start. */
export const queryThreadDataSchema = z.object({
  databasePath: z.string(),
  databaseKey: databaseKeySchema,
});

/** A question of matching: `Matching` by the names of its functions. */
const matchingAskSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('rank'), request: rankRequestSchema }),
  z.object({ of: z.literal('statistics'), request: matchStatisticsRequestSchema }),
  z.object({ of: z.literal('explain'), request: explainRequestSchema }),
  z.object({ of: z.literal('counterfactual'), request: explainRequestSchema }),
  z.object({ of: z.literal('forCandidate'), candidateId: idSchema }),
  z.object({ of: z.literal('best'), jobId: idSchema }),
  z.object({ of: z.literal('news'), jobId: idSchema, since: instantSchema }),
]);
export type MatchingAsk = z.infer<typeof matchingAskSchema>;

/** A question about the audit log: `AuditReader` by the names of its functions. */
const auditAskSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('list'), actor: actorSchema, request: auditListRequestSchema }),
  z.object({ of: z.literal('entry'), actor: actorSchema, seq: z.number().int() }),
  z.object({
    of: z.literal('verify'),
    from: chainPlaceSchema.nullable(),
    limit: z.number().int().positive(),
  }),
  z.object({ of: z.literal('count'), filters: auditFiltersSchema, until: z.number().int() }),
  z.object({
    of: z.literal('stretch'),
    request: z.object({
      format: z.enum(['jsonl', 'csv']),
      filters: auditFiltersSchema,
      after: z.number().int(),
      until: z.number().int(),
      limit: z.number().int().positive(),
    }),
  }),
]);
export type AuditAsk = z.infer<typeof auditAskSchema>;

/** A question to a query thread. It answers each with one reply of the same `id`, in order. */
export const queryMessageSchema = z.discriminatedUnion('kind', [
  z.object({
    id: z.number().int(),
    kind: z.literal('search'),
    actor: actorSchema,
    request: candidateSearchRequestSchema,
  }),
  /** Answered with the ids in one text, a line each: a list of 100,000 would cost the core's thread tenths of a second. */
  z.object({
    id: z.number().int(),
    kind: z.literal('ids'),
    actor: actorSchema,
    request: selectionRequestSchema,
  }),
  z.object({
    id: z.number().int(),
    kind: z.literal('suggest'),
    actor: actorSchema,
    request: suggestRequestSchema,
  }),
  /** What was done. */
  z.object({
    id: z.number().int(),
    kind: z.literal('deeds'),
    actor: actorSchema,
    request: deedsRequestSchema,
  }),
  z.object({
    id: z.number().int(),
    kind: z.literal('report'),
    actor: actorSchema,
    request: reportFiltersSchema,
  }),
  /** What a figure of a report counts. */
  z.object({
    id: z.number().int(),
    kind: z.literal('behind'),
    actor: actorSchema,
    request: behindRequestSchema,
  }),
  /** Read what a job asks for from its description. */
  z.object({
    id: z.number().int(),
    kind: z.literal('read-job'),
    request: z.object({ text: z.string() }),
  }),
  /** Every list with its count. */
  z.object({ id: z.number().int(), kind: z.literal('lists'), actor: actorSchema }),
  z.object({
    id: z.number().int(),
    kind: z.literal('complete'),
    actor: actorSchema,
    request: completeRequestSchema,
  }),
  z.object({
    id: z.number().int(),
    kind: z.literal('matching'),
    actor: actorSchema,
    ask: matchingAskSchema,
  }),
  z.object({ id: z.number().int(), kind: z.literal('audit'), ask: auditAskSchema }),
  /** Make what the next candidates are matched by, for the core to write. */
  z.object({
    id: z.number().int(),
    kind: z.literal('make-facts'),
    limit: z.number().int().positive(),
  }),
  /** Look who reaches the thresholds of open jobs now, for the core to write. */
  z.object({ id: z.number().int(), kind: z.literal('look-for-news') }),
  /** Load what the first search needs, between questions. Answered at once. */
  z.object({ id: z.number().int(), kind: z.literal('warm') }),
  /** Look the whole database over. */
  z.object({ id: z.number().int(), kind: z.literal('check') }),
]);
export type QueryMessage = z.infer<typeof queryMessageSchema>;

const errorCodes = Object.keys(ERROR_CODES).filter(
  (code): code is ErrorCode => code in ERROR_CODES,
);

export const queryReplySchema = z.discriminatedUnion('outcome', [
  z.object({ id: z.number().int(), outcome: z.literal('answer'), value: z.unknown() }),
  /** An expected failure. */
  z.object({
    id: z.number().int(),
    outcome: z.literal('refused'),
    code: z.enum(errorCodes),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
  /** A bug in the thread; the message is for the log. */
  z.object({ id: z.number().int(), outcome: z.literal('broken'), message: z.string() }),
]);
export type QueryReply = z.infer<typeof queryReplySchema>;

/** An error of the thread as a reply. */
export function failureReply(id: number, error: unknown): QueryReply {
  if (error instanceof AppError) {
    return {
      id,
      outcome: 'refused',
      code: error.code,
      message: error.message,
      details: { ...error.details },
    };
  }
  return {
    id,
    outcome: 'broken',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
