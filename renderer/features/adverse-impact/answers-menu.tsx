import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import { useShell } from '@/renderer/app/shell';
import { AcceptDialog } from '@/renderer/features/adverse-impact/accept-dialog';
import { RemoveAllDialog, WithdrawDialog } from '@/renderer/features/adverse-impact/take-out';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Menu } from '@/renderer/ui/menu';
import { showToast } from '@/renderer/ui/toast';
import type { AnswersPreview, ImpactSelection } from '@/shared/domain/adverse-impact/views';

/** What can be done with codes and answers, and the dialogs of it. */
interface AnswersWork {
  readonly maySaveCodes: boolean;
  readonly saveCodes: () => void;
  readonly choose: () => void;
  readonly withdraw: () => void;
  readonly removeAll: () => void;
  readonly people: number;
  readonly dialogs: ReactNode;
}

/** Codes go out and answers come in; what is done changes the figures on screen. */
export function useAnswers({ from, before, jobIds }: ImpactSelection): AnswersWork {
  const t = useText();
  const api = useApi();
  const can = useCan();
  const { shell } = useShell();
  const queries = useQueryClient();
  const [preview, setPreview] = useState<AnswersPreview | null>(null);
  const [taking, setTaking] = useState<'withdraw' | 'all' | null>(null);
  const status = useQuery(api.adverseImpact.status.queryOptions());
  const saveCodes = useMutation({
    mutationFn: async () => {
      const chosen = await shell('chooseSave', { suggestedName: 'reference-codes.csv' });
      if (chosen === null) return null;
      const selection = { from, before, jobIds };
      return api.adverseImpact.saveCodes.call({ handle: chosen.handle, selection });
    },
    onSuccess: (saved) => {
      if (saved !== null) showToast({ message: t('impact.codes-saved', { count: saved.rows }) });
    },
  });
  const choose = useMutation({
    mutationFn: async () => {
      const chosen = await shell('chooseFiles', { purpose: 'answers' });
      return chosen === null ? null : api.adverseImpact.preview.call({ handle: chosen.handle });
    },
    onSuccess: setPreview,
  });
  const done = (message: string): void => {
    void queries.invalidateQueries({ queryKey: api.adverseImpact.key() });
    setPreview(null);
    setTaking(null);
    showToast({ message });
  };
  return {
    maySaveCodes: can('export.run') && can('candidate.read'),
    saveCodes: () => saveCodes.mutate(),
    choose: () => choose.mutate(),
    withdraw: () => setTaking('withdraw'),
    removeAll: () => setTaking('all'),
    people: status.data?.people ?? 0,
    dialogs: (
      <>
        {preview === null ? null : (
          <AcceptDialog preview={preview} onDone={done} onClose={() => setPreview(null)} />
        )}
        {taking === 'withdraw' ? (
          <WithdrawDialog onDone={done} onClose={() => setTaking(null)} />
        ) : null}
        {taking === 'all' ? (
          <RemoveAllDialog
            people={status.data?.people ?? 0}
            onDone={done}
            onClose={() => setTaking(null)}
          />
        ) : null}
      </>
    ),
  };
}

/** Everything about answers behind one button. */
export function AnswersMenu({ answers }: { readonly answers: AnswersWork }) {
  const t = useText();
  const isEmpty = answers.people === 0;
  return (
    <Menu
      label={t('impact.answers')}
      trigger={<Button>{t('impact.answers')}</Button>}
      groups={[
        {
          entries: [
            ...(answers.maySaveCodes
              ? [
                  {
                    id: 'codes',
                    label: `${t('impact.save-codes')}…`,
                    onAction: answers.saveCodes,
                  },
                ]
              : []),
            { id: 'bring', label: `${t('impact.bring')}…`, onAction: answers.choose },
          ],
        },
        {
          entries: [
            {
              id: 'withdraw',
              label: `${t('impact.withdraw')}…`,
              isDisabled: isEmpty,
              onAction: answers.withdraw,
            },
            {
              id: 'all',
              label: `${t('impact.remove-all')}…`,
              isDanger: true,
              isDisabled: isEmpty,
              onAction: answers.removeAll,
            },
          ],
        },
      ]}
    />
  );
}
