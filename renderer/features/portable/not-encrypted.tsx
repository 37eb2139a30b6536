import { TriangleAlert } from 'lucide-react';
import { useText } from '@/renderer/lib/text';

/** The one thing that has to be read before. */
export function NotEncrypted() {
  const t = useText();
  return (
    <p className="mb-4 flex items-start gap-2 rounded-md bg-warn-soft p-2.5 text-warn-ink">
      <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
      {t('portable.not-encrypted')}
    </p>
  );
}
