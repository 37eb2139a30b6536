/** The door of blind review: the badge that says it is on, what stands in place of a hidden value, and its settings. */
export { BlindBadge } from '@/renderer/features/blind/blind-badge';
export { HiddenFile, HiddenScreen, HiddenValue } from '@/renderer/features/blind/hidden';
export { BlindSettings } from '@/renderer/features/blind/blind-settings';
