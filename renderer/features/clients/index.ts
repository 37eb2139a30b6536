/** The door of the clients feature: its screens, what their addresses hold, and its commands. */
export { ClientPage } from '@/renderer/features/clients/client-page';
export { ClientsScreen } from '@/renderer/features/clients/clients-screen';
export {
  clientPageSearchSchema,
  clientsSearchSchema,
} from '@/renderer/features/clients/clients-search';
export { useClientsCommands } from '@/renderer/features/clients/commands';
