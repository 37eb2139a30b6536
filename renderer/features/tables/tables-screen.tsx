import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, Table2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { DraftView } from '@/renderer/features/tables/draft-view';
import { ImportView } from '@/renderer/features/tables/import-view';
import { FORMAT_NAMES } from '@/renderer/features/tables/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { RelativeTime } from '@/renderer/ui/time';

const route = getRouteApi('/import/table');

/** People from another system's export: choose a file, say where its columns go, look at what would happen, bring it in. */
export function TablesScreen(): ReactElement {
  const t = useText();
  const { draft, id } = route.useSearch();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex items-center gap-3 border-b border-line px-5 py-3">
        <Link
          to="/import"
          aria-label={t('import.title')}
          className="flex size-7 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
        <h1 className="text-lg font-semibold">{t('tables.title')}</h1>
      </header>
      {draft !== undefined ? (
        <DraftView key={draft} id={draft} />
      ) : id !== undefined ? (
        <ImportView key={id} id={id} />
      ) : (
        <Start />
      )}
    </div>
  );
}

/** The ways in, and the tables imported before. */
function Start() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { shell } = useShell();
  const navigate = route.useNavigate();
  const open = useMutation({
    mutationFn: async (what: 'file' | 'folder') => {
      const chosen = await (what === 'file'
        ? shell('chooseFiles', { purpose: 'table' })
        : shell('chooseFolder', {}));
      return chosen && api.tables.open.call({ handle: chosen.handle });
    },
    meta: { showsFailure: true },
    onSuccess: (draft) => {
      if (draft) void navigate({ search: { draft: draft.id } });
    },
  });
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-160 flex-col gap-8 px-6 py-8">
        <section
          aria-label={t('tables.title')}
          className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong bg-rail px-6 py-8 text-center"
        >
          <Table2 size={28} aria-hidden className="text-ink-3" />
          <p className="max-w-112 text-ink-2">{t('tables.formats')}</p>
          <div className="flex gap-2">
            <Button
              variant="primary"
              isDisabled={open.isPending}
              onPress={() => open.mutate('file')}
            >
              {t('tables.choose-file')}
            </Button>
            <Button isDisabled={open.isPending} onPress={() => open.mutate('folder')}>
              {t('tables.choose-folder')}
            </Button>
          </div>
          {open.isPending ? <p role="status">{t('tables.loading')}</p> : null}
          {open.isError ? (
            <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad-ink">
              {failure(open.error).message}
            </p>
          ) : null}
        </section>
        <Earlier />
      </div>
    </div>
  );
}

function Earlier() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const imports = useQuery(api.tables.imports.queryOptions({ input: { limit: 20 } }));
  if (imports.isError) {
    return <p role="alert">{`${t('tables.imports.failed')}: ${failure(imports.error).message}`}</p>;
  }
  if (imports.data === undefined || imports.data.length === 0) return null;
  return (
    <section aria-labelledby="earlier-tables">
      <h2 id="earlier-tables" className="pb-1 text-sm font-medium text-ink-3">
        {t('tables.earlier')}
      </h2>
      <ul className="border-t border-line">
        {imports.data.map((one) => (
          <li key={one.id} className="border-b border-line">
            <Link
              to="/import/table"
              search={{ id: one.id }}
              className="flex min-h-11 items-center gap-3 px-2 py-1 hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{one.fileName}</span>
                <span className="tabular block truncate text-sm text-ink-2">
                  {t('tables.counts', one.counts)}
                </span>
              </span>
              <Badge>{t(FORMAT_NAMES[one.format])}</Badge>
              <RelativeTime value={one.startedAt} className="shrink-0 text-sm text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
