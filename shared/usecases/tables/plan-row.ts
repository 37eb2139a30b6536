import { nameKey } from '@/shared/domain/candidates/contact-key';
import type { Change } from '@/shared/domain/history/change';
import { COMMON_CONTACT } from '@/shared/domain/duplicates/compare-people';
import {
  decideOutcome,
  type KnownPeople,
  type ResumeIdentity,
} from '@/shared/domain/imports/decide-outcome';
import {
  type FieldNote,
  knownPersonChanges,
  newPersonChanges,
  type Writing,
} from '@/shared/domain/tables/person-changes';
import type { SkipReason, TablePerson } from '@/shared/domain/tables/table-person';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { knownPeople } from '@/shared/usecases/imports/known-people';

/** What becomes of a row. */
export type RowPlan =
  | {
      readonly kind: 'create' | 'update';
      readonly why: RowReason;
      readonly candidateId: Id;
      readonly name: string;
      readonly changes: readonly Change[];
      readonly taken: readonly FieldNote[];
      readonly kept: readonly FieldNote[];
    }
  | {
      readonly kind: 'skip';
      readonly why: SkipReason;
      /** Whom the row is about, when they have all of it already. */
      readonly candidateId: Id | null;
      readonly name: string;
      readonly kept: readonly FieldNote[];
    };
/** What deciding about a row takes. */
export type RowDeps = Pick<Deps, 'imports' | 'pairs' | 'candidates' | 'lists'> & {
  /** Whether these addresses, numbers or links are those of somebody who was erased: the erasure, or null. */
  readonly erasedBefore: (
    contacts: ResumeIdentity['contacts'],
    files: readonly string[],
  ) => Promise<object | null>;
};

/** Why somebody is new or known. */
export type RowReason =
  | 'new'
  | 'possible-duplicate'
  | 'email-and-name'
  | 'email'
  | 'phone-and-name'
  | 'row';

/**
 * Decides what a row is — somebody new, somebody known, nobody — against the database as it is now, and builds the changes. Decisions
 * are taken one after the other: two rows of one person must not both find nobody.
 */
export async function planRow(
  deps: RowDeps,
  actor: Actor,
  person: TablePerson,
  writing: Writing,
): Promise<RowPlan> {
  const identity = identityOf(person, writing);
  if (identity.name === '' && identity.contacts.length === 0) {
    return { kind: 'skip', why: 'nobody', candidateId: null, name: person.name, kept: [] };
  }
  // As with a CV, nothing of somebody who was erased comes back unasked; the row says why it is left out, and not who it was.
  if ((await deps.erasedBefore(identity.contacts, [])) !== null) {
    return { kind: 'skip', why: 'erased', candidateId: null, name: '', kept: [] };
  }
  const people = await knownPeople(deps, identity, null);
  const decision = decideOutcome(identity, people);
  const found =
    decision.kind === 'update'
      ? ({ id: decision.candidateId, why: 'email-and-name' } as const)
      : await alsoKnown(deps, identity, people);
  if (found !== null) {
    const update = await planUpdate(deps, actor, person, found, writing);
    if (update !== null) return update;
  }
  const candidateId = newId();
  const duplicates = decision.kind === 'create' ? decision.duplicates : [];
  const created = newPersonChanges(person, candidateId, writing);
  return {
    kind: 'create',
    why: duplicates.length > 0 ? 'possible-duplicate' : 'new',
    candidateId,
    name: person.name,
    ...created,
    changes: [
      ...created.changes,
      ...duplicates.map(
        ({ candidateId: otherId, reasons, score }): Change => ({
          op: 'insert',
          entity: 'duplicatePair',
          row: {
            id: newId(),
            candidateId,
            otherId,
            reasons: [...reasons],
            score,
            state: 'open',
          },
        }),
      ),
    ],
  };
}

