import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileStack } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { useDoneToast } from '@/renderer/app/undo';
import { useBeginJob, useBeginning } from '@/renderer/features/jobs/begin-job';
import { DraftFields } from '@/renderer/features/jobs/draft-fields';
import { type DraftForm, draftIn, formOf } from '@/renderer/features/jobs/draft-form';
import { type JobsFor, useJobsFor } from '@/renderer/features/jobs/own-client';
import { PasteDescription } from '@/renderer/features/jobs/paste-description';
import { ReadFrom } from '@/renderer/features/jobs/read-from';
import { SkillsEditor } from '@/renderer/features/jobs/skills-editor';
import { TemplatesButton } from '@/renderer/features/jobs/templates-button';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ComboField } from '@/renderer/ui/combo-field';
import { TextField } from '@/renderer/ui/field';
import { showToast } from '@/renderer/ui/toast';
import { fold, squeeze } from '@/shared/kit/text';

/** A new job: empty, from a template, or as a description proposes it. */
export function NewJobScreen() {
  const t = useText();
  const turn = useBeginning((beginning) => beginning.turn);
  const begin = useBeginJob();
  const jobsFor = useJobsFor();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-3 border-b border-line px-5 py-2.5">
        <h1 className="flex-1 text-lg font-semibold">{t('jobs.new')}</h1>
        <PasteDescription />
        {jobsFor.kind === 'any' ? (
          <TemplatesButton
            trigger={
              <Button icon={<FileStack size={14} aria-hidden />}>{t('jobs.template.from')}</Button>
            }
            onPick={(draft) => begin(draft)}
          />
        ) : null}
      </header>
      <Form key={turn} own={jobsFor.kind === 'own' ? jobsFor : null} />
    </div>
  );
}

interface FormProps {
  /** The one client that the job can be for; null: one is chosen. */
  readonly own: Extract<JobsFor, { kind: 'own' }> | null;
}

function Form({ own }: FormProps) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const failure = useFailure();
  const done = useDoneToast();
  const { draft, clientId: given, reading } = useBeginning.getState();
  const [form, setForm] = useState<DraftForm>(() => formOf(draft));
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const mayChoose = useCan()('client.read');
  const clients = useQuery({
    ...api.clients.list.queryOptions({ input: { status: 'active', limit: 500 } }),
    enabled: mayChoose,
  });
  const all = clients.data?.rows ?? [];
  const [typed, setTyped] = useState<string | null>(reading?.company?.value ?? null);
  const clientName = typed ?? all.find(({ id }) => id === given)?.companyName ?? '';
  const wanted = squeeze(fold(clientName));
  const client = all.find(({ companyName }) => squeeze(fold(companyName)) === wanted);
  const set = (patch: Partial<DraftForm>): void => {
    setForm((before) => ({ ...before, ...patch }));
    setProblem(null);
  };

  const save = async (status: 'draft' | 'open'): Promise<void> => {
    const read = draftIn(form);
    if (!read.ok) {
      setProblem(t(read.problem));
      return;
    }
    if (own === null && wanted === '') {
      setProblem(t('jobs.wrong.client'));
      return;
    }
    setSaving(true);
    try {
      const clientId =
        own?.id ?? client?.id ?? (await api.clients.create.call({ companyName: clientName })).id;
      const { id, commitId } = await api.jobs.create.call({ clientId, draft: read.draft, status });
      await Promise.all(
        [api.jobs.key(), api.clients.key()].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
      done(t('jobs.done.created'), commitId);
      await navigate({ to: '/jobs/$jobId', params: { jobId: id } });
    } catch (error) {
      const { message } = failure(error);
      setProblem(message);
      showToast({ tone: 'bad', message });
      setSaving(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save('open');
  };
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_22rem] overflow-y-auto">
        <div className="flex flex-col gap-4 px-5 py-4">
          <div className="grid grid-cols-2 gap-3">
            <TextField
              autoFocus
              isRequired
              label={t('jobs.field.title')}
              value={form.title}
              onChange={(title) => set({ title })}
              maxLength={300}
            />
            {own === null ? (
              <ComboField
                isRequired
                isBrowsed
                label={t('jobs.field.client')}
                text={clientName}
                onText={setTyped}
                choices={
                  wanted === '' || client !== undefined
                    ? all.slice(0, 50).map(({ id, companyName }) => ({ id, label: companyName }))
                    : all
                        .filter(({ companyName }) => fold(companyName).includes(wanted))
                        .slice(0, 50)
                        .map(({ id, companyName }) => ({ id, label: companyName }))
                }
                picked={client?.id ?? null}
                onPick={(id) => setTyped(all.find((one) => one.id === id)?.companyName ?? '')}
                {...(wanted !== '' && client === undefined && clients.data !== undefined
                  ? { description: t('jobs.new-client', { name: squeeze(clientName) }) }
                  : {})}
              />
            ) : (
              <TextField isReadOnly label={t('jobs.field.client')} value={own.companyName} />
            )}
          </div>
          <TextField
            label={t('jobs.field.description')}
            rows={8}
            value={form.description}
            onChange={(description) => set({ description })}
            maxLength={200_000}
          />
          {reading === null ? null : <ReadFrom reading={reading} />}
          <SkillsEditor skills={form.skills} onChange={(skills) => set({ skills })} />
        </div>
        <div className="border-l border-line px-5 py-4">
          <DraftFields form={form} onChange={set} />
        </div>
      </div>
      <footer className="flex shrink-0 items-center gap-2 border-t border-line px-5 py-2.5">
        <p role="alert" className="min-w-0 flex-1 text-bad-ink">
          {problem}
        </p>
        <Button variant="ghost" onPress={() => void navigate({ to: '/jobs' })}>
          {t('ui.inline.cancel')}
        </Button>
        <Button isDisabled={isSaving} onPress={() => void save('draft')}>
          {t('jobs.save-draft')}
        </Button>
        <Button type="submit" variant="primary" isDisabled={isSaving}>
          {t('jobs.save-open')}
        </Button>
      </footer>
    </form>
  );
}
