import type { Contact } from '@/shared/domain/clients/records';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord, findVersion } from '@/shared/usecases/find-record';

export type ContactValues = Pick<Contact, 'name' | 'email' | 'phone' | 'title'>;
type Committed = Promise<{ readonly commitId: Id }>;

/** More people of one company are on no recruiter's list. */
const MOST_CONTACTS = 1000;

/** Adds somebody at a client. Errors: NOT_FOUND; INVALID for too many. */
export async function addContact(
  deps: Pick<Deps, 'store' | 'candidates' | 'clients'>,
  actor: Actor,
  input: { readonly clientId: Id; readonly values: ContactValues },
): Promise<{ readonly commitId: Id; readonly id: Id }> {
  await findRecord(deps, actor, 'client', input.clientId);
  const known = (await deps.clients.get(actor, input.clientId))?.contacts.length ?? 0;
  if (known >= MOST_CONTACTS) {
    throw new AppError('INVALID', `This client has ${MOST_CONTACTS} contacts already.`);
  }
  const id = newId();
  const row = { ...tidy(input.values), id, clientId: input.clientId };
  const { commitId } = await commit(deps, actor, [{ op: 'insert', entity: 'contact', row }]);
  return { commitId, id };
}

/** Errors: NOT_FOUND, CONFLICT. */
export async function editContact(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number; readonly values: ContactValues },
): Committed {
  const { id, version } = await findVersion(deps, actor, 'contact', input);
  return commit(deps, actor, [
    { op: 'update', entity: 'contact', id, version, patch: tidy(input.values) },
  ]);
}

/** Deletes a contact, also from the teams of jobs. Errors: NOT_FOUND, CONFLICT. */
export async function deleteContact(
  deps: Pick<Deps, 'store' | 'candidates' | 'clients'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number },
): Committed {
  const { id, version } = await findVersion(deps, actor, 'contact', input);
  const memberships = await deps.clients.membershipsOf(id);
  return commit(deps, actor, [
    { op: 'delete', entity: 'contact', id, version },
    ...memberships.map((row): Change => ({ op: 'delete', entity: 'jobMember', ...row })),
  ]);
}

async function commit(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  changes: readonly Change[],
): Committed {
  const { commitId } = await deps.store.commit({ actor, action: 'contact.changed', changes });
  return { commitId };
}

const tidy = ({ name, email, phone, title }: ContactValues): ContactValues => ({
  name: squeeze(name),
  email: emptyToNull(email),
  phone: emptyToNull(phone),
  title: emptyToNull(title),
});

const emptyToNull = (value: string | null): string | null =>
  value === null || value.trim() === '' ? null : value.trim();
