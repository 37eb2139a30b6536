import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { FIELD_NAMES } from '@/renderer/features/tables/words';
import { useText } from '@/renderer/lib/text';
import { customFieldIdOf } from '@/shared/domain/tables/fields';

/** What a field of a table is called, custom fields by their names. */
export function useFieldName(): (field: string) => string {
  const t = useText();
  const api = useApi();
  const custom = useQuery(api.customFields.list.queryOptions({ input: { archived: true } }));
  return (field) => {
    const fieldId = customFieldIdOf(field);
    if (fieldId !== null) return custom.data?.find(({ id }) => id === fieldId)?.label ?? '';
    return field in FIELD_NAMES ? t(FIELD_NAMES[field as keyof typeof FIELD_NAMES]) : field; // A key, as was just looked.
  };
}
