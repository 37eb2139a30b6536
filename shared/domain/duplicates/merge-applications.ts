import type { PersonRows } from '@/shared/domain/duplicates/person-rows';
import type { Change, Patch } from '@/shared/domain/history/change';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Application } from '@/shared/domain/pipeline/records';
import type { Id } from '@/shared/kit/ids';

/** The fields of an application that say one thing together: each group is kept, and goes back, as a whole. */
export const APPLICATION_GROUPS = [
  [
    'stage',
    'columnId',
    'stageSince',
    'rejectedReason',
    'withdrawnReason',
    'reasonNote',
    'selectedAt',
  ],
  ['submittedAt'],
  ['salaryOffered', 'salaryCurrency'],
  ['writeUp'],
  ['shortlistPosition'],
  ['overrideReason'],
] as const satisfies readonly (readonly (keyof Application)[])[];

/**
 * How far an application is. Who is worked with is further than who was turned down, for a merge must throw nobody out of a running
 * process; a decision is further than a pile that nobody looked at, for the person is the same one who was decided about.
 */
const FURTHER: readonly Stage[] = [
  'new',
  'in_review',
  'withdrawn',
  'rejected',
  'shortlisted',
  'in_progress',
  'selected',
];

/**
 * What becomes of the merged one's applications. On a job that the survivor is not on, they are on it now, with all that hangs on it. Where
 * both are on it, the survivor's application stays and takes over how far the other one is, its steps with it, and whatever it has not: its
 * write-up, its offer. Interviews are one person's, and go along whichever is further. The merged one's own application stays as it is with them, who are shown nowhere, to be there when the two are taken apart.
 */
export function applicationMoves(survivor: PersonRows, merged: PersonRows): readonly Change[] {
  const candidateId = survivor.candidate.id;
  const kept = new Map(survivor.application.map((one) => [one.jobId, one]));
  return merged.application.flatMap((theirs): readonly Change[] => {
    const own = kept.get(theirs.jobId);
    const steps = merged.stageEvent.filter((row) => row.applicationId === theirs.id);
    const tags = merged.applicationTag.filter((row) => row.applicationId === theirs.id);
    const interviews = merged.interview.filter((row) => row.applicationId === theirs.id);
    if (own === undefined) {
      return [
        { op: 'update', entity: 'application', ...at(theirs), patch: { candidateId } },
        ...steps.map((row) => move('stageEvent', row, { candidateId })),
        ...tags.map((row) => move('applicationTag', row, { candidateId })),
        ...interviews.map((row) => move('interview', row, { candidateId })),
      ];
    }
    const to = { candidateId, applicationId: own.id };
    const tagged = new Set(
      survivor.applicationTag.flatMap((row) => (row.applicationId === own.id ? [row.tagId] : [])),
    );
    return [
      { op: 'update', entity: 'application', ...at(own), patch: takenOver(own, theirs) },
      ...(isFurther(theirs, own) ? steps.map((row) => move('stageEvent', row, to)) : []),
      ...tags
        .filter(({ tagId }) => !tagged.has(tagId))
        .map((row) => move('applicationTag', row, to)),
      ...interviews.map((row) => move('interview', row, to)),
    ];
  });
}

/** The application that stands for one of the merged one's after the merge. */
export function keptApplication(
  survivor: PersonRows,
  merged: PersonRows,
  id: Id | null,
): Id | null {
  const theirs = merged.application.find((one) => one.id === id);
  const own = survivor.application.find((one) => one.jobId === theirs?.jobId);
  return own?.id ?? id;
}

export const isFurther = (a: Pick<Application, 'stage'>, b: Pick<Application, 'stage'>): boolean =>
  FURTHER.indexOf(a.stage) > FURTHER.indexOf(b.stage);

/** How far the further one is, and of everything else what the further one has, or the other where it has nothing. */
function takenOver(own: Application, theirs: Application): Patch<'application'> {
  const [stage, ...others] = APPLICATION_GROUPS;
  const [first, second] = isFurther(theirs, own) ? [theirs, own] : [own, theirs];
  const pick = (group: readonly (keyof Application)[], from: Application) =>
    group.map((key) => [key, from[key]] as const);
  return Object.fromEntries([
    ...pick(stage, first),
    ...others.flatMap((group) =>
      pick(group, group.some((key) => !isEmpty(first[key])) ? first : second),
    ),
  ]);
}

const isEmpty = (value: unknown): boolean => value === null || value === '';

const at = ({ id, version }: { readonly id: Id; readonly version: number }) => ({ id, version });

const move = (
  entity: 'stageEvent' | 'applicationTag' | 'interview',
  row: { readonly id: Id; readonly version: number },
  patch: { readonly candidateId: Id; readonly applicationId?: Id },
): Change => ({ op: 'update', entity, ...at(row), patch });
