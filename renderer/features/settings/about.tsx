import { useWorkspace } from '@/renderer/app/workspace';
import { Fact } from '@/renderer/features/settings/setting';
import { useText } from '@/renderer/lib/text';

/** Which Longlist this is. */
export function About() {
  const t = useText();
  const workspace = useWorkspace();
  return (
    <>
      <p className="mb-4 text-ink-2">{t('settings.about.text')}</p>
      <dl className="border-t border-line">
        <Fact title={t('settings.about.version')}>{workspace?.version}</Fact>
        <Fact title={t('settings.about.network')}>{t('settings.about.network.none')}</Fact>
      </dl>
      <p className="mt-4 text-sm text-ink-2">{t('settings.about.places')}</p>
    </>
  );
}
