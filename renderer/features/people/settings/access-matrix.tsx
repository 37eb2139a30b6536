import { useMutation, useQuery } from '@tanstack/react-query';
import { Check, FileDown, Printer } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { PERMISSION_GROUPS, PERMISSION_NAMES, ROLE_NAMES } from '@/renderer/features/people/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import type { MatrixView } from '@/shared/contract/api/roles';
import type { Permission } from '@/shared/domain/access/permissions';

/** Who may do what, as the core itself checks it; on screen, on paper and as a table. */
export function AccessMatrix() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { shell } = useShell();
  const matrix = useQuery(api.roles.matrix.queryOptions());
  const print = useMutation({
    mutationFn: async () => {
      await api.roles.printed.call();
      return shell('savePdf', { suggestedName: 'access-matrix.pdf' });
    },
    onSuccess: ({ saved }) => {
      if (saved) showToast({ message: t('people.access.saved') });
    },
  });
  const save = useMutation({
    mutationFn: async () => {
      const chosen = await shell('chooseSave', { suggestedName: 'access-matrix.csv' });
      return chosen && api.roles.exportMatrix.call({ handle: chosen.handle, format: 'csv' });
    },
    onSuccess: (done) => {
      if (done) showToast({ message: t('people.access.saved') });
    },
  });
  if (matrix.isError) {
    return (
      <ErrorState
        title={t('people.access.failed')}
        details={failure(matrix.error).details}
        onRetry={() => void matrix.refetch()}
      >
        {failure(matrix.error).message}
      </ErrorState>
    );
  }
  if (matrix.isPending) {
    return (
      <Loading label={t('people.access.loading')}>
        <Skeleton className="h-60" />
      </Loading>
    );
  }
  return (
    <>
      <div className="mb-3 flex items-start justify-between gap-4">
        <p className="text-ink-2">{t('people.access.text')}</p>
        <div className="flex shrink-0 gap-2">
          <Button
            icon={<Printer size={14} aria-hidden />}
            isPending={print.isPending}
            onPress={() => print.mutate()}
          >
            {t('people.access.pdf')}
          </Button>
          <Button
            icon={<FileDown size={14} aria-hidden />}
            isPending={save.isPending}
            onPress={() => save.mutate()}
          >
            {t('people.access.csv')}
          </Button>
        </div>
      </div>
      <MatrixTable matrix={matrix.data} />
      {createPortal(
        <div data-print className="hidden print:block">
          <h1 className="mb-3 text-xl font-semibold">{t('people.access')}</h1>
          <MatrixTable matrix={matrix.data} />
        </div>,
        document.body,
      )}
    </>
  );
}

/** A line for each thing that can be allowed, with the calls that need it; each call stands in one line only. */
function MatrixTable({ matrix: { columns, rows } }: { readonly matrix: MatrixView }) {
  const t = useText();
  const lineOf = (permission: Permission | null) => {
    const own = rows.filter((row) => row.permission === permission);
    const [first] = own;
    return first === undefined ? null : (
      <tr key={permission} className="break-inside-avoid border-t border-line align-top">
        <th scope="row" className="max-w-100 py-1.5 pr-4 text-left font-normal">
          {t(permission === null ? 'people.access.everybody' : PERMISSION_NAMES[permission])}
          <span className="block font-mono text-xs wrap-anywhere text-ink-3">
            {own.map(({ procedure }) => procedure).join(' ')}
          </span>
        </th>
        {columns.map(({ key }, at) => (
          <td key={key} className="px-2 py-1.5 text-center">
            {first.allowed[at] === true ? (
              <Check size={14} role="img" aria-label={t('people.access.yes')} className="inline" />
            ) : (
              <span className="sr-only">{t('people.access.no')}</span>
            )}
          </td>
        ))}
      </tr>
    );
  };
  return (
    <table className="w-full border-b border-line text-sm">
      <thead>
        <tr className="align-bottom">
          <th scope="col" className="py-1.5 text-left font-medium">
            {t('people.access.what')}
          </th>
          {columns.map(({ key, name, base }) => (
            <th key={key} scope="col" className="px-2 py-1.5 text-center font-medium">
              {name ?? t(ROLE_NAMES[base])}
            </th>
          ))}
        </tr>
      </thead>
      {PERMISSION_GROUPS.map(({ title, permissions }) => (
        <tbody key={title}>
          <tr className="border-t border-line-strong">
            <th
              scope="colgroup"
              colSpan={columns.length + 1}
              className="pt-3 pb-1 text-left font-semibold"
            >
              {t(title)}
            </th>
          </tr>
          {permissions.map(lineOf)}
        </tbody>
      ))}
      <tbody>
        <tr className="border-t border-line-strong">
          <th
            scope="colgroup"
            colSpan={columns.length + 1}
            className="pt-3 pb-1 text-left font-semibold"
          >
            {t('people.access.door')}
          </th>
        </tr>
        {lineOf(null)}
      </tbody>
    </table>
  );
}
