import { AUDITED } from '@/shared/domain/audit/audited';
import { canonicalJson, type Json } from '@/shared/domain/audit/canonical';
import { type AuditEntry, chained } from '@/shared/domain/audit/entry';
import { type MainRecord, mainRecordOf } from '@/shared/domain/audit/main-record';
import { factsOf, sealable, type Told } from '@/shared/domain/audit/tell-changes';
import type { Id } from '@/shared/kit/ids';
import type { CommitRequest } from '@/shared/usecases/ports/store';
import type { Statements } from '../statements';
import type { AppliedChange } from './apply-change';
import { chainGenesis, chainTail } from './audit-chain';
import { sha256 } from './audit-hash';
import { forgetKey, seal } from './audit-seal';

/** Collects what a commit did and writes its audit entries, in the transaction of the commit. */
export interface AuditLog {
  readonly add: (change: AppliedChange | null) => void;
  /** Answers how many entries there were to write. */
  readonly write: () => number;
}

export function createAuditLog(
  sql: Statements,
  request: CommitRequest,
  commit: { readonly commitId: Id; readonly at: string },
): AuditLog {
  const isAudited = AUDITED[request.action].by === 'records';
  const groups = new Map<Id, Group>();
  const erased = new Set<Id>();

  return {
    add: (change) => {
      if (change === null) return;
      if (change.entity === 'erasure') erased.add(String(change.record.candidateId));
      const main = isAudited ? mainRecordOf(change.entity, change.record) : null;
      if (main === null) return;
      const group = groups.get(main.id);
      if (group === undefined) groups.set(main.id, { main, told: [change] });
      else {
        group.told.push(change);
        group.main = moreOf(group.main, main);
      }
    },
    write: () => {
      for (const subjectId of erased) forgetKey(sql, subjectId);
      const notes = request.audit ?? [];
      if (groups.size === 0 && notes.length === 0) return 0;
      const chain = continueChain(sql);
      const common = {
        at: commit.at,
        actorId: request.actor.id,
        actorRole: request.actor.role,
        commitId: commit.commitId,
      };
      const about = {
        ...(request.undoes !== undefined && { undoes: request.undoes }),
        ...(request.partOf !== undefined && { partOf: request.partOf }),
      };
      for (const { main, told } of groups.values()) {
        const changes = erased.has(main.subjectId) ? [] : sealable(told);
        chain.append({
          ...common,
          action: request.action,
          entityType: main.type,
          entityId: main.id,
          subjectId: main.subjectId,
          clientId: main.clientId ?? clientOf(sql, main.jobId),
          metadata: { ...factsOf(told), ...about },
          sealed: changes.length === 0 ? null : seal(sql, main.subjectId, commit.commitId, changes),
        });
      }
      for (const note of notes) {
        chain.append({
          ...common,
          action: note.action,
          entityType: note.entityType,
          entityId: note.entityId,
          subjectId: note.entityId,
          clientId:
            note.clientId ?? clientOf(sql, note.entityType === 'job' ? note.entityId : null),
          metadata: note.metadata ?? {},
          sealed: null,
        });
      }
      return groups.size + notes.length;
    },
  };
}

interface Group {
  main: MainRecord;
  readonly told: Told[];
}

/** Of one record told of by several rows, what any of them knows: the tag of an application does not know its job. */
const moreOf = (known: MainRecord, more: MainRecord): MainRecord => ({
  ...known,
  clientId: known.clientId ?? more.clientId,
  jobId: known.jobId ?? more.jobId,
});

function clientOf(sql: Statements, jobId: Id | null): Id | null {
  if (jobId === null) return null;
  const clientId = sql('SELECT client_id FROM job WHERE id = ?').pluck().get(jobId);
  return typeof clientId === 'string' ? clientId : null;
}

function continueChain(sql: Statements): {
  readonly append: (entry: Omit<AuditEntry, 'seq'>) => void;
} {
  let { seq, hash } = chainTail(sql) ?? chainGenesis(sql);
  const insert = sql('INSERT INTO audit_entry (seq, body, hash) VALUES (?, ?, ?)');
  return {
    append: (entry) => {
      seq += 1;
      const body = textOf({ ...entry, seq });
      hash = chained(sha256, hash, sha256.ofText(body));
      insert.run(seq, body, hash);
    },
  };
}

/** Written out, for sorting the keys of each entry anew is most of the cost; a test holds it to `canonicalJson`. */
function textOf(entry: AuditEntry): string {
  const text = (value: Json): string => canonicalJson(value);
  return `{"action":${text(entry.action)},"actorId":${text(entry.actorId)},"actorRole":${text(entry.actorRole)},"at":${text(entry.at)},"clientId":${text(entry.clientId)},"commitId":${text(entry.commitId)},"entityId":${text(entry.entityId)},"entityType":${text(entry.entityType)},"metadata":${text(entry.metadata)},"sealed":${text(entry.sealed)},"seq":${entry.seq},"subjectId":${text(entry.subjectId)}}`;
}
