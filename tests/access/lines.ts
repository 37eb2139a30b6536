import type { Id } from '@/shared/kit/ids';
import type { Permission } from '@/shared/domain/access/permissions';
import type { Job, Subject, World } from './world';

/** How the access of one procedure is decided, and what it is asked with. */
export type Line =
  /** By the permission alone: what it reads and writes is the desk's, or the actor's own. */
  | { readonly by: 'permission' }
  /** By nothing: it works before there is anybody, or for anybody. */
  | { readonly by: 'nothing' }
  /** A list of people: whoever is reached stands in its answer, and nobody else. */
  | { readonly by: 'people'; readonly input: unknown; readonly shows: 'all' | 'some' }
  | ({
      readonly by: 'candidate' | 'application';
      readonly input: (subject: Subject, world: World) => unknown;
    } & OfPerson)
  /** A file with people in it: nobody who is not reached stands in it. */
  | {
      readonly by: 'file';
      readonly input: (handle: string) => unknown;
    }
  /** What the administrator began: theirs alone to see. */
  | {
      readonly by: 'work';
      /** `handle` gives one for a file that is not there yet. */
      readonly input: (world: World, handle: () => string) => unknown;
    }
  | {
      readonly by: 'job';
      readonly input: (job: Job, world: World) => unknown;
      /** Guests see the job, and this is not for them. */
      readonly atDesk?: true;
      /** As of a person. */
      readonly hidden?: 'empty';
    }
  | { readonly by: 'client'; readonly input: (clientId: Id, world: World) => unknown };

interface OfPerson {
  /** What it takes of the record, where that is another permission than the door's. */
  readonly takes?: Permission;
  /** Who does not see the record is answered nothing, instead of that it is not there. */
  readonly hidden?: 'empty';
  /** Who sees it and may not do so much is answered that it is not there, too. */
  readonly short?: 'NOT_FOUND';
  /** What became of the one it is asked of stands in the counts of the answer. */
  readonly counts?: true;
}

const PERMISSION: Line = { by: 'permission' };
const NOTHING: Line = { by: 'nothing' };
const people = (input: unknown, shows: 'all' | 'some' = 'some'): Line => ({
  by: 'people',
  input,
  shows,
});
const candidate = (
  input: (subject: Subject, world: World) => unknown,
  more: OfPerson = {},
): Line => ({ by: 'candidate', input, ...more });
const application = (
  input: (subject: Subject, world: World) => unknown,
  more: OfPerson = {},
): Line => ({ by: 'application', input, ...more });
const file = (input: (handle: string) => unknown): Line => ({ by: 'file', input });
const work = (input: (world: World, handle: () => string) => unknown): Line => ({
  by: 'work',
  input,
});
const job = (
  input: (job: Job, world: World) => unknown,
  more: { readonly atDesk?: true; readonly hidden?: 'empty' } = {},
): Line => ({ by: 'job', input, ...more });
const client = (input: (clientId: Id, world: World) => unknown): Line => ({ by: 'client', input });

/** Somebody, and a job that whoever has jobs reaches. */
const onJob = ({ candidateId }: Subject, { jobs }: World) => ({ jobId: jobs[4]?.id, candidateId });

/** Somebody whom whoever is asked as may change, where they may change anybody. */
const partnerOf = ({ who, state }: Pick<Subject, 'who' | 'state'>, { subjects }: World) =>
  subjects.find((one) => one.who === who && one.state === (state === 'own' ? 'shared edit' : 'own'))
    ?.candidateId;

/** A version that no record has: who may change it meets a conflict, and nothing is written. */
const STALE = 999;
const seen = ({ applicationId }: Subject) => [{ id: applicationId, from: 'new' }];
const skill = { entity: 'candidateSkill', values: { name: 'Rowing', years: null } };
const DETAILS = {
  roundName: 'X',
  mode: 'phone',
  meetingLink: '',
  location: '',
  instructions: '',
  interviewerIds: [],
};
const EVER = {
  edges: ['2000-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'],
  jobId: null,
  clientId: null,
  byId: null,
  source: null,
};

