import { useQuery } from '@tanstack/react-query';
import { ExternalLink, UserRoundSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { Marked } from '@/renderer/features/candidates/marked';
import { useDates } from '@/renderer/features/candidates/page/dates';
import { PersonFacts } from '@/renderer/features/candidates/page/person-facts';
import { useMoreLike } from '@/renderer/features/candidates/use-more-like';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Drawer } from '@/renderer/ui/drawer';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import type { CandidateDetail, CandidateRow } from '@/shared/domain/candidates/views';

interface Props {
  readonly row: CandidateRow;
  readonly onClose: () => void;
  readonly onOpen: () => void;
}

const SKILLS_SHOWN = 24;
const NOTES_SHOWN = 3;

/** The candidate on the active row, beside the list; it follows the keys. */
export function PreviewPanel({ row, onClose, onOpen }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const moreLike = useMoreLike();
  const detail = useQuery(api.candidates.get.queryOptions({ input: { id: row.id } }));
  const name = row.name || t('candidates.no-name');
  return (
    <Drawer
      label={t('candidates.preview', { name })}
      title={name}
      onClose={onClose}
      className="w-90 max-[1100px]:w-76"
    >
      <div className="flex flex-col gap-4 p-4">
        {row.snippet === null ? null : (
          <p className="rounded-md bg-sunken px-3 py-2 text-ink-2">
            <Marked text={row.snippet.text} hits={row.snippet.hits} />
          </p>
        )}
        {detail.data !== undefined ? (
          <Preview detail={detail.data} />
        ) : detail.isError ? (
          <ErrorState
            title={t('candidates.page.failed')}
            details={failure(detail.error).details}
            onRetry={() => void detail.refetch()}
          />
        ) : (
          <Loading label={t('candidates.loading')} className="flex flex-col gap-3">
            <Skeleton className="h-4 w-52" />
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-24 w-full" />
          </Loading>
        )}
        <div className="flex flex-wrap gap-2">
          <Button icon={<ExternalLink size={14} aria-hidden />} onPress={onOpen}>
            {t('candidates.preview.open')}
          </Button>
          <Button
            variant="ghost"
            icon={<UserRoundSearch size={14} aria-hidden />}
            onPress={() => moreLike(row.id)}
          >
            {t('candidates.like')}
          </Button>
        </div>
      </div>
    </Drawer>
  );
}

function Preview({ detail }: { readonly detail: CandidateDetail }) {
  const t = useText();
  const dates = useDates();
  const [job] = detail.experience;
  return (
    <>
      {detail.candidate.headline === null ? null : <p>{detail.candidate.headline}</p>}
      <PersonFacts detail={detail} />
      {job === undefined ? null : (
        <Part title={t('candidates.preview.job')}>
          <p className="font-medium">{job.title ?? job.company}</p>
          <p className="text-ink-2">
            {job.title === null ? null : job.company}
            <span className="tabular ml-2 text-ink-3">{dates.period(job.start, job.end)}</span>
          </p>
        </Part>
      )}
      {detail.skills.length === 0 ? null : (
        <Part title={t('candidates.section.skills')}>
          <div className="flex flex-wrap gap-1">
            {detail.skills.slice(0, SKILLS_SHOWN).map((skill) => (
              <Badge key={skill.id}>{skill.name}</Badge>
            ))}
            {detail.skills.length > SKILLS_SHOWN ? (
              <span className="text-sm text-ink-3">
                {t('candidates.preview.more', { count: detail.skills.length - SKILLS_SHOWN })}
              </span>
            ) : null}
          </div>
        </Part>
      )}
      {detail.notes.length === 0 ? null : (
        <Part title={t('candidates.tab.notes')}>
          {detail.notes.slice(0, NOTES_SHOWN).map((note) => (
            <div key={note.id} className="mb-2">
              <p className="text-sm text-ink-3">
                {note.authorName} · <RelativeTime value={note.updatedAt} />
              </p>
              <p className="line-clamp-4 whitespace-pre-wrap">{note.body}</p>
            </div>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium text-ink-3">{title}</h2>
      {children}
    </section>
  );
}
