import { useParams } from '@tanstack/react-router';
import { ActivityList } from '@/renderer/features/jobs/activity-list';

/** What happened to this job, newest first. */
export function ActivityTab() {
  const { jobId } = useParams({ from: '/jobs/$jobId' });
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <ActivityList subject="job" id={jobId} />
    </div>
  );
}
