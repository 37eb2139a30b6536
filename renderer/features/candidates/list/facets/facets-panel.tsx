import { PanelLeftClose } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react';
import { focusList } from '@/renderer/app/list-focus';
import { CompaniesSection } from '@/renderer/features/candidates/list/facets/companies-section';
import { CustomSection } from '@/renderer/features/candidates/list/facets/custom-section';
import { DatesSection } from '@/renderer/features/candidates/list/facets/dates-section';
import { FILTERS_ID } from '@/renderer/features/candidates/list/facets/focus-filters';
import { InformationSection } from '@/renderer/features/candidates/list/facets/information-section';
import { LanguagesSection } from '@/renderer/features/candidates/list/facets/languages-section';
import { PlaceSection } from '@/renderer/features/candidates/list/facets/place-section';
import { ListsSection } from '@/renderer/features/candidates/list/facets/lists-section';
import type {
  ChangeSearch,
  SectionProps,
} from '@/renderer/features/candidates/list/facets/section-props';
import {
  FIXED_SECTIONS,
  type FixedSection,
  SECTIONS,
} from '@/renderer/features/candidates/list/facets/sections';
import { SkillsSection } from '@/renderer/features/candidates/list/facets/skills-section';
import { StatusSection } from '@/renderer/features/candidates/list/facets/status-section';
import { useCustomFields } from '@/renderer/features/candidates/list/facets/use-custom-fields';
import { ValueGroupFilter } from '@/renderer/features/candidates/list/facets/value-group';
import { YearsSection } from '@/renderer/features/candidates/list/facets/years-section';
import { customOf, isNoCondition } from '@/renderer/features/candidates/list/filter-values';
import { countFilters, type ListSearch } from '@/renderer/features/candidates/list/list-search';
import {
  setListView,
  toggleSection,
  useListView,
} from '@/renderer/features/candidates/list/list-view';
import type { Counted } from '@/renderer/features/candidates/list/use-candidate-rows';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Fold, stepBetweenFolds } from '@/renderer/ui/fold';

interface Props {
  /** What is chosen; the words that are looked for beside it make no difference here. */
  readonly filters: ListSearch;
  readonly counted: Counted;
  /** The counts are those of before for longer than a moment. */
  readonly isOld: boolean;
  readonly onChange: ChangeSearch;
}

/** Everything the list can be narrowed by, at its left. Escape goes back to the list. */
export const FacetsPanel = memo(function FacetsPanel({ filters, counted, isOld, onChange }: Props) {
  const t = useText();
  const panel = useRef<HTMLElement>(null);
  const open = useListView((view) => view.openSections);
  const custom = useCustomFields();
  const [isHeld, setHeld] = useState(false);
  const { facets, text } = counted;
  const counts = { facets, isOld, held: isHeld ? `held ${text}` : null };
  const props: SectionProps = { search: filters, counts, onChange };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    if (event.key === 'Escape') focusList();
    else if (panel.current === null || !stepBetweenFolds(panel.current, event.target, event.key)) {
      return;
    }
    event.preventDefault();
  };
  return (
    <section
      ref={panel}
      id={FILTERS_ID}
      aria-label={t('filters.title')}
      onKeyDown={onKeyDown}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(panel.current?.matches(':hover') ?? false)}
      className="flex min-h-0 w-60 shrink-0 flex-col border-r border-line bg-rail"
    >
      <header className="flex h-10 shrink-0 items-center border-b border-line pr-1.5 pl-3">
        <h2 className="flex-1 font-semibold">{t('filters.title')}</h2>
        <IconButton
          label={t('filters.hide')}
          onPress={() => {
            setListView({ isPanelOpen: false });
            focusList();
          }}
        >
          <PanelLeftClose size={16} aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable]">
        {FIXED_SECTIONS.map((id) => (
          <Fold
            key={id}
            title={t(SECTIONS[id].title)}
            isOpen={open.includes(id)}
            onToggle={() => toggleSection(id)}
            note={<InForce count={countFilters(filters, SECTIONS[id].filters)} />}
          >
            {sectionOf(id, props)}
          </Fold>
        ))}
        {custom.map((field) => (
          <Fold
            key={field.id}
            title={field.label}
            isOpen={open.includes(`custom:${field.id}`)}
            onToggle={() => toggleSection(`custom:${field.id}`)}
            note={<InForce count={isNoCondition(customOf(filters, field.id)) ? 0 : 1} />}
          >
            <CustomSection {...props} field={field} />
          </Fold>
        ))}
      </div>
    </section>
  );
});

/** How many of a section's filters are in force. */
function InForce({ count }: { readonly count: number }) {
  return count === 0 ? null : (
    <Badge tone="accent" className="tabular h-4.5 font-normal">
      {count}
    </Badge>
  );
}

function sectionOf(id: FixedSection, props: SectionProps): ReactNode {
  switch (id) {
    case 'skills':
      return <SkillsSection {...props} />;
    case 'years':
      return <YearsSection {...props} />;
    case 'place':
      return <PlaceSection {...props} />;
    case 'companies':
      return <CompaniesSection {...props} />;
    case 'languages':
      return <LanguagesSection {...props} />;
    case 'status':
      return <StatusSection {...props} />;
    case 'dates':
      return <DatesSection {...props} />;
    case 'information':
      return <InformationSection {...props} />;
    case 'tags':
      return <ValueGroupFilter {...props} group="tagIds" />;
    case 'lists':
      return <ListsSection {...props} />;
    case 'owners':
      return <ValueGroupFilter {...props} group="ownerIds" />;
    default:
      return <ValueGroupFilter {...props} group={id} />;
  }
}
