import type { MessageId } from '@/renderer/lib/text';
import type { Role } from '@/shared/domain/workspace/records';

export const ROLE_NAMES: Readonly<Record<Role, MessageId>> = {
  admin: 'people.role.admin',
  recruiter: 'people.role.recruiter',
  client_user: 'people.role.client_user',
  interviewer: 'people.role.interviewer',
  auditor: 'people.role.auditor',
  candidate: 'people.role.candidate',
};
