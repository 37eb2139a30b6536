import { reachOf } from '@/shared/domain/access/reach';
import { AppError } from '@/shared/kit/app-error';
import type { Client } from '@/shared/domain/clients/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import { squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { refuseTakenName } from './client-name';
import { refuseSilentOffLimits } from './off-limits';

/** What a person may set of a client; the status and being off limits too. */
export type ClientValues = Omit<
  Client,
  'id' | 'version' | 'createdAt' | 'createdBy' | 'updatedAt' | 'custom'
>;

const NOTHING: Omit<ClientValues, 'companyName'> = {
  status: 'active',
  industry: null,
  website: null,
  phone: null,
  address: null,
  city: null,
  state: null,
  country: null,
  postalCode: null,
  notes: '',
  offLimits: false,
  offLimitsReason: null,
};

/** Puts a client in. Errors: INVALID when there is one of that name (compared folded), and for off limits without a reason. */
export async function createClient(
  deps: Pick<Deps, 'store' | 'clients'>,
  actor: Actor,
  input: Pick<ClientValues, 'companyName'> & {
    readonly [F in keyof ClientValues]?: ClientValues[F] | undefined;
  },
): Promise<{ readonly commitId: Id; readonly id: Id }> {
  // Limited to one client, nobody would reach the new one.
  if (reachOf(actor).clients !== 'all') {
    throw new AppError('FORBIDDEN', 'Your role is limited to one client.');
  }
  const companyName = squeeze(input.companyName);
  await refuseTakenName(deps, actor, companyName, null);
  const id = newId();
  const given = Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) => value !== undefined && !(typeof value === 'string' && value.trim() === ''),
    ),
  );
  const client = { ...NOTHING, ...given, companyName, id, custom: {} };
  refuseSilentOffLimits(client);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'client.created',
    changes: [
      {
        op: 'insert',
        entity: 'client',
        row: client.offLimits ? client : { ...client, offLimitsReason: null },
      },
    ],
  });
  return { commitId, id };
}
