import { useQuery } from '@tanstack/react-query';
import { FolderInput, Laptop } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { RestoreOffer } from '@/renderer/features/backup';
import { AddCvs } from '@/renderer/features/first-run/add-cvs';
import { NameWorkspace } from '@/renderer/features/first-run/name-workspace';
import { OpenExport } from '@/renderer/features/portable';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';

/** From an empty profile to the first import, in two steps: names, then where the CVs are. */
export function FirstRun() {
  const t = useText();
  const api = useApi();
  const status = useQuery(api.workspace.status.queryOptions());
  const [isOpening, setOpening] = useState(false);
  const step = status.data?.state === 'open' ? 2 : 1;
  return (
    <main className="flex h-full flex-col items-center overflow-auto bg-rail px-6 py-10">
      <div className="my-auto flex w-136 max-w-full flex-col gap-6">
        <header className="flex items-center justify-between">
          <span className="flex items-center gap-2 text-md font-semibold">
            <span
              aria-hidden
              className="flex size-7 items-center justify-center rounded-md bg-accent text-on-accent"
            >
              L
            </span>
            {t('app.name')}
          </span>
          <Badge icon={<Laptop size={12} aria-hidden />}>{t('app.connectivity.local')}</Badge>
        </header>
        <section className="rounded-xl border border-line bg-canvas p-6 shadow-raised">
          {isOpening && step === 1 ? (
            <OpenExport onBack={() => setOpening(false)} />
          ) : (
            <>
              <p className="mb-2 flex items-center gap-2 text-sm text-ink-3">
                <span aria-hidden className="flex gap-1">
                  <Dot isOn />
                  <Dot isOn={step === 2} />
                </span>
                {t('first-run.step', { step })}
              </p>
              {step === 1 ? <NameWorkspace /> : <AddCvs />}
            </>
          )}
        </section>
        {step === 1 && !isOpening ? (
          <div className="flex flex-wrap justify-center gap-2">
            <RestoreOffer />
            <Button
              variant="ghost"
              icon={<FolderInput size={14} aria-hidden />}
              onPress={() => setOpening(true)}
            >
              {t('portable.open.begin')}
            </Button>
          </div>
        ) : null}
        <p className="text-center text-sm text-ink-3">{t('first-run.promise')}</p>
      </div>
    </main>
  );
}

function Dot({ isOn }: { readonly isOn: boolean }) {
  return <span className={cx('h-1 w-5 rounded-full', isOn ? 'bg-accent' : 'bg-press')} />;
}
