import type { Period } from '@/renderer/features/reports/reports-search';
import type { MessageId } from '@/renderer/lib/text';

export const PERIOD_NAMES: Readonly<Record<Period, MessageId>> = {
  '30-days': 'reports.period.30-days',
  '90-days': 'reports.period.90-days',
  '12-months': 'reports.period.12-months',
  'this-year': 'reports.period.this-year',
  'last-year': 'reports.period.last-year',
};
