import type { AccessLevel } from '@/shared/domain/access/facts';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { LeveledRecord } from '@/shared/usecases/ports/readers';
import type { Statements } from '../statements';
import {
  applicationScope,
  candidateScope,
  clientScope,
  interviewScope,
  jobScope,
  type Scope,
} from './scope';

/** How far an actor comes with each of these records; what they do not reach is left out. */
export function readLevels(
  sql: Statements,
  actor: Actor,
  about: LeveledRecord,
  ids: readonly Id[],
): ReadonlyMap<Id, AccessLevel> {
  const [view, comment, edit] = LEVELS.map((least) => SCOPES[about](actor, least));
  if (view === undefined || comment === undefined || edit === undefined) return new Map();
  const rows = sql(
    `SELECT x.id AS id, ${comment.where} AS comment, ${edit.where} AS edit
     FROM json_each(?) wanted CROSS JOIN ${FROM[about]} WHERE ${view.where}`,
  ).all(...comment.params, ...edit.params, JSON.stringify(ids), ...view.params) as readonly {
    readonly id: Id;
    readonly comment: 0 | 1;
    readonly edit: 0 | 1;
  }[]; // The columns named above.
  return new Map(
    rows.map((row) => [row.id, row.edit === 1 ? 'edit' : row.comment === 1 ? 'comment' : 'view']),
  );
}

const LEVELS = ['view', 'comment', 'edit'] as const;
type Level = (typeof LEVELS)[number];

const FROM: Readonly<Record<LeveledRecord, string>> = {
  candidate: 'candidate x ON x.id = wanted.value',
  job: 'job x ON x.id = wanted.value',
  client: 'client x ON x.id = wanted.value',
  application: 'application x ON x.id = wanted.value JOIN candidate xc ON xc.id = x.candidate_id',
  interview: `interview x ON x.id = wanted.value JOIN application xa ON xa.id = x.application_id
    JOIN candidate xc ON xc.id = x.candidate_id`,
};

const SCOPES: Readonly<Record<LeveledRecord, (actor: Actor, least: Level) => Scope>> = {
  candidate: (actor, least) => candidateScope(actor, 'x', least),
  job: (actor, least) => jobScope(actor, 'x', least),
  client: (actor, least) => clientScope(actor, 'x', least),
  application: (actor, least) =>
    applicationScope(actor, { application: 'x', candidate: 'xc' }, least),
  interview: (actor, least) =>
    interviewScope(actor, { interview: 'x', application: 'xa', candidate: 'xc' }, least),
};
