import { useAdverseImpactCommands } from '@/renderer/features/adverse-impact';
import { useCandidatesCommands } from '@/renderer/features/candidates';
import { useClientsCommands } from '@/renderer/features/clients';
import { useDuplicatesCommands } from '@/renderer/features/duplicates';
import { useImportCommands } from '@/renderer/features/import';
import { useKeysCommands } from '@/renderer/features/keys';
import { useListsCommands } from '@/renderer/features/lists';
import { useJobsCommands } from '@/renderer/features/jobs';
import { usePeopleCommands } from '@/renderer/features/people';
import { usePrivacyCommands } from '@/renderer/features/privacy';
import { useSearchesCommands } from '@/renderer/features/searches';
import { useSettingsCommands } from '@/renderer/features/settings';

/** Every feature registers the commands that work from any screen; a new feature is named here and in the router. */
export function useFeatureCommands(): void {
  useAdverseImpactCommands();
  useCandidatesCommands();
  useJobsCommands();
  useClientsCommands();
  useDuplicatesCommands();
  useImportCommands();
  useKeysCommands();
  useListsCommands();
  usePeopleCommands();
  usePrivacyCommands();
  useSearchesCommands();
  useSettingsCommands();
}
