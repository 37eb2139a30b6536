import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Archive, Download, Eraser, Gavel } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { ConsentForm } from '@/renderer/features/privacy/consent-form';
import { EraseDialog } from '@/renderer/features/privacy/erase-dialog';
import { ReasonForm } from '@/renderer/features/privacy/reason-form';
import {
  useDataRequest,
  useSetConsent,
  useStanding,
} from '@/renderer/features/privacy/use-privacy-deeds';
import { basisName, END_NAMES } from '@/renderer/features/privacy/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { PrivacyPanel } from '@/shared/domain/privacy/views';

/** Why a candidate's data are held and until when, what keeps them or takes them away, and their right to see and to be erased. */
export function PrivacyTab({ candidateId }: { readonly candidateId: string }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const panel = useQuery(api.privacy.panel.queryOptions({ input: { candidateId } }));
  if (panel.isError) {
    return (
      <ErrorState
        title={t('privacy.failed')}
        details={failure(panel.error).details}
        onRetry={() => void panel.refetch()}
      >
        {failure(panel.error).message}
      </ErrorState>
    );
  }
  if (panel.data === undefined) {
    return (
      <Loading label={t('privacy.loading')} className="flex flex-col gap-3 p-5">
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
      </Loading>
    );
  }
  return <Panel key={candidateId} panel={panel.data} />;
}

function Panel({ panel }: { readonly panel: PrivacyPanel }) {
  const can = useCan();
  return (
    <div className="flex flex-col gap-6 p-5">
      <Consent panel={panel} />
      <Retention panel={panel} />
      {can('privacy.manage') ? <Hold panel={panel} /> : null}
      {can('privacy.manage') || can('privacy.request') ? <Rights panel={panel} /> : null}
    </div>
  );
}

function Part({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-semibold">{title}</h3>
      {text === undefined ? null : <p className="mb-2 text-sm text-ink-2">{text}</p>}
      {children}
    </section>
  );
}

function Consent({ panel }: { readonly panel: PrivacyPanel }) {
  const t = useText();
  const format = useFormat();
  const can = useCan();
  const [isEditing, setEditing] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const { candidateId, consent } = panel;
  const withdraw = useSetConsent(() => {
    // Who takes consent back mostly wants to be gone: it is offered, never done by itself.
    if (can('privacy.manage')) setErasing(true);
  });
  const name = basisName(consent.basis);
  const day = (instant: string): string => format.day(instant.slice(0, 10));
  return (
    <Part title={t('privacy.consent')}>
      {isEditing ? (
        <ConsentForm
          candidateIds={[candidateId]}
          consent={consent}
          onClose={() => setEditing(false)}
        />
      ) : (
        <>
          <p>{name === null ? consent.basis : t(name)}</p>
          {consent.givenAt === null ? null : (
            <p className="text-sm text-ink-2">
              {consent.expiresAt === null
                ? t('privacy.consent.since', { since: day(consent.givenAt) })
                : t('privacy.consent.from-to', {
                    since: day(consent.givenAt),
                    until: day(consent.expiresAt),
                  })}
            </p>
          )}
          {can('candidate.edit') ? (
            <div className="mt-2 flex gap-2">
              <Button size="sm" onPress={() => setEditing(true)}>
                {t('privacy.consent.set')}
              </Button>
              {consent.givenAt === null ? null : (
                <Button
                  size="sm"
                  isPending={withdraw.isPending}
                  onPress={() => withdraw.mutate({ ids: [candidateId], consent: null })}
                >
                  {t('privacy.consent.withdraw')}
                </Button>
              )}
            </div>
          ) : null}
        </>
      )}
      {isErasing ? <Erase panel={panel} onClose={() => setErasing(false)} /> : null}
    </Part>
  );
}

