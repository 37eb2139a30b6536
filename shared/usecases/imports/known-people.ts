import { nameKey } from '@/shared/domain/candidates/contact-key';
import {
  COMMON_CONTACT,
  type KnownPeople,
  type ResumeIdentity,
} from '@/shared/domain/imports/decide-outcome';
import type { Id } from '@/shared/kit/ids';
import { squeeze, fold } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';

/** How many candidates of one name are compared by employer and school. */
const SAME_NAME_LIMIT = 50;

/** Looks up everyone a résumé might belong to: by the place it was read from, by contact, by name. */
export async function knownPeople(
  deps: Pick<Deps, 'imports'>,
  identity: ResumeIdentity,
  name: string,
  originPath: string | null,
): Promise<KnownPeople> {
  const samePlace = originPath === null ? null : await deps.imports.resumeByOriginPath(originPath);
  const contacts =
    identity.contacts.length === 0
      ? []
      : await deps.imports.contactMatches(
          identity.contacts,
          identity.contacts.length * (COMMON_CONTACT + 1),
        );
  const sameName =
    identity.name === '' ? [] : await deps.imports.sameName(foldedName(name), SAME_NAME_LIMIT);

  const toName = new Set<Id>();
  if (samePlace !== null) toName.add(samePlace.candidateId);
  for (const match of contacts) if (match.kind === 'email') toName.add(match.candidateId);
  const names = new Map<Id, string>();
  for (const id of toName) {
    const candidate = await deps.imports.candidate(id);
    if (candidate !== null) names.set(id, nameKey(candidate.name));
  }
  return { samePlace: samePlace?.candidateId ?? null, contacts, names, sameName };
}

const foldedName = (name: string): string => squeeze(fold(name));
