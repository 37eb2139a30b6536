import {
  keptFiltersSchema,
  type SavedSearch,
  type SearchEntry,
} from '@/shared/domain/searches/records';
import { fold } from '@/shared/kit/text';
import type { SearchesReader } from '@/shared/usecases/ports/search-readers';
import type { Sqlite } from '../connection';
import { decode, entityTable, selectList } from '../entities';
import { guarded } from '../errors';
import { statementsOf } from '../statements';
import { readActors } from './actors';
import { worksAtDesk } from './scope';

const MOST_SAVED = 500;
const MOST_MADE = 500;

export function createSearchesReader(db: Sqlite): SearchesReader {
  const sql = statementsOf(db);
  return {
    saved: async (actor) =>
      guarded(() =>
        worksAtDesk(actor)
          ? sql(
              `SELECT ${entityTable('savedSearch').select} FROM saved_search WHERE owner_id = ? ORDER BY name COLLATE NOCASE, id LIMIT ${MOST_SAVED}`,
            )
              .all(actor.id)
              .map(savedOf)
          : [],
      ),
    savedOne: async (actor, id) =>
      guarded(() => {
        const row = sql(
          `SELECT ${entityTable('savedSearch').select} FROM saved_search WHERE id = ? AND owner_id = ?`,
        ).get(id, actor.id);
        return row === undefined || !worksAtDesk(actor) ? null : savedOf(row);
      }),
    views: async (actor, subject) =>
      guarded(() =>
        sql(
          `SELECT ${entityTable('savedView').select} FROM saved_view WHERE owner_id = ? AND subject = ?
           ORDER BY name COLLATE NOCASE, id LIMIT ${MOST_SAVED}`,
        )
          .all(actor.id, subject)
          .map((row) => decode('savedView', row)),
      ),
    view: async (actor, id) =>
      guarded(() => {
        const row = sql(
          `SELECT ${entityTable('savedView').select} FROM saved_view WHERE id = ? AND owner_id = ?`,
        ).get(id, actor.id);
        return row === undefined ? null : decode('savedView', row);
      }),
    made: async (actor, { containing, limit }) =>
      guarded(() => {
        if (!worksAtDesk(actor)) return [];
        const wanted = fold(containing);
        return sql(
          `SELECT ${entityTable('searchEntry').select} FROM search_entry WHERE owner_id = ? ORDER BY updated_at DESC, id DESC LIMIT ${MOST_MADE}`,
        )
          .all(actor.id)
          .map(entryOf)
          .filter((entry) => fold(entry.text).includes(wanted))
          .slice(0, limit);
      }),
    watched: async (limit) =>
      guarded(() =>
        sql(
          `SELECT ${selectList('savedSearch', 's')}
           FROM saved_search s JOIN user u ON u.id = s.owner_id AND u.status = 'active' WHERE s.notify = 1 ORDER BY s.id LIMIT ?`,
        )
          .all(limit)
          .map(savedOf)
          .flatMap((search) =>
            readActors(sql, 'u.id = ?', search.ownerId).map((owner) => ({ search, owner })),
          ),
      ),
  };
}

/** Filters that came into being after a search was kept are those of a search that does not use them. */
function savedOf(row: unknown): SavedSearch {
  const search = decode('savedSearch', row);
  return { ...search, filters: keptFiltersSchema.parse(search.filters) };
}

function entryOf(row: unknown): SearchEntry {
  const entry = decode('searchEntry', row);
  return { ...entry, filters: keptFiltersSchema.parse(entry.filters) };
}
