import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Users, X } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { type ShareChoice, ShareForm } from '@/renderer/features/sharing/share-form';
import { PERMISSION_NAMES, useEnd } from '@/renderer/features/sharing/words';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import type { CandidateAccess } from '@/shared/contract/api/shares';

interface Props {
  readonly candidateId: string;
  readonly name: string;
}

/** Shows a candidate to others, for who may; whoever they are shown to stands in the dialog, and can be let go of there. */
export function ShareButton({ candidateId, name }: Props) {
  const t = useText();
  const api = useApi();
  const [isOpen, setOpen] = useState(false);
  const access = useQuery(api.shares.of.queryOptions({ input: { candidateId } }));
  if (access.data?.mayShare !== true) return null;
  return (
    <>
      <Button size="sm" icon={<Users size={14} aria-hidden />} onPress={() => setOpen(true)}>
        {t('sharing.share')}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={t('sharing.title-one', { name })}>
        <Sharing candidateId={candidateId} access={access.data} />
      </Dialog>
    </>
  );
}

function Sharing({
  candidateId,
  access,
}: {
  readonly candidateId: string;
  readonly access: CandidateAccess;
}) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const done = useDoneToast();
  const end = useEnd();
  const again = (): void => {
    void queries.invalidateQueries({ queryKey: api.shares.key() });
    void queries.invalidateQueries({ queryKey: api.candidates.key() });
  };
  const share = useMutation({
    mutationFn: ({ with: receiver, permission, expiresAt }: ShareChoice) =>
      api.shares.share.call({
        with: receiver,
        permission,
        expiresAt,
        candidateIds: [candidateId],
      }),
    meta: { showsFailure: true },
    onSuccess: ({ commitId }, { name }) => {
      done(t('sharing.done.share', { count: 1, name }), commitId);
      again();
    },
  });
  const revoke = useMutation({
    mutationFn: ({ id, version }: CandidateAccess['shares'][number]) =>
      api.shares.revoke.call({ id, version }),
    meta: { showsFailure: true },
    onSuccess: ({ commitId }, { receiverName: name }) => {
      done(t('sharing.done.stop-sharing', { count: 1, name }), commitId);
      again();
    },
  });
  const failed = share.error ?? revoke.error;
  return (
    <div className="flex flex-col gap-3 p-4">
      <ShareForm isBusy={share.isPending} onShare={share.mutate} />
      {failed === null ? null : (
        <p role="alert" className="text-bad-ink">
          {failure(failed).message}
        </p>
      )}
      {access.shares.length === 0 ? (
        <p className="text-ink-2">{t('sharing.none')}</p>
      ) : (
        <ul aria-label={t('sharing.list')} className="flex flex-col">
          {access.shares.map((one) => (
            <li key={one.id} className="flex items-center gap-3 border-t border-line py-1.5">
              <span className="min-w-0 flex-1 truncate font-medium">{one.receiverName}</span>
              <span className="text-ink-2">{t(PERMISSION_NAMES[one.permission])}</span>
              <span className="text-ink-2">{end(one.expiresAt)}</span>
              <IconButton
                label={t('sharing.stop', { name: one.receiverName })}
                isDisabled={revoke.isPending}
                onPress={() => revoke.mutate(one)}
              >
                <X size={16} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <p className="text-ink-2">{t('sharing.hint')}</p>
    </div>
  );
}
