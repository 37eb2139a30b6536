import { ChevronDown } from 'lucide-react';
import { FacetValues } from '@/renderer/features/candidates/list/facets/facet-values';
import { useLabelOf } from '@/renderer/features/candidates/list/facets/facet-labels';
import {
  facetOf,
  type SectionProps,
} from '@/renderer/features/candidates/list/facets/section-props';
import { isSame, withLanguage } from '@/renderer/features/candidates/list/filter-values';
import { useLevelNames } from '@/renderer/features/candidates/list/use-level-names';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Menu } from '@/renderer/ui/menu';
import type { CandidateFilters } from '@/shared/domain/candidates/views';
import { CEFR_LEVELS } from '@/shared/domain/parsing/parsed-resume';

type Language = CandidateFilters['languages'][number];

/** Languages that must all be spoken, each at least so well. */
export function LanguagesSection({ search, counts, onChange }: SectionProps) {
  const t = useText();
  const labelOf = useLabelOf();
  const chosen = search.languages ?? [];
  return (
    <FacetValues
      label={t('filters.section.languages')}
      facet={facetOf(counts, 'language')}
      counts={counts}
      chosen={chosen.map((language) => ({
        value: language.name,
        extra: <LevelMenu language={language} onChange={onChange} />,
      }))}
      suggest="language"
      nameOf={(value) => labelOf('language', value) ?? value}
      onToggle={(name) =>
        onChange((now) => {
          const isThere = now.languages?.some((one) => isSame(one.name, name)) ?? false;
          return withLanguage(now, name, isThere ? undefined : null);
        })
      }
    />
  );
}

interface MenuProps extends Pick<SectionProps, 'onChange'> {
  readonly language: Language;
}

function LevelMenu({ language, onChange }: MenuProps) {
  const t = useText();
  const names = useLevelNames();
  const { name, minLevel } = language;
  return (
    <Menu
      label={t('filters.level-options', { name })}
      placement="bottom end"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          excludeFromTabOrder
          className="h-6! gap-0.5 px-1.5! font-normal"
        >
          {minLevel === null ? t('filters.years-any') : names.short(minLevel)}
          <span className="sr-only">{t('filters.level-options', { name })}</span>
          <ChevronDown size={12} aria-hidden className="text-ink-3" />
        </Button>
      }
      groups={[
        {
          entries: [null, ...CEFR_LEVELS].map((level) => ({
            id: level ?? 'any',
            label: level === null ? t('filters.level-any') : names.atLeast(level),
            isSelected: minLevel === level,
            onAction: () => onChange((now) => withLanguage(now, name, level)),
          })),
        },
      ]}
    />
  );
}
