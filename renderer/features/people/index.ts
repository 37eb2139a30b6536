import { partOnDemand } from '@/renderer/lib/on-demand';

export { usePeopleCommands } from '@/renderer/features/people/commands';
export { isUsable, NewPasswordFields, NO_PASSWORD } from '@/renderer/features/people/new-password';
export { PersonMenu } from '@/renderer/features/people/person-menu';
export { Refusal, useWait } from '@/renderer/features/people/refusal';
export const SignInScreen = partOnDemand(
  () => import('@/renderer/features/people/sign-in/sign-in-screen'),
  'SignInScreen',
);
export const PeopleSection = partOnDemand(
  () => import('@/renderer/features/people/settings/people-section'),
  'PeopleSection',
);
export const ChoosePasswordScreen = partOnDemand(
  () => import('@/renderer/features/people/sign-in/choose-password-screen'),
  'ChoosePasswordScreen',
);
