import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileInput } from 'lucide-react';
import type { ReactElement } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { ImportDetail, ImportDetailSkeleton } from '@/renderer/features/import/import-detail';
import { ImportList } from '@/renderer/features/import/import-list';
import { Sources } from '@/renderer/features/import/sources';
import { WatchedFolders } from '@/renderer/features/import/watched-folders';
import { useText } from '@/renderer/lib/text';
import { EmptyState, ErrorState } from '@/renderer/ui/states';

const route = getRouteApi('/import');

/** Where CVs come in: at the left the ways in and the imports so far, at the right what became of each file of one import. */
export function ImportScreen(): ReactElement {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { id } = route.useSearch();
  const imports = useQuery(api.imports.list.queryOptions({ input: { limit: 100 } }));
  const shownId = id ?? imports.data?.[0]?.id ?? null;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex w-80 shrink-0 flex-col overflow-y-auto border-r border-line 2xl:w-92">
        <h1 className="px-4 pt-4 pb-3 text-lg font-semibold">{t('import.title')}</h1>
        <Allowed to="import.run">
          <Sources />
        </Allowed>
        <WatchedFolders />
        {imports.isError ? null : <ImportList imports={imports.data} shownId={shownId} />}
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        {imports.isError ? (
          <ErrorState
            className="flex-1"
            title={t('import.list.failed')}
            details={failure(imports.error).details}
            onRetry={() => void imports.refetch()}
          >
            {failure(imports.error).message}
          </ErrorState>
        ) : shownId !== null ? (
          <ImportDetail key={shownId} id={shownId} />
        ) : imports.isPending ? (
          <ImportDetailSkeleton />
        ) : (
          <EmptyState
            className="flex-1"
            icon={<FileInput size={28} />}
            title={t('import.empty.title')}
          >
            {t('import.empty.text')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
