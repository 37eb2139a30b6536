import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';
import { Kbd } from '@/renderer/ui/kbd';
import { MENU_ITEM, POPOVER } from '@/renderer/ui/select';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** Shows a tick: the entry is something that is on or off. */
  readonly isSelected?: boolean;
  readonly onAction: () => void;
}
export interface MenuGroup {
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

interface Props {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly placement?: PopoverProps['placement'];
}

/** A menu that hangs from a button. */
export function Menu({ label, trigger, groups, placement = 'bottom end' }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={cx(POPOVER, 'min-w-44')}>
        <AriaMenu aria-label={label} className="max-h-96 overflow-auto p-1 outline-none">
          {groups.flatMap((group, index) => [
            ...(index > 0
              ? [
                  <Separator
                    key={`line-${group.entries[0]?.id}`}
                    className="my-1 border-t border-line"
                  />,
                ]
              : []),
            <MenuSection key={group.entries[0]?.id} aria-label={group.title ?? label}>
              {group.title === undefined ? null : (
                <Header className="px-2 pt-1 pb-0.5 text-xs font-medium text-ink-3">
                  {group.title}
                </Header>
              )}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.isDisabled ?? false}
      onAction={entry.onAction}
      className={cx(MENU_ITEM, entry.isDanger && 'text-bad-ink')}
    >
      {entry.icon === undefined ? null : <span className="text-ink-3">{entry.icon}</span>}
      <span className="flex-1 truncate">{entry.label}</span>
      {entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
      {entry.isSelected ? <Check size={14} aria-hidden className="text-accent-ink" /> : null}
    </MenuItem>
  );
}
