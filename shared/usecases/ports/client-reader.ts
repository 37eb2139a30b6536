import type { ClientDetail, ClientListRequest, ClientsPage } from '@/shared/domain/clients/views';
import type { Client } from '@/shared/domain/clients/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

/** Clients. Everybody at the desk sees all of them; of their jobs and people, those the actor reaches. */
export interface ClientReader {
  readonly list: (actor: Actor, request: ClientListRequest) => Promise<ClientsPage>;
  readonly get: (actor: Actor, id: Id) => Promise<ClientDetail | null>;
  /** The client of that name, compared folded. */
  readonly named: (actor: Actor, name: string) => Promise<Client | null>;
  /** How many jobs a client has, whoever may see them. */
  readonly countJobs: (clientId: Id) => Promise<number>;
  /** The rows that put a contact on jobs. */
  readonly membershipsOf: (
    contactId: Id,
  ) => Promise<readonly { readonly id: Id; readonly version: number }[]>;
}
