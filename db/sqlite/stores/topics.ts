import type { Change, EntityName } from '@/shared/domain/history/change';

/** What a reader has to read again after a change to a kind of record. */
const TOPICS: Readonly<Record<EntityName, readonly string[]>> = {
  workspace: ['workspace', 'settings'],
  user: ['users'],
  candidate: ['candidates'],
  contactPoint: ['candidates'],
  experience: ['candidates'],
  education: ['candidates'],
  candidateSkill: ['candidates'],
  certification: ['candidates'],
  candidateLanguage: ['candidates'],
  resume: ['candidates'],
  note: ['candidates'],
  tag: ['tags', 'candidates'],
  candidateTag: ['tags', 'candidates'],
  duplicatePair: ['candidates', 'duplicates'],
  watchedFolder: ['watched-folders'],
  task: ['imports'],
  importItem: ['imports'],
  reparse: ['reparse'],
  reparseItem: ['reparse'],
  candidateList: ['lists'],
  listMember: ['lists', 'candidates'],
  savedSearch: ['saved-searches'],
  searchEntry: ['search-history'],
  customField: ['custom-fields'],
  customValue: ['candidates'],
  merge: ['candidates', 'duplicates'],
  notification: ['notifications'],
  tableImport: ['table-imports'],
  client: ['clients'],
  contact: ['clients'],
  job: ['jobs'],
  jobSkill: ['jobs'],
  jobMember: ['jobs'],
  jobTemplate: ['job-templates'],
  application: ['applications'],
  stageEvent: ['applications'],
  applicationTag: ['applications'],
  interview: ['interviews'],
  match: ['matches'],
  matchRun: ['matches'],
  savedView: ['saved-views'],
  role: ['roles'],
  credential: ['credentials'],
  share: ['shares', 'candidates'],
  retentionRule: ['retention'],
  quarantine: ['quarantine', 'candidates'],
  legalHold: ['holds'],
  erasure: ['erasures'],
  erasedFingerprint: ['erasures'],
  searchLogEntry: ['search-log'],
};

/** The topics of a commit: one for each kind of record, and `candidate:<id>` for each candidate it touched. */
export function topicsOf(
  changes: readonly Change[],
  candidateIds: Iterable<string>,
): readonly string[] {
  const topics = new Set<string>();
  for (const change of changes) {
    for (const topic of TOPICS[change.entity]) topics.add(topic);
  }
  for (const id of candidateIds) topics.add(`candidate:${id}`);
  return [...topics];
}
