import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { ListForm } from '@/renderer/features/lists/list-form';
import { useListsOpen } from '@/renderer/features/lists/lists-open';
import { useDeleteList } from '@/renderer/features/lists/use-list-deeds';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { SearchField } from '@/renderer/ui/field';
import { Menu } from '@/renderer/ui/menu';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { ListView } from '@/shared/contract/api/lists';
import { fold } from '@/shared/kit/text';

/** From so many lists on there is a box to find one. */
const MANY = 8;
/** More are found by typing. */
const MOST_SHOWN = 200;
const NEW = 'new';

/** Every list: made, renamed, described and deleted here; a click shows its people. */
export function ListsDialog() {
  const t = useText();
  const isOpen = useListsOpen((lists) => lists.isOpen);
  const close = (): void => useListsOpen.setState({ isOpen: false });
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => useListsOpen.setState({ isOpen: open })}
      title={t('lists.title')}
    >
      <Lists onClose={close} />
    </Dialog>
  );
}

function Lists({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const navigate = useNavigate();
  const lists = useQuery(api.lists.all.queryOptions());
  const [typed, setTyped] = useState('');
  /** The list in its form, by its id. */
  const [edited, setEdited] = useState<string | null>(null);
  /** The one that was in the form before: the focus goes back to it. */
  const [before, setBefore] = useState<string | null>(null);
  const leave = (): void => {
    setBefore(edited);
    setEdited(null);
  };
  const adding = useRef<HTMLButtonElement>(null);
  // What had the focus is gone with its form or its row; the keys would leave the dialog.
  useEffect(() => {
    if (document.activeElement === document.body) adding.current?.focus();
  }, [edited, lists.data]);
  if (lists.isError) {
    return (
      <ErrorState
        title={t('lists.failed')}
        details={failure(lists.error).details}
        onRetry={() => void lists.refetch()}
      >
        {failure(lists.error).message}
      </ErrorState>
    );
  }
  if (lists.data === undefined) {
    return (
      <Loading label={t('lists.loading')} className="flex flex-col gap-2 p-4">
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
      </Loading>
    );
  }
  const show = ({ id }: ListView): void => {
    onClose();
    void navigate({ to: '/candidates', search: { listIds: [id] } });
  };
  const add = (
    <Button ref={adding} icon={<Plus size={14} aria-hidden />} onPress={() => setEdited(NEW)}>
      {t('lists.add')}
    </Button>
  );
  if (lists.data.length === 0 && edited === null) {
    return (
      <EmptyState title={t('lists.empty.title')} action={add}>
        {t('lists.empty.text')}
      </EmptyState>
    );
  }
  const found = lists.data.filter(({ name, description }) =>
    fold(`${name} ${description}`).includes(fold(typed.trim())),
  );
  return (
    <>
      {edited === NEW ? (
        <div className="border-b border-line p-1.5">
          <ListForm list={null} onClose={leave} />
        </div>
      ) : (
        <div className="flex items-center gap-2 border-b border-line px-4 py-2.5">
          {lists.data.length < MANY ? (
            <p className="flex-1 text-ink-2">{t('lists.text')}</p>
          ) : (
            <SearchField
              className="flex-1"
              label={t('lists.find')}
              placeholder={t('lists.find')}
              value={typed}
              onChange={setTyped}
            />
          )}
          {add}
        </div>
      )}
      {found.length === 0 && lists.data.length > 0 ? (
        <p className="px-4 py-5 text-ink-2">{t('lists.find-none')}</p>
      ) : null}
      <ul aria-label={t('lists.title')} className="p-1.5">
        {found.slice(0, MOST_SHOWN).map((list) => (
          <li key={list.id}>
            {edited === list.id ? (
              <ListForm list={list} onClose={leave} />
            ) : (
              <Row
                list={list}
                takesFocus={before === list.id}
                onShow={() => show(list)}
                onEdit={() => setEdited(list.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN ? (
        <p className="px-4 pb-4 text-sm text-ink-3">
          {t('lists.more', { count: found.length - MOST_SHOWN })}
        </p>
      ) : null}
    </>
  );
}

interface RowProps {
  readonly list: ListView;
  /** Its form was closed just now. */
  readonly takesFocus: boolean;
  readonly onShow: () => void;
  readonly onEdit: () => void;
}

function Row({ list, takesFocus, onShow, onEdit }: RowProps) {
  const t = useText();
  const shown = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) shown.current?.focus();
  }, [takesFocus]);
  const remove = useDeleteList();
  const { name, description, candidates } = list;
  return (
    <div className="flex items-center gap-1 rounded-md pr-1 hover:bg-hover">
      <button
        ref={shown}
        type="button"
        onClick={onShow}
        className="flex min-h-9 min-w-0 flex-1 items-baseline gap-3 rounded-md px-2.5 py-1.5 text-left"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate">{name}</span>
          {description === '' ? null : (
            <span className="line-clamp-2 text-sm text-ink-3">{description}</span>
          )}
        </span>
        <span className="tabular shrink-0 text-sm text-ink-3">
          {t('lists.people', { count: candidates })}
        </span>
      </button>
      <Menu
        label={t('lists.actions', { name })}
        placement="bottom end"
        trigger={
          <IconButton size="sm" label={t('lists.actions', { name })}>
            <Ellipsis size={14} aria-hidden />
          </IconButton>
        }
        groups={[
          {
            entries: [
              {
                id: 'edit',
                label: t('lists.edit'),
                icon: <Pencil size={14} />,
                onAction: onEdit,
              },
            ],
          },
          {
            entries: [
              {
                id: 'delete',
                label: t('lists.delete'),
                icon: <Trash2 size={14} />,
                isDanger: true,
                onAction: () => remove(list),
              },
            ],
          },
        ]}
      />
    </div>
  );
}