function Retention({ panel }: { readonly panel: PrivacyPanel }) {
  const t = useText();
  const api = useApi();
  const can = useCan();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { candidateId, quarantine } = panel;
  const put = useStanding(
    (reason: string) => api.privacy.quarantine.call({ candidateId, reason, end: 'erase' }),
    'privacy.quarantine.put',
    () => setAsking(false),
  );
  const release = useStanding(
    () => api.privacy.release.call({ candidateId }),
    'privacy.quarantine.released',
  );
  const day = (instant: string): string => format.day(instant.slice(0, 10));
  return (
    <Part title={t('privacy.retention')}>
      {quarantine === null ? (
        <>
          <p className="text-ink-2">
            {panel.goesAt === null
              ? t('privacy.retention.none')
              : t('privacy.retention.goes', { day: day(panel.goesAt) })}
          </p>
          {panel.mustKeepUntil === null ? null : (
            <p className="text-sm text-ink-2">
              {t('privacy.retention.minimum', { day: day(panel.mustKeepUntil) })}
            </p>
          )}
          {can('privacy.manage') && panel.hold === null && !isAsking ? (
            <Button
              size="sm"
              className="mt-2"
              icon={<Archive size={14} aria-hidden />}
              onPress={() => setAsking(true)}
            >
              {t('privacy.quarantine.do')}
            </Button>
          ) : null}
          {isAsking ? (
            <ReasonForm
              label={t('privacy.quarantine.why')}
              action={t('privacy.quarantine.do')}
              isPending={put.isPending}
              onSubmit={(reason) => put.mutate(reason)}
              onClose={() => setAsking(false)}
            />
          ) : null}
        </>
      ) : (
        <>
          <p className="text-warn-ink">
            {t('privacy.quarantine.until', {
              day: day(quarantine.until),
              end: t(END_NAMES[quarantine.end]),
            })}
          </p>
          <p className="text-sm text-ink-2">{quarantine.reason}</p>
          {can('privacy.manage') ? (
            <Button size="sm" className="mt-2" onPress={() => release.mutate(undefined)}>
              {t('privacy.quarantine.release')}
            </Button>
          ) : null}
        </>
      )}
    </Part>
  );
}

function Hold({ panel }: { readonly panel: PrivacyPanel }) {
  const t = useText();
  const api = useApi();
  const [isAsking, setAsking] = useState(false);
  const { candidateId, hold } = panel;
  const place = useStanding(
    (reason: string) => api.privacy.placeHold.call({ candidateId, reason }),
    'privacy.hold.placed',
    () => setAsking(false),
  );
  const release = useStanding(
    () => api.privacy.releaseHold.call({ candidateId }),
    'privacy.hold.released',
  );
  return (
    <Part title={t('privacy.hold')} text={t('privacy.hold.text')}>
      {hold !== null ? (
        <>
          <p>{hold.reason}</p>
          <p className="text-sm text-ink-2">{t('privacy.hold.by', { name: hold.placedByName })}</p>
          <Button size="sm" className="mt-2" onPress={() => release.mutate(undefined)}>
            {t('privacy.hold.release')}
          </Button>
        </>
      ) : isAsking ? (
        <ReasonForm
          label={t('privacy.hold.why')}
          action={t('privacy.hold.place')}
          isPending={place.isPending}
          onSubmit={(reason) => place.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      ) : (
        <Button size="sm" icon={<Gavel size={14} aria-hidden />} onPress={() => setAsking(true)}>
          {t('privacy.hold.place')}
        </Button>
      )}
    </Part>
  );
}

function Rights({ panel }: { readonly panel: PrivacyPanel }) {
  const t = useText();
  const can = useCan();
  const [isErasing, setErasing] = useState(false);
  const request = useDataRequest(panel.candidateId);
  return (
    <Part title={t('privacy.rights')} text={t('privacy.rights.text')}>
      <div className="flex gap-2">
        {can('privacy.request') ? (
          <Button
            icon={<Download size={14} aria-hidden />}
            isPending={request.isPending}
            onPress={() => request.mutate()}
          >
            {t('privacy.request.do')}
          </Button>
        ) : null}
        {can('privacy.manage') ? (
          <Button
            variant="danger"
            icon={<Eraser size={14} aria-hidden />}
            isDisabled={panel.hold !== null}
            onPress={() => setErasing(true)}
          >
            {t('privacy.erase.open')}
          </Button>
        ) : null}
      </div>
      {panel.hold === null ? null : (
        <p className="mt-2 text-sm text-ink-2">{t('privacy.erase.held')}</p>
      )}
      {isErasing ? <Erase panel={panel} onClose={() => setErasing(false)} /> : null}
    </Part>
  );
}

function Erase({ panel, onClose }: { readonly panel: PrivacyPanel; readonly onClose: () => void }) {
  const navigate = useNavigate();
  return (
    <EraseDialog
      candidateIds={[panel.candidateId]}
      kind="erase"
      onClose={onClose}
      onDone={() => void navigate({ to: '/candidates' })}
    />
  );
}
