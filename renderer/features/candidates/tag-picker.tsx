import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { Picker, type PickerOption, type usePicker } from '@/renderer/features/candidates/picker';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { fold, squeeze } from '@/shared/kit/text';

interface Props {
  readonly trigger: ReactElement;
  readonly picker: ReturnType<typeof usePicker>;
  readonly candidateIds: readonly string[];
  /** Tags all of them have already: choosing one again takes it off. */
  readonly tagIds: ReadonlySet<string>;
}

/** Puts a tag on candidates, an old one or a new one; of one candidate also takes tags off. */
export function TagPicker({ trigger, picker, candidateIds, tagIds }: Props) {
  const t = useText();
  const format = useFormat();
  const api = useApi();
  const tags = useQuery({ ...api.candidates.tags.queryOptions(), enabled: picker.isOpen });
  const change = useTagging();
  const options = useMemo(() => {
    if (tags.data === undefined) return null;
    const typed = squeeze(picker.text);
    const wanted = fold(typed);
    const found: PickerOption[] = tags.data
      .filter((tag) => fold(tag.name).includes(wanted))
      .map((tag) => ({ id: tag.id, label: tag.name, note: format.number(tag.candidates) }));
    const isNew = typed !== '' && !tags.data.some((tag) => fold(tag.name) === wanted);
    return isNew
      ? [...found, { id: NEW, label: t('candidates.tags.create', { name: typed }) }]
      : found;
  }, [tags.data, picker.text, format, t]);
  const pick = (id: string): void => {
    if (id !== NEW && tagIds.has(id)) {
      change.remove(candidateIds, id);
      return;
    }
    const name = id === NEW ? squeeze(picker.text) : tags.data?.find((tag) => tag.id === id)?.name;
    if (name !== undefined) change.add(candidateIds, name.slice(0, 60));
    picker.onOpenChange(false);
  };
  return (
    <Picker
      label={t('candidates.tags.choose')}
      placeholder={t('candidates.tags.placeholder')}
      trigger={trigger}
      options={options}
      chosen={tagIds}
      onPick={pick}
      {...picker}
    />
  );
}

const NEW = 'new';

/** Adds and removes tags, with a toast that takes it back. */
export function useTagging() {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const readAgain = (): void => {
    void queries.invalidateQueries({ queryKey: api.candidates.key() });
  };
  const add = useMutation(
    api.candidates.addTag.mutationOptions({
      onSuccess: ({ commitId }, { candidateIds, name }) => {
        readAgain();
        done(t('candidates.done.tagged', { count: candidateIds.length, name }), commitId);
      },
    }),
  );
  const remove = useMutation(
    api.candidates.removeTag.mutationOptions({
      onSuccess: ({ commitId }) => {
        readAgain();
        done(t('candidates.done.untagged'), commitId);
      },
    }),
  );
  return {
    add: (candidateIds: readonly string[], name: string) =>
      add.mutate({ candidateIds: [...candidateIds], name }),
    remove: (candidateIds: readonly string[], tagId: string) =>
      remove.mutate({ candidateIds: [...candidateIds], tagId }),
  };
}
