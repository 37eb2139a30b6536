import { createPortal } from 'react-dom';
import { personOf, useAuditAction, useRecordName } from '@/renderer/features/audit/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import type { AuditExportHeader, AuditLine } from '@/shared/domain/audit/views';

export interface Printed {
  readonly header: AuditExportHeader;
  readonly lines: readonly AuditLine[];
}

/** The log on paper, with what an exported file of the same moment is proved by. */
export function PrintedAudit({ printed: { header, lines } }: { readonly printed: Printed }) {
  const t = useText();
  const format = useFormat();
  const actionOf = useAuditAction();
  const nameOf = useRecordName();
  const { head, filter, shown } = header;
  return createPortal(
    <div data-print className="hidden print:block">
      <h1 className="text-xl font-semibold">{t('audit.title')}</h1>
      <p>{t('audit.printed.made', { at: format.absolute(header.exportedAt) })}</p>
      <p>
        {t('audit.printed.shown', { count: lines.length, shown, entries: header.entries })}
        {filter === null
          ? ''
          : ` ${t('audit.printed.narrowed', {
              to: Object.entries(filter)
                .map(([name, value]) => `${name} ${value}`)
                .join(', '),
            })}`}
      </p>
      <dl className="my-3 grid grid-cols-[160px_1fr] gap-x-3 text-xs">
        {(
          [
            ['audit.printed.database', head.databaseId],
            ['audit.printed.head', `${format.number(head.seq)} · ${head.hash}`],
            ['audit.printed.signed', `${head.at} · ${head.signature}`],
            ['audit.printed.key', head.publicKey],
          ] as const
        ).map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{t(name)}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-4 text-sm">{t('audit.printed.how')}</p>
      <table className="w-full text-left text-xs">
        <thead>
          <tr>
            {(['number', 'when', 'who', 'what', 'record'] as const).map((column) => (
              <th key={column} className="border-b pr-2">
                {t(`audit.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.entry.seq} className="break-inside-avoid border-b align-top">
              <td className="pr-2">{format.number(line.entry.seq)}</td>
              <td className="pr-2">{format.absolute(line.entry.at)}</td>
              <td className="pr-2">{personOf(line)}</td>
              <td className="pr-2">{actionOf(line.entry.action)}</td>
              <td>{nameOf(line.record)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
