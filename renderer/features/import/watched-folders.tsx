import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, FolderSync, Pause, Play, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Menu } from '@/renderer/ui/menu';
import { Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import { Switch } from '@/renderer/ui/toggles';
import type { FileHandle } from '@/shared/contract/shell/shell';
import type { WatchedFolder } from '@/shared/domain/imports/records';

/** Folders whose new and changed files come in by themselves. */
export function WatchedFolders() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { shell } = useShell();
  const folders = useQuery(api.watchedFolders.list.queryOptions());
  const [chosen, setChosen] = useState<FileHandle>(null);
  const choose = async (): Promise<void> => setChosen(await shell('chooseFolder', {}));
  return (
    <section aria-labelledby="watched-title" className="flex flex-col px-2 pt-5">
      <div className="flex items-center justify-between px-2 pb-1">
        <h2 id="watched-title" className="text-sm font-medium text-ink-3">
          {t('import.watched.title')}
        </h2>
        <Allowed to="import.run">
          <IconButton size="sm" label={t('import.watched.add')} onPress={() => void choose()}>
            <Plus size={14} aria-hidden />
          </IconButton>
        </Allowed>
      </div>
      {chosen === null ? null : <NewFolder chosen={chosen} onDone={() => setChosen(null)} />}
      {folders.isPending ? (
        <Loading label={t('import.watched.loading')} className="p-2">
          <Skeleton className="h-9" />
        </Loading>
      ) : folders.isError ? (
        <p role="alert" className="px-2 py-1 text-bad-ink">
          {failure(folders.error).message}
        </p>
      ) : folders.data.length === 0 && chosen === null ? (
        <p className="px-2 py-1 text-ink-2">{t('import.watched.empty')}</p>
      ) : (
        <ul className="flex flex-col gap-0.5">
          {folders.data.map((folder) => (
            <Folder key={folder.id} folder={folder} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface NewProps {
  readonly chosen: NonNullable<FileHandle>;
  readonly onDone: () => void;
}

/** A folder was chosen: one more question, then it is watched. */
function NewFolder({ chosen, onDone }: NewProps) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const [polling, setPolling] = useState(false);
  const add = useMutation(
    api.watchedFolders.add.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.watchedFolders.key() });
        onDone();
      },
    }),
  );
  return (
    <div className="mx-2 mb-2 flex flex-col gap-2 rounded-lg border border-line bg-rail p-3">
      <p className="truncate font-medium">{chosen.names.join(', ')}</p>
      <Switch isSelected={polling} onChange={setPolling}>
        <span>{t('import.watched.polling')}</span>
      </Switch>
      <p className="text-sm text-ink-3">{t('import.watched.polling.why')}</p>
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onPress={onDone}>
          {t('app.cancel')}
        </Button>
        <Button
          autoFocus
          size="sm"
          variant="primary"
          isPending={add.isPending}
          onPress={() => add.mutate({ handle: chosen.handle, polling })}
        >
          {t('import.watched.start')}
        </Button>
      </div>
    </div>
  );
}

function Folder({ folder }: { readonly folder: WatchedFolder }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const options = {
    onSuccess: () => queries.invalidateQueries({ queryKey: api.watchedFolders.key() }),
  };
  const pause = useMutation(api.watchedFolders.pause.mutationOptions(options));
  const resume = useMutation(api.watchedFolders.resume.mutationOptions(options));
  const remove = useMutation(api.watchedFolders.remove.mutationOptions(options));
  const name = folder.path.split(/[\\/]/).findLast((part) => part !== '') ?? folder.path;
  const { id } = folder;
  return (
    <li className="flex items-start gap-2 rounded-md px-2 py-1.5 hover:bg-hover">
      <FolderSync size={16} aria-hidden className="mt-0.5 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium" title={folder.path}>
            {name}
          </span>
          {folder.state === 'paused' ? (
            <Badge tone="warn">{t('import.state.paused')}</Badge>
          ) : folder.state === 'error' ? (
            <Badge tone="bad">{t('import.watched.error')}</Badge>
          ) : null}
        </p>
        <p className="tabular truncate text-sm text-ink-2">
          {t('import.watched.files', { count: folder.filesSeen })}
          {folder.lastRunAt === null ? null : (
            <>
              {' · '}
              <RelativeTime value={folder.lastRunAt} />
            </>
          )}
          {folder.polling ? ` · ${t('import.watched.polled')}` : null}
        </p>
        {folder.error === null ? null : <p className="text-sm text-bad-ink">{folder.error}</p>}
      </div>
      <Allowed to="import.run">
        <Menu
          label={t('import.watched.menu', { name })}
          trigger={
            <IconButton size="sm" label={t('import.watched.menu', { name })}>
              <Ellipsis size={14} aria-hidden />
            </IconButton>
          }
          groups={[
            {
              entries: [
                folder.state === 'active'
                  ? {
                      id: 'pause',
                      label: t('import.pause'),
                      icon: <Pause size={14} aria-hidden />,
                      onAction: () => pause.mutate({ id }),
                    }
                  : {
                      id: 'resume',
                      label: t('import.resume'),
                      icon: <Play size={14} aria-hidden />,
                      onAction: () => resume.mutate({ id }),
                    },
                {
                  id: 'remove',
                  label: t('import.watched.remove'),
                  icon: <Trash2 size={14} aria-hidden />,
                  onAction: () => remove.mutate({ id }),
                },
              ],
            },
          ]}
        />
      </Allowed>
    </li>
  );
}
