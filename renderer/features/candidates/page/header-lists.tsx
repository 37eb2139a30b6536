import { useQuery } from '@tanstack/react-query';
import { ListPlus } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { ListPicker } from '@/renderer/features/candidates/bulk/list-picker';
import { useBulkDeed } from '@/renderer/features/candidates/bulk/use-bulk-deed';
import { usePage } from '@/renderer/features/candidates/page/page-context';
import type { usePicker } from '@/renderer/features/candidates/picker';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Chips } from '@/renderer/ui/chips';

interface Props {
  readonly candidateId: string;
  readonly picker: ReturnType<typeof usePicker>;
}

/** The lists a candidate is on, and the way onto another and off again. */
export function HeaderLists({ candidateId, picker }: Props) {
  const t = useText();
  const api = useApi();
  const { mayEdit } = usePage();
  const change = useBulkDeed();
  const { data: lists = NONE } = useQuery(api.lists.of.queryOptions({ input: { candidateId } }));
  const selection = { kind: 'ids' as const, ids: [candidateId] };
  return (
    <div className="flex items-center gap-1">
      {lists.length === 0 ? null : (
        <Chips
          label={t('bulk.lists')}
          chips={lists.map(({ id, name }) => ({ id, label: name, tone: 'accent' as const }))}
          {...(mayEdit && {
            onRemove: (listId: string) =>
              change(selection, {
                action: { kind: 'remove-from-list', listId },
                name: lists.find(({ id }) => id === listId)?.name ?? '',
              }),
          })}
        />
      )}
      {mayEdit ? (
        <ListPicker
          picker={picker}
          listIds={new Set(lists.map(({ id }) => id))}
          onPick={(deed) => change(selection, deed)}
          trigger={
            <Button variant="ghost" size="sm" icon={<ListPlus size={12} aria-hidden />}>
              {t('bulk.list')}
            </Button>
          }
        />
      ) : null}
    </div>
  );
}

const NONE: readonly { readonly id: string; readonly name: string }[] = [];
