import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { majorText, minorOf } from '@/renderer/lib/money';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import type { ApplicationView } from '@/shared/domain/pipeline/views';

/** What was offered: an amount in its currency. */
export function OfferForm({ view }: { readonly view: ApplicationView }) {
  const t = useText();
  const api = useApi();
  const done = useDoneToast();
  const { id, version, salaryOffered, salaryCurrency } = view.application;
  const [amount, setAmount] = useState(majorText(salaryOffered, salaryCurrency));
  const [currency, setCurrency] = useState(salaryCurrency ?? 'EUR');
  const save = useMutation(
    api.pipeline.setOffer.mutationOptions({
      onSuccess: ({ commitId }) => done(t('pipeline.done.offered'), commitId),
    }),
  );
  const code = currency.trim().toUpperCase();
  const value = minorOf(amount, code);
  const isFine = value !== undefined && (value === null || /^[A-Z]{3}$/.test(code));
  const isChanged = value !== salaryOffered || (value !== null && salaryCurrency !== code);
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (value === undefined || !isFine || !isChanged) return;
        save.mutate({
          id,
          version,
          salaryOffered: value,
          salaryCurrency: value === null ? null : code,
        });
      }}
    >
      <TextField
        label={t('pipeline.offer')}
        className="flex-1"
        inputMode="decimal"
        value={amount}
        onChange={setAmount}
        isInvalid={!isFine}
      />
      <TextField
        label={t('pipeline.currency')}
        className="w-20"
        maxLength={3}
        value={currency}
        onChange={setCurrency}
      />
      <Button type="submit" isDisabled={!isFine || !isChanged || save.isPending}>
        {t('pipeline.save')}
      </Button>
    </form>
  );
}
