import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { CopyButton } from '@/renderer/ui/states';

interface Props {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** The codes that stand in for a lost phone, shown this once. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const t = useText();
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-ink-2">
        {t('people.two-step.codes.text')}
      </p>
      <ul
        aria-label={t('people.two-step.codes')}
        className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md border border-line bg-sunken p-3 font-mono text-sm select-text"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex items-center justify-end gap-2">
        <CopyButton text={codes.join('\n')} />
        <Button autoFocus variant="primary" onPress={onDone}>
          {t('people.two-step.codes.done')}
        </Button>
      </div>
    </div>
  );
}
