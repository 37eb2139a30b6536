import { Link } from '@tanstack/react-router';
import { FileText, X } from 'lucide-react';
import type { useMergeChoice } from '@/renderer/features/duplicates/use-merge-choice';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Choice } from '@/renderer/ui/choices';
import { RelativeTime } from '@/renderer/ui/time';
import type { MergePreview } from '@/shared/contract/api/duplicates';
import type { Id } from '@/shared/kit/ids';

type Person = MergePreview['people'][number];

interface Props {
  readonly people: MergePreview['people'];
  readonly choice: ReturnType<typeof useMergeChoice>;
  readonly onShowResume: (id: Id) => void;
  readonly onLeaveOut: ((id: Id) => void) | null;
}

/** What goes along with a merge. */
const FACTS: readonly (readonly [MessageId, (person: Person) => number])[] = [
  ['duplicates.facts.cvs', ({ detail }) => detail.resumes.length],
  ['duplicates.facts.notes', ({ detail }) => detail.notes.length],
  ['duplicates.facts.tags', ({ detail }) => detail.tags.length],
  ['duplicates.facts.lists', ({ lists }) => lists],
  ['duplicates.facts.custom', ({ detail }) => detail.custom.length],
];

/** The heads of the columns: who they are, whose record stays, and their CV. */
export function ComparedPeople({ people, choice, onShowResume, onLeaveOut }: Props) {
  const t = useText();
  return people.map((person, column) => {
    const { candidate, resumes } = person.detail;
    const name = candidate.name || t('candidates.no-name');
    const cv = candidate.currentResumeId ?? resumes[0]?.id ?? null;
    return (
      <div key={candidate.id} className="flex min-w-0 flex-col gap-1.5 pb-1">
        <span className="flex items-center gap-1">
          <Link
            to="/candidates/$id"
            params={{ id: candidate.id }}
            className="min-w-0 flex-1 truncate rounded-sm text-md font-semibold hover:underline"
          >
            {name}
          </Link>
          {onLeaveOut === null ? null : (
            <IconButton
              size="sm"
              label={t('duplicates.leave-out', { name })}
              onPress={() => onLeaveOut(candidate.id)}
            >
              <X size={14} aria-hidden />
            </IconButton>
          )}
        </span>
        <span className="text-sm text-ink-2">
          {FACTS.flatMap(([id, countOf]) => {
            const count = countOf(person);
            return count === 0 ? [] : [t(id, { count })];
          }).join(' · ')}{' '}
          · <RelativeTime value={candidate.createdAt} />
        </span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Choice
            kind="one"
            row={0}
            column={column}
            label={t('duplicates.keep.one', { name })}
            isChosen={choice.choice.survivorId === candidate.id}
            onChoose={() => choice.keep(candidate.id)}
            className="min-w-0 grow basis-36"
          >
            {t('duplicates.keep')}
          </Choice>
          <Button
            size="sm"
            variant="ghost"
            icon={<FileText size={14} aria-hidden />}
            aria-label={t('duplicates.show-cv.one', { name })}
            isDisabled={cv === null}
            onPress={() => {
              if (cv !== null) onShowResume(cv);
            }}
          >
            {t('duplicates.show-cv')}
          </Button>
        </span>
      </div>
    );
  });
}
