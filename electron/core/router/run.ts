import type { Desk } from './door';

/** A use-case that takes (deps, actor, input), as a handler. */
export const run =
  <I, O>(action: (deps: Desk['deps'], actor: Desk['actor'], input: I) => Promise<O>) =>
  ({
    context,
    input,
  }: {
    readonly context: { readonly desk: () => Desk };
    readonly input: I;
  }): Promise<O> => {
    const { deps, actor } = context.desk();
    return action(deps, actor, input);
  };
