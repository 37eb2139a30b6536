import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import {
  ITEM_STATES,
  MISSING_NAMES,
  NO_CV_REASONS,
  OUTCOME_TONES,
  TAB_NAMES,
} from '@/renderer/features/import/words';
import { cx } from '@/renderer/lib/cx';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import type { ImportItemView, ImportView } from '@/shared/contract/api/imports';

/** The columns of the list of files, but for their widths: file, outcome, why and what to do. */
export const ROW_LAYOUT = 'grid items-center gap-4 px-5';

interface Props {
  readonly view: ImportView;
  readonly item: ImportItemView;
}

interface RowProps extends Props {
  /** False where all files have the same one. */
  readonly showsOutcome: boolean;
}

/** One file: what it is called and where it lay, what became of it, and why. */
export function ImportItemRow({ view, item, showsOutcome }: RowProps) {
  const t = useText();
  const folder = folderOf(item);
  return (
    <>
      <span role="cell" className="min-w-0" title={item.displayPath}>
        <span className="block truncate leading-4.5">{item.fileName}</span>
        {folder === '' ? null : (
          <span className="block truncate text-sm leading-4 text-ink-3">{folder}</span>
        )}
      </span>
      {showsOutcome ? (
        <span role="cell" className="min-w-0">
          {item.outcome === null ? (
            <Badge>{t(ITEM_STATES[item.state])}</Badge>
          ) : (
            <Badge tone={OUTCOME_TONES[item.outcome]}>{t(TAB_NAMES[item.outcome])}</Badge>
          )}
        </span>
      ) : null}
      <span role="cell" className="flex min-w-0 items-center gap-2">
        <Why item={item} lines={showsOutcome ? 2 : 3} />
        {item.outcome === 'failed' ? <Retry view={view} item={item} /> : null}
      </span>
    </>
  );
}

function Why({ item, lines }: { readonly item: ImportItemView; readonly lines: 2 | 3 }) {
  const t = useText();
  const format = useFormat();
  const why = (): string => {
    switch (item.outcome) {
      case 'failed':
        return item.failureMessage ?? t('import.why.failed');
      case 'missing_information': {
        const reason = item.missing.map((thing) => NO_CV_REASONS[thing]).find(Boolean);
        if (reason !== undefined) return t(reason);
        return t('import.why.missing', {
          fields: format.anyOf(
            item.missing.map((field) => {
              const name = MISSING_NAMES[field];
              return name === undefined ? field : t(name);
            }),
          ),
        });
      }
      case 'possible_duplicate':
        return t('import.why.duplicate');
      case 'already_here':
        return t('import.why.already-here');
      default:
        return '';
    }
  };
  const text = [why(), ...item.notices.map((notice) => notice.message)].filter(Boolean).join(' ');
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      {item.candidateId === null ? null : (
        <Link
          to="/candidates/$id"
          params={{ id: item.candidateId }}
          className="w-fit max-w-full truncate rounded-sm leading-4.5 font-medium text-accent-ink hover:underline"
        >
          {item.candidateName === null || item.candidateName === ''
            ? t('import.open-candidate')
            : item.candidateName}
        </Link>
      )}
      {text === '' ? null : (
        <span
          title={text}
          className={cx(
            'text-sm leading-4 text-ink-2',
            item.candidateId !== null ? 'truncate' : lines === 2 ? 'line-clamp-2' : 'line-clamp-3',
          )}
        >
          {text}
        </span>
      )}
    </span>
  );
}

function Retry({ view, item }: Props) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const retry = useMutation(
    api.imports.retry.mutationOptions({
      onSuccess: (changed) => {
        queries.setQueryData(api.imports.get.queryKey({ input: { id: changed.id } }), changed);
        void queries.invalidateQueries({ queryKey: api.imports.items.key() });
      },
    }),
  );
  return (
    <IconButton
      label={t('import.retry-one', { name: item.fileName })}
      isDisabled={retry.isPending}
      onPress={() => retry.mutate({ id: view.id, itemId: item.id })}
    >
      <RotateCcw size={14} aria-hidden />
    </IconButton>
  );
}

/** The folder part of where the file lay, without the file's own name. */
function folderOf({ displayPath, fileName }: ImportItemView): string {
  if (!displayPath.endsWith(fileName)) return displayPath;
  return displayPath.slice(0, -fileName.length).replace(/[\s/\\›]+$/, '');
}
