import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useShell } from '@/renderer/app/shell';
import { Line, Listing } from '@/renderer/features/privacy/listing';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { SearchField } from '@/renderer/ui/field';
import { Menu } from '@/renderer/ui/menu';
import { RelativeTime } from '@/renderer/ui/time';
import { showToast } from '@/renderer/ui/toast';

const SHOWN = 200;

/** Who searched what, when and for which job, newest first. */
export function SearchLogList() {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const { shell } = useShell();
  const [containing, setContaining] = useState('');
  const query = useQuery({
    ...api.privacy.searchLog.queryOptions({
      input: { userId: null, containing, before: null, limit: SHOWN },
    }),
    placeholderData: keepPreviousData,
    // What others search is told to nobody as it happens.
    staleTime: 0,
  });
  const save = useMutation({
    mutationFn: async (to: 'csv' | 'json') => {
      const chosen = await shell('chooseSave', { suggestedName: `search-log.${to}` });
      return chosen && api.privacy.exportSearchLog.call({ handle: chosen.handle, format: to });
    },
    onSuccess: (saved) => {
      if (saved) showToast({ message: t('privacy.searches.saved', { count: saved.entries }) });
    },
  });
  return (
    <>
      <div className="mb-3 flex gap-3">
        <SearchField
          className="w-80"
          label={t('privacy.searches.filter')}
          placeholder={t('privacy.searches.filter')}
          value={containing}
          onChange={setContaining}
        />
        <span className="flex-1" />
        <Menu
          label={t('privacy.searches.save')}
          trigger={
            <Button icon={<Download size={14} aria-hidden />} isDisabled={save.isPending}>
              {t('privacy.searches.save')}
            </Button>
          }
          groups={[
            {
              entries: [
                { id: 'csv', label: 'CSV', onAction: () => save.mutate('csv') },
                { id: 'json', label: 'JSON', onAction: () => save.mutate('json') },
              ],
            },
          ]}
        />
      </div>
      <Listing
        query={query}
        isEmpty={(rows) => rows.length === 0}
        empty={{ title: t('privacy.searches.empty'), text: t('privacy.searches.empty.text') }}
      >
        {(rows) => (
          <ul aria-label={t('privacy.view.searches')} className="border-t border-line">
            {rows.map(({ id, at, userName, text, filters, jobId, jobTitle, total }) => (
              <Line
                key={id}
                title={
                  jobId === null
                    ? text || t('privacy.searches.filters-only')
                    : t('privacy.searches.job', { title: jobTitle ?? jobId })
                }
                text={[
                  userName,
                  t('privacy.searches.found', { count: total }),
                  ...(Object.keys(filters).length === 0
                    ? []
                    : [t('privacy.searches.filtered', { by: format.list(Object.keys(filters)) })]),
                ].join(' · ')}
              >
                <RelativeTime value={at} className="text-sm text-ink-3" />
              </Line>
            ))}
          </ul>
        )}
      </Listing>
    </>
  );
}
