import type { ReactNode } from 'react';
import { type IntlShape, IntlProvider, useIntl } from 'react-intl';
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
  const known = translations.get(intl);
  if (known !== undefined) return known;
  const translate: Translate = (id, values) => {
    const text = messages[id];
    // Most texts have no places to fill; reading them for some would be most of the work of a first screen's texts.
    if (text !== undefined && !HAS_SYNTAX.test(text)) return text;
    return intl.formatMessage({ id }, values);
  };
  translations.set(intl, translate);
  return translate;
}

/** One for each locale, the same wherever it is asked for. */
const translations = new WeakMap<IntlShape, Translate>();

/** What means something to the format of messages: places, quoting, tags. */
const HAS_SYNTAX = /[{}'<>#]/;

/** The system's English if it is one (so dates and numbers look right), else plain English. */
function textLocale(): string {
  return navigator.languages.find((language) => language.startsWith('en')) ?? 'en';
}
