import type { InferContractRouterOutputs } from '@orpc/contract';
import type { apiContract } from '@/shared/contract/api';
import type { Curtain } from '@/shared/domain/blind/curtain';
import {
  blindApplication,
  blindDetail,
  blindEntry,
  blindExplanation,
  blindResume,
  blindRow,
} from '@/shared/domain/blind/people';
import type { Id } from '@/shared/kit/ids';

/** How people of an answer are hidden: who stands in it, and the answer as it may leave the core. */
export interface Hiding<Answer> {
  readonly of: (answer: Answer) => readonly Id[];
  /** Whether the answer holds pieces of CVs, so that what was found in those has to be known too. */
  readonly deep?: boolean;
  readonly hide: (answer: Answer, curtain: Curtain) => Answer;
}

/**
 * How the answer of a procedure shows candidates. `nobody`: not at all, or by their ids alone. `refused`: it is about who they are, about
 * their records as such, or gives the file itself, and is not for somebody who reviews blind.
 */
export type Shows<Answer> = 'nobody' | 'refused' | Hiding<Answer>;

type Outputs = InferContractRouterOutputs<typeof apiContract>;
type Answers = {
  readonly [S in keyof Outputs]: { readonly [P in keyof Outputs[S]]: Shows<Outputs[S][P]> };
};

const detail: Hiding<Outputs['candidates']['get']> = {
  of: ({ candidate }) => [candidate.id],
  deep: true,
  hide: blindDetail,
};
const application: Hiding<Outputs['pipeline']['application']> = {
  of: (view) => [view.application.candidateId],
  deep: true,
  hide: blindApplication,
};
const explanation: Hiding<Outputs['matching']['explain']> = {
  of: ({ candidateId }) => [candidateId],
  deep: true,
  hide: blindExplanation,
};
const shortlist: Hiding<Outputs['pipeline']['shortlist']> = {
  of: ({ entries }) => entries.map((one) => one.application.candidateId),
  deep: true,
  hide: (list, curtain) => ({
    ...list,
    entries: list.entries.map((entry) => blindEntry(entry, curtain)),
  }),
};

/** The same of each of several. */
const eachOf = <Answer>({ of, deep, hide }: Hiding<Answer>): Hiding<Answer[]> => ({
  of: (answers) => answers.flatMap(of),
  ...(deep && { deep }),
  hide: (answers, curtain) => answers.map((answer) => hide(answer, curtain)),
});

type ActivityPage = Outputs['jobs']['activity'];
const activity: Hiding<ActivityPage> = {
  of: ({ entries }) => entries.flatMap((one) => (one.kind === 'step' ? [one.candidateId] : [])),
  hide: (page, curtain) => ({
    ...page,
    entries: page.entries.map((one) =>
      one.kind === 'step'
        ? {
            ...one,
            candidateName: curtain.name(one.candidateId, one.candidateName),
            reason: curtain.textOrNull(one.candidateId, one.reason),
          }
        : one,
    ),
  }),
};

/** An import is often called as its one file, and a file as a person. */
const importView: Hiding<Outputs['imports']['get']> = {
  of: () => [],
  hide: (view, curtain) => ({ ...view, label: curtain.file(view.label) }),
};

/** What a procedure that is not there any more, or not yet, would show: nothing may go out that nobody thought about. */
export const showsOf = (path: readonly string[]): Shows<unknown> => {
  const [subject = '', name = ''] = path;
  // The table by its names; the contract's types hold it to have them all.
  const table = ANSWERS as unknown as Readonly<
    Record<string, Readonly<Record<string, Shows<unknown>>>>
  >;
  return table[subject]?.[name] ?? 'refused';
};

