import {
  Archive,
  ArchiveRestore,
  BriefcaseBusiness,
  ListPlus,
  MoreHorizontal,
  Tag,
} from 'lucide-react';
import { useState } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { BulkConfirm } from '@/renderer/features/candidates/bulk/bulk-confirm';
import { BulkMoreMenu } from '@/renderer/features/candidates/bulk/bulk-more-menu';
import { ListPicker } from '@/renderer/features/candidates/bulk/list-picker';
import { BulkTagPicker } from '@/renderer/features/candidates/bulk/bulk-tag-picker';
import { type BulkDeed, useBulkDeed } from '@/renderer/features/candidates/bulk/use-bulk-deed';
import type { usePicker } from '@/renderer/features/candidates/picker';
import { PutOnJob } from '@/renderer/features/pipeline';
import { ShareSelection } from '@/renderer/features/sharing';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { type CandidateSelection, selectionSize } from '@/shared/domain/candidates/selection';

interface Props {
  readonly selection: CandidateSelection;
  /** Whether the archive is shown: then the button takes out of it. */
  readonly isArchiveShown: boolean;
  readonly tagPicker: ReturnType<typeof usePicker>;
  readonly listPicker: ReturnType<typeof usePicker>;
  /** Called when a deed has begun: those it takes off the list on screen need not stay chosen. */
  readonly onBegun: (deed: BulkDeed) => void;
  /** Offers to export the selection. */
  readonly onExport?: () => void;
}

/** What reaches other people: the number is typed first. */
const REACHING_OTHERS: readonly BulkDeed['action']['kind'][] = [
  'change-owner',
  'share',
  'stop-sharing',
];
/** Up to so many something is done at once, with a way back; above, it is first said what it does to whom. */
const AT_ONCE = 30;

/** What can be done with a selection, as buttons in a row of the caller's; what has to be looked at first opens under them. */
export function BulkActions({
  selection,
  isArchiveShown,
  tagPicker,
  listPicker,
  onBegun,
  onExport,
}: Props) {
  const t = useText();
  const [asked, setAsked] = useState<BulkDeed | null>(null);
  const [isPutting, setPutting] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const begin = useBulkDeed();
  const run = (deed: BulkDeed): void => {
    setAsked(null);
    begin(selection, deed);
    onBegun(deed);
  };
  const ask = (deed: BulkDeed): void => {
    if (selectionSize(selection) > AT_ONCE) setAsked(deed);
    else run(deed);
  };
  return (
    <div className="relative flex shrink-0 items-center gap-1">
      <Allowed to="candidate.edit">
        <BulkTagPicker
          picker={tagPicker}
          onPick={ask}
          trigger={
            <Button size="sm" icon={<Tag size={14} aria-hidden />}>
              {t('bulk.tag')}
            </Button>
          }
        />
        <ListPicker
          picker={listPicker}
          onPick={ask}
          trigger={
            <Button size="sm" icon={<ListPlus size={14} aria-hidden />}>
              {t('bulk.list')}
            </Button>
          }
        />
      </Allowed>
      <Allowed to="application.edit">
        <Button
          size="sm"
          icon={<BriefcaseBusiness size={14} aria-hidden />}
          onPress={() => setPutting(true)}
        >
          {t('bulk.job')}
        </Button>
      </Allowed>
      <Allowed to="candidate.edit">
        <Button
          size="sm"
          icon={
            isArchiveShown ? (
              <ArchiveRestore size={14} aria-hidden />
            ) : (
              <Archive size={14} aria-hidden />
            )
          }
          onPress={() => ask({ action: { kind: 'archive', archived: !isArchiveShown }, name: '' })}
        >
          {t(isArchiveShown ? 'bulk.unarchive' : 'bulk.archive')}
        </Button>
      </Allowed>
      <BulkMoreMenu
        onPick={ask}
        onShare={() => setSharing(true)}
        {...(onExport && { onExport })}
        trigger={
          <Button variant="ghost" size="sm" icon={<MoreHorizontal size={14} aria-hidden />}>
            {t('bulk.more')}
          </Button>
        }
      />
      {isPutting ? (
        <PutOnJob
          selection={selection}
          onClose={() => setPutting(false)}
          onPut={(action, name) => run({ action, name })}
        />
      ) : null}
      {isSharing ? (
        <ShareSelection
          count={selectionSize(selection)}
          onClose={() => setSharing(false)}
          onShare={({ name, ...share }) => {
            setSharing(false);
            ask({ action: { kind: 'share', ...share }, name });
          }}
        />
      ) : null}
      {asked === null ? null : (
        <BulkConfirm
          selection={selection}
          deed={asked}
          wantsCount={REACHING_OTHERS.includes(asked.action.kind)}
          onConfirm={() => run(asked)}
          onCancel={() => setAsked(null)}
        />
      )}
    </div>
  );
}
