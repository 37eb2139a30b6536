import type { SectionProps } from '@/renderer/features/candidates/list/facets/section-props';
import { ValueGroupFilter } from '@/renderer/features/candidates/list/facets/value-group';
import { openLists } from '@/renderer/features/lists';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';

/** The lists to tick, and the way to where they are made, renamed and deleted. */
export function ListsSection(props: SectionProps) {
  const t = useText();
  return (
    <>
      <ValueGroupFilter {...props} group="listIds" />
      <Button
        variant="ghost"
        size="sm"
        className="h-6! self-start px-1.5! font-normal"
        onPress={openLists}
      >
        {t('lists.manage')}
      </Button>
    </>
  );
}
