import { Link } from '@tanstack/react-router';
import { useText } from '@/renderer/lib/text';
import { EmptyState } from '@/renderer/ui/states';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useText();
  return (
    <EmptyState
      className="flex-1"
      title={t('app.not-found.title')}
      action={
        <Link to="/candidates" className="text-accent-ink underline">
          {t('app.go.candidates')}
        </Link>
      }
    />
  );
}
