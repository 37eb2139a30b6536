import type { AccessLevel } from '@/shared/domain/access/facts';

/** How a candidate can stand to somebody. */
export const STATES = [
  'own',
  'shared view',
  'shared comment',
  'shared edit',
  'expired share',
  'revoked share',
  'foreign',
  'put forward',
  'put forward to another client',
  'applied only',
  'shared with the client',
  'in quarantine',
  'erased',
] as const;
export type State = (typeof STATES)[number];

export const WHO = [
  'admin',
  'recruiter',
  'recruiter of one client',
  'reader',
  'client_user',
  'interviewer',
  'auditor',
  'candidate',
  'nobody',
] as const;
export type Who = (typeof WHO)[number];

type Levels = Partial<Record<State, AccessLevel>>;
const AS_SHARED: Levels = {
  'shared view': 'view',
  'shared comment': 'comment',
  'shared edit': 'edit',
};

/**
 * How far each comes with a candidate: written out by hand, so that the policy itself is held to it. What is not named is `none`.
 * `reader` is a role of one's own: a recruiter who may look, and nothing else.
 */
export const LEVELS: Readonly<Record<Who, Levels>> = {
  admin: Object.fromEntries(
    STATES.filter((state) => state !== 'erased').map((state) => [state, 'edit']),
  ),
  recruiter: { own: 'edit', ...AS_SHARED },
  'recruiter of one client': { own: 'edit', ...AS_SHARED },
  reader: { own: 'view', 'shared view': 'view', 'shared comment': 'view', 'shared edit': 'view' },
  client_user: {
    ...AS_SHARED,
    'shared edit': 'comment',
    'put forward': 'comment',
    'shared with the client': 'view',
  },
  interviewer: { ...AS_SHARED, 'shared edit': 'comment' },
  auditor: {},
  candidate: {},
  nobody: {},
};
