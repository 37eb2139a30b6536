import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A number beside the label: how many are inside, already formatted. */
  readonly count?: string;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The panel of the selected tab. */
  readonly children: ReactNode;
  /** `pills` for many tabs. They stay in one line, so that one more moves nothing below; what has no room is scrolled to. */
  readonly look?: 'line' | 'pills';
  readonly className?: string;
}

const LISTS = {
  line: 'flex overflow-x-auto border-b border-line px-3 [scrollbar-width:none]',
  pills: 'flex gap-0.5 overflow-x-auto border-b border-line px-4 pb-2 [scrollbar-width:none]',
} as const;

const TABS = {
  line:
    'flex h-9 shrink-0 cursor-default items-center gap-1.5 px-1.5 text-base ' +
    'text-ink-2 -outline-offset-2 hover:text-ink data-selected:font-medium data-selected:text-ink data-selected:shadow-[inset_0_-2px_var(--accent)]',
  pills:
    'flex h-7 shrink-0 cursor-default items-center gap-1.5 rounded-md px-1.5 text-sm text-ink-2 -outline-offset-2 ' +
    'hover:bg-hover hover:text-ink data-selected:bg-press data-selected:font-medium data-selected:text-ink',
} as const;

/** Tabs over one panel. Arrow keys move between them. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  children,
  look = 'line',
  className,
}: Props<Id>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((each) => each.id === key);
        if (tab) onSelect(tab.id);
      }}
      className={cx('flex min-h-0 flex-col', className)}
    >
      <TabList aria-label={label} className={LISTS[look]}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={TABS[look]}>
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="tabular text-sm font-normal text-ink-3">{tab.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      <TabPanel
        // A panel of its own for each tab: one that is renamed keeps the id that its tab no longer points at.
        key={selected}
        id={selected}
        className="flex min-h-0 flex-1 flex-col -outline-offset-2"
      >
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
