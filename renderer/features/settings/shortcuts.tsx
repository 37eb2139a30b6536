import { ShortcutsList } from '@/renderer/app/shortcuts-sheet';
import { useText } from '@/renderer/lib/text';

/** The same list that `?` shows. */
export function Shortcuts() {
  const t = useText();
  return (
    <>
      <p className="mb-4 text-ink-2">{t('settings.shortcuts.text')}</p>
      <ShortcutsList />
    </>
  );
}
