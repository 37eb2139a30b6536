import { EyeOff } from 'lucide-react';
import { useBlind } from '@/renderer/app/blind';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';

/** Says on every screen that something of candidates is hidden here. Nothing for who sees everything. */
export function BlindBadge() {
  const t = useText();
  const isHidden = useBlind();
  if (!isHidden()) return null;
  return (
    <span title={t('blind.badge.why')}>
      <Badge tone="accent" icon={<EyeOff size={12} aria-hidden />}>
        {t('blind.badge')}
      </Badge>
    </span>
  );
}
