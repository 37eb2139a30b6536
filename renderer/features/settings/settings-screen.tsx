import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComponentType, ReactElement } from 'react';
import { useCan } from '@/renderer/app/session';
import { BackupSection } from '@/renderer/features/backup';
import { SecuritySection } from '@/renderer/features/keys';
import { PeopleSection } from '@/renderer/features/people';
import { FullExportSection } from '@/renderer/features/portable';
import { PrivacySettings } from '@/renderer/features/privacy';
import { About } from '@/renderer/features/settings/about';
import { Appearance } from '@/renderer/features/settings/appearance';
import { CustomFields } from '@/renderer/features/settings/custom-fields/custom-fields';
import { Ocr } from '@/renderer/features/settings/ocr';
import { Parsing } from '@/renderer/features/settings/parsing/parsing';
import { SECTIONS, type Section } from '@/renderer/features/settings/settings-search';
import { Shortcuts } from '@/renderer/features/settings/shortcuts';
import { SystemCheck } from '@/renderer/features/settings/system-check';
import { WorkspaceFacts } from '@/renderer/features/settings/workspace-facts';
import { cx } from '@/renderer/lib/cx';
import { type MessageId, useText } from '@/renderer/lib/text';
import type { Permission } from '@/shared/domain/access/permissions';

const route = getRouteApi('/settings');

interface SectionView {
  readonly title: MessageId;
  readonly view: ComponentType;
  /** Who sees it; nothing for everybody. */
  readonly permission?: Permission;
  /** Needs more room than a column of text. */
  readonly isWide?: boolean;
}

const VIEWS: Readonly<Record<Section, SectionView>> = {
  appearance: { title: 'settings.appearance', view: Appearance },
  parsing: { title: 'settings.parsing', view: Parsing },
  ocr: { title: 'settings.ocr', view: Ocr },
  'custom-fields': { title: 'custom-fields.title', view: CustomFields },
  people: {
    title: 'people.title',
    view: PeopleSection,
    permission: 'user.manage',
    isWide: true,
  },
  security: { title: 'keys.title', view: SecuritySection, permission: 'key.manage' },
  privacy: { title: 'privacy.title', view: PrivacySettings, permission: 'privacy.manage' },
  backup: { title: 'backup.title', view: BackupSection, permission: 'backup.manage' },
  'full-export': {
    title: 'portable.title',
    view: FullExportSection,
    permission: 'backup.manage',
  },
  workspace: { title: 'settings.workspace', view: WorkspaceFacts },
  system: { title: 'settings.system', view: SystemCheck },
  shortcuts: { title: 'settings.shortcuts', view: Shortcuts },
  about: { title: 'settings.about', view: About },
};

/** Sections at the left, the chosen one at the right. Everything takes effect at once. */
export function SettingsScreen(): ReactElement {
  const t = useText();
  const { section = 'appearance' } = route.useSearch();
  const can = useCan();
  const offered = SECTIONS.filter((each) => {
    const { permission } = VIEWS[each];
    return permission === undefined || can(permission);
  });
  const shown = offered.includes(section) ? section : 'appearance';
  const { title, view: View, isWide = false } = VIEWS[shown];
  return (
    <div className="flex min-h-0 flex-1">
      <nav aria-label={t('settings.title')} className="w-52 shrink-0 border-r border-line p-2">
        <h1 className="px-2 pt-2 pb-3 text-lg font-semibold">{t('settings.title')}</h1>
        <ul className="flex flex-col gap-0.5">
          {offered.map((each) => (
            <li key={each}>
              <Link
                to="/settings"
                search={{ section: each }}
                aria-current={each === shown ? 'true' : undefined}
                className={cx(
                  'flex h-8 items-center rounded-md px-2 hover:bg-hover hover:text-ink',
                  each === shown ? 'bg-press font-medium text-ink' : 'text-ink-2',
                )}
              >
                {t(VIEWS[each].title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section
        aria-labelledby="section-title"
        // A scrolling region must be reachable by keyboard.
        tabIndex={0}
        className="min-w-0 flex-1 overflow-y-auto px-8 py-5 -outline-offset-2"
      >
        <div className={isWide ? 'max-w-240' : 'max-w-160'}>
          <h2 id="section-title" className="mb-4 text-lg font-semibold">
            {t(title)}
          </h2>
          <View />
        </div>
      </section>
    </div>
  );
}
