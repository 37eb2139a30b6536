/** The door of the sharing feature: who is shown a candidate, for the candidate's page and for a selection. */
export { AccessBadge } from '@/renderer/features/sharing/access-badge';
export { ShareButton } from '@/renderer/features/sharing/share-button';
export { ShareSelection } from '@/renderer/features/sharing/share-selection';
