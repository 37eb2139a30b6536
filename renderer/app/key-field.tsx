import { useText } from '@/renderer/lib/text';
import { TextField } from '@/renderer/ui/field';

interface Props {
  /** The recovery key is asked for, and not the passphrase. */
  readonly byKey: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Where a passphrase or a recovery key is typed. */
export function KeyField({ byKey, value, onChange }: Props) {
  const t = useText();
  return (
    <TextField
      key={byKey ? 'recovery' : 'passphrase'}
      autoFocus
      isRequired
      type={byKey ? 'text' : 'password'}
      autoComplete="off"
      maxLength={1000}
      label={t(byKey ? 'keys.recovery-key' : 'keys.passphrase')}
      {...(byKey && { description: t('keys.recovery-key.shape') })}
      value={value}
      onChange={onChange}
      validationBehavior="aria"
    />
  );
}
