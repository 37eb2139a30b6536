import type { Told } from '@/renderer/features/people/settings/use-user-deeds';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { CopyButton } from '@/renderer/ui/states';

interface Props {
  readonly told: Told;
  readonly onDone: () => void;
}

/** The password somebody gets to come in with, shown this once. */
export function OneTimePassword({ told: { name, email, oneTimePassword }, onDone }: Props) {
  const t = useText();
  return (
    <section
      aria-label={t('people.password.one-time')}
      className="mb-4 flex flex-col gap-2 rounded-lg border border-line-strong bg-rail p-3"
    >
      <p role="status" className="wrap-break-word">
        {t('people.one-time.text', { name, email })}
      </p>
      <div className="flex items-center gap-3">
        <code data-testid="one-time-password" className="font-mono text-md select-text">
          {oneTimePassword}
        </code>
        <CopyButton text={oneTimePassword} />
        <span className="flex-1" />
        <Button size="sm" onPress={onDone}>
          {t('people.one-time.done')}
        </Button>
      </div>
    </section>
  );
}
