import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { useWarningText } from '@/renderer/features/pipeline/put/warning-text';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import { EmptyState, Skeleton } from '@/renderer/ui/states';
import { Switch } from '@/renderer/ui/toggles';
import type { PutPreview } from '@/shared/contract/api/pipeline';
import type { PutAction } from '@/shared/domain/candidates/bulk';
import { type CandidateSelection, selectionSize } from '@/shared/domain/candidates/selection';
import { takesCandidates } from '@/shared/domain/pipeline/put-on-job';

export interface Props {
  readonly selection: CandidateSelection;
  /** The job that is chosen at first; else the first one. */
  readonly jobId?: string;
  readonly onClose: () => void;
  /** Does it, in the way that many are done; the caller says how it ended. */
  readonly onPut: (action: PutAction, jobTitle: string) => void;
}

const STAGES = ['new', 'in_review', 'shortlisted'] as const;

/** Puts people on a job: which one, what it would come to, and what has to be said or read before. */
export function PutOnJob({ selection, jobId, onClose, onPut }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const jobs = useQuery(api.pipeline.jobs.queryOptions());
  const open = jobs.data?.filter(({ status }) => takesCandidates(status)) ?? [];
  const [chosen, setChosen] = useState(jobId ?? null);
  const [stage, setStage] = useState<(typeof STAGES)[number]>('new');
  const [why, setWhy] = useState('');
  const [withWarned, setWithWarned] = useState(false);
  const job = open.find(({ id }) => id === chosen) ?? open[0];
  const preview = useQuery({
    ...api.pipeline.previewPut.queryOptions({ input: { jobId: job?.id ?? '', selection } }),
    enabled: job !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const counts = preview.data;
  const overrideReason = why.trim() === '' ? null : why.trim();
  const count =
    counts === undefined
      ? 0
      : counts.free +
        (withWarned ? counts.warned : 0) +
        (overrideReason === null ? 0 : counts.offLimits);
  const run = (): void => {
    if (job === undefined || count === 0) return;
    onPut({ kind: 'put-on-job', jobId: job.id, stage, overrideReason, withWarned }, job.title);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('pipeline.put.title', { count: selectionSize(selection) })}
      footer={
        <>
          <Button onPress={onClose}>{t('pipeline.cancel')}</Button>
          <Button variant="primary" isDisabled={count === 0} onPress={run}>
            {t('pipeline.put.run', { count })}
          </Button>
        </>
      }
    >
      {jobs.data !== undefined && open.length === 0 ? (
        <EmptyState title={t('pipeline.no-jobs')}>{t('pipeline.no-jobs-hint')}</EmptyState>
      ) : (
        <div className="flex flex-col gap-4 p-4">
          <div className="flex gap-3">
            <Select
              autoFocus
              label={t('pipeline.job')}
              className="min-w-0 flex-1"
              value={job?.id ?? ''}
              options={open.map(({ id, title, clientName }) => ({
                value: id,
                label: t('pipeline.job-of', { title, client: clientName }),
              }))}
              onChange={setChosen}
            />
            <Select
              label={t('pipeline.put.stage')}
              className="w-40"
              value={stage}
              options={STAGES.map((value) => ({ value, label: t(STAGE_NAMES[value]) }))}
              onChange={setStage}
            />
          </div>
          {preview.isError ? (
            <p role="alert" className="text-bad-ink">
              {failure(preview.error).message}
            </p>
          ) : counts === undefined ? (
            <Skeleton className="h-10" />
          ) : (
            <Preview counts={counts} />
          )}
          {counts !== undefined && counts.warned > 0 ? (
            <Switch isSelected={withWarned} onChange={setWithWarned}>
              {t('pipeline.put.with-warned', { count: counts.warned })}
            </Switch>
          ) : null}
          {counts !== undefined && counts.offLimits > 0 ? (
            <TextField
              label={t('pipeline.put.override', { count: counts.offLimits })}
              description={t('pipeline.put.override-hint')}
              maxLength={10_000}
              value={why}
              onChange={setWhy}
            />
          ) : null}
        </div>
      )}
    </Dialog>
  );
}

function Preview({ counts }: { readonly counts: PutPreview }) {
  const t = useText();
  const warningText = useWarningText();
  const facts = [
    t('pipeline.put.free', { count: counts.free }),
    counts.already > 0 && t('pipeline.put.already', { count: counts.already }),
    counts.warned > 0 && t('pipeline.put.warned', { count: counts.warned }),
    counts.offLimits > 0 && t('pipeline.put.off-limits', { count: counts.offLimits }),
    counts.gone > 0 && t('pipeline.put.gone', { count: counts.gone }),
  ].filter((fact) => fact !== false);
  const named = [...counts.offLimitsNamed, ...counts.warnedNamed];
  return (
    <div role="status" className="flex flex-col gap-2">
      <p>{facts.join(' · ')}</p>
      {named.length === 0 ? null : (
        <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto rounded-md bg-sunken p-2.5">
          {named.map(({ candidateId, name, offLimits, warnings }) => (
            <li key={candidateId} className="break-words">
              <span className="font-medium">{name || t('pipeline.no-name')}</span>
              {offLimits === null ? null : (
                <p className="text-bad-ink">
                  {t('pipeline.put.works-at', {
                    employer: offLimits.employer,
                    client: offLimits.companyName,
                  })}{' '}
                  {offLimits.reason ?? ''}
                </p>
              )}
              {warnings.map((warning) => (
                <p key={warningText(warning)} className="text-warn-ink">
                  {warningText(warning)}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
