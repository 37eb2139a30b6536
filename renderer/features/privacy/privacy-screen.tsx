import { getRouteApi } from '@tanstack/react-router';
import { useCan } from '@/renderer/app/session';
import { ConsentList } from '@/renderer/features/privacy/consent-list';
import { ErasedList, HoldList, ReturnedList } from '@/renderer/features/privacy/people-lists';
import { PRIVACY_VIEWS, type PrivacyView } from '@/renderer/features/privacy/privacy-search';
import { QuarantineList } from '@/renderer/features/privacy/quarantine-list';
import { SearchLogList } from '@/renderer/features/privacy/search-log-list';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Tabs } from '@/renderer/ui/tabs';

const route = getRouteApi('/privacy');

const VIEWS: Readonly<Record<PrivacyView, MessageId>> = {
  quarantine: 'privacy.view.quarantine',
  consent: 'privacy.view.consent',
  holds: 'privacy.view.holds',
  returned: 'privacy.view.returned',
  erased: 'privacy.view.erased',
  searches: 'privacy.view.searches',
};

/** Who is about to be erased, whose consent ends, who is kept by a hold, who came in again, who was erased, and who searched what. */
export function PrivacyScreen() {
  const t = useText();
  const can = useCan();
  const navigate = route.useNavigate();
  const views = PRIVACY_VIEWS.filter((view) =>
    can(view === 'searches' ? 'search-log.read' : 'privacy.manage'),
  );
  const { view: asked } = route.useSearch();
  const view = views.find((one) => one === asked) ?? views[0] ?? 'quarantine';
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="shrink-0 px-5 py-3">
        <h1 className="text-lg font-semibold">{t('privacy.title')}</h1>
      </header>
      <Tabs<PrivacyView>
        className="min-h-0 flex-1"
        label={t('privacy.title')}
        selected={view}
        onSelect={(next) => void navigate({ search: { view: next }, replace: true })}
        tabs={views.map((id) => ({ id, label: t(VIEWS[id]) }))}
      >
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
          {view === 'quarantine' ? <QuarantineList /> : null}
          {view === 'consent' ? <ConsentList /> : null}
          {view === 'holds' ? <HoldList /> : null}
          {view === 'returned' ? <ReturnedList /> : null}
          {view === 'erased' ? <ErasedList /> : null}
          {view === 'searches' ? <SearchLogList /> : null}
        </div>
      </Tabs>
    </div>
  );
}
