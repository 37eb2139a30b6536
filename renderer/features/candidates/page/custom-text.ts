import { useIntl } from 'react-intl';
import { useText } from '@/renderer/lib/text';
import type { CustomField, CustomValue } from '@/shared/domain/custom-fields/records';

/** What stands in a custom field, as it is shown: numbers and days in the person's locale. */
export function useCustomText(): (
  kind: CustomField['kind'],
  value: Pick<CustomValue, 'text' | 'number'>,
) => string {
  const t = useText();
  const intl = useIntl();
  return (kind, { text, number }) => {
    if (kind === 'yes-no') return t(number === 1 ? 'custom-fields.yes' : 'custom-fields.no');
    if (kind === 'date' && text !== null) {
      return intl.formatDate(text, { dateStyle: 'medium', timeZone: 'UTC' });
    }
    if (number !== null) return intl.formatNumber(number, { maximumFractionDigits: 20 });
    return text ?? '';
  };
}
