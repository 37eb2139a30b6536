import type { ReactNode } from 'react';
import { ACTION_NAMES } from '@/renderer/app/undo';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { RelativeTime } from '@/renderer/ui/time';
import type { ActionName } from '@/shared/domain/history/change';

interface ToldDeed {
  readonly at: string;
  readonly actorName: string;
  readonly action: ActionName;
  readonly undone: boolean;
}

/** A field under its name, with what it was and what it became as one reads it; null for nothing. */
export interface ToldField {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Props {
  readonly deed: ToldDeed;
  readonly fields: readonly ToldField[];
  /** What can be done with it, at the end of its line. */
  readonly children?: ReactNode;
}

/** A deed in a timeline: who, what, when, and field by field what it changed. */
export function DeedTold({ deed, fields, children }: Props) {
  const t = useText();
  return (
    <>
      <p className={cx('flex flex-wrap items-center gap-x-2', deed.undone && 'text-ink-3')}>
        <span>
          <span className="font-medium">{deed.actorName}</span> {t(ACTION_NAMES[deed.action])}
        </span>
        <RelativeTime value={deed.at} className="text-sm text-ink-3" />
        {deed.undone ? <Badge>{t('app.deed.undone')}</Badge> : null}
        {children}
      </p>
      {fields.length === 0 ? null : (
        <ul className="mt-0.5 text-ink-2">
          {fields.map((field, index) => (
            // What happened does not change any more.
            <li key={index} className="break-words">
              <span className="text-ink-3">{field.name}: </span>
              {field.before === null ? null : (
                <>
                  <del className="decoration-ink-3">{field.before}</del>
                  <span aria-hidden> → </span>
                </>
              )}
              {field.after === null ? (
                <span className="text-ink-3">{t('app.deed.emptied')}</span>
              ) : (
                <ins className="no-underline">{field.after}</ins>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
