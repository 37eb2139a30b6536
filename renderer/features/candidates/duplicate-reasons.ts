import type { MessageId } from '@/renderer/lib/text';
import type { DUPLICATE_REASONS } from '@/shared/domain/candidates/records';

/** Why two candidates may be one person, in words. */
export const REASON_NAMES: Readonly<Record<(typeof DUPLICATE_REASONS)[number], MessageId>> = {
  file: 'candidates.duplicate.file',
  email: 'candidates.duplicate.email',
  phone: 'candidates.duplicate.phone',
  link: 'candidates.duplicate.link',
  'name-and-employer': 'candidates.duplicate.name-and-employer',
  'name-and-school': 'candidates.duplicate.name-and-school',
  'name-and-place': 'candidates.duplicate.name-and-place',
};
