import { useQuery } from '@tanstack/react-query';
import { FileX } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { ResumeViewer } from '@/renderer/features/candidates/viewer/resume-viewer';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';
import { useText } from '@/renderer/lib/text';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';

interface Props {
  readonly resumeId: string | null;
  readonly queryText: string;
  readonly target: EvidenceTarget | null;
}

/** The CV of the candidate that is on show. */
export function ResumePane({ resumeId, queryText, target }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const resume = useQuery({
    ...api.resumes.get.queryOptions({ input: { id: resumeId ?? '' }, gcTime: 60_000 }),
    enabled: resumeId !== null,
  });
  if (resumeId === null) {
    return (
      <EmptyState
        className="flex-1 bg-sunken"
        icon={<FileX size={24} />}
        title={t('candidates.no-resume')}
      >
        {t('candidates.no-resume-hint')}
      </EmptyState>
    );
  }
  if (resume.isError) {
    const { message, details } = failure(resume.error);
    return (
      <ErrorState
        title={t('candidates.viewer.failed')}
        details={details}
        onRetry={() => void resume.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (resume.data === undefined) {
    return (
      <Loading
        label={t('candidates.loading')}
        className="min-h-0 flex-1 overflow-hidden bg-sunken p-4 pt-13"
      >
        <Skeleton className="mx-auto h-full w-full max-w-[794px]" />
      </Loading>
    );
  }
  return <ResumeViewer key={resumeId} resume={resume.data} queryText={queryText} target={target} />;
}
