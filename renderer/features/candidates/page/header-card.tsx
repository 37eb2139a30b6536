import { useNavigate } from '@tanstack/react-router';
import {
  AppWindow,
  Archive,
  ArchiveRestore,
  ChevronDown,
  ChevronLeft,
  ChevronUp,
  Plus,
  StickyNote,
  UserRoundSearch,
} from 'lucide-react';
import { useShell } from '@/renderer/app/shell';
import { HeaderLists } from '@/renderer/features/candidates/page/header-lists';
import { usePage } from '@/renderer/features/candidates/page/page-context';
import { PersonFacts } from '@/renderer/features/candidates/page/person-facts';
import { useNeighbours } from '@/renderer/features/candidates/page/use-neighbours';
import type { usePicker } from '@/renderer/features/candidates/picker';
import { TagPicker, useTagging } from '@/renderer/features/candidates/tag-picker';
import { useMoreLike } from '@/renderer/features/candidates/use-more-like';
import { useArchive } from '@/renderer/features/candidates/use-archive';
import { tagTone } from '@/renderer/features/candidates/words';
import { AccessBadge, ShareButton } from '@/renderer/features/sharing';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Badge, Chips } from '@/renderer/ui/chips';
import { RelativeTime } from '@/renderer/ui/time';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

interface Props {
  readonly detail: CandidateDetail;
  readonly tagPicker: ReturnType<typeof usePicker>;
  readonly listPicker: ReturnType<typeof usePicker>;
  readonly onNote: () => void;
}

/** Who this is, at a glance, and what can be done. */
export function HeaderCard({ detail, tagPicker, listPicker, onNote }: Props) {
  const t = useText();
  const { candidate, tags } = detail;
  const { mayEdit } = usePage();
  const tagging = useTagging();
  return (
    <header className="flex shrink-0 flex-col gap-1 border-b border-line px-4 py-2.5">
      <div className="flex items-center gap-2">
        <h1 className="min-w-0 truncate text-lg font-semibold">
          {candidate.name || t('candidates.no-name')}
        </h1>
        {candidate.archivedAt === null ? null : (
          <Badge>
            {t('candidates.archived')} <RelativeTime value={candidate.archivedAt} />
          </Badge>
        )}
        <AccessBadge candidateId={candidate.id} />
        {candidate.doNotContact ? <Badge tone="bad">{t('candidates.do-not-contact')}</Badge> : null}
        <span className="min-w-0 flex-1 truncate text-ink-2">{candidate.headline}</span>
        <Neighbours id={candidate.id} />
        <PageActions detail={detail} onNote={onNote} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {/* Facts and tags share one flow, so that the head stays at two lines where they fit. */}
        <PersonFacts detail={detail} className="contents" />
        <div className="flex items-center gap-1">
          {tags.length === 0 ? null : (
            <Chips
              label={t('candidates.tags')}
              chips={tags.map((tag) => ({
                id: tag.id,
                label: tag.name,
                tone: tagTone(tag.colour),
              }))}
              {...(mayEdit && {
                onRemove: (tagId: string) => tagging.remove([candidate.id], tagId),
              })}
            />
          )}
          {mayEdit ? (
            <TagPicker
              picker={tagPicker}
              candidateIds={[candidate.id]}
              tagIds={new Set(tags.map((tag) => tag.id))}
              trigger={
                <Button variant="ghost" size="sm" icon={<Plus size={12} aria-hidden />}>
                  {t('candidates.tag')}
                </Button>
              }
            />
          ) : null}
        </div>
        <HeaderLists candidateId={candidate.id} picker={listPicker} />
      </div>
    </header>
  );
}

function Neighbours({ id }: { readonly id: string }) {
  const t = useText();
  const navigate = useNavigate();
  const neighbours = useNeighbours(id);
  return (
    <div className="flex shrink-0 items-center gap-0.5">
      <Button
        variant="ghost"
        size="sm"
        icon={<ChevronLeft size={14} aria-hidden />}
        onPress={() => void navigate({ to: '/candidates' })}
      >
        {neighbours.index === null
          ? t('candidates.page.back')
          : t('candidates.page.position', { index: neighbours.index + 1, total: neighbours.total })}
      </Button>
      <IconButton
        label={t('candidates.page.previous')}
        keys="k"
        isDisabled={neighbours.previous === null}
        onPress={() => neighbours.go(-1)}
      >
        <ChevronUp size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={t('candidates.page.next')}
        keys="j"
        isDisabled={neighbours.next === null}
        onPress={() => neighbours.go(1)}
      >
        <ChevronDown size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

function PageActions({ detail, onNote }: Pick<Props, 'detail' | 'onNote'>) {
  const t = useText();
  const { shell } = useShell();
  const archive = useArchive();
  const moreLike = useMoreLike();
  const { mayEdit, mayComment } = usePage();
  const { id, archivedAt } = detail.candidate;
  const isArchived = archivedAt !== null;
  return (
    <div className="flex shrink-0 items-center gap-1">
      <IconButton label={t('candidates.like')} keys="m" onPress={() => moreLike(id)}>
        <UserRoundSearch size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={t('candidates.page.own-window')}
        onPress={() => void shell('openWindow', { route: `/candidates/${id}` })}
      >
        <AppWindow size={16} aria-hidden />
      </IconButton>
      {mayEdit ? (
        <IconButton
          label={t(isArchived ? 'candidates.unarchive' : 'candidates.archive')}
          onPress={() => archive([id], !isArchived)}
        >
          {isArchived ? (
            <ArchiveRestore size={16} aria-hidden />
          ) : (
            <Archive size={16} aria-hidden />
          )}
        </IconButton>
      ) : null}
      <ShareButton candidateId={id} name={detail.candidate.name} />
      {mayComment ? (
        <Button size="sm" icon={<StickyNote size={14} aria-hidden />} onPress={onNote}>
          {t('candidates.page.note')}
        </Button>
      ) : null}
    </div>
  );
}
