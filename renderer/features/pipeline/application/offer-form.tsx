import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import {
  amountOf,
  minorUnits,
  writtenAmount,
} from '@/renderer/features/pipeline/application/money';
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
  const [amount, setAmount] = useState(
    salaryOffered === null ? '' : writtenAmount(salaryOffered, salaryCurrency ?? ''),
  );
  const [currency, setCurrency] = useState(salaryCurrency ?? 'EUR');
  const save = useMutation(
    api.pipeline.setOffer.mutationOptions({
      onSuccess: ({ commitId }) => done(t('pipeline.done.offered'), commitId),
    }),
  );
  const code = currency.trim().toUpperCase();
  const isEmpty = amount.trim() === '';
  const value = isEmpty ? null : amountOf(amount, code);
  const isFine = isEmpty || (value !== null && minorUnits(code) !== null);
  const isChanged = value !== salaryOffered || (value !== null && salaryCurrency !== code);
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFine || !isChanged) return;
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