/** Every procedure of the contract. One that is added and has no line fails the test. */
export const LINES: Readonly<Record<string, Line>> = {
  'candidates.search': people({ limit: 200 }, 'all'),
  'candidates.suggest': people({ kind: 'skill', prefix: 'fen' }),
  'candidates.complete': people({ text: 'Qz', caret: 2 }),
  'candidates.places': PERMISSION,
  'candidates.among': PERMISSION,
  'candidates.get': candidate(({ candidateId: id }) => ({ id })),
  'candidates.edit': candidate(({ candidateId: id }) => ({
    id,
    version: STALE,
    patch: { headline: 'X' },
  })),
  'candidates.confirm': candidate(({ candidateId: id }) => ({
    id,
    version: STALE,
    kind: 'field',
    field: 'name',
  })),
  'candidates.addPart': candidate(({ candidateId }) => ({ candidateId, part: skill })),
  'candidates.editPart': candidate(({ partId: id }) => ({ id, version: STALE, part: skill })),
  'candidates.removePart': candidate(({ partId: id }) => ({
    id,
    version: STALE,
    entity: 'candidateSkill',
  })),
  'candidates.archive': candidate(({ candidateId }) => ({ ids: [candidateId], archived: true })),
  'candidates.addNote': candidate(({ candidateId }) => ({ candidateId, body: 'Told' })),
  'candidates.editNote': candidate(({ noteId: id }) => ({ id, version: STALE, body: 'X' })),
  'candidates.deleteNote': candidate(({ noteId: id }) => ({ id, version: STALE })),
  'candidates.tags': people(undefined),
  'candidates.addTag': candidate(({ candidateId }) => ({
    candidateIds: [candidateId],
    name: 'New',
  })),
  'candidates.removeTag': candidate(({ candidateId }, { tagId }) => ({
    candidateIds: [candidateId],
    tagId,
  })),
  'candidates.timeline': candidate(({ candidateId: id }) => ({ id })),
  'bulk.preview': candidate(
    ({ candidateId }) => ({
      selection: { kind: 'ids', ids: [candidateId] },
      action: { kind: 'archive', archived: true },
    }),
    { takes: 'candidate.edit', counts: true },
  ),
  'bulk.run': PERMISSION,
  'bulk.runs': PERMISSION,
  'bulk.stop': PERMISSION,
  'customFields.list': PERMISSION,
  'customFields.create': PERMISSION,
  'customFields.edit': PERMISSION,
  'customFields.reorder': PERMISSION,
  'customFields.archive': PERMISSION,
  'customFields.setValue': candidate(({ candidateId }, { fieldId }) => ({
    candidateId,
    fieldId,
    version: STALE,
    value: 'X',
  })),
  'resumes.get': candidate(({ resumeId: id }) => ({ id })),
  'resumes.original': candidate(({ resumeId: id }) => ({ id })),
  'resumes.saveOriginal': candidate(({ resumeId: id }) => ({ id, handle: 'none' })),
  'resumes.pdfData': PERMISSION,
  'duplicates.search': PERMISSION,
  'duplicates.startSearch': PERMISSION,
  'duplicates.stopSearch': PERMISSION,
  'duplicates.counts': people(undefined),
  'duplicates.groups': people({}),
  'duplicates.dismiss': candidate(({ pairId }) => ({ pairIds: [pairId] })),
  'duplicates.preview': candidate(({ candidateId: id }) => ({ candidateIds: [id, id] })),
  // With one that they may change; of both it takes the right to.
  'duplicates.merge': candidate(({ candidateId: id, ...subject }, world) => ({
    candidateIds: [id, partnerOf(subject, world)],
    choice: { survivorId: id, fields: {}, rows: [] },
    stamp: '',
  })),
  'duplicates.merges': people({}),
  'duplicates.unmerge': candidate(({ mergeId }) => ({ mergeId })),
  'matching.rank': job(({ id: jobId }) => ({ jobId, applicants: true, limit: 200 })),
  'matching.statistics': job(({ id: jobId }) => ({ jobId, applicants: true })),
  'matching.explain': candidate(onJob),
  'matching.explainSome': candidate(
    (subject, world) => {
      const { jobId, candidateId } = onJob(subject, world);
      return { jobId, candidateIds: [candidateId] };
    },
    { hidden: 'empty' },
  ),
  'matching.viewed': candidate(onJob),
  'matching.check': candidate(onJob),
  'matching.forCandidate': candidate(({ candidateId }) => ({ candidateId })),
  'matching.runs': job(({ id: jobId }) => ({ jobId }), { hidden: 'empty' }),
  'matching.keep': job(({ id: jobId }) => ({ jobId }), { atDesk: true }),
  'matching.diff': work(({ rankingId }) => ({ before: rankingId, after: rankingId, limit: 200 })),
  'portable.export': PERMISSION,
  'portable.progress': NOTHING,
  'portable.look': NOTHING,
  'portable.open': NOTHING,
  'adverseImpact.status': PERMISSION,
  'adverseImpact.report': PERMISSION,
  'adverseImpact.save': PERMISSION,
  'adverseImpact.saveCodes': PERMISSION,
  'adverseImpact.preview': PERMISSION,
  'adverseImpact.accept': PERMISSION,
  'adverseImpact.withdraw': PERMISSION,
  'adverseImpact.removeAll': PERMISSION,
  'privacy.panel': candidate(({ candidateId }) => ({ candidateId })),
  'privacy.setConsent': candidate(({ candidateId }) => ({
    selection: { kind: 'ids', ids: [candidateId] },
    consent: null,
  })),
  'privacy.expiring': people({ days: 3650, limit: 200 }),
  'privacy.settings': PERMISSION,
  'privacy.changeSettings': PERMISSION,
  'privacy.rules': PERMISSION,
  'privacy.saveRule': PERMISSION,
  'privacy.deleteRule': PERMISSION,
  'privacy.previewRules': PERMISSION,
  'privacy.retentionStatus': PERMISSION,
  'privacy.runRetention': PERMISSION,
  'privacy.quarantines': people({ dueOnly: false, limit: 200, offset: 0 }),
  'privacy.quarantine': candidate(({ candidateId }) => ({
    candidateId,
    reason: 'X',
    end: 'erase',
  })),
  'privacy.release': PERMISSION,
  'privacy.holds': people(undefined),
  'privacy.placeHold': candidate(({ candidateId }) => ({ candidateId, reason: 'X' })),
  'privacy.releaseHold': PERMISSION,
  'privacy.previewErasure': candidate(({ candidateId }) => ({ candidateId })),
  'privacy.erase': candidate(({ candidateId }) => ({
    candidateIds: [candidateId],
    kind: 'erase',
    reason: 'X',
    typed: '',
  })),
  'privacy.erasures': PERMISSION,
  'privacy.letIn': PERMISSION,
  'privacy.returned': PERMISSION,
  'privacy.decideReturned': PERMISSION,
  'privacy.dataRequest': candidate(({ candidateId }) => ({ candidateId, handle: 'none' })),
  'privacy.searchLog': PERMISSION,
  'privacy.exportSearchLog': PERMISSION,
  'reparse.status': PERMISSION,
  'reparse.start': PERMISSION,
  'reparse.stop': PERMISSION,
  'reparse.items': PERMISSION,
  'reparse.apply': PERMISSION,
  'reparse.leave': PERMISSION,
  'reparse.applyAll': PERMISSION,
  'jobProposals.fromText': PERMISSION,
  'jobProposals.fromFile': PERMISSION,
  'reports.report': people(EVER),
  'reports.behind': people({ filters: EVER, figure: { kind: 'reached', stage: 'new' } }),
  'reports.saveTable': PERMISSION,
  'reports.savePicture': PERMISSION,
  'history.list': people({}),
  'history.undo': candidate(({ commitId }) => ({ commitId }), {
    takes: 'candidate.edit',
    short: 'NOT_FOUND',
  }),
  'history.redo': PERMISSION,
  'history.asOf': candidate(({ candidateId }) => ({
    candidateId,
    moment: { at: '2099-01-01T00:00:00.000Z' },
  })),
  'lists.all': people(undefined),
  'lists.of': candidate(({ candidateId }) => ({ candidateId }), { hidden: 'empty' }),
  'lists.create': PERMISSION,
  'lists.edit': PERMISSION,
  'lists.remove': PERMISSION,
  'clients.list': people({}),
  'clients.get': client((id) => ({ id })),
  'clients.create': PERMISSION,
  'clients.edit': client((id) => ({ id, version: STALE, patch: { notes: 'X' } })),
  'clients.delete': client((id) => ({ id, version: STALE })),
  'clients.addContact': client((clientId) => ({
    clientId,
    values: { name: 'X', email: null, phone: null, title: null },
  })),
  'clients.editContact': PERMISSION,
  'clients.deleteContact': PERMISSION,
  'clients.setCustomValue': PERMISSION,
  'clients.activity': client((id) => ({ id })),
  'jobs.list': people({}),
  'jobs.get': job(({ id }) => ({ id })),
  'jobs.ownClient': PERMISSION,
  'jobs.create': PERMISSION,
  'jobs.edit': job(({ id }) => ({ id, version: STALE, patch: { title: 'X' } })),
  'jobs.setSkills': job(({ id: jobId }) => ({ jobId, seen: [], skills: [] })),
  'jobs.setTeam': job(({ id: jobId }) => ({ jobId, seen: [], team: [] }), { atDesk: true }),
  'jobs.setBoard': job(({ id }) => ({ id, version: STALE, board: null }), { atDesk: true }),
  'jobs.setMatching': job(({ id }) => ({ id, version: STALE, matchThreshold: 10 }), {
    atDesk: true,
  }),
  'jobs.changeStatus': job(({ id }) => ({ id, version: STALE, status: 'closed' })),
  'jobs.delete': job(({ id }) => ({ id, version: STALE }), { atDesk: true }),
  'jobs.duplicate': job(({ id }) => ({ id })),
  'jobs.setCustomValue': PERMISSION,
  'jobs.suggestSkills': PERMISSION,
  'jobs.templates': PERMISSION,
  'jobs.saveTemplate': job(({ id: jobId }) => ({ jobId, name: 'X' }), { atDesk: true }),
  'jobs.renameTemplate': PERMISSION,
  'jobs.deleteTemplate': PERMISSION,
  'jobs.activity': job(({ id }) => ({ id })),
  'views.list': PERMISSION,
  'views.save': PERMISSION,
  'views.change': PERMISSION,
  'views.delete': PERMISSION,
  'pipeline.jobs': people(undefined),
  'pipeline.board': job(({ id: jobId }) => ({ jobId })),
  'pipeline.application': application(({ applicationId }) => ({ applicationId })),
  'pipeline.ofCandidate': candidate(({ candidateId }) => ({ candidateId }), { hidden: 'empty' }),
  'pipeline.shortlist': job(({ id: jobId }) => ({ jobId })),
  'pipeline.previewPut': PERMISSION,
  'pipeline.put': candidate(({ candidateId }, { jobs }) => ({
    jobId: jobs[4]?.id,
    candidateIds: [candidateId],
    despiteWarnings: true,
  })),
  'pipeline.move': application((subject) => ({ applications: seen(subject), to: 'in_progress' })),
  'pipeline.reject': application((subject) => ({ applications: seen(subject), reason: 'skills' })),
  'pipeline.withdraw': application((subject) => ({ applications: seen(subject), reason: 'stays' })),
  'pipeline.reopen': application((subject) => ({ applications: seen(subject), reason: 'Again' })),
  'pipeline.remove': application(({ applicationId }) => ({ applicationIds: [applicationId] })),
  'pipeline.addNote': application(({ applicationId }) => ({ applicationId, body: 'Told' })),
  'pipeline.addTag': application(({ applicationId }) => ({
    applicationIds: [applicationId],
    name: 'New',
  })),
  'pipeline.removeTag': application(({ applicationId }, { tagId }) => ({
    applicationIds: [applicationId],
    tagId,
  })),
  'pipeline.putForward': application(({ applicationId }) => ({
    applicationIds: [applicationId],
    submitted: true,
    despiteWarnings: true,
  })),
  'pipeline.setOffer': application(({ applicationId: id }) => ({
    id,
    version: STALE,
    salaryOffered: 1,
    salaryCurrency: 'EUR',
  })),
  'pipeline.writeUp': application(({ applicationId: id }) => ({ id, version: STALE, text: 'X' })),
  'pipeline.exportShortlist': PERMISSION,
  'pipeline.printed': job(({ id: jobId }) => ({ jobId, format: 'pdf' })),
  'pipeline.orderShortlist': job(({ id: jobId }) => ({ jobId, applicationIds: [] })),
  'interviews.list': people({ list: 'upcoming' }),
  'interviews.get': application(({ interviewId: id }) => ({ id })),
  'interviews.ofApplication': application(({ applicationId }) => ({ applicationId }), {
    hidden: 'empty',
  }),
  'interviews.interviewers': people(undefined),
  'interviews.interviewersFor': application(({ applicationId }) => ({ applicationId }), {
    takes: 'application.read',
    hidden: 'empty',
  }),
  'interviews.plan': application(({ applicationId }) => ({
    applicationId,
    details: DETAILS,
    durationMinutes: 45,
    timeZone: 'UTC',
    when: null,
  })),
  'interviews.edit': application(({ interviewId: id }) => ({
    id,
    version: STALE,
    details: { roundName: 'X' },
  })),
  'interviews.arrange': application(({ interviewId: id }) => ({
    id,
    version: STALE,
    action: 'complete',
  })),
  'interviews.decide': application(({ interviewId: id }) => ({
    id,
    version: STALE,
    decided: { action: 'pass' },
  })),
  'interviews.remove': application(({ interviewId: id }) => ({ id, version: STALE })),
  'searches.saved': PERMISSION,
  'searches.counts': PERMISSION,
  'searches.save': PERMISSION,
  'searches.change': PERMISSION,
  'searches.delete': PERMISSION,
  'searches.see': PERMISSION,
  'searches.made': PERMISSION,
  'searches.remember': PERMISSION,
  'searches.forget': PERMISSION,
  'shares.of': candidate(({ candidateId }) => ({ candidateId })),
  'shares.receivers': PERMISSION,
  'shares.share': candidate(
    ({ candidateId }, { actors }) => ({
      candidateIds: [candidateId],
      with: { kind: 'user', id: actors.interviewer.id },
      permission: 'view',
      expiresAt: null,
    }),
    { takes: 'candidate.share' },
  ),
  'shares.change': candidate(
    ({ shareId: id }) => ({ id, version: STALE, permission: 'view', expiresAt: null }),
    { takes: 'candidate.share', short: 'NOT_FOUND' },
  ),
  'shares.revoke': candidate(({ shareId: id }) => ({ id, version: STALE }), {
    takes: 'candidate.share',
    short: 'NOT_FOUND',
  }),
  'notifications.list': people({}),
  'notifications.countUnread': PERMISSION,
  'notifications.read': PERMISSION,
  'tables.open': PERMISSION,
  'tables.draft': work(({ draftId: id }) => ({ id })),
  'tables.choose': work(({ draftId: id }) => ({ id, choices: { hasHeader: true } })),
  'tables.check': work(({ draftId: id }) => ({ id, targets: [] })),
  'tables.stopCheck': work(({ draftId: id }) => ({ id })),
  'tables.discard': PERMISSION,
  // Whoever may would start it: tables.test.ts asks it of one that is somebody else's.
  'tables.start': PERMISSION,
  'tables.imports': people({}),
  'tables.get': work(({ tableId: id }) => ({ id })),
  'tables.cancel': work(({ tableId: id }) => ({ id })),
  'tables.fates': work(({ tableId: id }) => ({ id, limit: 200 })),
  'tables.export': file((handle) => ({
    selection: { kind: 'search', request: {}, total: 500 },
    format: 'csv',
    columns: ['name', 'tags', 'notes'],
    handle,
  })),
  'tables.exporting': PERMISSION,
  'tables.saveLeftOut': work(({ draftId: id }, handle) => ({ id, handle: handle() })),
  'imports.start': PERMISSION,
  'imports.startSamples': PERMISSION,
  'imports.list': people({}),
  'imports.get': work(({ taskId: id }) => ({ id })),
  'imports.items': work(({ taskId }) => ({ taskId })),
  'imports.pause': work(({ taskId: id }) => ({ id })),
  'imports.resume': work(({ taskId: id }) => ({ id })),
  'imports.cancel': work(({ taskId: id }) => ({ id })),
  'imports.retry': work(({ taskId: id }) => ({ id })),
  'watchedFolders.list': PERMISSION,
  'watchedFolders.add': PERMISSION,
  'watchedFolders.pause': PERMISSION,
  'watchedFolders.resume': PERMISSION,
  'watchedFolders.remove': PERMISSION,
  'auth.signIn': NOTHING,
  'auth.signOut': NOTHING,
  'auth.me': NOTHING,
  'auth.changePassword': NOTHING,
  'auth.setFirstPassword': NOTHING,
  'auth.startTwoStep': NOTHING,
  'auth.confirmTwoStep': NOTHING,
  'auth.stopTwoStep': NOTHING,
  'auth.renewRecoveryCodes': NOTHING,
  'backup.state': PERMISSION,
  'backup.list': PERMISSION,
  'backup.change': PERMISSION,
  'backup.make': PERMISSION,
  'backup.stop': PERMISSION,
  'backup.verify': PERMISSION,
  'backup.find': NOTHING,
  'backup.plan': NOTHING,
  'backup.restore': NOTHING,
  'backup.outcome': NOTHING,
  'users.list': PERMISSION,
  'users.create': PERMISSION,
  'users.edit': PERMISSION,
  'users.deactivate': PERMISSION,
  'users.reactivate': PERMISSION,
  'users.resetPassword': PERMISSION,
  'users.resetTwoStep': PERMISSION,
  'roles.list': PERMISSION,
  'roles.create': PERMISSION,
  'roles.edit': PERMISSION,
  'roles.delete': PERMISSION,
  'roles.matrix': PERMISSION,
  'roles.exportMatrix': PERMISSION,
  'roles.printed': PERMISSION,
  'keys.status': NOTHING,
  'keys.unlock': NOTHING,
  'keys.protect': NOTHING,
  'keys.lock': PERMISSION,
  'keys.changePassphrase': PERMISSION,
  'keys.removePassphrase': PERMISSION,
  'keys.newRecoveryKey': PERMISSION,
  'keys.rotate': PERMISSION,
  'keys.setAutoLock': PERMISSION,
  'exports.jobs': PERMISSION,
  'exports.audit': PERMISSION,
  'exports.interviews': file((handle) => ({
    columns: ['candidate', 'job', 'status'],
    format: 'csv',
    handle,
  })),
  'exports.applications': file((handle) => ({
    jobId: null,
    columns: ['candidate', 'job', 'stage'],
    format: 'csv',
    handle,
  })),
  'audit.list': PERMISSION,
  'audit.entry': PERMISSION,
  'audit.state': PERMISSION,
  'audit.verify': PERMISSION,
  'audit.export': PERMISSION,
  'audit.printed': PERMISSION,
  'workspace.status': NOTHING,
  'workspace.create': NOTHING,
  'workspace.updateSettings': PERMISSION,
  'workspace.owners': PERMISSION,
  'workspace.ocrLanguages': PERMISSION,
  'workspace.addOcrLanguage': PERMISSION,
  'system.doctor': PERMISSION,
  'system.examineAll': PERMISSION,
  'system.examined': PERMISSION,
  'system.tryWriting': PERMISSION,
  'system.events': NOTHING,
};
