import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useBlind } from '@/renderer/app/blind';
import { useText } from '@/renderer/lib/text';
import { AFTER_ROWS, useLate } from '@/renderer/lib/use-late';

/** Leads to the queue of possible duplicates and says how many there are; nothing where there are none. */
export function DuplicatesLink() {
  const t = useText();
  const api = useApi();
  // Who reviews blind is not shown them.
  const isBlind = useBlind()();
  const isCalm = useLate(AFTER_ROWS);
  const groups = useQuery({
    ...api.duplicates.groups.queryOptions({ input: { limit: 1 } }),
    enabled: !isBlind && isCalm,
  });
  const total = groups.data?.total ?? 0;
  if (total === 0) return null;
  return (
    <Link
      to="/duplicates"
      search={{}}
      className="tabular inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink"
    >
      <UsersRound size={14} aria-hidden />
      {t('duplicates.link', { count: total })}
    </Link>
  );
}
