import { useNavigate } from '@tanstack/react-router';
import {
  AppWindow,
  Archive,
  ArrowLeft,
  CalendarPlus,
  Check,
  History,
  ListPlus,
  ScanSearch,
  StickyNote,
  Tag,
  UserRoundSearch,
} from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useCan } from '@/renderer/app/session';
import { useShell } from '@/renderer/app/shell';
import { dayOf } from '@/renderer/features/candidates/page/past-moment';
import { mayChange } from '@/renderer/features/candidates/page/page-context';
import { confirmFocused, focusNextReview } from '@/renderer/features/candidates/page/review-focus';
import { useNeighbours } from '@/renderer/features/candidates/page/use-neighbours';
import { useMoreLike } from '@/renderer/features/candidates/use-more-like';
import { useArchive } from '@/renderer/features/candidates/use-archive';
import { useText } from '@/renderer/lib/text';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

interface Actions {
  readonly onNote: () => void;
  readonly onInterview: () => void;
  readonly onTag: () => void;
  readonly onList: () => void;
  readonly onOverview: () => void;
}

/** What the keys and the command bar do on a candidate's page. */
export function usePageCommands(
  detail: CandidateDetail,
  { onNote, onInterview, onTag, onList, onOverview }: Actions,
): void {
  const t = useText();
  const navigate = useNavigate();
  const archive = useArchive();
  const moreLike = useMoreLike();
  const { shell } = useShell();
  const { id, archivedAt } = detail.candidate;
  const { mayEdit, mayComment } = mayChange(detail);
  const mayLookBack = useCan()('history.undo');
  const { go } = useNeighbours(id);
  const commands = useMemo((): readonly Command[] => {
    const group = t('candidates.group.page');
    const isArchived = archivedAt !== null;
    const offered: readonly (Command & { readonly isRefused?: boolean })[] = [
      {
        id: 'candidates.page.next',
        title: t('candidates.page.next'),
        group,
        keys: 'j',
        isKeysOnly: true,
        run: () => go(1),
      },
      {
        id: 'candidates.page.previous',
        title: t('candidates.page.previous'),
        group,
        keys: 'k',
        isKeysOnly: true,
        run: () => go(-1),
      },
      {
        id: 'candidates.page.back',
        title: t('candidates.page.back'),
        group,
        icon: ArrowLeft,
        keys: 'escape',
        run: () => void navigate({ to: '/candidates' }),
      },
      {
        id: 'candidates.page.note',
        isRefused: !mayComment,
        title: t('candidates.page.add-note'),
        group,
        icon: StickyNote,
        keys: 'n',
        run: onNote,
      },
      {
        id: 'candidates.page.interview',
        permission: 'application.edit',
        title: t('interviews.plan'),
        group,
        icon: CalendarPlus,
        keys: 'i',
        run: onInterview,
      },
      {
        id: 'candidates.page.tag',
        isRefused: !mayEdit,
        title: t('candidates.tags.choose'),
        group,
        icon: Tag,
        keys: 't',
        run: onTag,
      },
      {
        id: 'candidates.page.list',
        isRefused: !mayEdit,
        title: t('bulk.lists.choose'),
        group,
        icon: ListPlus,
        keys: 'l',
        run: onList,
      },
      {
        id: 'candidates.page.review',
        isRefused: !mayEdit,
        title: t('candidates.review.next'),
        group,
        icon: ScanSearch,
        keys: 'v',
        run: () => {
          onOverview();
          // The tab is there after the next paint.
          requestAnimationFrame(() => requestAnimationFrame(focusNextReview));
        },
      },
      {
        id: 'candidates.page.confirm',
        isRefused: !mayEdit,
        title: t('candidates.confirm'),
        group,
        icon: Check,
        keys: 'y',
        run: confirmFocused,
      },
      {
        id: 'candidates.page.like',
        title: t('candidates.like'),
        group,
        icon: UserRoundSearch,
        keys: 'm',
        run: () => moreLike(id),
      },
      {
        id: 'candidates.page.archive',
        isRefused: !mayEdit,
        title: t(isArchived ? 'candidates.unarchive' : 'candidates.archive'),
        group,
        icon: Archive,
        run: () => archive([id], !isArchived),
      },
      {
        id: 'candidates.page.past',
        isRefused: !mayLookBack,
        title: t('past.see-day'),
        group,
        icon: History,
        run: () =>
          void navigate({
            to: '/candidates/$id',
            params: { id },
            search: (before) => ({ ...before, asOf: dayOf(new Date()) }),
          }),
      },
      {
        id: 'candidates.page.window',
        title: t('candidates.page.own-window'),
        group,
        icon: AppWindow,
        run: () => void shell('openWindow', { route: `/candidates/${id}` }),
      },
    ];
    return offered.filter(({ isRefused = false }) => !isRefused);
  }, [
    t,
    go,
    navigate,
    onNote,
    onInterview,
    onTag,
    onList,
    onOverview,
    archive,
    moreLike,
    id,
    archivedAt,
    mayEdit,
    mayComment,
    mayLookBack,
    shell,
  ]);
  useCommands(commands);
}
