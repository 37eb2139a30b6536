import type { MessageId } from '@/renderer/lib/text';
import type { Permission } from '@/shared/domain/access/permissions';
import type { Role } from '@/shared/domain/workspace/records';

export const ROLE_NAMES: Readonly<Record<Role, MessageId>> = {
  admin: 'people.role.admin',
  recruiter: 'people.role.recruiter',
  client_user: 'people.role.client_user',
  interviewer: 'people.role.interviewer',
  auditor: 'people.role.auditor',
  candidate: 'people.role.candidate',
};

/** Whom each role reaches and what it is for. */
export const ROLE_TEXTS: Readonly<Record<Role, MessageId>> = {
  admin: 'people.role.admin.text',
  recruiter: 'people.role.recruiter.text',
  client_user: 'people.role.client_user.text',
  interviewer: 'people.role.interviewer.text',
  auditor: 'people.role.auditor.text',
  candidate: 'people.role.candidate.text',
};

export const PERMISSION_NAMES: Readonly<Record<Permission, MessageId>> = {
  'workspace.read': 'people.may.workspace-read',
  'workspace.manage': 'people.may.workspace-manage',
  'settings.change': 'people.may.settings-change',
  'candidate.read': 'people.may.candidate-read',
  'candidate.edit': 'people.may.candidate-edit',
  'candidate.comment': 'people.may.candidate-comment',
  'candidate.assign': 'people.may.candidate-assign',
  'candidate.share': 'people.may.candidate-share',
  'import.read': 'people.may.import-read',
  'import.run': 'people.may.import-run',
  'history.undo': 'people.may.history-undo',
  'client.read': 'people.may.client-read',
  'client.edit': 'people.may.client-edit',
  'job.read': 'people.may.job-read',
  'job.edit': 'people.may.job-edit',
  'application.read': 'people.may.application-read',
  'application.edit': 'people.may.application-edit',
  'application.decide': 'people.may.application-decide',
  'report.read': 'people.may.report-read',
  'export.run': 'people.may.export-run',
  'user.manage': 'people.may.user-manage',
  'role.manage': 'people.may.role-manage',
  'audit.read': 'people.may.audit-read',
  'audit.export': 'people.may.audit-export',
  'search-log.read': 'people.may.search-log-read',
  'privacy.request': 'people.may.privacy-request',
  'privacy.manage': 'people.may.privacy-manage',
  'adverse-impact.read': 'people.may.adverse-impact-read',
  'backup.manage': 'people.may.backup-manage',
  'key.manage': 'people.may.key-manage',
};

/** Every permission, under the heading it is looked for. */
export const PERMISSION_GROUPS: readonly {
  readonly title: MessageId;
  readonly permissions: readonly Permission[];
}[] = [
  {
    title: 'people.may.group.candidates',
    permissions: [
      'candidate.read',
      'candidate.comment',
      'candidate.edit',
      'candidate.share',
      'candidate.assign',
      'import.read',
      'import.run',
      'export.run',
    ],
  },
  {
    title: 'people.may.group.jobs',
    permissions: [
      'client.read',
      'client.edit',
      'job.read',
      'job.edit',
      'application.read',
      'application.edit',
      'application.decide',
      'report.read',
    ],
  },
  {
    title: 'people.may.group.desk',
    permissions: [
      'workspace.read',
      'history.undo',
      'settings.change',
      'workspace.manage',
      'user.manage',
      'role.manage',
      'backup.manage',
      'key.manage',
    ],
  },
  {
    title: 'people.may.group.trust',
    permissions: [
      'audit.read',
      'audit.export',
      'search-log.read',
      'privacy.request',
      'privacy.manage',
      'adverse-impact.read',
    ],
  },
];
