import { useQuery } from '@tanstack/react-query';
import { type Api, useApi } from '@/renderer/app/api';
import type { CustomField } from '@/shared/domain/custom-fields/records';

const NONE: readonly CustomField[] = [];

export const customFieldsOptions = (api: Api) => api.customFields.list.queryOptions({ input: {} });

/** The fields this workspace keeps of candidates beside those everybody keeps, in their order. */
export function useCustomFields(): readonly CustomField[] {
  const api = useApi();
  return useQuery(customFieldsOptions(api)).data ?? NONE;
}
