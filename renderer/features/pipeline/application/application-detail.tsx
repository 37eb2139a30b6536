import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { useCan } from '@/renderer/app/session';
import { useDoneToast } from '@/renderer/app/undo';
import { ApplicationInterviews } from '@/renderer/features/interviews';
import { OfferForm } from '@/renderer/features/pipeline/application/offer-form';
import { PutForward } from '@/renderer/features/pipeline/application/put-forward';
import { useReasonText } from '@/renderer/app/reason-text';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Chips, type Tone } from '@/renderer/ui/chips';
import { TextField } from '@/renderer/ui/field';
import { RelativeTime } from '@/renderer/ui/time';
import type { Tag } from '@/shared/domain/candidates/records';
import type { ApplicationView } from '@/shared/domain/pipeline/views';

/** What became of a candidate on a job, and what is said of it. */
export function ApplicationDetail({ view }: { readonly view: ApplicationView }) {
  const t = useText();
  const mayEdit = view.level === 'edit';
  return (
    <div className="flex flex-col gap-4">
      {mayEdit ? <PutForward view={view} /> : null}
      <ApplicationInterviews view={view} />
      <section className="flex flex-col gap-1.5">
        <h3 className="text-sm font-medium text-ink-2">{t('pipeline.steps')}</h3>
        <Steps view={view} />
      </section>
      {mayEdit ? (
        <>
          <Tags view={view} />
          <OfferForm key={view.application.version} view={view} />
        </>
      ) : null}
      <Notes view={view} />
    </div>
  );
}

function Steps({ view }: { readonly view: ApplicationView }) {
  const t = useText();
  const reasonText = useReasonText();
  return (
    <ol className="flex flex-col gap-1.5">
      {view.steps.toReversed().map((step) => {
        const reason = reasonText(step);
        return (
          <li key={step.id} className="flex flex-col">
            <span className="flex items-baseline gap-2">
              <span className="font-medium">{t(STAGE_NAMES[step.toStage])}</span>
              <span className="min-w-0 flex-1 truncate text-sm text-ink-2">
                {step.fromStage === null
                  ? t('pipeline.step.put', { name: step.byName })
                  : t('pipeline.step.from', {
                      stage: t(STAGE_NAMES[step.fromStage]),
                      name: step.byName,
                    })}
              </span>
              <RelativeTime value={step.at} className="shrink-0 text-sm text-ink-3" />
            </span>
            {reason === null ? null : <span className="break-words text-ink-2">{reason}</span>}
          </li>
        );
      })}
    </ol>
  );
}

const TONE_OF: Readonly<Record<Tag['colour'], Tone>> = {
  grey: 'neutral',
  blue: 'accent',
  green: 'good',
  amber: 'warn',
  red: 'bad',
  violet: 'violet',
};

function Tags({ view }: { readonly view: ApplicationView }) {
  const t = useText();
  const api = useApi();
  const done = useDoneToast();
  const [name, setName] = useState('');
  const applicationIds = [view.application.id];
  const tell =
    (message: string) =>
    ({ commitId }: { readonly commitId: string | null }) => {
      if (commitId !== null) done(message, commitId);
    };
  const add = useMutation(
    api.pipeline.addTag.mutationOptions({ onSuccess: tell(t('pipeline.done.tagged')) }),
  );
  const remove = useMutation(
    api.pipeline.removeTag.mutationOptions({ onSuccess: tell(t('pipeline.done.untagged')) }),
  );
  return (
    <section className="flex flex-col gap-1.5">
      {view.tags.length === 0 ? null : (
        <Chips
          label={t('pipeline.tags')}
          hideLabel={false}
          chips={view.tags.map((tag) => ({
            id: tag.id,
            label: tag.name,
            tone: TONE_OF[tag.colour],
          }))}
          onRemove={(tagId) => remove.mutate({ applicationIds, tagId })}
        />
      )}
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          add.mutate({ applicationIds, name }, { onSuccess: () => setName('') });
        }}
      >
        <TextField
          label={t('pipeline.tag-add')}
          className="flex-1"
          maxLength={60}
          value={name}
          onChange={setName}
        />
        <Button type="submit" isDisabled={name.trim() === '' || add.isPending}>
          {t('pipeline.add')}
        </Button>
      </form>
    </section>
  );
}

function Notes({ view }: { readonly view: ApplicationView }) {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const done = useDoneToast();
  const [body, setBody] = useState('');
  const mayComment = useCan()('candidate.comment') && view.level !== 'view';
  const add = useMutation(
    api.pipeline.addNote.mutationOptions({
      onSuccess: ({ commitId }) => {
        setBody('');
        done(t('pipeline.done.noted'), commitId);
      },
    }),
  );
  return (
    <section className="flex flex-col gap-2">
      {mayComment ? (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (body.trim() !== '') add.mutate({ applicationId: view.application.id, body });
          }}
        >
          <TextField
            label={t('pipeline.note-add')}
            rows={2}
            value={body}
            onChange={setBody}
            maxLength={100_000}
          />
          <Button
            type="submit"
            className="self-end"
            isDisabled={body.trim() === '' || add.isPending}
          >
            {t('pipeline.note-save')}
          </Button>
        </form>
      ) : null}
      {view.notes.map((note) => (
        <article key={note.id} className="rounded-md bg-sunken p-2.5">
          <p className="text-sm text-ink-3">
            {t('pipeline.note-by', { name: note.authorName, at: format.absolute(note.createdAt) })}
          </p>
          <p className="break-words whitespace-pre-wrap">{note.body}</p>
        </article>
      ))}
    </section>
  );
}
