import type { DatabaseKey } from '@/db/sqlite/connection';
import type {
  AnswersPreview,
  ImpactReport,
  ImpactRequest,
  ImpactSelection,
  ImpactStatus,
} from '@/shared/domain/adverse-impact/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { ErrorCode } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';

/** Where the answers are and what they are read with, apart from everything else. */
export interface AnswersPlace {
  readonly file: string;
  readonly key: DatabaseKey;
  /** What codes and subjects are made with. */
  readonly codesKey: Uint8Array;
}

/** The workspace's own database, to be read. */
export interface MainPlace {
  readonly file: string;
  readonly key: DatabaseKey;
}

/** A file of answers that somebody chose. */
interface AnswersFile {
  readonly path: string;
}

/** What the thread of the workbook is started with. It does the one thing, answers, and ends. */
export type ImpactTask = { readonly answers: AnswersPlace } & (
  | { readonly kind: 'status' }
  | {
      readonly kind: 'report';
      readonly main: MainPlace;
      readonly actor: Actor;
      readonly request: ImpactRequest;
      readonly now: string;
    }
  | {
      readonly kind: 'save-codes';
      readonly main: MainPlace;
      readonly actor: Actor;
      readonly selection: ImpactSelection;
      readonly target: string;
    }
  | { readonly kind: 'preview'; readonly main: MainPlace; readonly csv: AnswersFile }
  | {
      readonly kind: 'accept';
      readonly main: MainPlace;
      readonly csv: AnswersFile & { readonly sha256: string };
      readonly day: string;
    }
  | { readonly kind: 'withdraw'; readonly codes: readonly string[] }
  | { readonly kind: 'forget-all' }
  /** Everything these said: their applications are erased. */
  | { readonly kind: 'forget'; readonly applicationIds: readonly Id[] }
  /** What these said, for the people themselves. */
  | { readonly kind: 'said'; readonly applicationIds: readonly Id[] }
);

export interface ImpactAnswers {
  readonly status: ImpactStatus;
  readonly report: ImpactReport;
  readonly 'save-codes': { readonly rows: number };
  readonly preview: Omit<AnswersPreview, 'id'> & { readonly sha256: string };
  readonly accept: { readonly people: number };
  readonly withdraw: { readonly people: number };
  readonly 'forget-all': { readonly people: number };
  readonly forget: { readonly people: number };
  readonly said: readonly Readonly<Record<string, string>>[];
}

export type ImpactReply =
  | { readonly outcome: 'answer'; readonly value: unknown }
  | { readonly outcome: 'refused'; readonly code: ErrorCode; readonly message: string }
  | { readonly outcome: 'failed'; readonly message: string };
