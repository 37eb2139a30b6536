import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { PERMISSION_NAMES, useEnd } from '@/renderer/features/sharing/words';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';

/** Who shows a candidate to whoever looks at them, what that lets them do, and until when. Nothing for one's own. */
export function AccessBadge({ candidateId }: { readonly candidateId: string }) {
  const t = useText();
  const end = useEnd();
  const api = useApi();
  const { data } = useQuery(api.shares.of.queryOptions({ input: { candidateId } }));
  if (data?.sharedBy == null) return null;
  const { name, permission, expiresAt } = data.sharedBy;
  return (
    <Badge tone="accent" icon={<Users size={12} aria-hidden />}>
      {t('sharing.badge', { name, may: t(PERMISSION_NAMES[permission]), end: end(expiresAt) })}
    </Badge>
  );
}
