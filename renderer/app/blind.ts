import { useCallback } from 'react';
import { useWorkspace } from '@/renderer/app/workspace';
import type { BlindField } from '@/shared/domain/blind/settings';

/** Whether something of candidates is hidden from whoever is at the desk; without a field, whether anything is. The core hides it. */
export function useBlind(): (field?: BlindField) => boolean {
  const hidden = useWorkspace()?.blind;
  return useCallback(
    (field) =>
      hidden !== undefined && (field === undefined ? hidden.length > 0 : hidden.includes(field)),
    [hidden],
  );
}
