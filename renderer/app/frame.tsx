import { Outlet } from '@tanstack/react-router';
import { CommandBar } from '@/renderer/app/command-bar';
import { DropAnywhere } from '@/renderer/app/drop-anywhere';
import { useFrameCommands } from '@/renderer/app/frame-commands';
import { useOfferedPlace, usePlaceMemory } from '@/renderer/app/place-memory';
import { ReadOnlyBanner } from '@/renderer/app/read-only-banner';
import { Rail } from '@/renderer/app/rail';
import { useShortcuts } from '@/renderer/app/shortcuts';
import { useViewState } from '@/renderer/app/view-state';
import { TopBar } from '@/renderer/app/top-bar';
import { BulkProgress } from '@/renderer/features/candidates';
import { useAutoLock } from '@/renderer/features/keys';
import { ListsDialog, useListsOpen } from '@/renderer/features/lists';
import { partOnDemand } from '@/renderer/lib/on-demand';
import { useText } from '@/renderer/lib/text';
import { useOnce } from '@/renderer/lib/use-once';

const ShortcutsSheet = partOnDemand(
  () => import('@/renderer/app/shortcuts-sheet'),
  'ShortcutsSheet',
);

/** The window around every screen: rail, top bar, command bar, and the whole of it as a place to drop files. */
export function Frame() {
  const t = useText();
  useShortcuts();
  useFrameCommands();
  usePlaceMemory();
  useAutoLock();
  const isOffered = useOfferedPlace();
  return (
    <DropAnywhere>
      <a
        href="#main"
        onClick={(event) => {
          // The hash is the router's: following the link would leave the screen.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2"
      >
        {t('app.skip')}
      </a>
      <Rail />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar />
        <ReadOnlyBanner />
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          {isOffered ? <Outlet /> : null}
        </main>
      </div>
      <BulkProgress />
      <Dialogs />
    </DropAnywhere>
  );
}

/**
 * The dialogs that every screen has, made when they are first called for. The command bar alone is not read on demand: whoever calls it types
 * on, and until it has the keyboard every letter would be a shortcut of the screen below and could open something over it.
 */
function Dialogs() {
  const hasCommands = useOnce(useViewState((view) => view.isCommandBarOpen));
  const hasShortcuts = useOnce(useViewState((view) => view.isShortcutsOpen));
  const hasLists = useOnce(useListsOpen((lists) => lists.isOpen));
  return (
    <>
      {hasCommands ? <CommandBar /> : null}
      {hasShortcuts ? <ShortcutsSheet /> : null}
      {hasLists ? <ListsDialog /> : null}
    </>
  );
}
