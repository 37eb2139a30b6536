import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { ChangePassword } from '@/renderer/features/people/account/change-password';
import { FirstPassword } from '@/renderer/features/people/account/first-password';
import { TwoStep } from '@/renderer/features/people/account/two-step';
import { setAccountOpen, useAccountOpen } from '@/renderer/features/people/account-state';
import { ROLE_NAMES } from '@/renderer/features/people/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Dialog } from '@/renderer/ui/dialog';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { Me } from '@/shared/contract/api/auth';

/** One's own account: who one is here, the password, two-step sign-in. */
export function AccountDialog() {
  const t = useText();
  const isOpen = useAccountOpen((account) => account.isOpen);
  return (
    <Dialog isOpen={isOpen} onOpenChange={setAccountOpen} title={t('people.account')}>
      <div className="flex flex-col gap-4 p-4">
        <Account />
      </div>
    </Dialog>
  );
}

function Account() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const me = useQuery(api.auth.me.queryOptions());
  if (me.isError) {
    return (
      <ErrorState
        title={t('people.account.failed')}
        details={failure(me.error).details}
        onRetry={() => void me.refetch()}
      >
        {failure(me.error).message}
      </ErrorState>
    );
  }
  if (me.isPending) {
    return (
      <Loading label={t('people.account.loading')}>
        <Skeleton className="h-24" />
      </Loading>
    );
  }
  return me.data.hasPassword ? <OwnSignIn me={me.data} /> : <FirstPassword name={me.data.name} />;
}

type Doing = 'password' | 'two-step' | null;

function OwnSignIn({ me }: { readonly me: Me }) {
  const t = useText();
  const format = useFormat();
  const [doing, setDoing] = useState<Doing>(null);
  const done = (): void => setDoing(null);
  return (
    <>
      <div>
        <p className="text-md font-medium wrap-break-word">{me.name}</p>
        <p className="wrap-break-word text-ink-2">
          {[me.email, me.roleName ?? t(ROLE_NAMES[me.role])].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Part
        title={t('people.password')}
        note={
          me.passwordChangedAt === null
            ? null
            : t('people.password.since', { when: format.absolute(me.passwordChangedAt) })
        }
        action={
          doing === 'password' ? null : (
            <Button onPress={() => setDoing('password')}>{t('people.password.change')}</Button>
          )
        }
      >
        {doing === 'password' ? <ChangePassword onDone={done} /> : null}
      </Part>
      <Part
        title={t('people.two-step')}
        note={
          me.twoStep
            ? t('people.two-step.codes-left', { left: me.recoveryCodesLeft })
            : t('people.two-step.why')
        }
        badge={
          me.twoStep ? (
            <Badge tone="good">{t('people.on')}</Badge>
          ) : (
            <Badge>{t('people.off')}</Badge>
          )
        }
        action={
          doing === 'two-step' ? null : (
            <Button onPress={() => setDoing('two-step')}>
              {t(me.twoStep ? 'people.two-step.change' : 'people.two-step.set-up')}
            </Button>
          )
        }
      >
        {doing === 'two-step' ? <TwoStep isOn={me.twoStep} onDone={done} /> : null}
      </Part>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly note: string | null;
  readonly badge?: ReactNode;
  readonly action: ReactNode;
  readonly children: ReactNode;
}

function Part({ title, note, badge, action, children }: PartProps) {
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-3">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h3 className="flex items-center gap-2 font-medium">
            {title}
            {badge}
          </h3>
          {note === null ? null : <p className="text-sm text-ink-2">{note}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
