/** The door of the searches feature: those kept under a name, and those made. */
export { useSearchesCommands } from '@/renderer/features/searches/commands';
export { rememberSearch } from '@/renderer/features/searches/remember';
export { SavedSearches } from '@/renderer/features/searches/saved-searches';
export { useOpenSaved } from '@/renderer/features/searches/use-saved-searches';