/** By what rows of one table are told to be the same person, and looked up by: `whole` when both give it, else what one may lack. */
export function keysOf(
  person: TablePerson,
  writing: Writing,
): { readonly own: readonly string[]; readonly asks: readonly string[] } {
  const { name, contacts } = identityOf(person, writing);
  const emails = contacts.filter(({ kind }) => kind === 'email').map(({ key }) => key);
  const phones = contacts.filter(({ kind }) => kind === 'phone').map(({ key }) => key);
  const byPhone = name === '' ? [] : phones.map((phone) => `p|${phone}|${name}`);
  return {
    own: [...emails.flatMap((email) => [`e|${email}|${name}`, `e|${email}`]), ...byPhone],
    asks: [
      ...emails.flatMap((email) =>
        name === '' ? [`e|${email}`] : [`e|${email}|${name}`, `e|${email}|`],
      ),
      ...byPhone,
    ],
  };
}

function identityOf(person: TablePerson, writing: Writing): ResumeIdentity {
  const parts = writing.partsOf(person);
  const place = person.location === null ? null : writing.words.place(person.location);
  const contacts = parts.contactPoint
    .filter(({ key, linkKind }) => key !== '' && linkKind !== 'other')
    .map(({ kind, key }) => ({ kind, key }));
  return {
    name: nameKey(person.name),
    contacts,
    profile: {
      id: '',
      name: person.name,
      city: place?.city ?? null,
      country: place?.country ?? null,
      contacts,
      files: [],
      jobs: person.experience.flatMap(({ company, start, end }) =>
        company === null ? [] : [{ company, start, end }],
      ),
      schools: person.education.flatMap(({ institution, end }) =>
        institution === null ? [] : [{ institution, end }],
      ),
    },
    missing: [],
  };
}

/** Beside what makes a CV an update: the same telephone number and name, and the same address where one of the two has no name. */
async function alsoKnown(
  deps: Pick<Deps, 'imports'>,
  identity: ResumeIdentity,
  { contacts }: KnownPeople,
): Promise<{ readonly id: Id; readonly why: RowReason } | null> {
  const owners = (kind: 'email' | 'phone'): readonly Id[] => {
    const ids = [
      ...new Set(contacts.filter((one) => one.kind === kind).map((one) => one.candidateId)),
    ];
    return ids.length > COMMON_CONTACT ? [] : ids;
  };
  const nameOf = async (id: Id): Promise<string | null> => {
    const candidate = await deps.imports.candidate(id);
    return candidate === null || candidate.mergedIntoId !== null ? null : nameKey(candidate.name);
  };
  if (identity.name !== '') {
    for (const id of owners('phone')) {
      if ((await nameOf(id)) === identity.name) return { id, why: 'phone-and-name' };
    }
  }
  const [id, ...more] = owners('email');
  if (id === undefined || more.length > 0) return null;
  const name = await nameOf(id);
  return name !== null && (name === '' || identity.name === '') ? { id, why: 'email' } : null;
}

async function planUpdate(
  deps: Pick<Deps, 'imports' | 'pairs' | 'candidates' | 'lists'>,
  actor: Actor,
  person: TablePerson,
  { id, why }: { readonly id: Id; readonly why: RowReason },
  writing: Writing,
): Promise<RowPlan | null> {
  const detail = await deps.candidates.get(actor, id);
  // Gone since, merged, someone else's or only shown: then the row is someone new for this actor.
  if (detail === null || detail.candidate.mergedIntoId !== null) return null;
  const levels = await deps.candidates.levels(actor, 'candidate', [id]);
  if (levels.get(id) !== 'edit') return null;
  const known = {
    detail,
    removed: await deps.imports.removedParts(id),
    listIds: new Set((await deps.lists.of(actor, id)).map((list) => list.id)),
  };
  const { changes, taken, kept } = knownPersonChanges(known, person, writing);
  const name = detail.candidate.name || person.name;
  if (changes.length === 0) {
    return { kind: 'skip', why: 'unchanged', candidateId: id, name, kept };
  }
  return { kind: 'update', why, candidateId: id, name, changes, taken, kept };
}
