import type { MessageId } from '@/renderer/lib/text';
import type { CustomField } from '@/shared/domain/custom-fields/records';

export const KIND_NAMES: Readonly<Record<CustomField['kind'], MessageId>> = {
  text: 'custom-fields.kind.text',
  number: 'custom-fields.kind.number',
  date: 'custom-fields.kind.date',
  choice: 'custom-fields.kind.choice',
  'yes-no': 'custom-fields.kind.yes-no',
};
