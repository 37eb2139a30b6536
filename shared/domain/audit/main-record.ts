import type { EntityName } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';

/** The record that a change is audited under. */
export interface MainRecord {
  readonly type: EntityName;
  readonly id: Id;
  /** The candidate it is about, whose erasure takes what is sealed of it along; of what is about none, its own id. */
  readonly subjectId: Id;
  readonly clientId: Id | null;
  /** The job whose client it concerns, where `clientId` is to be found there. */
  readonly jobId: Id | null;
}

type Fields = Readonly<Record<string, unknown>>;

interface Place {
  readonly type: EntityName;
  readonly id: string;
  readonly candidate?: string;
  readonly client?: string;
  readonly job?: string;
}

const ofCandidate: Place = { type: 'candidate', id: 'candidateId', candidate: 'candidateId' };
const ofApplication: Place = {
  type: 'application',
  id: 'applicationId',
  candidate: 'candidateId',
  job: 'jobId',
};
const ofJob: Place = { type: 'job', id: 'jobId', job: 'jobId' };
const itself = (type: EntityName): Place => ({ type, id: 'id' });

/** Null: operational, nobody's history. Candidates, jobs, clients and users take their parts with them. */
const PLACES: Readonly<Record<EntityName, Place | null>> = {
  workspace: itself('workspace'),
  user: { ...itself('user'), client: 'clientId' },
  candidate: { type: 'candidate', id: 'id', candidate: 'id' },
  contactPoint: ofCandidate,
  experience: ofCandidate,
  education: ofCandidate,
  candidateSkill: ofCandidate,
  certification: ofCandidate,
  candidateLanguage: ofCandidate,
  resume: ofCandidate,
  note: ofCandidate,
  tag: itself('tag'),
  candidateTag: ofCandidate,
  duplicatePair: { ...itself('duplicatePair'), candidate: 'candidateId' },
  watchedFolder: itself('watchedFolder'),
  task: null,
  importItem: null,
  reparse: null,
  reparseItem: null,
  candidateList: itself('candidateList'),
  listMember: ofCandidate,
  savedSearch: itself('savedSearch'),
  searchEntry: null,
  customField: itself('customField'),
  customValue: ofCandidate,
  merge: { type: 'candidate', id: 'survivorId', candidate: 'survivorId' },
  notification: null,
  tableImport: null,
  client: { type: 'client', id: 'id', client: 'id' },
  contact: { type: 'client', id: 'clientId', client: 'clientId' },
  job: { type: 'job', id: 'id', client: 'clientId' },
  jobSkill: ofJob,
  jobMember: ofJob,
  jobTemplate: itself('jobTemplate'),
  application: { ...ofApplication, id: 'id' },
  stageEvent: ofApplication,
  applicationTag: ofApplication,
  interview: { ...itself('interview'), candidate: 'candidateId', job: 'jobId' },
  match: { ...itself('match'), candidate: 'candidateId', job: 'jobId' },
  matchRun: ofJob,
  savedView: itself('savedView'),
  role: { ...itself('role'), client: 'clientId' },
  credential: { type: 'user', id: 'userId' },
  share: { ...itself('share'), candidate: 'candidateId', client: 'clientId' },
  retentionRule: itself('retentionRule'),
  quarantine: ofCandidate,
  legalHold: ofCandidate,
  erasure: ofCandidate,
  erasedFingerprint: null,
  searchLogEntry: null,
};

/** Under which record a change of this one is audited; null for what is nobody's history. */
export function mainRecordOf(entity: EntityName, record: Fields): MainRecord | null {
  const place = PLACES[entity];
  const text = (field: string | undefined): Id | null => {
    const value = field === undefined ? null : record[field];
    return typeof value === 'string' ? value : null;
  };
  const id = text(place?.id);
  if (place === null || id === null) return null;
  return {
    type: place.type,
    id,
    subjectId: text(place.candidate) ?? id,
    clientId: text(place.client),
    jobId: text(place.job),
  };
}
