import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useApi } from '@/renderer/app/api';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { type MessageId, useText } from '@/renderer/lib/text';
import { showToast } from '@/renderer/ui/toast';
import type { ActionName } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

/** Takes back one commit, or with null the person's last one, and says what was undone. */
export function useUndo(): (commitId: Id | null) => void {
  const api = useApi();
  const { mutate } = useMutation(
    api.history.undo.mutationOptions(useTakingBack('app.undo.nothing')),
  );
  return useCallback((commitId) => mutate({ commitId }), [mutate]);
}

/** Puts in force again what the person took back last. */
export function useRedo(): () => void {
  const api = useApi();
  const { mutate } = useMutation(
    api.history.redo.mutationOptions(useTakingBack('app.redo.nothing')),
  );
  return useCallback(() => mutate(undefined), [mutate]);
}

/** What undo returns. */
interface Undone {
  readonly undid: ActionName;
  readonly again: boolean;
  readonly candidates: number;
  readonly kept: number;
}

/** A deed of thousands takes seconds to take back: after this long, in ms, it is said that it is under way. */
const SAYS_UNDER_WAY = 500;

/** How taking back is told of: that it is under way, what was taken back, or why it was not. */
function useTakingBack(nothing: MessageId) {
  const t = useText();
  const failure = useFailure();
  const nameOf = useActionName();
  return {
    meta: { showsFailure: true },
    onMutate: () => {
      let close = (): void => {};
      const timer = setTimeout(() => {
        close = showToast({ message: t('app.undo.running') });
      }, SAYS_UNDER_WAY);
      return {
        isOver: () => {
          clearTimeout(timer);
          close();
        },
      };
    },
    onSettled: (
      _done: unknown,
      _error: unknown,
      _input: unknown,
      told: { readonly isOver: () => void } | undefined,
    ) => told?.isOver(),
    onSuccess: ({ undid, again, candidates, kept }: Undone) => {
      const action = nameOf(undid, candidates);
      const done = again ? t('app.undo.again', { action }) : t('app.undo.done', { action });
      showToast({ message: kept === 0 ? done : t('app.undo.done-partly', { action, kept }) });
    },
    onError: (error: unknown) =>
      showToast(
        failureCode(error) === 'NOTHING_TO_UNDO'
          ? { message: t(nothing) }
          : {
              tone: 'bad',
              message:
                failureCode(error) === 'CONFLICT' ? t('app.undo.conflict') : failure(error).message,
            },
      ),
  } as const;
}

/** What a deed is called that was done to so many candidates. */
export function useActionName(): (action: ActionName, candidates: number) => string {
  const t = useText();
  return useCallback(
    (action, count) => {
      const bulk = count > 1 ? BULK_ACTION_NAMES[action] : undefined;
      return bulk === undefined ? t(ACTION_NAMES[action]) : t(bulk, { count });
    },
    [t],
  );
}

/** Says that something was done and offers whoever may to take it back, or to see it among what was done before. */
export function useDoneToast(): (message: string, commitId: Id, tone?: 'bad') => void {
  const undo = useUndo();
  const t = useText();
  const navigate = useNavigate();
  const mayUndo = useCan()('history.undo');
  return useCallback(
    (message, commitId, tone) => {
      showToast({
        message,
        ...(tone && { tone }),
        ...(mayUndo && {
          action: { label: t('app.undo'), run: () => undo(commitId) },
          more: { label: t('app.undo.history'), run: () => void navigate({ to: '/history' }) },
        }),
      });
    },
    [undo, t, navigate, mayUndo],
  );
}

