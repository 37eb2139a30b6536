import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { FacetValues } from '@/renderer/features/candidates/list/facets/facet-values';
import { useLabelOf } from '@/renderer/features/candidates/list/facets/facet-labels';
import {
  facetOf,
  type SectionProps,
} from '@/renderer/features/candidates/list/facets/section-props';
import {
  type ChosenSkill,
  chosenSkills,
  isSame,
  type SkillMode,
  withSkill,
} from '@/renderer/features/candidates/list/filter-values';
import { SKILL_MODE_NAMES } from '@/renderer/features/candidates/list/filter-words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Menu } from '@/renderer/ui/menu';
import { Segments } from '@/renderer/ui/toggles';

const MODES = ['all', 'any', 'none'] as const;
const YEARS = [1, 2, 3, 5, 8, 10] as const;
const SHORT = {
  all: 'filters.mode-short.all',
  any: 'filters.mode-short.any',
  none: 'filters.mode-short.none',
} as const;

/** Skills that must all be there, of which one is enough, or that must not be there; each with the years of it. */
export function SkillsSection({ search, counts, onChange }: SectionProps) {
  const t = useText();
  const labelOf = useLabelOf();
  const [mode, setMode] = useState<SkillMode>('all');
  const chosen = chosenSkills(search);
  const nameOf = (value: string): string => labelOf('skill', value) ?? value;
  const toggle = (name: string): void =>
    onChange((now) => {
      const isThere = chosenSkills(now).some((one) => isSame(one.name, name));
      return withSkill(now, name, isThere ? null : { mode, minYears: null });
    });
  return (
    <>
      <Segments
        label={t('filters.mode')}
        hideLabel
        options={MODES.map((value) => ({ value, label: t(SKILL_MODE_NAMES[value]) }))}
        value={mode}
        onChange={setMode}
      />
      <FacetValues
        label={t('filters.section.skills')}
        facet={facetOf(counts, 'skill')}
        counts={counts}
        chosen={chosen.map((skill) => ({
          value: skill.name,
          isExcluded: skill.mode === 'none',
          extra: <SkillMenu skill={skill} name={nameOf(skill.name)} onChange={onChange} />,
        }))}
        suggest="skill"
        nameOf={nameOf}
        onToggle={toggle}
      />
    </>
  );
}

interface MenuProps extends Pick<SectionProps, 'onChange'> {
  readonly skill: ChosenSkill;
  readonly name: string;
}

/** How a chosen skill counts, and how many years of it are asked for. */
function SkillMenu({ skill, name, onChange }: MenuProps) {
  const t = useText();
  const set = (wanted: Partial<ChosenSkill>): void =>
    onChange((now) =>
      withSkill(now, skill.name, { mode: skill.mode, minYears: skill.minYears, ...wanted }),
    );
  const { minYears } = skill;
  const years =
    minYears === null || YEARS.some((one) => one === minYears) ? YEARS : [...YEARS, minYears];
  return (
    <Menu
      label={t('filters.skill-options', { name })}
      placement="bottom end"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          excludeFromTabOrder
          className="h-6! gap-0.5 px-1.5! font-normal"
        >
          {t(SHORT[skill.mode])}
          {minYears === null ? null : (
            <span className="tabular">{t('filters.years-short', { years: minYears })}</span>
          )}
          <span className="sr-only">{t('filters.skill-options', { name })}</span>
          <ChevronDown size={12} aria-hidden className="text-ink-3" />
        </Button>
      }
      groups={[
        {
          entries: MODES.map((mode) => ({
            id: mode,
            label: t(SKILL_MODE_NAMES[mode]),
            isSelected: skill.mode === mode,
            onAction: () => set({ mode, ...(mode === 'none' ? { minYears: null } : {}) }),
          })),
        },
        ...(skill.mode === 'none'
          ? []
          : [
              {
                title: t('filters.skill-years'),
                entries: [null, ...years].map((one) => ({
                  id: `years-${one}`,
                  label:
                    one === null ? t('filters.years-any') : t('filters.years-more', { years: one }),
                  isSelected: minYears === one,
                  onAction: () => set({ minYears: one }),
                })),
              },
            ]),
      ]}
    />
  );
}
