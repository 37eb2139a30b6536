import { nameKey } from '@/shared/domain/candidates/contact-key';
import { contexts } from '@/shared/domain/duplicates/block-keys';
import { callingCodeOf } from '@/shared/domain/duplicates/calling-codes';
import { COMMON_CONTACT } from '@/shared/domain/duplicates/compare-people';
import { nameForms } from '@/shared/domain/duplicates/name-forms';
import { personOf } from '@/shared/domain/duplicates/person';
import { phoneKeys } from '@/shared/domain/duplicates/phone-digits';
import type {
  ContactKey,
  KnownPeople,
  ResumeIdentity,
} from '@/shared/domain/imports/decide-outcome';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** How many candidates of one name are compared. */
const MOST_NAMESAKES = 40;

/** Looks up everyone a résumé might belong to: by the place it was read from, by contact, by name. */
export async function knownPeople(
  deps: Pick<Deps, 'imports' | 'pairs'>,
  identity: ResumeIdentity,
  originPath: string | null,
): Promise<KnownPeople> {
  const { profile } = identity;
  const samePlace = originPath === null ? null : await deps.imports.resumeByOriginPath(originPath);
  const keys = contactKeys(identity);
  const contacts =
    keys.length === 0
      ? []
      : await deps.imports.contactMatches(keys, keys.length * (COMMON_CONTACT + 1));
  const places = (): readonly string[] =>
    contexts(personOf(profile)).map((place) => place.replace(/^in /, ''));
  const namesakes = await deps.pairs.namesakes(nameForms(profile.name), places, MOST_NAMESAKES);
  const ids = new Set([...contacts.map((match) => match.candidateId), ...namesakes]);

  const toName = new Set<Id>();
  if (samePlace !== null) toName.add(samePlace.candidateId);
  for (const match of contacts) if (match.kind === 'email') toName.add(match.candidateId);
  const names = new Map<Id, string>();
  for (const id of toName) {
    const called = (await deps.imports.namesOf(id)).map(nameKey);
    const [own] = called;
    // Of people who are one since a merge, each name is theirs.
    const same = called.find((each) => each === identity.name) ?? own;
    if (same !== undefined) names.set(id, same);
  }
  const nobody = { samePlace: samePlace?.candidateId ?? null, contacts, names };
  // Most CVs are of somebody new: then nothing has to be counted.
  if (ids.size === 0) return { ...nobody, lookalikes: [], population: NO_POPULATION };
  return {
    ...nobody,
    lookalikes: await deps.pairs.profiles([...ids]),
    population: await deps.pairs.population(profile, (kind, key) => holders(contacts, kind, key)),
  };
}

const NO_POPULATION: KnownPeople['population'] = {
  people: 0,
  named: () => 0,
  meeting: () => ({ count: 0, of: 0 }),
  holding: () => 0,
};

/** The keys under which the same contacts may be stored. */
function contactKeys({ contacts, profile }: ResumeIdentity): readonly ContactKey[] {
  const code = profile.country === null ? null : callingCodeOf(profile.country);
  return contacts.flatMap(({ kind, key }): readonly ContactKey[] =>
    kind === 'phone' ? phoneKeys(key, code).map((one) => ({ kind, key: one })) : [{ kind, key }],
  );
}

/** Who gives a contact, the person of the résumé among them. */
const holders = (matches: KnownPeople['contacts'], kind: ContactKey['kind'], key: string): number =>
  1 +
  new Set(
    matches
      .filter((match) => match.kind === kind && match.key === key)
      .map((match) => match.candidateId),
  ).size;