/** What people's deeds are called, in toasts and timelines. */
export const ACTION_NAMES: Readonly<Record<ActionName, MessageId>> = {
  'workspace.created': 'app.action.workspace.created',
  'settings.changed': 'app.action.settings.changed',
  'import.ran': 'app.action.import.ran',
  'import.controlled': 'app.action.import.controlled',
  'watched-folder.changed': 'app.action.watched-folder.changed',
  'resume.imported': 'app.action.resume.imported',
  'resume.updated': 'app.action.resume.updated',
  'resume.reparsed': 'app.action.resume.reparsed',
  'candidate.edited': 'app.action.candidate.edited',
  'candidate.confirmed': 'app.action.candidate.confirmed',
  'candidate.archived': 'app.action.candidate.archived',
  'candidate.unarchived': 'app.action.candidate.unarchived',
  'note.added': 'app.action.note.added',
  'note.edited': 'app.action.note.edited',
  'note.deleted': 'app.action.note.deleted',
  'client.created': 'app.action.client.created',
  'client.edited': 'app.action.client.edited',
  'client.deleted': 'app.action.client.deleted',
  'contact.changed': 'app.action.contact.changed',
  'job.created': 'app.action.job.created',
  'job.edited': 'app.action.job.edited',
  'job.status-changed': 'app.action.job.status-changed',
  'job.deleted': 'app.action.job.deleted',
  'job-template.changed': 'app.action.job-template.changed',
  'application.created': 'app.action.application.created',
  'application.moved': 'app.action.application.moved',
  'application.rejected': 'app.action.application.rejected',
  'application.withdrawn': 'app.action.application.withdrawn',
  'application.reopened': 'app.action.application.reopened',
  'application.edited': 'app.action.application.edited',
  'application.removed': 'app.action.application.removed',
  'shortlist.changed': 'app.action.shortlist.changed',
  'interview.planned': 'app.action.interview.planned',
  'interview.edited': 'app.action.interview.edited',
  'interview.booked': 'app.action.interview.booked',
  'interview.invited': 'app.action.interview.invited',
  'interview.completed': 'app.action.interview.completed',
  'interview.no-show': 'app.action.interview.no-show',
  'interview.rescheduled': 'app.action.interview.rescheduled',
  'interview.cancelled': 'app.action.interview.cancelled',
  'interview.passed': 'app.action.interview.passed',
  'interview.failed': 'app.action.interview.failed',
  'interview.removed': 'app.action.interview.removed',
  'hiring.started': 'app.action.hiring.started',
  'match.viewed': 'app.action.match.viewed',
  'match.kept': 'app.action.match.kept',
  'match.ranked': 'app.action.match.ranked',
  'view.changed': 'app.action.view.changed',
  'user.created': 'app.action.user.created',
  'user.updated': 'app.action.user.updated',
  'user.deactivated': 'app.action.user.deactivated',
  'user.reactivated': 'app.action.user.reactivated',
  'credential.used': 'app.action.credential.used',
  'password.changed': 'app.action.password.changed',
  'password.reset': 'app.action.password.reset',
  'totp.enabled': 'app.action.totp.enabled',
  'totp.disabled': 'app.action.totp.disabled',
  'role.created': 'app.action.role.created',
  'role.changed': 'app.action.role.changed',
  'role.deleted': 'app.action.role.deleted',
  'share.granted': 'app.action.share.granted',
  'share.revoked': 'app.action.share.revoked',
  'consent.changed': 'app.action.consent.changed',
  'retention.changed': 'app.action.retention.changed',
  'candidate.quarantined': 'app.action.candidate.quarantined',
  'candidate.released': 'app.action.candidate.released',
  'hold.placed': 'app.action.hold.placed',
  'hold.released': 'app.action.hold.released',
  'candidate.erased': 'app.action.candidate.erased',
  'candidate.anonymised': 'app.action.candidate.anonymised',
  'search.logged': 'app.action.search.logged',
  'audit.noted': 'app.action.audit.noted',
  'tag.created': 'app.action.tag.created',
  'tag.added': 'app.action.tag.added',
  'tag.removed': 'app.action.tag.removed',
  'duplicate.dismissed': 'app.action.duplicate.dismissed',
  'duplicates.searched': 'app.action.duplicates.searched',
  'candidate.merged': 'app.action.candidate.merged',
  'candidate.unmerged': 'app.action.candidate.unmerged',
  'candidate.owner-changed': 'app.action.candidate.owner-changed',
  'candidate.added': 'app.action.candidate.added',
  'list.created': 'app.action.list.created',
  'list.changed': 'app.action.list.changed',
  'list.deleted': 'app.action.list.deleted',
  'list.added': 'app.action.list.added',
  'list.removed': 'app.action.list.removed',
  'custom-field.changed': 'app.action.custom-field.changed',
  'custom-value.changed': 'app.action.custom-value.changed',
  'search.made': 'app.action.search.made',
  'search.saved': 'app.action.search.saved',
  'search.changed': 'app.action.search.changed',
  'search.deleted': 'app.action.search.deleted',
  'notification.sent': 'app.action.notification.sent',
  'notification.read': 'app.action.notification.read',
  'table.imported': 'app.action.table.imported',
  undone: 'app.action.undone',
};

/** The same for deeds that several candidates can be chosen for at once. */
const BULK_ACTION_NAMES: Readonly<Partial<Record<ActionName, MessageId>>> = {
  'candidate.archived': 'app.action.bulk.candidate.archived',
  'candidate.edited': 'app.action.bulk.candidate.edited',
  'candidate.owner-changed': 'app.action.bulk.candidate.owner-changed',
  'candidate.unarchived': 'app.action.bulk.candidate.unarchived',
  'list.added': 'app.action.bulk.list.added',
  'list.deleted': 'app.action.bulk.list.deleted',
  'list.removed': 'app.action.bulk.list.removed',
  'table.imported': 'app.action.bulk.table.imported',
  'tag.added': 'app.action.bulk.tag.added',
  'tag.removed': 'app.action.bulk.tag.removed',
  'resume.imported': 'app.action.bulk.resume.imported',
  'resume.reparsed': 'app.action.bulk.resume.reparsed',
  'resume.updated': 'app.action.bulk.resume.updated',
  'application.created': 'app.action.bulk.application.created',
  'application.moved': 'app.action.bulk.application.moved',
  'application.rejected': 'app.action.bulk.application.rejected',
  'application.withdrawn': 'app.action.bulk.application.withdrawn',
  'application.removed': 'app.action.bulk.application.removed',
};
