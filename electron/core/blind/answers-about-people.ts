import { blindDetail, blindInterview, blindResume, blindRow } from '@/shared/domain/blind/people';
import type { Answers, Hiding, Outputs } from './shows';

const detail: Hiding<Outputs['candidates']['get']> = {
  of: ({ candidate }) => [candidate.id],
  deep: true,
  hide: blindDetail,
};
/** Of the procedures that are about candidates themselves: their records, CVs and pasts, what is known twice, what the law asks. */
export const ABOUT_PEOPLE: Pick<
  Answers,
  | 'candidates'
  | 'bulk'
  | 'customFields'
  | 'resumes'
  | 'duplicates'
  | 'reparse'
  | 'history'
  | 'privacy'
  | 'lists'
  | 'shares'
> = {
  candidates: {
    search: {
      of: ({ rows }) => rows.map(({ id }) => id),
      hide: (page, curtain) => ({ ...page, rows: page.rows.map((row) => blindRow(row, curtain)) }),
    },
    // What may not be looked for is not offered either: the search itself leaves it out.
    suggest: 'nobody',
    complete: 'nobody',
    places: 'nobody',
    among: 'nobody',
    get: detail,
    // What was hidden would be saved over with what is shown in its place.
    edit: 'refused',
    confirm: 'refused',
    addPart: 'refused',
    editPart: 'refused',
    removePart: 'refused',
    archive: 'nobody',
    addNote: 'nobody',
    editNote: 'nobody',
    deleteNote: 'nobody',
    tags: 'nobody',
    addTag: 'nobody',
    removeTag: 'nobody',
    // Values of before are names and numbers that nobody knows any more as somebody's.
    timeline: {
      of: () => [],
      hide: (entries) => entries.map((entry) => ({ ...entry, fields: [] })),
    },
  },
  bulk: {
    preview: { of: () => [], hide: (preview) => ({ ...preview, sample: [] }) },
    run: 'nobody',
    runs: 'nobody',
    stop: 'nobody',
  },
  customFields: {
    list: 'nobody',
    create: 'nobody',
    edit: 'nobody',
    reorder: 'nobody',
    archive: 'nobody',
    setValue: 'refused',
  },
  resumes: {
    get: { of: ({ candidateId }) => [candidateId], deep: true, hide: blindResume },
    original: 'refused',
    saveOriginal: 'refused',
    pdfData: 'nobody',
  },
  duplicates: {
    search: 'nobody',
    startSearch: 'nobody',
    stopSearch: 'nobody',
    counts: 'nobody',
    groups: 'refused',
    dismiss: 'refused',
    preview: 'refused',
    merge: 'refused',
    merges: 'refused',
    unmerge: 'refused',
  },
  reparse: {
    status: 'nobody',
    start: 'nobody',
    stop: 'nobody',
    items: 'refused',
    apply: 'refused',
    leave: 'refused',
    applyAll: 'nobody',
  },
  history: {
    list: {
      of: ({ deeds }) => deeds.flatMap(({ candidate }) => candidate?.id ?? []),
      hide: (page, curtain) => ({
        ...page,
        deeds: page.deeds.map((deed) => ({
          ...deed,
          candidate: deed.candidate && {
            ...deed.candidate,
            name: curtain.name(deed.candidate.id, deed.candidate.name),
          },
        })),
      }),
    },
    undo: 'nobody',
    asOf: {
      of: (answer) => [answer.detail.candidate.id],
      deep: true,
      hide: (answer, curtain) => ({
        ...answer,
        detail: blindDetail(answer.detail, curtain),
        applications: answer.applications.map((one) => ({
          ...one,
          interviews: one.interviews.map((view) => blindInterview(view, curtain)),
        })),
      }),
    },
    redo: 'nobody',
  },
  privacy: {
    panel: {
      of: ({ candidateId }) => [candidateId],
      hide: (panel, curtain) => ({
        ...panel,
        name: curtain.name(panel.candidateId, panel.name),
        hold: panel.hold && {
          ...panel.hold,
          reason: curtain.text(panel.candidateId, panel.hold.reason),
        },
        quarantine: panel.quarantine && {
          ...panel.quarantine,
          reason: curtain.text(panel.candidateId, panel.quarantine.reason),
        },
      }),
    },
    setConsent: 'nobody',
    expiring: {
      of: ({ rows }) => rows.map(({ candidateId }) => candidateId),
      hide: (answer, curtain) => ({
        ...answer,
        rows: answer.rows.map((row) => ({
          ...row,
          name: curtain.name(row.candidateId, row.name),
        })),
      }),
    },
    settings: 'nobody',
    changeSettings: 'nobody',
    rules: 'nobody',
    saveRule: 'nobody',
    deleteRule: 'nobody',
    previewRules: 'refused',
    retentionStatus: 'nobody',
    runRetention: 'nobody',
    quarantines: 'refused',
    quarantine: 'nobody',
    release: 'nobody',
    holds: 'refused',
    placeHold: 'nobody',
    releaseHold: 'nobody',
    previewErasure: 'refused',
    erase: 'refused',
    erasures: 'refused',
    letIn: 'refused',
    returned: 'refused',
    decideReturned: 'refused',
    dataRequest: 'refused',
    searchLog: 'refused',
    exportSearchLog: 'refused',
  },
  lists: { all: 'nobody', of: 'nobody', create: 'nobody', edit: 'nobody', remove: 'nobody' },
  shares: {
    of: 'nobody',
    receivers: 'nobody',
    share: 'nobody',
    change: 'nobody',
    revoke: 'nobody',
  },
};
