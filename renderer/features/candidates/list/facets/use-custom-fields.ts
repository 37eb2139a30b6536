import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import type { CustomField } from '@/shared/domain/custom-fields/records';

const NONE: readonly CustomField[] = [];

/** The fields this workspace keeps of candidates beside those everybody keeps, in their order. */
export function useCustomFields(): readonly CustomField[] {
  const api = useApi();
  return useQuery(api.customFields.list.queryOptions({ input: {} })).data ?? NONE;
}
