import { useState } from 'react';
import { useText } from '@/renderer/lib/text';
import { TextField } from '@/renderer/ui/field';
import { PASSWORD_MIN } from '@/shared/domain/people/password-length';

export interface NewPassword {
  readonly password: string;
  readonly again: string;
}

export const NO_PASSWORD: NewPassword = { password: '', again: '' };

/** Whether it is long enough and was typed twice alike; what else speaks against it the core says. */
export const isUsable = ({ password, again }: NewPassword): boolean =>
  [...password].length >= PASSWORD_MIN && password === again;

interface Props {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  readonly autoFocus?: boolean;
  /** What it is: what one signs in with, or what opens the workspace. */
  readonly kind?: keyof typeof WORDS;
}

const WORDS = {
  password: {
    name: 'people.password.new',
    why: 'people.password.new.why',
    repeat: 'people.password.repeat',
    differs: 'people.password.differs',
  },
  passphrase: {
    name: 'keys.passphrase.new',
    why: 'keys.passphrase.new.why',
    repeat: 'keys.passphrase.repeat',
    differs: 'keys.passphrase.differs',
  },
} as const;

/** A password to choose, typed twice: nobody sees what they type. */
export function NewPasswordFields({
  value,
  onChange,
  autoFocus = false,
  kind = 'password',
}: Props) {
  const t = useText();
  const [isLeft, setLeft] = useState(false);
  const differs = isLeft && value.again !== '' && value.password !== value.again;
  const length = [...value.password].length;
  return (
    <>
      <TextField
        isRequired
        autoFocus={autoFocus}
        type="password"
        autoComplete="new-password"
        maxLength={256}
        label={t(WORDS[kind].name)}
        description={
          length === 0 || length >= PASSWORD_MIN
            ? t(WORDS[kind].why, { least: PASSWORD_MIN })
            : t('people.password.more', { more: PASSWORD_MIN - length })
        }
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        validationBehavior="aria"
      />
      <TextField
        isRequired
        type="password"
        autoComplete="new-password"
        maxLength={256}
        label={t(WORDS[kind].repeat)}
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        onBlur={() => setLeft(true)}
        isInvalid={differs}
        errorMessage={t(WORDS[kind].differs)}
        validationBehavior="aria"
      />
    </>
  );
}
