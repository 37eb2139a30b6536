import { Printer } from 'lucide-react';
import { useState } from 'react';
import { DeskCard } from '@/renderer/app/desk-card';
import { recoveryKeyKept } from '@/renderer/app/recovery-key';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { CopyButton } from '@/renderer/ui/states';
import { Checkbox } from '@/renderer/ui/toggles';

/** The recovery key, the one time it is shown. Nothing else goes on before somebody says that it is written down. */
export function RecoveryKeyScreen({ recoveryKey }: { readonly recoveryKey: string }) {
  const t = useText();
  const [isKept, setKept] = useState(false);
  return (
    <DeskCard>
      <div className="flex flex-col gap-4">
        <div>
          <h1 className="text-xl font-semibold">{t('keys.recovery-key.title')}</h1>
          <p className="mt-1 text-ink-2">{t('keys.recovery-key.text')}</p>
        </div>
        <p
          aria-label={t('keys.recovery-key')}
          className="rounded-md border border-line bg-sunken p-3 text-center font-mono text-md leading-7 wrap-break-word select-text"
        >
          {recoveryKey}
        </p>
        <div className="flex gap-2 print:hidden">
          <CopyButton text={recoveryKey} />
          <Button size="sm" icon={<Printer size={14} aria-hidden />} onPress={() => window.print()}>
            {t('keys.recovery-key.print')}
          </Button>
        </div>
        <Checkbox isSelected={isKept} onChange={setKept}>
          <span>{t('keys.recovery-key.kept')}</span>
        </Checkbox>
        <div className="flex justify-end print:hidden">
          <Button variant="primary" isDisabled={!isKept} onPress={recoveryKeyKept}>
            {t('keys.continue')}
          </Button>
        </div>
      </div>
    </DeskCard>
  );
}
