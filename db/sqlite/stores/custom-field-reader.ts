import type { CustomFieldReader } from '@/shared/usecases/ports/custom-field-reader';
import type { Sqlite } from '../connection';
import { decode, entityTable } from '../entities';
import { guarded } from '../errors';
import { statementsOf } from '../statements';
import { worksAtDesk } from './scope';

const MOST_FIELDS = 1000;

export function createCustomFieldReader(db: Sqlite): CustomFieldReader {
  const sql = statementsOf(db);
  return {
    fields: async (actor, { entity, archived }) =>
      guarded(() =>
        worksAtDesk(actor)
          ? sql(
              `SELECT ${entityTable('customField').select} FROM custom_field
               WHERE entity = ? AND (archived_at IS NULL OR ?) ORDER BY archived_at IS NOT NULL, position, id LIMIT ${MOST_FIELDS}`,
            )
              .all(entity, archived ? 1 : 0)
              .map((row) => decode('customField', row))
          : [],
      ),
  };
}
