import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useSetConsent } from '@/renderer/features/privacy/use-privacy-deeds';
import { BASIS_NAMES } from '@/renderer/features/privacy/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import { LAWFUL_BASES, type LawfulBasis, monthsLater } from '@/shared/domain/privacy/consent';
import { DEFAULT_PRIVACY } from '@/shared/domain/privacy/settings';
import type { PrivacyPanel } from '@/shared/domain/privacy/views';

interface Props {
  readonly candidateIds: readonly string[];
  readonly consent: PrivacyPanel['consent'];
  readonly onClose: () => void;
}

/** On what basis somebody's data are held, since when and until when. Escape leaves it as it was. */
export function ConsentForm({ candidateIds, consent, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const settings = useQuery(api.privacy.settings.queryOptions());
  const months = (settings.data ?? DEFAULT_PRIVACY).consentMonths;
  const [basis, setBasis] = useState<LawfulBasis>(
    LAWFUL_BASES.find((one) => one === consent.basis) ?? 'consent',
  );
  const [given, setGiven] = useState(() =>
    (consent.givenAt ?? new Date().toISOString()).slice(0, 10),
  );
  /** Null until somebody chooses: then as long as the workspace says. */
  const [chosen, setChosen] = useState<string | null>(consent.expiresAt?.slice(0, 10) ?? null);
  const usual = given === '' ? '' : monthsLater(`${given}T00:00:00.000Z`, months).slice(0, 10);
  const expires = chosen ?? usual;
  const save = useSetConsent(onClose);
  const isReady = given !== '' && (expires === '' || expires > given) && !save.isPending;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    save.mutate({
      ids: candidateIds,
      consent: {
        basis,
        givenAt: `${given}T00:00:00.000Z`,
        expiresAt: expires === '' ? null : `${expires}T00:00:00.000Z`,
      },
    });
  };
  return (
    <form
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      className="flex flex-col gap-3 rounded-lg border border-line p-3"
    >
      <Select<LawfulBasis>
        label={t('privacy.basis')}
        value={basis}
        onChange={setBasis}
        options={LAWFUL_BASES.map((value) => ({ value, label: t(BASIS_NAMES[value]) }))}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          type="date"
          label={t('privacy.consent.given')}
          value={given}
          onChange={setGiven}
        />
        <TextField
          type="date"
          label={t('privacy.consent.expires')}
          description={t('privacy.consent.expires.hint')}
          value={expires}
          onChange={setChosen}
          isInvalid={save.isError}
          errorMessage={save.isError ? failure(save.error).message : ''}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('privacy.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!isReady}>
          {t('privacy.save')}
        </Button>
      </div>
    </form>
  );
}
