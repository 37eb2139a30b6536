import { EXIT, type ExitCode, plain, print, printJson, UsageError } from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import type { ApiClient } from '@/shared/contract/api';
import type { PersonView } from '@/shared/contract/api/users';
import type { Role } from '@/shared/domain/workspace/records';

interface UserOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `longlist user list`: everybody, by name. */
export function listUsersCommand(place: Surroundings, options: UserOptions): Promise<ExitCode> {
  return withDesk(place, options, true, async (client) => {
    const users = await client.users.list();
    if (options.json) {
      printJson({
        users: users.map(({ id, name, email, role, roleName, clientName, status, lastSeenAt }) => ({
          id,
          name,
          email,
          role,
          roleName,
          clientName,
          status,
          lastSeenAt,
        })),
      });
      return;
    }
    for (const user of users) {
      const facts = [user.email, user.roleName ?? user.role, user.clientName];
      const state = user.status === 'active' ? [] : ['deactivated'];
      const known = facts.filter((fact) => fact !== null);
      print(plain([user.name, ...known, ...state].join(' · ')));
    }
  });
}

/** `longlist user add`: prints the one-time password, which is nowhere else. */
export function addUserCommand(
  place: Surroundings,
  email: string,
  options: UserOptions & {
    readonly name: string;
    readonly role?: Role | undefined;
    readonly ownRole?: string | undefined;
    readonly client?: string | undefined;
  },
): Promise<ExitCode> {
  return withDesk(place, options, false, async (client) => {
    const own = options.ownRole === undefined ? null : await roleNamed(client, options.ownRole);
    const made = await client.users.create({
      name: options.name,
      email,
      phone: null,
      role: own?.base ?? options.role ?? 'recruiter',
      roleId: own?.id ?? null,
      clientId: options.client === undefined ? null : await clientNamed(client, options.client),
    });
    tell(options, made.oneTimePassword);
  });
}

/** `longlist user deactivate` */
export function deactivateUserCommand(
  place: Surroundings,
  email: string,
  options: UserOptions,
): Promise<ExitCode> {
  return withDesk(place, options, false, async (client) => {
    const { id, version, name } = await userWith(client, email);
    await client.users.deactivate({ id, version });
    if (options.json) printJson({ id, status: 'deactivated' });
    else print(plain(`${name} is let in no more.`));
  });
}

/** `longlist user reset-password`: prints the one-time password, which is nowhere else. */
export function resetPasswordCommand(
  place: Surroundings,
  email: string,
  options: UserOptions,
): Promise<ExitCode> {
  return withDesk(place, options, false, async (client) => {
    const { id } = await userWith(client, email);
    const { oneTimePassword } = await client.users.resetPassword({ id });
    tell(options, oneTimePassword);
  });
}

async function withDesk(
  place: Surroundings,
  options: UserOptions,
  reading: boolean,
  work: (client: ApiClient) => Promise<void>,
): Promise<ExitCode> {
  const core = await openCore(place, options, { reading });
  try {
    await work(core.client());
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

function tell(options: UserOptions, oneTimePassword: string): void {
  if (options.json) printJson({ oneTimePassword });
  else print(`One-time password, shown this once: ${oneTimePassword}`);
}

async function userWith(client: ApiClient, email: string): Promise<PersonView> {
  const wanted = email.trim().toLowerCase();
  const found = (await client.users.list()).find((user) => user.email === wanted);
  if (found === undefined) throw new UsageError(`nobody signs in as ${plain(wanted)}.`);
  return found;
}

async function roleNamed(client: ApiClient, name: string) {
  const found = (await client.roles.list()).find(
    (role) => role.name.toLowerCase() === name.trim().toLowerCase(),
  );
  if (found === undefined) throw new UsageError(`there is no role named ${plain(name)}.`);
  return found;
}

async function clientNamed(client: ApiClient, name: string): Promise<string> {
  const { rows } = await client.clients.list({ text: name, limit: 500 });
  const found = rows.find((row) => row.companyName.toLowerCase() === name.trim().toLowerCase());
  if (found === undefined) throw new UsageError(`there is no client named ${plain(name)}.`);
  return found.id;
}
