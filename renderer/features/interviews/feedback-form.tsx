import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import type { Interview } from '@/shared/domain/interviews/records';

/** How an interview went, in the words of the desk. */
export function FeedbackForm({ interview }: { readonly interview: Interview }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const { id, version } = interview;
  const [feedback, setFeedback] = useState(interview.feedback);
  const save = useMutation(
    api.interviews.edit.mutationOptions({
      onSuccess: ({ commitId }) => done(t('interviews.done.feedback'), commitId),
      onSettled: () => queries.invalidateQueries({ queryKey: api.interviews.key() }),
    }),
  );
  const isChanged = feedback !== interview.feedback;
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) save.mutate({ id, version, feedback });
      }}
    >
      <TextField
        label={t('interviews.field.feedback')}
        rows={2}
        maxLength={20_000}
        value={feedback}
        onChange={setFeedback}
      />
      {isChanged ? (
        <Button type="submit" size="sm" className="self-end" isDisabled={save.isPending}>
          {t('interviews.do.feedback')}
        </Button>
      ) : null}
    </form>
  );
}
