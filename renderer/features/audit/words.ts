import { useCallback } from 'react';
import { ACTION_NAMES } from '@/renderer/app/undo';
import { type MessageId, useText } from '@/renderer/lib/text';
import type { AUDIT_ONLY_ACTIONS } from '@/shared/domain/audit/actions';
import type { AuditGroup, AuditLine, Named } from '@/shared/domain/audit/views';

const ONLY: Readonly<Record<(typeof AUDIT_ONLY_ACTIONS)[number], MessageId>> = {
  'auth.signed-in': 'audit.action.auth.signed-in',
  'auth.failed': 'audit.action.auth.failed',
  'auth.signed-out': 'audit.action.auth.signed-out',
  'workspace.unlocked': 'audit.action.workspace.unlocked',
  'workspace.locked': 'audit.action.workspace.locked',
  'key.changed': 'audit.action.key.changed',
  'resume.downloaded': 'audit.action.resume.downloaded',
  'export.made': 'audit.action.export.made',
  'export.opened': 'audit.action.export.opened',
  'data-request.made': 'audit.action.data-request.made',
  'self-identification.changed': 'audit.action.self-identification.changed',
  'audit.exported': 'audit.action.audit.exported',
  'audit.verified': 'audit.action.audit.verified',
  'audit.gap-found': 'audit.action.audit.gap-found',
  'backup.made': 'audit.action.backup.made',
  'backup.failed': 'audit.action.backup.failed',
  'backup.settings-changed': 'audit.action.backup.settings-changed',
  'backup.restored': 'audit.action.backup.restored',
  'transition.refused': 'audit.action.transition.refused',
  'access.refused': 'audit.action.access.refused',
};

const NAMES: Readonly<Record<string, MessageId>> = { ...ACTION_NAMES, ...ONLY };

/** What was done, in words; the log may name what this window does not know. */
export function useAuditAction(): (action: string) => string {
  const t = useText();
  return useCallback(
    (action) => {
      const name = NAMES[action];
      return name === undefined ? action : t(name);
    },
    [t],
  );
}

export const GROUP_NAMES: Readonly<Record<AuditGroup | 'all', MessageId>> = {
  all: 'audit.group.all',
  access: 'audit.group.access',
  candidates: 'audit.group.candidates',
  sharing: 'audit.group.sharing',
  jobs: 'audit.group.jobs',
  applications: 'audit.group.applications',
  exports: 'audit.group.exports',
  privacy: 'audit.group.privacy',
  rest: 'audit.group.rest',
};

/** A record by its name of today, or why there is none. */
export function useRecordName(): (record: Named) => string | null {
  const t = useText();
  return useCallback(
    (record) => {
      switch (record.state) {
        case 'named':
          return record.name || t('candidates.no-name');
        case 'gone':
          return t('audit.record.gone');
        case 'hidden':
          return t('audit.record.hidden');
        case 'none':
          return null;
      }
    },
    [t],
  );
}

/** Who did it; of a user who is there no more, the id. */
export const personOf = ({ actorName, entry }: AuditLine): string => actorName ?? entry.actorId;
