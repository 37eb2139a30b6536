import { useParams } from '@tanstack/react-router';
import { ActivityList } from '@/renderer/features/jobs/activity-list';
import { useText } from '@/renderer/lib/text';

/** What happened to this job, newest first. */
export function ActivityTab() {
  const { jobId } = useParams({ from: '/jobs/$jobId' });
  const t = useText();
  return (
    <div
      // What scrolls must be reachable by the keyboard.
      tabIndex={0}
      role="region"
      aria-label={t('jobs.tab.activity')}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <ActivityList subject="job" id={jobId} />
    </div>
  );
}
