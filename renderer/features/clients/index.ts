/** The door of the clients feature: its screens, what their addresses hold, and its commands. */
import { screenOnDemand } from '@/renderer/lib/on-demand';
export {
  clientPageSearchSchema,
  clientsSearchSchema,
} from '@/renderer/features/clients/clients-search';
export { useClientsCommands } from '@/renderer/features/clients/commands';

export const ClientPage = screenOnDemand(
  () => import('@/renderer/features/clients/client-page'),
  'ClientPage',
);
export const ClientsScreen = screenOnDemand(
  () => import('@/renderer/features/clients/clients-screen'),
  'ClientsScreen',
);
