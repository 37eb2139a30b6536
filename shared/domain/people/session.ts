import type { Actor } from '@/shared/domain/workspace/records';

/** Who is asking when nobody has signed in: it may nothing. Names no user. */
export const NOBODY: Actor = {
  id: '00000000-0000-7000-8000-000000000000',
  name: '',
  role: 'candidate',
  permissions: [],
};