/** Every procedure of the contract. One that is added and is not here does not compile. */
export const ANSWERS: Answers = {
  adverseImpact: {
    status: 'nobody',
    report: 'nobody',
    save: 'nobody',
    // Its file says who is to be written to.
    saveCodes: 'refused',
    preview: 'nobody',
    accept: 'nobody',
    withdraw: 'nobody',
    removeAll: 'nobody',
  },
  audit: {
    list: 'refused',
    entry: 'refused',
    state: 'nobody',
    verify: 'nobody',
    export: 'refused',
    printed: 'refused',
  },
  auth: {
    signIn: 'nobody',
    signOut: 'nobody',
    me: 'nobody',
    changePassword: 'nobody',
    setFirstPassword: 'nobody',
    startTwoStep: 'nobody',
    confirmTwoStep: 'nobody',
    stopTwoStep: 'nobody',
    renewRecoveryCodes: 'nobody',
  },
  users: {
    list: 'nobody',
    create: 'nobody',
    edit: 'nobody',
    deactivate: 'nobody',
    reactivate: 'nobody',
    resetPassword: 'nobody',
    resetTwoStep: 'nobody',
  },
  roles: {
    list: 'nobody',
    create: 'nobody',
    edit: 'nobody',
    delete: 'nobody',
    matrix: 'nobody',
    exportMatrix: 'nobody',
    printed: 'nobody',
  },
  workspace: {
    status: 'nobody',
    create: 'nobody',
    updateSettings: 'nobody',
    owners: 'nobody',
    ocrLanguages: 'nobody',
    addOcrLanguage: 'nobody',
  },
  keys: {
    status: 'nobody',
    unlock: 'nobody',
    protect: 'nobody',
    lock: 'nobody',
    changePassphrase: 'nobody',
    removePassphrase: 'nobody',
    newRecoveryKey: 'nobody',
    rotate: 'nobody',
    setAutoLock: 'nobody',
  },
  imports: {
    start: importView,
    startSamples: importView,
    list: eachOf(importView),
    get: importView,
    items: {
      of: (items) => items.flatMap(({ candidateId }) => candidateId ?? []),
      hide: (items, curtain) =>
        items.map((item) => {
          const { candidateId, candidateName } = item;
          return {
            ...item,
            fileName: curtain.file(item.fileName),
            displayPath: curtain.file(item.displayPath),
            candidateName:
              candidateId === null || candidateName === null
                ? null
                : curtain.name(candidateId, candidateName),
            notices: item.notices.map((one) => ({
              ...one,
              message: curtain.text(candidateId ?? '', one.message),
            })),
          };
        }),
    },
    pause: importView,
    resume: importView,
    cancel: importView,
    retry: importView,
  },
  watchedFolders: {
    list: 'nobody',
    add: 'nobody',
    pause: 'nobody',
    resume: 'nobody',
    remove: 'nobody',
  },
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
  matching: {
    rank: {
      of: ({ rows }) => rows.map(({ id }) => id),
      hide: (page, curtain) => ({
        ...page,
        rows: page.rows.map((row) => ({
          ...row,
          name: curtain.name(row.id, row.name),
          headline: curtain.textOrNull(row.id, row.headline),
          company: curtain.textOrNull(row.id, row.company),
          location: curtain.place(row.id, row.location),
        })),
      }),
    },
    statistics: 'nobody',
    explain: explanation,
    explainSome: eachOf(explanation),
    viewed: 'nobody',
    // How often a CV says something of gender or birth is something of them.
    check: 'refused',
    forCandidate: 'nobody',
    runs: 'nobody',
    keep: 'nobody',
    diff: {
      of: ({ people }) => people.map(({ candidateId }) => candidateId),
      hide: (diff, curtain) => ({
        ...diff,
        people: diff.people.map((one) => ({
          ...one,
          name: curtain.name(one.candidateId, one.name),
        })),
      }),
    },
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
  portable: { export: 'refused', progress: 'nobody', look: 'nobody', open: 'nobody' },
  backup: {
    state: 'nobody',
    list: 'nobody',
    change: 'nobody',
    make: 'nobody',
    stop: 'nobody',
    verify: 'nobody',
    find: 'nobody',
    plan: 'nobody',
    restore: 'nobody',
    outcome: 'nobody',
  },
  jobProposals: { fromText: 'nobody', fromFile: 'nobody' },
  reports: {
    report: 'nobody',
    behind: {
      of: ({ rows }) => rows.flatMap(({ candidateId }) => candidateId ?? []),
      hide: (answer, curtain) => ({
        ...answer,
        rows: answer.rows.map((row) =>
          row.candidateId === null || row.candidateName === null
            ? row
            : { ...row, candidateName: curtain.name(row.candidateId, row.candidateName) },
        ),
      }),
    },
    // The window gives what it was shown.
    saveTable: 'nobody',
    savePicture: 'nobody',
  },
  // Files are written from what is shown (`Desk.shown`).
  exports: { jobs: 'nobody', applications: 'nobody', audit: 'refused' },
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
      hide: (answer, curtain) => ({ ...answer, detail: blindDetail(answer.detail, curtain) }),
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
    returned: 'refused',
    decideReturned: 'refused',
    dataRequest: 'refused',
    searchLog: 'refused',
    exportSearchLog: 'refused',
  },
  lists: { all: 'nobody', of: 'nobody', create: 'nobody', edit: 'nobody', remove: 'nobody' },
  clients: {
    list: 'nobody',
    get: 'nobody',
    create: 'nobody',
    edit: 'nobody',
    delete: 'nobody',
    addContact: 'nobody',
    editContact: 'nobody',
    deleteContact: 'nobody',
    setCustomValue: 'nobody',
    activity,
  },
  jobs: {
    list: 'nobody',
    get: 'nobody',
    ownClient: 'nobody',
    create: 'nobody',
    edit: 'nobody',
    setSkills: 'nobody',
    setTeam: 'nobody',
    setBoard: 'nobody',
    setMatching: 'nobody',
    changeStatus: 'nobody',
    delete: 'nobody',
    duplicate: 'nobody',
    setCustomValue: 'nobody',
    suggestSkills: 'nobody',
    templates: 'nobody',
    saveTemplate: 'nobody',
    renameTemplate: 'nobody',
    deleteTemplate: 'nobody',
    activity,
  },
  views: { list: 'nobody', save: 'nobody', change: 'nobody', delete: 'nobody' },
  pipeline: {
    jobs: 'nobody',
    board: {
      of: ({ cards }) => cards.map(({ candidateId }) => candidateId),
      hide: (board, curtain) => ({
        ...board,
        cards: board.cards.map((card) => ({
          ...card,
          name: curtain.name(card.candidateId, card.name),
          headline: curtain.textOrNull(card.candidateId, card.headline),
        })),
      }),
    },
    application,
    ofCandidate: eachOf(application),
    shortlist,
    previewPut: {
      of: ({ offLimitsNamed, warnedNamed }) =>
        [...offLimitsNamed, ...warnedNamed].map(({ candidateId }) => candidateId),
      hide: (preview, curtain) => ({
        ...preview,
        offLimitsNamed: preview.offLimitsNamed.map((one) => blindVerdict(one, curtain)),
        warnedNamed: preview.warnedNamed.map((one) => blindVerdict(one, curtain)),
      }),
    },
    put: 'nobody',
    move: 'nobody',
    reject: 'nobody',
    withdraw: 'nobody',
    reopen: 'nobody',
    remove: 'nobody',
    addNote: 'nobody',
    addTag: 'nobody',
    removeTag: 'nobody',
    putForward: 'nobody',
    setOffer: 'nobody',
    writeUp: 'nobody',
    exportShortlist: 'nobody',
    printed: 'nobody',
    orderShortlist: 'nobody',
  },
  searches: {
    saved: 'nobody',
    counts: 'nobody',
    save: 'nobody',
    change: 'nobody',
    delete: 'nobody',
    see: 'nobody',
    made: 'nobody',
    remember: 'nobody',
    forget: 'nobody',
  },
  shares: {
    of: 'nobody',
    receivers: 'nobody',
    share: 'nobody',
    change: 'nobody',
    revoke: 'nobody',
  },
  notifications: {
    list: {
      of: () => [],
      hide: (notifications, curtain) =>
        notifications.map((one) =>
          one.kind === 'import-finished'
            ? { ...one, subjectName: curtain.file(one.subjectName) }
            : one,
        ),
    },
    countUnread: 'nobody',
    read: 'nobody',
  },
  tables: {
    open: 'refused',
    draft: 'refused',
    choose: 'refused',
    check: 'refused',
    stopCheck: 'refused',
    discard: 'nobody',
    start: 'refused',
    imports: 'nobody',
    get: 'nobody',
    cancel: 'nobody',
    fates: 'refused',
    export: 'nobody',
    exporting: 'nobody',
    saveLeftOut: 'refused',
  },
  system: { doctor: 'nobody', examineAll: 'nobody', examined: 'nobody', events: 'nobody' },
};

type Verdict = Outputs['pipeline']['previewPut']['warnedNamed'][number];
const blindVerdict = (verdict: Verdict, curtain: Curtain): Verdict => ({
  ...verdict,
  name: curtain.name(verdict.candidateId, verdict.name),
});
