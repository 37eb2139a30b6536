import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Opens the list of people who are like a candidate, most alike first. */
export function useMoreLike(): (candidateId: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (candidateId) => void navigate({ to: '/candidates', search: { like: candidateId } }),
    [navigate],
  );
}
