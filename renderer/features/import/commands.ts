import { FilePlus2, FolderInput } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useStartImport } from '@/renderer/app/start-import';
import { useText } from '@/renderer/lib/text';

/** Importing, from any screen. */
export function useImportCommands(): void {
  const t = useText();
  const start = useStartImport();
  // The commands stay the same while what they call is made anew with every render.
  const latest = useRef(start);
  useEffect(() => {
    latest.current = start;
  });
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'import.folder',
        permission: 'import.run',
        title: t('import.command.folder'),
        group: t('import.title'),
        icon: FolderInput,
        keys: 'mod+shift+o',
        run: () => latest.current.chooseFolder(),
      },
      {
        id: 'import.files',
        permission: 'import.run',
        title: t('import.command.files'),
        group: t('import.title'),
        icon: FilePlus2,
        keys: 'mod+o',
        run: () => latest.current.chooseFiles(),
      },
    ],
    [t],
  );
  useCommands(commands);
}
