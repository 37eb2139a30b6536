import {
  Menu as AriaMenu,
  Autocomplete,
  Header,
  MenuItem,
  MenuSection,
  useFilter,
} from 'react-aria-components';
import { type Command, useGroups } from '@/renderer/app/commands';
import { setViewState, useViewState } from '@/renderer/app/view-state';
import { useText } from '@/renderer/lib/text';
import { Dialog } from '@/renderer/ui/dialog';
import { SearchField } from '@/renderer/ui/field';
import { Kbd } from '@/renderer/ui/kbd';
import { MENU_ITEM } from '@/renderer/ui/select';

/** Every action by its name. */
export function CommandBar() {
  const t = useText();
  const isOpen = useViewState((view) => view.isCommandBarOpen);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => setViewState({ isCommandBarOpen: open })}
      title={t('app.commands')}
      hideTitle
    >
      <CommandList />
    </Dialog>
  );
}

function CommandList() {
  const t = useText();
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = useGroups(false);
  // Words in any order: "import go" finds "Go to Import".
  const matches = (title: string, typed: string): boolean =>
    typed.split(/\s+/).every((word) => contains(title, word));
  const run = (command: Command): void => {
    setViewState({ isCommandBarOpen: false });
    // After the dialog gave the focus back, so that a command may put it elsewhere.
    setTimeout(command.run, 0);
  };
  return (
    <Autocomplete filter={matches}>
      <div className="sticky top-0 z-10 border-b border-line bg-raised p-2">
        <SearchField
          autoFocus
          label={t('app.commands')}
          placeholder={t('app.commands.placeholder')}
        />
      </div>
      <AriaMenu
        aria-label={t('app.commands')}
        className="p-1.5 outline-none"
        renderEmptyState={() => (
          <p className="px-3 py-6 text-center text-ink-2">{t('app.commands.none')}</p>
        )}
      >
        {groups.map(([group, commands]) => (
          <MenuSection key={group} id={group}>
            <Header className="px-2 pt-2 pb-1 text-sm font-medium text-ink-3">{group}</Header>
            {commands.map((command) => (
              <MenuItem
                key={command.id}
                id={command.id}
                textValue={command.title}
                onAction={() => run(command)}
                className={`${MENU_ITEM} h-8 scroll-mt-14 scroll-mb-2`}
              >
                {command.icon ? (
                  <command.icon size={16} aria-hidden className="text-ink-3" />
                ) : (
                  <span className="size-4" />
                )}
                <span className="flex-1 truncate">{command.title}</span>
                {command.keys === undefined ? null : <Kbd keys={command.keys} />}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Autocomplete>
  );
}
