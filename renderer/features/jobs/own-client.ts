import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';

/** For whom whoever is at the desk makes jobs. */
export type JobsFor =
  | { readonly kind: 'nobody' }
  /** A client that they choose from all of them. */
  | { readonly kind: 'any' }
  /** A client's people make those of their own client. */
  | { readonly kind: 'own'; readonly id: string; readonly companyName: string };

export function useJobsFor(): JobsFor {
  const api = useApi();
  const can = useCan();
  const choosesOne = can('client.read');
  const isGuest = can('job.edit') && !choosesOne;
  const own = useQuery({ ...api.jobs.ownClient.queryOptions(), enabled: isGuest }).data;
  if (can('job.edit') && choosesOne) return ANY;
  return isGuest && own ? { kind: 'own', ...own } : NOBODY;
}

const ANY: JobsFor = { kind: 'any' };
const NOBODY: JobsFor = { kind: 'nobody' };
