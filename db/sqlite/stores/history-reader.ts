import type { CommitHead } from '@/shared/domain/history/change';
import { TAKEN_BACK_BY_HAND } from '@/shared/domain/history/deeds';
import type { HistoryReader } from '@/shared/usecases/ports/readers';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { statementsOf } from '../statements';
import { reaches } from './candidate-reader';
import { readDeeds } from './deeds';
import { entryOf } from './history-entry';
import { inverseOf, partlyInverseOf } from './inverse';
import { IS_TAKEN_BACK } from './log-lines';
import { readTree } from './merge-state';
import { readPast } from './past';
import { worksAtDesk } from './scope';

export function createHistoryReader(db: Sqlite): HistoryReader {
  const sql = statementsOf(db);
  return {
    timeline: async (actor, candidateId, page) =>
      guarded(() => {
        if (!reaches(sql, actor, candidateId)) return [];
        // What was done to people who were merged into this one is part of the story.
        const people = readTree(sql, candidateId);
        const commits = sql(
          `SELECT DISTINCT k.id AS "commitId", k.at AS at, k.actor_id AS "actorId", k.actor_name AS "actorName", k.action AS action,
             k.undoes AS undoes, CASE WHEN ${IS_TAKEN_BACK} THEN k.undone_by END AS "undoneBy", k.part_of AS "partOf"
           FROM change_log l JOIN commit_log k ON k.id = l.commit_id
           WHERE l.subject_id IN (SELECT value FROM json_each(?)) AND k.rowid < coalesce((SELECT rowid FROM commit_log WHERE id = ?), 9e18)
           ORDER BY k.rowid DESC LIMIT ?`,
        ).all(
          JSON.stringify(people),
          page.beforeCommitId ?? null,
          page.limit,
        ) as readonly CommitHead[]; // The columns named above.
        const once = new Map(commits.map((commit) => [commit.commitId, commit]));
        return [...once.values()].map((commit) => entryOf(sql, actor, commit, people));
      }),
    lastUndoable: async (actor) =>
      guarded(
        () =>
          (sql(
            `SELECT ${HEAD} FROM commit_log k WHERE k.actor_id = ? AND k.undone_by IS NULL
               AND k.action IN (${BY_HAND}) ORDER BY k.rowid DESC LIMIT 1`,
          ).get(actor.id) as CommitHead | undefined) ?? null, // The columns of HEAD.
      ),
    lastUndone: async (actor) =>
      guarded(
        () =>
          (sql(
            `SELECT ${HEAD} FROM commit_log k JOIN commit_log t ON t.id = k.undoes
             WHERE k.actor_id = ? AND k.action = 'undone' AND k.undone_by IS NULL AND t.undoes IS NULL
               AND k.rowid > coalesce((SELECT n.rowid FROM commit_log n WHERE n.actor_id = ? AND n.action IN (${BY_HAND})
                 ORDER BY n.rowid DESC LIMIT 1), 0)
             ORDER BY k.rowid DESC LIMIT 1`,
          ).get(actor.id, actor.id) as CommitHead | undefined) ?? null, // The columns of HEAD.
      ),
    commit: async (actor, commitId) =>
      guarded(() => {
        const commit = sql(`SELECT ${HEAD} FROM commit_log k WHERE k.id = ?`).get(commitId) as
          | CommitHead
          | undefined; // The columns of HEAD.
        if (commit === undefined || (commit.actorId !== actor.id && !worksAtDesk(actor)))
          return null;
        return commit;
      }),
    partsOf: async (bulkId, limit) =>
      guarded(() =>
        sql(
          'SELECT id FROM commit_log WHERE part_of = ? AND undone_by IS NULL ORDER BY rowid DESC LIMIT ?',
        )
          .pluck()
          .all(bulkId, limit ?? -1)
          .map(String),
      ),
    past: async (actor, candidateId, moment) =>
      guarded(() => (reaches(sql, actor, candidateId) ? readPast(sql, candidateId, moment) : null)),
    deeds: async (actor, request) => guarded(() => readDeeds(sql, actor, request)),
    inverse: async (actor, commitId) => guarded(() => inverseOf(sql, actor, commitId)),
    partlyInverse: async (actor, commitId) => guarded(() => partlyInverseOf(sql, actor, commitId)),
  };
}

const BY_HAND = TAKEN_BACK_BY_HAND.map((action) => `'${action}'`).join(', ');

const HEAD = `k.id AS "commitId", k.at AS at, k.actor_id AS "actorId", k.actor_name AS "actorName", k.action AS action,
  k.undoes AS undoes, k.undone_by AS "undoneBy", k.part_of AS "partOf"`;
