import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useShell } from '@/renderer/app/shell';
import { useDoneToast } from '@/renderer/app/undo';
import { type MessageId, useText } from '@/renderer/lib/text';
import { showToast } from '@/renderer/ui/toast';
import type { ConsentInput } from '@/shared/domain/privacy/consent';

/** Everything of privacy is read again: what one deed changes, several lists and panels show. */
export function useReadAgain(): () => void {
  const api = useApi();
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: api.privacy.key() });
}

/** Says on what basis somebody's data are held, or that they withdrew; undo takes it back. */
export function useSetConsent(onDone: () => void) {
  const t = useText();
  const api = useApi();
  const done = useDoneToast();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (given: { readonly ids: readonly string[]; readonly consent: ConsentInput }) =>
      api.privacy.setConsent.call({
        selection: { kind: 'ids', ids: [...given.ids] },
        consent: given.consent,
      }),
    onSuccess: ({ commitId, changed }, { consent }) => {
      readAgain();
      const message = consent === null ? 'privacy.consent.withdrawn' : 'privacy.consent.saved';
      if (commitId !== null) done(t(message, { count: changed }), commitId);
      onDone();
    },
    meta: { showsFailure: true },
  });
}

/** A deed that changes somebody's standing and can be taken back the other way round. */
export function useStanding<Input>(
  call: (input: Input) => Promise<unknown>,
  message: MessageId,
  onDone: () => void = () => undefined,
) {
  const t = useText();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: call,
    onSuccess: () => {
      readAgain();
      showToast({ message: t(message) });
      onDone();
    },
  });
}

/** Writes everything held on somebody to where a person says. */
export function useDataRequest(candidateId: string) {
  const t = useText();
  const api = useApi();
  const { shell } = useShell();
  return useMutation({
    mutationFn: async () => {
      const chosen = await shell('chooseSave', { suggestedName: 'data-request.zip' });
      return chosen && api.privacy.dataRequest.call({ candidateId, handle: chosen.handle });
    },
    onSuccess: (made) => {
      if (!made) return;
      const { rows, files, missing } = made;
      showToast({
        message:
          t('privacy.request.done', { rows, files }) +
          (missing > 0 ? ` ${t('privacy.request.missing', { count: missing })}` : ''),
      });
    },
  });
}
