import type { ImportView } from '@/shared/contract/api/imports';
import { createCurtain, type KnownPerson } from '@/shared/domain/blind/curtain';
import { HIDDEN } from '@/shared/domain/blind/hide-in-text';
import {
  blindName,
  type BlindField,
  blindOf,
  hiddenFrom,
  isBlind,
} from '@/shared/domain/blind/settings';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { showsOf } from './answers';
import type { Hiding } from './shows';

type BlindDeps = Pick<Deps, 'workspace' | 'blind'>;

/** The actor with what is hidden from them, as the workspace has it at this moment. */
export async function withBlinds(deps: BlindDeps, actor: Actor): Promise<Actor> {
  const workspace = await deps.workspace.workspace();
  const fields = workspace === null ? [] : hiddenFrom(blindOf(workspace.settings), actor.role);
  const { blind: _, ...rest } = actor;
  return fields.length === 0 ? rest : { ...rest, blind: fields };
}

/**
 * Whether somebody who reviews blind may ask for this. Errors (AppError): FORBIDDEN for what would show who candidates are; INVALID for a text
 * with what stands in place of hidden words: saving it would put that in their place.
 */
export function requireSight(actor: Actor, path: readonly string[], input: unknown): void {
  if (!isBlind(actor)) return;
  if (showsOf(path) === 'refused') throw refused();
  if (JSON.stringify(input)?.includes(HIDDEN)) {
    throw new AppError(
      'INVALID',
      'Words of this text are hidden from you in blind review. Saving it would lose them, so nothing was changed.',
    );
  }
}

/** Errors (AppError): FORBIDDEN for somebody who reviews blind. */
export function requireNotBlind(actor: Actor): void {
  if (isBlind(actor)) throw refused();
}

const refused = (): AppError =>
  new AppError(
    'FORBIDDEN',
    'Blind review is on for your role: this would show who candidates are, or change what is hidden.',
    { reason: 'blind-review' },
  );

/** The answer of a procedure as it may leave the core for the actor. */
export async function answerFor(
  deps: BlindDeps,
  actor: Actor,
  path: readonly string[],
  answer: unknown,
): Promise<unknown> {
  if (!isBlind(actor)) return answer;
  const shows = showsOf(path);
  if (shows === 'nobody') return answer;
  // It was refused before it was asked; an answer all the same would be a mistake of the program.
  if (shows === 'refused') throw refused();
  return shown(deps, actor, shows, answer);
}

/** Something read for the actor, as it may be shown to them. */
export async function shown<Answer>(
  deps: BlindDeps,
  actor: Actor,
  { of, deep = false, hide }: Hiding<Answer>,
  answer: Answer,
): Promise<Answer> {
  const fields: readonly BlindField[] = actor.blind ?? [];
  if (fields.length === 0) return answer;
  const ids = of(answer);
  const known =
    ids.length === 0 ? new Map<Id, KnownPerson>() : await deps.blind.known(ids, { deep });
  return hide(answer, createCurtain(fields, known));
}

/** An import as it is told of while it goes on. */
export const importShownTo = (actor: Actor, view: ImportView): ImportView =>
  isBlind(actor)
    ? { ...view, label: createCurtain(actor.blind ?? [], new Map()).file(view.label) }
    : view;

/** The details of a failure: who is named in them is named as everywhere else. */
export function failureFor(actor: Actor, error: AppError): AppError {
  const { candidates } = error.details;
  if (!isBlind(actor) || !Array.isArray(candidates)) return error;
  const hideName = (actor.blind ?? []).includes('name');
  const named = candidates.map((one: unknown) =>
    hideName && isNamed(one) ? { ...one, name: blindName(one.candidateId) } : one,
  );
  return new AppError(error.code, error.message, { ...error.details, candidates: named });
}

const isNamed = (one: unknown): one is { readonly candidateId: string; readonly name: string } =>
  typeof one === 'object' &&
  one !== null &&
  'candidateId' in one &&
  typeof one.candidateId === 'string' &&
  'name' in one;
