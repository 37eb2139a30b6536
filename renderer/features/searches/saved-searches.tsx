import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Bell, BellOff, Bookmark, Ellipsis, Pencil, Save, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useSettings } from '@/renderer/app/workspace';
import { keptFilters, requestOf } from '@/renderer/features/candidates';
import { useSavedPanel } from '@/renderer/features/searches/commands';
import {
  type ShownSearch,
  useOpenSaved,
  useSavedSearchActions,
} from '@/renderer/features/searches/use-saved-searches';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Menu } from '@/renderer/ui/menu';
import { Popover } from '@/renderer/ui/popover';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { SavedSearch } from '@/shared/domain/searches/records';

/** The searches one keeps: a button with a panel of them, for the list's toolbar. */
export function SavedSearches() {
  const t = useText();
  const isOpen = useSavedPanel((panel) => panel.isOpen);
  return (
    <Popover
      label={t('searches.title')}
      placement="bottom end"
      className="w-100"
      isOpen={isOpen}
      onOpenChange={(open) => useSavedPanel.setState({ isOpen: open })}
      trigger={
        <Button variant="ghost" size="sm" icon={<Bookmark size={14} aria-hidden />}>
          {t('searches.title')}
        </Button>
      }
    >
      {(close) => <Panel close={close} />}
    </Popover>
  );
}

function Panel({ close }: { readonly close: () => void }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const saved = useQuery(api.searches.saved.queryOptions());
  const counts = useQuery(api.searches.counts.queryOptions());
  const shown = useShown();
  return (
    <div className="flex max-h-[70vh] flex-col">
      <SaveForm shown={shown} />
      {saved.isError ? (
        <ErrorState
          title={t('searches.failed')}
          details={failure(saved.error).details}
          onRetry={() => void saved.refetch()}
        />
      ) : saved.data === undefined ? (
        <Loading label={t('searches.loading')} className="flex flex-col gap-2 p-3">
          <Skeleton className="h-4 w-52" />
          <Skeleton className="h-4 w-40" />
        </Loading>
      ) : saved.data.length === 0 ? (
        <p className="px-3 py-4 text-ink-2">{t('searches.empty')}</p>
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto p-1">
          {saved.data.map((search) => (
            <Row
              key={search.id}
              search={search}
              count={counts.data?.find(({ id }) => id === search.id) ?? null}
              shown={shown}
              close={close}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the list shows, as it would be kept. */
function useShown(): ShownSearch & { readonly isWholeList: boolean } {
  const search = useSearch({ from: '/candidates' });
  const { candidateColumns } = useSettings();
  const request = requestOf(search);
  return {
    text: request.text,
    filters: keptFilters(request),
    sort: search.sort === undefined ? null : request.sort,
    columns: candidateColumns,
    isWholeList: Object.keys(search).length === 0,
  };
}

function SaveForm({ shown }: { readonly shown: ReturnType<typeof useShown> }) {
  const t = useText();
  const { save } = useSavedSearchActions();
  const [name, setName] = useState('');
  const { isWholeList, ...search } = shown;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '' || isWholeList) return;
    save(name, search).then(
      () => setName(''),
      // The failure shows by itself; the name stays to be changed.
      () => undefined,
    );
  };
  return (
    <form onSubmit={onSubmit} className="flex items-end gap-2 border-b border-line p-3">
      <TextField
        className="flex-1"
        label={t('searches.save-as')}
        placeholder={t('searches.name')}
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        {...(isWholeList ? { description: t('searches.nothing-to-save') } : {})}
      />
      <Button
        type="submit"
        variant="primary"
        isDisabled={isWholeList || name.trim() === ''}
        className={isWholeList ? 'mb-5.5' : ''}
      >
        {t('searches.save')}
      </Button>
    </form>
  );
}

interface RowProps {
  readonly search: SavedSearch;
  /** Null while it is counted. */
  readonly count: { readonly total: number; readonly fresh: number } | null;
  readonly shown: ReturnType<typeof useShown>;
  readonly close: () => void;
}

function Row({ search, count, shown, close }: RowProps) {
  const t = useText();
  const open = useOpenSaved();
  const actions = useSavedSearchActions();
  const [isRenaming, setRenaming] = useState(false);
  const { name, notify } = search;
  const show = (onlyNew: boolean): void => {
    close();
    open(search, onlyNew);
  };
  if (isRenaming) {
    return (
      <li>
        <RenameForm
          name={name}
          onDone={(renamed) => {
            setRenaming(false);
            if (renamed !== null && renamed !== name) actions.rename(search, renamed);
          }}
        />
      </li>
    );
  }
  const { isWholeList, ...current } = shown;
  return (
    <li className="flex items-center gap-1 rounded-md pr-1 hover:bg-hover">
      <button
        type="button"
        onClick={() => show(false)}
        className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-left"
      >
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <span className="tabular shrink-0 text-sm text-ink-3">
          {count === null ? (
            <Skeleton className="h-3 w-10" />
          ) : (
            t('searches.total', { count: count.total })
          )}
        </span>
      </button>
      {count === null || count.fresh === 0 ? null : (
        <Button size="sm" variant="ghost" className="text-accent-ink" onPress={() => show(true)}>
          <span aria-hidden>{t('searches.new', { count: count.fresh })}</span>
          <span className="sr-only">{t('searches.show-new', { name, count: count.fresh })}</span>
        </Button>
      )}
      <IconButton
        size="sm"
        label={t(notify ? 'searches.notify-off' : 'searches.notify-on', { name })}
        onPress={() => actions.setNotify(search, !notify)}
      >
        {notify ? (
          <Bell size={14} aria-hidden className="text-accent-ink" />
        ) : (
          <BellOff size={14} aria-hidden />
        )}
      </IconButton>
      <Menu
        label={t('searches.more', { name })}
        trigger={
          <IconButton size="sm" label={t('searches.more', { name })}>
            <Ellipsis size={14} aria-hidden />
          </IconButton>
        }
        groups={[
          {
            entries: [
              {
                id: 'rename',
                label: t('searches.rename'),
                icon: <Pencil size={14} />,
                onAction: () => setRenaming(true),
              },
              {
                id: 'update',
                label: t('searches.update'),
                icon: <Save size={14} />,
                isDisabled: isWholeList,
                onAction: () => actions.update(search, current),
              },
            ],
          },
          {
            entries: [
              {
                id: 'delete',
                label: t('searches.delete'),
                icon: <Trash2 size={14} />,
                isDanger: true,
                onAction: () => actions.remove(search),
              },
            ],
          },
        ]}
      />
    </li>
  );
}

interface RenameProps {
  readonly name: string;
  /** Null: it keeps its name. */
  readonly onDone: (name: string | null) => void;
}

function RenameForm({ name, onDone }: RenameProps) {
  const t = useText();
  const [value, setValue] = useState(name);
  return (
    <form
      className="flex gap-2 p-1"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(value.trim() === '' ? null : value.trim());
      }}
    >
      <TextField
        className="flex-1"
        label={t('searches.name')}
        hideLabel
        value={value}
        onChange={setValue}
        maxLength={100}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Escape') event.continuePropagation();
          else onDone(null);
        }}
      />
      <Button type="submit" size="md">
        {t('searches.rename-done')}
      </Button>
    </form>
  );
}
