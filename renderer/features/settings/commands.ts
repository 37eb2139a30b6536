import { useNavigate } from '@tanstack/react-router';
import { MonitorCog, Moon, Rows3, Rows4, ScanText, Stethoscope, Sun } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useChangeSettings } from '@/renderer/app/workspace';
import { useText } from '@/renderer/lib/text';

/** Appearance and the system check, from any screen. */
export function useSettingsCommands(): void {
  const t = useText();
  const change = useChangeSettings();
  const navigate = useNavigate();
  const commands = useMemo((): readonly Command[] => {
    const group = t('settings.title');
    return [
      {
        id: 'settings.theme.light',
        title: t('settings.command.light'),
        group,
        icon: Sun,
        run: () => change({ theme: 'light' }),
      },
      {
        id: 'settings.theme.dark',
        title: t('settings.command.dark'),
        group,
        icon: Moon,
        run: () => change({ theme: 'dark' }),
      },
      {
        id: 'settings.theme.system',
        title: t('settings.command.system-theme'),
        group,
        icon: MonitorCog,
        run: () => change({ theme: 'system' }),
      },
      {
        id: 'settings.density.comfortable',
        title: t('settings.command.comfortable'),
        group,
        icon: Rows3,
        run: () => change({ density: 'comfortable' }),
      },
      {
        id: 'settings.density.compact',
        title: t('settings.command.compact'),
        group,
        icon: Rows4,
        run: () => change({ density: 'compact' }),
      },
      {
        id: 'settings.parsing',
        permission: 'import.read',
        title: t('settings.command.parsing'),
        group,
        icon: ScanText,
        run: () => void navigate({ to: '/settings', search: { section: 'parsing' } }),
      },
      {
        id: 'settings.system',
        title: t('settings.command.check'),
        group,
        icon: Stethoscope,
        run: () => void navigate({ to: '/settings', search: { section: 'system' } }),
      },
    ];
  }, [t, change, navigate]);
  useCommands(commands);
}
