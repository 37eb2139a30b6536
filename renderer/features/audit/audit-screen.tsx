import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { AuditDetails } from '@/renderer/features/audit/audit-details';
import { AuditList } from '@/renderer/features/audit/audit-list';
import { type AuditSearch, filtersOf } from '@/renderer/features/audit/audit-search';
import { ExportAudit } from '@/renderer/features/audit/export-audit';
import { Narrowing } from '@/renderer/features/audit/narrowing';
import { Proof } from '@/renderer/features/audit/proof';
import { useText } from '@/renderer/lib/text';

const route = getRouteApi('/audit');

/** Everything that was done in this workspace, newest first, and whether anybody changed what is written of it. */
export function AuditScreen() {
  const t = useText();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const filters = filtersOf(search);
  const show = useCallback(
    (next: AuditSearch): void => {
      void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
    },
    [navigate],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-3 border-b border-line px-5 py-3">
        <h1 className="flex-1 text-lg font-semibold">{t('audit.title')}</h1>
        <ExportAudit filters={filters} />
      </header>
      <Proof />
      <Narrowing search={search} onShow={show} />
      <div className="flex min-h-0 flex-1">
        <AuditList
          filters={filters}
          open={search.entry ?? null}
          onOpen={(entry) => show({ entry })}
          onShowAll={() => void navigate({ search: {}, replace: true })}
        />
        {search.entry === undefined ? null : (
          <AuditDetails
            seq={search.entry}
            onClose={() => show({ entry: undefined })}
            onNarrow={show}
          />
        )}
      </div>
    </div>
  );
}
