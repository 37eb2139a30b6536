import {
  blindApplication,
  blindEntry,
  blindExplanation,
  blindInterview,
} from '@/shared/domain/blind/people';
import type { Curtain } from '@/shared/domain/blind/curtain';
import { ABOUT_PEOPLE } from './answers-about-people';
import { type Answers, eachOf, type Hiding, type Outputs, type Shows } from './shows';

const application: Hiding<Outputs['pipeline']['application']> = {
  of: (view) => [view.application.candidateId],
  deep: true,
  hide: blindApplication,
};
const interview: Hiding<Outputs['interviews']['get']> = {
  of: (view) => [view.interview.candidateId],
  deep: true,
  hide: blindInterview,
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
  ...ABOUT_PEOPLE,
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
  exports: { jobs: 'nobody', applications: 'nobody', interviews: 'nobody', audit: 'refused' },
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
  interviews: {
    list: {
      of: ({ rows }) => rows.map((row) => row.interview.candidateId),
      deep: true,
      hide: (page, curtain) => ({
        ...page,
        rows: page.rows.map((row) => blindInterview(row, curtain)),
      }),
    },
    get: interview,
    ofApplication: eachOf(interview),
    interviewers: 'nobody',
    interviewersFor: 'nobody',
    plan: 'nobody',
    edit: 'nobody',
    arrange: 'nobody',
    decide: 'nobody',
    remove: 'nobody',
  },
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
  system: {
    doctor: 'nobody',
    examineAll: 'nobody',
    examined: 'nobody',
    tryWriting: 'nobody',
    events: 'nobody',
  },
};

type Verdict = Outputs['pipeline']['previewPut']['warnedNamed'][number];
const blindVerdict = (verdict: Verdict, curtain: Curtain): Verdict => ({
  ...verdict,
  name: curtain.name(verdict.candidateId, verdict.name),
});
