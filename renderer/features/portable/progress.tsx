import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useText } from '@/renderer/lib/text';
import { ProgressBar } from '@/renderer/ui/progress-bar';

/** What is under way is asked after this often, in ms. */
const ASK_EVERY = 300;

/** How far the export, or the opening of one, is. */
export function Progress({ label }: { readonly label: string }) {
  const t = useText();
  const api = useApi();
  const { data } = useQuery({
    ...api.portable.progress.queryOptions(),
    refetchInterval: ASK_EVERY,
    staleTime: 0,
  });
  const done = data?.done ?? 0;
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar label={label} value={done} />
      <p role="status" className="tabular text-sm text-ink-2">
        {t('portable.progress', { percent: Math.floor(done * 100) })}
      </p>
    </div>
  );
}
