import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Checkbox } from '@/renderer/ui/toggles';
import type { Shortlist, ShortlistEntry } from '@/shared/domain/pipeline/views';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly shortlist: Shortlist;
  readonly compared: ReadonlySet<Id>;
  /** Nobody more fits beside the others. */
  readonly isFull: boolean;
  readonly onToggle: (id: Id) => void;
}

/** The people of the shortlist in their order, which Alt and an arrow change, with what the client is told of each. */
export function OrderedPeople({ shortlist, compared, isFull, onToggle }: Props) {
  const t = useText();
  const api = useApi();
  const done = useDoneToast();
  const mayOrder = useCan()('application.edit');
  const { jobId, entries } = shortlist;
  const order = useMutation(
    api.pipeline.orderShortlist.mutationOptions({
      onSuccess: ({ commitId }) => {
        if (commitId !== null) done(t('pipeline.done.ordered'), commitId);
      },
    }),
  );
  const move = (from: number, step: 1 | -1): void => {
    const ids = entries.map(({ application }) => application.id);
    const to = from + step;
    const [id] = ids.splice(from, 1);
    if (id === undefined || to < 0 || to > ids.length || order.isPending) return;
    ids.splice(to, 0, id);
    order.mutate({ jobId, applicationIds: ids });
  };
  return (
    <ol
      aria-label={t('pipeline.shortlist')}
      className="flex w-76 shrink-0 flex-col gap-2 overflow-y-auto border-r border-line p-3"
    >
      {entries.map((entry, at) => (
        <Person
          key={entry.application.id}
          entry={entry}
          place={at + 1}
          isFirst={at === 0}
          isLast={at === entries.length - 1}
          isCompared={compared.has(entry.application.id)}
          canCompare={!isFull}
          onToggle={() => onToggle(entry.application.id)}
          onMove={mayOrder ? (step) => move(at, step) : null}
        />
      ))}
    </ol>
  );
}

interface PersonProps {
  readonly entry: ShortlistEntry;
  readonly place: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isCompared: boolean;
  readonly canCompare: boolean;
  readonly onToggle: () => void;
  /** Null for whoever is shown the order and does not make it. */
  readonly onMove: ((step: 1 | -1) => void) | null;
}

function Person(props: PersonProps) {
  const { entry, place, isFirst, isLast, isCompared, canCompare, onToggle, onMove } = props;
  const t = useText();
  const name = entry.name || t('pipeline.no-name');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove?.(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      onKeyDown={onKeyDown}
      className="flex flex-col gap-2 rounded-lg border border-line bg-raised p-2.5"
    >
      <span className="flex items-center gap-2">
        <Checkbox
          aria-label={t('pipeline.shortlist.compare', { name })}
          isSelected={isCompared}
          isDisabled={!isCompared && !canCompare}
          onChange={onToggle}
        />
        <span className="tabular w-5 shrink-0 text-ink-3">{place}</span>
        <Link
          to="/candidates/$id"
          params={{ id: entry.application.candidateId }}
          className="min-w-0 flex-1 truncate font-medium hover:underline"
        >
          {name}
        </Link>
        {onMove === null ? null : (
          <>
            <IconButton
              size="sm"
              label={t('pipeline.shortlist.up', { name })}
              keys="alt+arrowup"
              isDisabled={isFirst}
              onPress={() => onMove(-1)}
            >
              <ArrowUp size={14} aria-hidden />
            </IconButton>
            <IconButton
              size="sm"
              label={t('pipeline.shortlist.down', { name })}
              keys="alt+arrowdown"
              isDisabled={isLast}
              onPress={() => onMove(1)}
            >
              <ArrowDown size={14} aria-hidden />
            </IconButton>
          </>
        )}
      </span>
      <span className="truncate text-sm text-ink-2">
        {t(STAGE_NAMES[entry.application.stage])}
        {entry.headline === null ? '' : ` · ${entry.headline}`}
      </span>
      {entry.mayEdit ? (
        <WriteUp key={entry.application.version} entry={entry} name={name} />
      ) : entry.application.writeUp === '' ? null : (
        <p className="break-words whitespace-pre-wrap">{entry.application.writeUp}</p>
      )}
    </li>
  );
}

function WriteUp({ entry, name }: { readonly entry: ShortlistEntry; readonly name: string }) {
  const t = useText();
  const api = useApi();
  const done = useDoneToast();
  const { id, version, writeUp } = entry.application;
  const [text, setText] = useState(writeUp);
  const save = useMutation(
    api.pipeline.writeUp.mutationOptions({
      onSuccess: ({ commitId }) => done(t('pipeline.done.written'), commitId),
    }),
  );
  return (
    <form
      className="flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== writeUp) save.mutate({ id, version, text });
      }}
    >
      <TextField
        label={t('pipeline.shortlist.write-up', { name })}
        hideLabel
        placeholder={t('pipeline.shortlist.write-up-placeholder')}
        rows={3}
        maxLength={20_000}
        value={text}
        onChange={setText}
      />
      {text === writeUp ? null : (
        <Button size="sm" type="submit" className="self-end" isDisabled={save.isPending}>
          {t('pipeline.save')}
        </Button>
      )}
    </form>
  );
}
