import type { LucideIcon } from 'lucide-react';
import { useLayoutEffect, useMemo } from 'react';
import { create } from 'zustand';
import { useCan } from '@/renderer/app/session';
import type { Permission } from '@/shared/domain/access/permissions';

/** Something a person can do, by name in the command bar and by keys. */
export interface Command {
  /** `<feature>.<action>`; of two commands with the same keys the one registered last is run. */
  readonly id: string;
  /** Its name, already translated. */
  readonly title: string;
  /** The heading it stands under in the command bar and the shortcuts sheet, translated. */
  readonly group: string;
  readonly icon?: LucideIcon;
  /** `mod+k` for keys held together (mod is ⌘ on a Mac, else Ctrl), `g c` for one after the other, `?` for a character. */
  readonly keys?: string;
  /** What somebody has to be allowed for it to be offered; nothing for everybody. */
  readonly permission?: Permission;
  /** Leaves it out of the command bar, as for "next row": its keys still work and the sheet still lists it. */
  readonly isKeysOnly?: boolean;
  readonly run: () => void;
}

interface Registry {
  readonly sets: readonly { readonly owner: symbol; readonly commands: readonly Command[] }[];
}

const useRegistry = create<Registry>(() => ({ sets: [] }));

/**
 * Offers commands while the component that calls this is on screen. Memoize the list. They are there with what is seen, not after it is
 * painted: a key pressed at once must not meet the commands of before.
 */
export function useCommands(commands: readonly Command[]): void {
  const owner = useMemo(() => Symbol('commands'), []);
  const can = useCan();
  useLayoutEffect(() => {
    const offered = commands.filter(
      ({ permission }) => permission === undefined || can(permission),
    );
    useRegistry.setState(({ sets }) => ({
      sets: [...sets.filter((set) => set.owner !== owner), { owner, commands: offered }],
    }));
  }, [owner, commands, can]);
  useLayoutEffect(
    () => () =>
      useRegistry.setState(({ sets }) => ({ sets: sets.filter((set) => set.owner !== owner) })),
    [owner],
  );
}

/** Every command on offer now, in the order of registration, each id once. */
export function useAllCommands(): readonly Command[] {
  const sets = useRegistry((registry) => registry.sets);
  return useMemo(() => flatten(sets), [sets]);
}

/** Commands under their headings, in the order in which they came. */
export function useGroups(
  withKeysOnly: boolean,
): readonly (readonly [group: string, commands: readonly Command[]])[] {
  const commands = useAllCommands();
  return useMemo(() => {
    const groups = new Map<string, Command[]>();
    for (const command of commands) {
      if (command.isKeysOnly === true && !withKeysOnly) continue;
      const group = groups.get(command.group);
      if (group) group.push(command);
      else groups.set(command.group, [command]);
    }
    return [...groups];
  }, [commands, withKeysOnly]);
}

/** Every command for code that is not a component. */
export const allCommands = (): readonly Command[] => flatten(useRegistry.getState().sets);

const flatten = (sets: Registry['sets']): readonly Command[] => [
  ...new Map(
    sets.flatMap((set) => set.commands.map((command) => [command.id, command] as const)),
  ).values(),
];
