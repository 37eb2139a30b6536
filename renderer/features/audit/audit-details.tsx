import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { changedFields } from '@/renderer/features/audit/changed-fields';
import type { AuditSearch } from '@/renderer/features/audit/audit-search';
import { personOf, useAuditAction, useRecordName } from '@/renderer/features/audit/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Drawer } from '@/renderer/ui/drawer';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { AuditDetail } from '@/shared/domain/audit/views';

interface Props {
  readonly seq: number;
  readonly onClose: () => void;
  readonly onNarrow: (next: AuditSearch) => void;
}

/** One entry whole: who, what, on which record, what changed, and its place in the chain. */
export function AuditDetails({ seq, onClose, onNarrow }: Props) {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const failure = useFailure();
  const query = useQuery(api.audit.entry.queryOptions({ input: { seq } }));
  const title = t('audit.entry', { seq: format.number(seq) });
  return (
    <Drawer label={title} title={title} onClose={onClose} takesFocus>
      {query.isPending ? (
        <Loading label={t('audit.loading')} className="flex flex-col gap-2 p-4">
          <Skeleton className="h-5" />
          <Skeleton className="h-5" />
        </Loading>
      ) : query.isError ? (
        <ErrorState title={t('audit.failed')} onRetry={() => void query.refetch()}>
          {failure(query.error).message}
        </ErrorState>
      ) : (
        <Entry detail={query.data} onNarrow={onNarrow} />
      )}
    </Drawer>
  );
}

function Entry({ detail, onNarrow }: { readonly detail: AuditDetail } & Pick<Props, 'onNarrow'>) {
  const t = useText();
  const format = useFormat();
  const action = useAuditAction()(detail.line.entry.action);
  const record = useRecordName()(detail.line.record);
  const { entry, clientName } = detail.line;
  return (
    <div className="flex flex-col gap-4 p-4">
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <Fact name={t('audit.column.when')}>{format.absolute(entry.at)}</Fact>
        <Fact name={t('audit.column.who')}>{personOf(detail.line)}</Fact>
        <Fact name={t('audit.column.what')}>
          {action} <span className="text-ink-3">({entry.action})</span>
        </Fact>
        <Fact name={t('audit.column.record')}>
          {record}{' '}
          <span className="text-sm break-all text-ink-3">
            {entry.entityType} {entry.entityId}
          </span>
        </Fact>
        {entry.clientId === null ? null : (
          <Fact name={t('audit.client')}>{clientName ?? t('audit.record.gone')}</Fact>
        )}
        {Object.entries(entry.metadata).map(([name, value]) => (
          <Fact key={name} name={name}>
            <span className="break-words">{inWords(value)}</span>
          </Fact>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onPress={() => onNarrow({ person: entry.actorId })}>
          {t('audit.only.person')}
        </Button>
        {entry.entityId === null ? null : (
          <Button size="sm" onPress={() => onNarrow({ record: entry.entityId ?? undefined })}>
            {t('audit.only.record')}
          </Button>
        )}
        {entry.clientId === null ? null : (
          <Button size="sm" onPress={() => onNarrow({ client: entry.clientId ?? undefined })}>
            {t('audit.only.client')}
          </Button>
        )}
      </div>
      <Sealed sealed={detail.sealed} />
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm text-ink-3">
        <Fact name={t('audit.hash')}>
          <code className="break-all">{detail.hash}</code>
        </Fact>
        <Fact name={t('audit.previous-hash')}>
          <code className="break-all">{detail.previousHash}</code>
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

/** Before and after, for those who may see them. */
function Sealed({ sealed }: { readonly sealed: AuditDetail['sealed'] }) {
  const t = useText();
  switch (sealed.state) {
    case 'none':
      return null;
    case 'hidden':
      return <p className="text-ink-2">{t('audit.sealed.hidden')}</p>;
    case 'closed':
      return <p className="text-ink-2">{t('audit.sealed.closed')}</p>;
    case 'open':
      return (
        <table className="w-full table-fixed text-left">
          <caption className="pb-1 text-left font-semibold">{t('audit.changes')}</caption>
          <thead className="text-sm text-ink-3">
            <tr>
              {(['audit.field', 'audit.before', 'audit.after'] as const).map((id) => (
                <th key={id} scope="col" className="pr-2 font-medium">
                  {t(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sealed.changes.flatMap(({ entity, id, before, after }) =>
              changedFields(entity, before, after).map((field) => (
                <tr key={`${id}.${field.path}`} className="border-t border-line align-top">
                  <th scope="row" className="py-1 pr-2 font-normal break-words text-ink-2">
                    {field.path}
                  </th>
                  <td className="py-1 pr-2 break-words">{inWords(field.before)}</td>
                  <td className="py-1 break-words">{inWords(field.after)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      );
  }
}

/** A value as it stands in the entry; nothing for null. */
const inWords = (value: unknown): string =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.map(inWords).join(', ')
        : JSON.stringify(value);
