import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

/** A record as an editor sees it: which version, and its content as text to compare and to show. */
export interface Seen {
  readonly version: number;
  readonly shown: string;
}

export type SaveState =
  | { readonly kind: 'editing' }
  | { readonly kind: 'saving' }
  /** Someone changed the same thing meanwhile: `theirs` is what stands there now, null when it was removed. */
  | { readonly kind: 'conflict'; readonly theirs: Seen | null }
  | { readonly kind: 'failed'; readonly message: string };

interface Options {
  readonly candidateId: string;
  /** The record as it was when the editor opened. */
  readonly seen: Seen;
  /** The same record in a fresh reading of the candidate; null when it is gone. */
  readonly find: (detail: CandidateDetail) => Seen | null;
  readonly onDone: () => void;
}

type Save = (version: number) => Promise<{ readonly commitId: string }>;

/**
 * Saves an edit over the version its editor saw. When the record has moved on but not in what is edited, the edit is saved
 * over the new version; when the same thing was changed, both are shown and the person decides.
 */
export function useVersionedSave({ candidateId, seen, find, onDone }: Options) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const done = useDoneToast();
  const [state, setState] = useState<SaveState>({ kind: 'editing' });
  const opened = useRef(seen).current;

  const finish = (commitId: string): void => {
    void queries.invalidateQueries({ queryKey: api.candidates.key() });
    done(t('candidates.done.saved'), commitId);
    onDone();
  };
  const fail = (error: unknown): void =>
    setState({ kind: 'failed', message: failure(error).message });
  const readTheirs = async (): Promise<Seen | null> =>
    find(
      await queries.fetchQuery({
        ...api.candidates.get.queryOptions({ input: { id: candidateId } }),
        staleTime: 0,
      }),
    );
  const attempt = async (save: Save, version: number, mayRetry: boolean): Promise<void> => {
    setState({ kind: 'saving' });
    try {
      finish((await save(version)).commitId);
    } catch (error) {
      if (failureCode(error) !== 'CONFLICT') {
        fail(error);
        return;
      }
      const theirs = await readTheirs().catch(() => undefined);
      if (theirs === undefined) fail(error);
      else if (theirs !== null && theirs.shown === opened.shown && mayRetry) {
        await attempt(save, theirs.version, false);
      } else setState({ kind: 'conflict', theirs });
    }
  };
  return {
    state,
    /** Saves over the version the editor saw. */
    save: (save: Save): void => void attempt(save, opened.version, true),
    /** Saves over what someone else wrote, which the person has now seen. */
    saveOver: (save: Save, theirs: Seen): void => void attempt(save, theirs.version, false),
    touch: (): void =>
      setState((before) => (before.kind === 'failed' ? { kind: 'editing' } : before)),
  };
}
