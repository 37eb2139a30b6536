import { useCallback } from 'react';
import { dayOf, useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import type { Share } from '@/shared/domain/access/records';

export const PERMISSION_NAMES: Readonly<Record<Share['permission'], MessageId>> = {
  view: 'sharing.may.view',
  comment: 'sharing.may.comment',
  edit: 'sharing.may.edit',
};

/** Until when something is shared, in words. */
export function useEnd(): (expiresAt: string | null) => string {
  const t = useText();
  const format = useFormat();
  return useCallback(
    (expiresAt) => {
      if (expiresAt === null) return t('sharing.until.revoked');
      const day = format.day(dayOf(new Date(expiresAt)));
      return Date.parse(expiresAt) <= Date.now()
        ? t('sharing.ended', { day })
        : t('sharing.until', { day });
    },
    [t, format],
  );
}

const DAY = 86_400_000;
/** Days that something is shared for; null without an end. */
export const SPANS = { always: null, week: 7, month: 30, quarter: 90 } as const;
export type Span = keyof typeof SPANS;

export const SPAN_NAMES: Readonly<Record<Span, MessageId>> = {
  always: 'sharing.for.always',
  week: 'sharing.for.week',
  month: 'sharing.for.month',
  quarter: 'sharing.for.quarter',
};

export const endOf = (span: Span): string | null => {
  const days = SPANS[span];
  return days === null ? null : new Date(Date.now() + days * DAY).toISOString();
};
