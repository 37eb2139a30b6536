import { NearPlace } from '@/renderer/features/candidates/list/facets/near-place';
import type { SectionProps } from '@/renderer/features/candidates/list/facets/section-props';
import { ValueGroupFilter } from '@/renderer/features/candidates/list/facets/value-group';

/** Where candidates are: near a place, in a city, in a country. */
export function PlaceSection(props: SectionProps) {
  return (
    <>
      <NearPlace {...props} />
      <ValueGroupFilter {...props} group="cities" isTitled />
      <ValueGroupFilter {...props} group="countries" isTitled />
    </>
  );
}
