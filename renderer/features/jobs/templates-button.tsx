import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Popover } from '@/renderer/ui/popover';
import { showToast } from '@/renderer/ui/toast';
import type { JobDraft, JobTemplate } from '@/shared/domain/jobs/records';

interface Props {
  readonly trigger: ReactElement;
  readonly onPick: (draft: JobDraft) => void;
}

/** The templates of this workspace: to begin a job with, to rename and to delete. */
export function TemplatesButton({ trigger, onPick }: Props) {
  const t = useText();
  return (
    <Popover label={t('jobs.templates')} placement="bottom end" className="w-80" trigger={trigger}>
      {(close) => (
        <Templates
          onPick={(draft) => {
            close();
            onPick(draft);
          }}
        />
      )}
    </Popover>
  );
}

function Templates({ onPick }: Pick<Props, 'onPick'>) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const done = useDoneToast();
  const [renaming, setRenaming] = useState<string | null>(null);
  const templates = useQuery(api.jobs.templates.queryOptions());
  const act = async (deed: Promise<{ readonly commitId: string }>, said: string): Promise<void> => {
    try {
      done(said, (await deed).commitId);
      setRenaming(null);
    } catch (error) {
      showToast({ tone: 'bad', message: failure(error).message });
    } finally {
      await queries.invalidateQueries({ queryKey: api.jobs.templates.key() });
    }
  };
  if (templates.data === undefined || templates.data.length === 0) {
    return <p className="px-4 py-4 text-ink-2">{t('jobs.template.none')}</p>;
  }
  return (
    <ul className="max-h-[50vh] overflow-y-auto p-1">
      {templates.data.map((template) => (
        <li key={template.id} className="flex items-center gap-1 rounded-md pr-1 hover:bg-hover">
          {renaming === template.id ? (
            <Rename
              template={template}
              onCancel={() => setRenaming(null)}
              onSave={(name) =>
                void act(
                  api.jobs.renameTemplate.call({
                    id: template.id,
                    version: template.version,
                    name,
                  }),
                  t('jobs.done.saved'),
                )
              }
            />
          ) : (
            <>
              <button
                type="button"
                onClick={() => onPick(template.draft)}
                className="flex h-9 min-w-0 flex-1 items-center rounded-md px-2 text-left"
              >
                <span className="truncate">{template.name}</span>
              </button>
              <IconButton
                size="sm"
                label={t('jobs.template.rename', { name: template.name })}
                onPress={() => setRenaming(template.id)}
              >
                <Pencil size={14} aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                label={t('ui.remove', { name: template.name })}
                onPress={() =>
                  void act(
                    api.jobs.deleteTemplate.call({ id: template.id, version: template.version }),
                    t('jobs.done.template-deleted'),
                  )
                }
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

interface RenameProps {
  readonly template: JobTemplate;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

function Rename({ template, onSave, onCancel }: RenameProps) {
  const t = useText();
  const [name, setName] = useState(template.name);
  return (
    <form
      className="flex flex-1 gap-2 p-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave(name);
      }}
    >
      <TextField
        autoFocus
        hideLabel
        className="flex-1"
        label={t('jobs.template.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          else event.continuePropagation();
        }}
      />
      <Button type="submit">{t('ui.inline.save')}</Button>
    </form>
  );
}
