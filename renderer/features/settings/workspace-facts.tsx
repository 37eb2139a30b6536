import { useWorkspace } from '@/renderer/app/workspace';
import { Fact } from '@/renderer/features/settings/setting';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';

/** What this workspace is. */
export function WorkspaceFacts() {
  const t = useText();
  const format = useFormat();
  const workspace = useWorkspace();
  if (!workspace) return null;
  return (
    <dl className="border-t border-line">
      <Fact title={t('settings.workspace.name')}>{workspace.name}</Fact>
      <Fact title={t('settings.workspace.user')}>{workspace.userName}</Fact>
      <Fact title={t('settings.workspace.candidates')}>{format.number(workspace.candidates)}</Fact>
      <Fact title={t('settings.workspace.place')}>{t('settings.workspace.here')}</Fact>
      <Fact title={t('settings.workspace.id')}>
        <span className="font-mono text-sm">{workspace.id}</span>
      </Fact>
    </dl>
  );
}
