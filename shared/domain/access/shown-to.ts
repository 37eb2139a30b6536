import type {
  CandidateDetail,
  CandidateFilters,
  CandidateRow,
  CandidateSearchRequest,
  FacetKind,
  ShownResume,
} from '@/shared/domain/candidates/views';
import { hides } from '@/shared/domain/blind/settings';
import type { InterviewView } from '@/shared/domain/interviews/views';
import type {
  ApplicationView,
  BoardCard,
  ShortlistEntry,
  ShownApplication,
} from '@/shared/domain/pipeline/views';
import type { SuggestKind } from '@/shared/domain/search/suggestions';
import type { Actor } from '@/shared/domain/workspace/records';
import { SHOWN_STAGES } from './facts';
import { reachOf } from './reach';

// What the desk keeps beside a person is the desk's: a client's people and interviewers are shown the person, not who owns them, what
// they are tagged with, which lists they are on, where they came from or where else they are in the running.

const isGuest = (actor: Actor): boolean => !reachOf(actor).atDesk;

/** A candidate's page without what is the desk's own, for a guest; for everybody else as it is. */
export const detailShownTo = (actor: Actor, detail: CandidateDetail): CandidateDetail =>
  isGuest(actor)
    ? {
        ...detail,
        candidate: {
          ...detail.candidate,
          ownerId: null,
          source: null,
          consentBasis: null,
          consentGivenAt: null,
          consentExpiresAt: null,
          doNotContact: false,
        },
        ownerName: '',
        custom: [],
        tags: [],
        possibleDuplicates: [],
        merged: [],
        resumes: detail.resumes.map((resume) => ({
          ...resume,
          origin: null,
          notices: [],
        })),
      }
    : detail;

/** A résumé by itself, likewise. */
export const resumeShownTo = (actor: Actor, resume: ShownResume): ShownResume =>
  isGuest(actor) ? { ...resume, origin: null, notices: [] } : resume;

/** A row of a list, likewise. */
export function rowShownTo(actor: Actor, row: CandidateRow): CandidateRow {
  if (!isGuest(actor)) return row;
  const { ownerName: _, lists: _lists, custom: _custom, ...rest } = row;
  return { ...rest, source: null, tags: [] };
}

/** Filters by what somebody is not shown do not count: what they would find tells of it. */
export const filtersFor = (actor: Actor, given: CandidateFilters): CandidateFilters => {
  const filters = hides(actor, 'schools') ? { ...given, schools: [] } : given;
  return isGuest(actor)
    ? {
        ...filters,
        tagIds: [],
        listIds: [],
        ownerIds: [],
        sources: [],
        consent: [],
        doNotContact: null,
        custom: [],
        taskId: null,
        review: false,
      }
    : filters;
};

/** An order by what is hidden would tell of it: then those changed last come first. */
export const sortFor = (
  actor: Actor,
  sort: CandidateSearchRequest['sort'],
): CandidateSearchRequest['sort'] =>
  (sort.by === 'name' && hides(actor, 'name')) ||
  (sort.by === 'location' && hides(actor, 'address'))
    ? { by: 'updatedAt', direction: 'desc' }
    : sort;

const DESK_FACETS: ReadonlySet<FacetKind> = new Set([
  'tag',
  'list',
  'owner',
  'source',
  'consent',
  'custom',
]);

/** Whether values of a kind may be counted or offered for the actor. */
export const showsValues = (actor: Actor, kind: FacetKind | SuggestKind): boolean =>
  (!isGuest(actor) || !DESK_FACETS.has(kind)) && !(kind === 'school' && hides(actor, 'schools'));

/** A card of a board, likewise. */
export const cardShownTo = (actor: Actor, card: BoardCard): BoardCard =>
  isGuest(actor) ? { ...card, tagIds: [], doNotContact: false, columnId: null } : card;

/** An application, likewise: its story begins where the client was shown it. */
export function applicationShownTo(actor: Actor, view: ApplicationView): ApplicationView {
  if (!isGuest(actor)) return view;
  const shown = view.steps.findIndex(({ toStage }) =>
    SHOWN_STAGES.some((stage) => stage === toStage),
  );
  return {
    ...view,
    application: recordShownTo(actor, view.application),
    steps: (shown === -1 ? [] : view.steps.slice(shown)).map((step, at) =>
      at === 0 ? { ...step, fromStage: null, reason: null } : step,
    ),
    tags: [],
  };
}

/** Somebody on a shortlist, likewise. */
export const entryShownTo = (actor: Actor, entry: ShortlistEntry): ShortlistEntry => ({
  ...entry,
  application: recordShownTo(actor, entry.application),
});

const recordShownTo = (actor: Actor, application: ShownApplication): ShownApplication =>
  isGuest(actor)
    ? { ...application, source: null, columnId: null, overrideReason: null }
    : application;

/** An interview, likewise: what the desk wrote down of how it went stays the desk's. */
export const interviewShownTo = (actor: Actor, view: InterviewView): InterviewView =>
  isGuest(actor)
    ? { ...view, interview: { ...view.interview, statusNote: '', feedback: '' } }
    : view;
