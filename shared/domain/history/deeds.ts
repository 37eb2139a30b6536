import { z } from 'zod';
import { ACTIONS, type ActionName } from '@/shared/domain/history/change';
import { INTERVIEW_DEEDS } from '@/shared/domain/interviews/deeds';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** What a person does by hand and may take back with one keystroke; imports and settings have ways of their own. */
export const TAKEN_BACK_BY_HAND: readonly ActionName[] = [
  'candidate.edited',
  'candidate.confirmed',
  'candidate.archived',
  'candidate.unarchived',
  'note.added',
  'note.edited',
  'note.deleted',
  'tag.created',
  'tag.added',
  'tag.removed',
  'list.created',
  'list.changed',
  'list.deleted',
  'list.added',
  'list.removed',
  'candidate.added',
  'candidate.owner-changed',
  'share.granted',
  'share.revoked',
  'candidate.merged',
  'candidate.unmerged',
  'duplicate.dismissed',
  'resume.reparsed',
  'table.imported',
  'custom-field.changed',
  'custom-value.changed',
  'search.saved',
  'search.changed',
  'search.deleted',
  'client.created',
  'client.edited',
  'client.deleted',
  'contact.changed',
  'job.created',
  'job.edited',
  'job.status-changed',
  'job.deleted',
  'job-template.changed',
  'application.created',
  'application.moved',
  'application.rejected',
  'application.withdrawn',
  'application.reopened',
  'application.edited',
  'application.removed',
  'shortlist.changed',
  ...INTERVIEW_DEEDS,
  'view.changed',
];

/**
 * Who may sign in, and what they may then do, is changed where its rules are looked at: taking it back would go around them (the last
 * administrator, more rights than one's own).
 */
export const NEVER_TAKEN_BACK: ReadonlySet<ActionName> = new Set([
  'workspace.created',
  'user.created',
  'user.updated',
  'user.deactivated',
  'user.reactivated',
  'password.changed',
  'password.reset',
  'totp.enabled',
  'totp.disabled',
  'role.created',
  'role.changed',
  'role.deleted',
]);

/** What the history can be narrowed to. */
export const DEED_KINDS = [
  'people',
  'jobs',
  'tags-and-lists',
  'duplicates',
  'imports',
  'rest',
] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

/** The actions of each kind; taking back stands with all of them. */
export const ACTIONS_OF: Readonly<Record<DeedKind, readonly ActionName[]>> = {
  people: [
    'candidate.edited',
    'candidate.confirmed',
    'candidate.archived',
    'candidate.unarchived',
    'candidate.owner-changed',
    'candidate.added',
    'note.added',
    'note.edited',
    'note.deleted',
    'custom-value.changed',
    'resume.reparsed',
  ],
  jobs: [
    'client.created',
    'client.edited',
    'client.deleted',
    'contact.changed',
    'job.created',
    'job.edited',
    'job.status-changed',
    'job.deleted',
    'job-template.changed',
    'application.created',
    'application.moved',
    'application.rejected',
    'application.withdrawn',
    'application.reopened',
    'application.edited',
    'application.removed',
    'shortlist.changed',
    ...INTERVIEW_DEEDS,
    'match.ranked',
  ],
  'tags-and-lists': [
    'tag.created',
    'tag.added',
    'tag.removed',
    'list.created',
    'list.changed',
    'list.deleted',
    'list.added',
    'list.removed',
  ],
  duplicates: ['duplicate.dismissed', 'candidate.merged', 'candidate.unmerged'],
  imports: [
    'import.ran',
    'import.controlled',
    'resume.imported',
    'resume.updated',
    'table.imported',
  ],
  rest: [
    'workspace.created',
    'settings.changed',
    'watched-folder.changed',
    'custom-field.changed',
    'search.saved',
    'search.changed',
    'search.deleted',
    'duplicates.searched',
    'match.viewed',
    'match.kept',
    'view.changed',
  ],
};

/** Deeds of the machine that come by the thousand: neighbours of one kind and person stand as one line. */
export const FLOWING: readonly ActionName[] = ['resume.imported', 'resume.updated', 'import.ran'];

/** Why a deed of the history cannot be taken back: it was already, or it is not a thing that is (an import, settings). */
export const STUCK_REASONS = ['undone', 'import', 'not-by-hand'] as const;

/** One thing somebody did, as the history lists it: one commit, or the many of a bulk deed or an import. */
export const deedSchema = z.object({
  /** The newest commit of it: what is taken back by. */
  commitId: idSchema,
  at: instantSchema,
  actorName: z.string(),
  /** What was done; of a taking back, what was taken back. */
  action: z.enum(ACTIONS),
  /** `undo`: takes `action` back; `redo`: puts it in force again. */
  turn: z.enum(['do', 'undo', 'redo']),
  /** How many candidates it is about; null for an import, whose own screen counts. */
  candidates: z.number().int().nonnegative().nullable(),
  /** One of them, whom the actor may see. */
  candidate: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** The tag or list it is about. */
  about: z.string().nullable(),
  /** Of a bulk deed part may be in force and part not. */
  state: z.enum(['in-force', 'partly', 'undone']),
  stuck: z.enum(STUCK_REASONS).nullable(),
});
export type Deed = z.infer<typeof deedSchema>;

export const deedsRequestSchema = z.object({
  /** Only the actor's own; somebody who does not see everything sees no others. */
  mine: z.boolean().default(false),
  kind: z.enum(DEED_KINDS).nullable().default(null),
  beforeCommitId: idSchema.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
});
export type DeedsRequest = z.infer<typeof deedsRequestSchema>;

/** Newest first. */
export const deedsPageSchema = z.object({
  deeds: z.array(deedSchema),
  /** Where the next page begins; null at the end. */
  nextBefore: idSchema.nullable(),
});
export type DeedsPage = z.infer<typeof deedsPageSchema>;

/** Why a deed cannot be taken back; null when it can be tried. */
export function stuckReason(
  action: ActionName,
  turn: Deed['turn'],
  state: Deed['state'],
): Deed['stuck'] {
  if (state === 'undone') return 'undone';
  if (turn !== 'do' || TAKEN_BACK_BY_HAND.includes(action)) return null;
  return ACTIONS_OF.imports.includes(action) ? 'import' : 'not-by-hand';
}
