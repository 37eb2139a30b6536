import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import type { PartRecords } from '@/renderer/features/candidates/editing/drafts';
import { PartEditor } from '@/renderer/features/candidates/editing/part-editor';
import { usePage } from '@/renderer/features/candidates/page/page-context';
import { useConfirm } from '@/renderer/features/candidates/page/use-confirm';
import { ValueRow } from '@/renderer/features/candidates/page/value-row';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';

interface Props<E extends PartEntity> {
  readonly title: string;
  readonly entity: E;
  readonly records: readonly PartRecords[E][];
  /** A record in one short text. */
  readonly labelOf: (record: PartRecords[E]) => string;
  readonly render: (record: PartRecords[E]) => ReactNode;
  /** Something that stands under a record, such as a gap. */
  readonly after?: (record: PartRecords[E]) => ReactNode;
  /** Something that stands above the first record. */
  readonly before?: ReactNode;
  /** What is said where there are none, when that is not that nothing is known. */
  readonly nothing?: ReactNode;
}

/** A candidate's records of one kind, each to look up in the CV, to edit and to remove, and the way to add one. */
export function PartSection<E extends PartEntity>(props: Props<E>) {
  const { title, entity, records, labelOf, render, after, before, nothing } = props;
  const t = useText();
  const { detail, mayEdit } = usePage();
  const [editing, setEditing] = useState<string | null>(null);
  const remove = useRemovePart(entity);
  const confirm = useConfirm();
  const [edited, setEdited] = useState<string | null>(null);
  const close = (): void => {
    setEdited(editing);
    setEditing(null);
  };
  return (
    <Section title={title} {...(mayEdit && { onAdd: () => setEditing(NEW) })}>
      {editing === NEW ? (
        <PartEditor
          candidateId={detail.candidate.id}
          entity={entity}
          record={null}
          onClose={close}
        />
      ) : null}
      {before}
      {records.length === 0 && editing !== NEW ? (
        <p className="py-1 text-ink-3">{nothing ?? t('candidates.nothing')}</p>
      ) : null}
      {records.map((record) => (
        <Fragment key={record.id}>
          {editing === record.id ? (
            <PartEditor
              candidateId={detail.candidate.id}
              entity={entity}
              record={record}
              onClose={close}
            />
          ) : (
            <ValueRow
              label={labelOf(record)}
              provenance={record.provenance}
              onEdit={() => setEditing(record.id)}
              onConfirm={() =>
                confirm({ kind: 'part', entity, id: record.id, version: record.version })
              }
              takesFocus={edited === record.id}
              onRemove={() => remove(record.id, record.version)}
            >
              {render(record)}
            </ValueRow>
          )}
          {after?.(record)}
        </Fragment>
      ))}
    </Section>
  );
}

const NEW = 'new';

interface SectionProps {
  readonly title: string;
  readonly onAdd?: () => void;
  readonly children: ReactNode;
}

/** A part of the overview under its title. */
export function Section({ title, onAdd, children }: SectionProps) {
  const t = useText();
  return (
    <section aria-label={title} className="border-b border-line px-5 py-3 last:border-b-0">
      <div className="mb-0.5 flex h-6 items-center justify-between">
        <h2 className="text-sm font-medium text-ink-3">{title}</h2>
        {onAdd === undefined ? null : (
          <IconButton size="sm" label={t('candidates.add', { section: title })} onPress={onAdd}>
            <Plus size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {children}
    </section>
  );
}

function useRemovePart(entity: PartEntity): (id: string, version: number) => void {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const remove = useMutation(
    api.candidates.removePart.mutationOptions({
      onSuccess: ({ commitId }) => {
        void queries.invalidateQueries({ queryKey: api.candidates.key() });
        done(t('candidates.done.removed'), commitId);
      },
    }),
  );
  return (id, version) => remove.mutate({ id, version, entity });
}
