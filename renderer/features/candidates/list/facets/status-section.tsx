import type { SectionProps } from '@/renderer/features/candidates/list/facets/section-props';
import { changed, type ListSearch } from '@/renderer/features/candidates/list/list-search';
import { type MessageId, useText } from '@/renderer/lib/text';
import { ValueList } from '@/renderer/ui/value-list';

interface State {
  readonly title: MessageId;
  readonly isIn: (search: ListSearch) => boolean;
  readonly toggled: (search: ListSearch) => ListSearch;
}

const contact = (title: MessageId, doNotContact: boolean): State => ({
  title,
  isIn: (search) => search.doNotContact === doNotContact,
  toggled: (search) =>
    changed(search, {
      doNotContact: search.doNotContact === doNotContact ? undefined : doNotContact,
    }),
});

const flag = (title: MessageId, key: 'review' | 'archived' | 'shared'): State => ({
  title,
  isIn: (search) => search[key] === true,
  toggled: (search) => changed(search, { [key]: search[key] !== true }),
});

const STATES: Readonly<Record<string, State>> = {
  review: flag('filters.status.review', 'review'),
  contact: contact('filters.status.may-contact', false),
  doNotContact: contact('filters.status.do-not-contact', true),
  archived: flag('filters.status.archived', 'archived'),
  shared: flag('sharing.filter', 'shared'),
};

/** Whether values wait for a person's eye, whether they may be contacted, whether they are archived, or shown by somebody else. */
export function StatusSection({ search, onChange }: Omit<SectionProps, 'counts'>) {
  const t = useText();
  return (
    <ValueList
      label={t('filters.section.status')}
      values={Object.entries(STATES).map(([value, state]) => ({
        value,
        label: t(state.title),
        isChosen: state.isIn(search),
      }))}
      onToggle={(value) => onChange((now) => STATES[value]?.toggled(now) ?? now)}
    />
  );
}
