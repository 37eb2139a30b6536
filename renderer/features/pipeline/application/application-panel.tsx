import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '@/renderer/app/api';
import { QueryFailed } from '@/renderer/app/query-failed';
import { ApplicationDetail } from '@/renderer/features/pipeline/application/application-detail';
import { useText } from '@/renderer/lib/text';
import { Drawer } from '@/renderer/ui/drawer';
import { Loading, Skeleton } from '@/renderer/ui/states';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly applicationId: Id;
  readonly onClose: () => void;
}

/** An application beside the board: its steps, notes, tags and offer. */
export function ApplicationPanel({ applicationId, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const { data, error, refetch } = useQuery(
    api.pipeline.application.queryOptions({ input: { applicationId } }),
  );
  const name = data?.candidateName || t('pipeline.no-name');
  return (
    <Drawer
      label={t('pipeline.details')}
      title={
        data === undefined ? (
          t('pipeline.details')
        ) : (
          <Link
            to="/candidates/$id"
            params={{ id: data.application.candidateId }}
            className="hover:underline"
          >
            {name}
          </Link>
        )
      }
      takesFocus
      onClose={onClose}
    >
      {data !== undefined ? (
        <div className="p-4">
          <ApplicationDetail view={data} />
        </div>
      ) : error === null ? (
        <Loading label={t('pipeline.loading')} className="flex flex-col gap-3 p-4">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 w-60" />
          <Skeleton className="h-4 w-52" />
        </Loading>
      ) : (
        <QueryFailed title={t('pipeline.failed')} query={{ error, refetch }} />
      )}
    </Drawer>
  );
}
