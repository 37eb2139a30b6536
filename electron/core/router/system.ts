import type { EventHub } from '@/electron/core/event-hub';
import type { Check } from '@/shared/contract/api/system';
import type { Api, Desk } from './door';

interface SystemRouterDeps {
  readonly events: Pick<EventHub, 'subscribe'>;
  readonly examine: (desk: Desk) => Promise<readonly Check[]>;
}

export const systemRouter = (api: Api['system'], deps: SystemRouterDeps) => ({
  doctor: api.doctor.handler(async ({ context }) => [...(await deps.examine(context.desk()))]),
  events: api.events.handler(({ signal }) => deps.events.subscribe(signal)),
});
