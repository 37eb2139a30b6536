import { type ReactNode, useCallback } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { type MessageId, messages } from '@/renderer/lib/messages';

export type { MessageId };

/** What may fill the places of a text: numbers and dates are formatted by the locale. */
export type TextValues = Readonly<
  Record<string, string | number | boolean | Date | null | undefined>
>;
export type Translate = (id: MessageId, values?: TextValues) => string;

/** Gives the texts and formats of the person's locale to everything inside. */
export function TextProvider({ children }: { readonly children: ReactNode }) {
  return (
    <IntlProvider locale={textLocale()} defaultLocale="en" messages={messages}>
      {children}
    </IntlProvider>
  );
}

/** A function that turns a key and its values into text, for attributes and strings. */
export function useText(): Translate {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** The system's English if it is one (so dates and numbers look right), else plain English. */
function textLocale(): string {
  return navigator.languages.find((language) => language.startsWith('en')) ?? 'en';
}
