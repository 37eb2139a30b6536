import { useGroups } from '@/renderer/app/commands';
import { setViewState, useViewState } from '@/renderer/app/view-state';
import { useText } from '@/renderer/lib/text';
import { Dialog } from '@/renderer/ui/dialog';
import { Kbd } from '@/renderer/ui/kbd';

/** All shortcuts that work now, over the window. */
export function ShortcutsSheet() {
  const t = useText();
  const isOpen = useViewState((view) => view.isShortcutsOpen);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => setViewState({ isShortcutsOpen: open })}
      title={t('app.shortcuts')}
      size="lg"
    >
      {/* Takes the focus so that the arrow keys scroll what does not fit. */}
      <div
        role="group"
        aria-label={t('app.shortcuts')}
        tabIndex={0}
        className="rounded-b-xl p-4 -outline-offset-2"
      >
        <ShortcutsList />
      </div>
    </Dialog>
  );
}

/** Keys and what they do, by group. */
export function ShortcutsList() {
  const groups = useGroups(true);
  return (
    <div className="columns-2 gap-8">
      {groups.map(([group, commands]) => {
        const withKeys = commands.filter((command) => command.keys !== undefined);
        if (withKeys.length === 0) return null;
        return (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-sm font-medium text-ink-3">{group}</h3>
            <dl>
              {withKeys.map((command) => (
                <div
                  key={command.id}
                  className="flex h-8 items-center justify-between gap-4 border-b border-line"
                >
                  <dt className="truncate">{command.title}</dt>
                  <dd>{command.keys === undefined ? null : <Kbd keys={command.keys} />}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
