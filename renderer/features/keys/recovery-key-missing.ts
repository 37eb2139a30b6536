import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';

/**
 * Whether there is no recovery key, to be said to those who may make one: the workspace of an earlier Longlist was encrypted while nobody
 * was there to be shown one.
 */
export function useRecoveryKeyMissing(): boolean {
  const api = useApi();
  const may = useCan()('key.manage');
  const status = useQuery({ ...api.keys.status.queryOptions(), enabled: may });
  const slots = status.data?.slots;
  return may && slots !== undefined && !slots.recoveryKey && (slots.keychain || slots.passphrase);
}
