import { useCandidatesCommands } from '@/renderer/features/candidates';
import { useDuplicatesCommands } from '@/renderer/features/duplicates';
import { useImportCommands } from '@/renderer/features/import';
import { useListsCommands } from '@/renderer/features/lists';
import { useSearchesCommands } from '@/renderer/features/searches';
import { useSettingsCommands } from '@/renderer/features/settings';

/** Every feature registers the commands that work from any screen; a new feature is named here and in the router. */
export function useFeatureCommands(): void {
  useCandidatesCommands();
  useDuplicatesCommands();
  useImportCommands();
  useListsCommands();
  useSearchesCommands();
  useSettingsCommands();
}
