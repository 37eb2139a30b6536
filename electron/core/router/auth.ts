import { createTurn } from '@/electron/core/imports/turns';
import type { Session } from '@/electron/core/session';
import type { WorkspaceStatus } from '@/shared/contract/api/workspace';
import { account } from '@/shared/usecases/people/account';
import { changePassword, setFirstPassword } from '@/shared/usecases/people/own-password';
import { type Strangers, signIn } from '@/shared/usecases/people/sign-in';
import { signOut } from '@/shared/usecases/people/sign-out';
import {
  confirmTwoStep,
  renewRecoveryCodes,
  startTwoStep,
  stopTwoStep,
} from '@/shared/usecases/people/two-step';
import type { Api } from './door';

export { authContract } from '@/shared/contract/api/auth';

export interface AuthRouterDeps {
  readonly session: () => Session;
  readonly status: () => Promise<WorkspaceStatus>;
  readonly strangers: Strangers;
  /** Whether attempts can be kept: not beside another Longlist that writes. */
  readonly keepsAttempts: boolean;
}

export function authRouter(
  api: Api['auth'],
  { session, status, strangers, keepsAttempts }: AuthRouterDeps,
) {
  // One after the other: two attempts at once must not both count as one, nor take one code twice.
  const inTurn = createTurn();
  return {
    signIn: api.signIn.handler(({ input }) =>
      inTurn(async () => {
        const { deps, signedIn } = session();
        const done = await signIn({ ...deps, strangers, keepsAttempts }, input);
        if (done === null) return { state: 'code-needed' as const };
        await signedIn.enter(done.actor.id);
        return { state: 'signed-in' as const, status: await status() };
      }),
    ),
    signOut: api.signOut.handler(() =>
      inTurn(async () => {
        const { deps, signedIn } = session();
        const current = signedIn.current();
        signedIn.leave();
        if (current !== null && keepsAttempts) await signOut(deps, current.actor);
        return status();
      }),
    ),
    me: api.me.handler(({ context }) => {
      const { deps, actor } = context.own();
      return account(deps, actor);
    }),
    changePassword: api.changePassword.handler(({ context, input }) =>
      inTurn(async () => {
        const { deps, actor } = context.own();
        await changePassword(deps, actor, input);
        return status();
      }),
    ),
    setFirstPassword: api.setFirstPassword.handler(({ context, input }) =>
      inTurn(async () => {
        const { deps, actor } = context.own();
        await setFirstPassword(deps, actor, input);
        return status();
      }),
    ),
    startTwoStep: api.startTwoStep.handler(({ context, input }) =>
      inTurn(() => {
        const { deps, actor } = context.own();
        return startTwoStep(deps, actor, input);
      }),
    ),
    confirmTwoStep: api.confirmTwoStep.handler(({ context, input }) =>
      inTurn(() => {
        const { deps, actor } = context.own();
        return confirmTwoStep(deps, actor, input);
      }),
    ),
    stopTwoStep: api.stopTwoStep.handler(({ context, input }) =>
      inTurn(async () => {
        const { deps, actor } = context.own();
        await stopTwoStep(deps, actor, input);
        return { twoStep: false as const };
      }),
    ),
    renewRecoveryCodes: api.renewRecoveryCodes.handler(({ context, input }) =>
      inTurn(() => {
        const { deps, actor } = context.own();
        return renewRecoveryCodes(deps, actor, input);
      }),
    ),
  };
}
