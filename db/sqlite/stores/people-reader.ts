import {
  MOST_PEOPLE,
  MOST_ROLES,
  type PeopleReader,
  type Person,
  type RoleInUse,
} from '@/shared/usecases/ports/people-reader';
import type { Sqlite } from '../connection';
import { decode, entityTable, selectList } from '../entities';
import { guarded } from '../errors';
import { statementsOf } from '../statements';

/** What the columns behind a user's own hold in the list of people. */
interface PersonRow {
  readonly roleName: string | null;
  readonly clientName: string | null;
  readonly lastSeenAt: string | null;
  readonly hasPassword: number;
  readonly mustChangePassword: number;
  readonly twoStep: number;
}

export function createPeopleReader(db: Sqlite): PeopleReader {
  const sql = statementsOf(db);
  const user = entityTable('user').select;
  const oneUser = (where: string, ...params: readonly string[]) =>
    guarded(() => {
      const row = sql(`SELECT ${user} FROM user WHERE ${where} ORDER BY id LIMIT 1`).get(...params);
      return row === undefined ? null : decode('user', row);
    });
  const rolesWhere = (where: string, ...params: readonly string[]): readonly RoleInUse[] =>
    guarded(() =>
      sql(
        `SELECT ${selectList('role', 'r')}, (SELECT count(*) FROM user u WHERE u.role_id = r.id) AS users
         FROM role r WHERE ${where} ORDER BY r.name COLLATE NOCASE, r.id LIMIT ${MOST_ROLES}`,
      )
        .all(...params)
        .map((row) => {
          // The statement above says what a row holds.
          const { users, ...role } = row as { readonly users: number };
          return { ...decode('role', role), users };
        }),
    );

  return {
    people: async () =>
      guarded(() =>
        sql(
          `SELECT ${selectList('user', 'u')}, r.name AS roleName, c.company_name AS clientName,
             k.last_seen_at AS lastSeenAt, k.password_hash IS NOT NULL AS hasPassword,
             coalesce(k.must_change, 0) AS mustChangePassword, k.totp_confirmed_at IS NOT NULL AS twoStep
           FROM user u LEFT JOIN role r ON r.id = u.role_id LEFT JOIN client c ON c.id = u.client_id
             LEFT JOIN credential k ON k.user_id = u.id
           ORDER BY u.name COLLATE NOCASE, u.id LIMIT ${MOST_PEOPLE}`,
        )
          .all()
          .map((row): Person => {
            // The statement above says what a row holds.
            const { roleName, clientName, lastSeenAt, ...rest } = row as PersonRow;
            const { hasPassword, mustChangePassword, twoStep, ...record } = rest;
            return {
              ...decode('user', record),
              roleName,
              clientName,
              lastSeenAt,
              hasPassword: hasPassword === 1,
              mustChangePassword: mustChangePassword === 1,
              twoStep: twoStep === 1,
            };
          }),
      ),
    user: async (id) => oneUser('id = ?', id),
    userByEmail: async (email) => oneUser('email = ?', email),
    credential: async (userId) =>
      guarded(() => {
        const row = sql(
          `SELECT ${entityTable('credential').select} FROM credential WHERE user_id = ?`,
        ).get(userId);
        return row === undefined ? null : decode('credential', row);
      }),
    hasPasswords: async () =>
      guarded(
        () =>
          sql('SELECT EXISTS (SELECT 1 FROM credential WHERE password_hash IS NOT NULL)')
            .pluck()
            .get() === 1,
      ),
    firstAdmin: async () => oneUser("status = 'active' AND role = 'admin'"),
    wholeAdmins: async () =>
      guarded(() =>
        Number(
          sql(
            "SELECT count(*) FROM user WHERE status = 'active' AND role = 'admin' AND role_id IS NULL",
          )
            .pluck()
            .get(),
        ),
      ),
    roles: async () => rolesWhere('1'),
    role: async (id) => rolesWhere('r.id = ?', id)[0] ?? null,
  };
}
