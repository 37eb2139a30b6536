import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, Save, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Popover } from '@/renderer/ui/popover';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import type { SavedView } from '@/shared/domain/searches/records';

interface Props {
  readonly subject: SavedView['subject'];
  /** What the address holds now. */
  readonly view: SavedView['view'];
  readonly onOpen: (view: SavedView['view']) => void;
}

/** The views of a list that one keeps: a button with a panel of them, for the list's toolbar. */
export function SavedViews(props: Props) {
  const t = useText();
  return (
    <Popover
      label={t('app.views.title')}
      placement="bottom end"
      className="w-80"
      trigger={
        <Button variant="ghost" size="sm" icon={<Bookmark size={14} aria-hidden />}>
          {t('app.views.title')}
        </Button>
      }
    >
      {(close) => <Panel {...props} close={close} />}
    </Popover>
  );
}

function Panel({ subject, view, onOpen, close }: Props & { readonly close: () => void }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const done = useDoneToast();
  const [name, setName] = useState('');
  const saved = useQuery(api.views.list.queryOptions({ input: { subject } }));
  const act = async (deed: Promise<{ readonly commitId: string }>, said: string) => {
    try {
      done(said, (await deed).commitId);
      await queries.invalidateQueries({ queryKey: api.views.key() });
      return true;
    } catch (error) {
      showToast({ tone: 'bad', message: failure(error).message });
      return false;
    }
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    void act(api.views.save.call({ subject, name, view }), t('app.views.saved')).then((ok) => {
      if (ok) setName('');
    });
  };
  return (
    <div className="flex max-h-[60vh] flex-col">
      <form onSubmit={save} className="flex items-end gap-2 border-b border-line p-3">
        <TextField
          className="flex-1"
          label={t('app.views.save-as')}
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
        />
        <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
          {t('app.views.save')}
        </Button>
      </form>
      {saved.isError ? (
        <ErrorState
          title={t('app.views.failed')}
          details={failure(saved.error).details}
          onRetry={() => void saved.refetch()}
        />
      ) : saved.data === undefined ? (
        <Loading label={t('app.views.title')} className="flex flex-col gap-2 p-3">
          <Skeleton className="h-4 w-40" />
        </Loading>
      ) : saved.data.length === 0 ? (
        <p className="px-3 py-4 text-ink-2">{t('app.views.empty')}</p>
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto p-1">
          {saved.data.map(({ id, version, name: title, view: kept }) => (
            <li key={id} className="flex items-center gap-1 rounded-md pr-1 hover:bg-hover">
              <button
                type="button"
                onClick={() => {
                  close();
                  onOpen(kept);
                }}
                className="flex h-9 min-w-0 flex-1 items-center rounded-md px-2 text-left"
              >
                <span className="truncate">{title}</span>
              </button>
              <IconButton
                size="sm"
                label={t('app.views.update', { name: title })}
                onPress={() =>
                  void act(api.views.change.call({ id, version, view }), t('app.views.saved'))
                }
              >
                <Save size={14} aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                label={t('app.views.delete', { name: title })}
                onPress={() =>
                  void act(api.views.delete.call({ id, version }), t('app.views.deleted'))
                }
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
