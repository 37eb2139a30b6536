import { Command, Laptop } from 'lucide-react';
import { SearchBox } from '@/renderer/app/search/search-box';
import { useCan } from '@/renderer/app/session';
import { setViewState } from '@/renderer/app/view-state';
import { BlindBadge } from '@/renderer/features/blind';
import { NotificationBell } from '@/renderer/features/notifications';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Kbd } from '@/renderer/ui/kbd';

/** Search in the centre, notifications, connectivity at the right. */
export function TopBar() {
  const t = useText();
  const can = useCan();
  return (
    <header className="grid h-12 shrink-0 grid-cols-[minmax(208px,1fr)_minmax(0,560px)_minmax(max-content,1fr)] items-center gap-3 border-b border-line px-3">
      <div className="flex justify-start">
        <Button
          variant="ghost"
          icon={<Command size={14} aria-hidden />}
          onPress={() => setViewState({ isCommandBarOpen: true })}
        >
          {t('app.commands')}
          <Kbd keys="mod+k" />
        </Button>
      </div>
      {can('candidate.read') ? <SearchBox /> : <span />}
      <div className="flex min-w-0 items-center justify-end gap-3">
        <BlindBadge />
        <NotificationBell />
        <span title={t('app.connectivity.local.why')}>
          <Badge icon={<Laptop size={12} aria-hidden />}>{t('app.connectivity.local')}</Badge>
        </span>
      </div>
    </header>
  );
}
