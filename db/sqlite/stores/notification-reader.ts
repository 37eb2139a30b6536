import type { NotificationReader } from '@/shared/usecases/ports/search-readers';
import type { Sqlite } from '../connection';
import { decode, entityTable } from '../entities';
import { guarded } from '../errors';
import { statementsOf } from '../statements';
import { readJobNews } from './job-news';

/** What people are told of; each reads their own. */
export function createNotificationReader(db: Sqlite): NotificationReader {
  const sql = statementsOf(db);
  const { select } = entityTable('notification');
  return {
    list: async (actor, limit) =>
      guarded(() =>
        sql(
          `SELECT ${select} FROM notification WHERE user_id = ? ORDER BY created_at DESC, id DESC LIMIT ?`,
        )
          .all(actor.id, limit)
          .map((row) => decode('notification', row)),
      ),
    countUnread: async (actor) =>
      guarded(() =>
        Number(
          sql('SELECT count(*) FROM notification WHERE user_id = ? AND read_at IS NULL')
            .pluck()
            .get(actor.id),
        ),
      ),
    unread: async (actor, limit) =>
      guarded(() =>
        sql(
          `SELECT ${select} FROM notification WHERE user_id = ? AND read_at IS NULL ORDER BY created_at DESC, id DESC LIMIT ?`,
        )
          .all(actor.id, limit)
          .map((row) => decode('notification', row)),
      ),
    one: async (actor, id) =>
      guarded(() => {
        const row = sql(`SELECT ${select} FROM notification WHERE id = ? AND user_id = ?`).get(
          id,
          actor.id,
        );
        return row === undefined ? null : decode('notification', row);
      }),
    latest: async (actor, kind, subjectId) =>
      guarded(() => {
        const row = sql(
          `SELECT ${select} FROM notification WHERE user_id = ? AND kind = ? AND subject_id = ? ORDER BY created_at DESC, id DESC LIMIT 1`,
        ).get(actor.id, kind, subjectId);
        return row === undefined ? null : decode('notification', row);
      }),
    jobNews: async (commitIds) => guarded(() => readJobNews(sql, commitIds)),
  };
}
