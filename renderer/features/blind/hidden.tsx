import { EyeOff } from 'lucide-react';
import { useText } from '@/renderer/lib/text';
import { EmptyState } from '@/renderer/ui/states';

/** Stands where a value is hidden, so that nobody takes it for missing. */
export function HiddenValue() {
  const t = useText();
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-3">
      <EyeOff size={12} aria-hidden className="shrink-0" />
      {t('blind.hidden')}
    </span>
  );
}

/** Above the text of a CV: why its pages are not shown. */
export function HiddenFile() {
  const t = useText();
  return (
    <p className="flex items-start gap-1.5 border-b border-line bg-canvas px-4 py-1.5 text-sm text-ink-2">
      <EyeOff size={12} aria-hidden className="mt-1 shrink-0" />
      {t('blind.file')}
    </p>
  );
}

/** In place of a screen that is about who candidates are. */
export function HiddenScreen() {
  const t = useText();
  return (
    <EmptyState className="flex-1" icon={<EyeOff size={24} />} title={t('blind.hidden')}>
      {t('blind.screen')}
    </EmptyState>
  );
}
