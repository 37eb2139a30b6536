import { Monitor, Moon, Rows3, Rows4, Sun } from 'lucide-react';
import { useChangeSettings, useSettings } from '@/renderer/app/workspace';
import { Setting } from '@/renderer/features/settings/setting';
import { useText } from '@/renderer/lib/text';
import { Segments } from '@/renderer/ui/toggles';

/** Theme and density. */
export function Appearance() {
  const t = useText();
  const { theme, density } = useSettings();
  const change = useChangeSettings();
  return (
    <>
      <Setting title={t('settings.theme')} description={t('settings.theme.text')}>
        <Segments
          label={t('settings.theme')}
          hideLabel
          value={theme}
          onChange={(value) => change({ theme: value })}
          options={[
            {
              value: 'system',
              label: t('settings.theme.system'),
              icon: <Monitor size={14} aria-hidden />,
            },
            {
              value: 'light',
              label: t('settings.theme.light'),
              icon: <Sun size={14} aria-hidden />,
            },
            {
              value: 'dark',
              label: t('settings.theme.dark'),
              icon: <Moon size={14} aria-hidden />,
            },
          ]}
        />
      </Setting>
      <Setting title={t('settings.density')} description={t('settings.density.text')}>
        <Segments
          label={t('settings.density')}
          hideLabel
          value={density}
          onChange={(value) => change({ density: value })}
          options={[
            {
              value: 'comfortable',
              label: t('settings.density.comfortable'),
              icon: <Rows3 size={14} aria-hidden />,
            },
            {
              value: 'compact',
              label: t('settings.density.compact'),
              icon: <Rows4 size={14} aria-hidden />,
            },
          ]}
        />
      </Setting>
    </>
  );
}
