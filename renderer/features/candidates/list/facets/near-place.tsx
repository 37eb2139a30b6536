import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { LocateFixed, X } from 'lucide-react';
import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import type { SectionProps } from '@/renderer/features/candidates/list/facets/section-props';
import { changed } from '@/renderer/features/candidates/list/list-search';
import { useCountryName } from '@/renderer/features/candidates/list/use-value-name';
import { Picker, usePicker } from '@/renderer/features/candidates/picker';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Select } from '@/renderer/ui/select';

const DISTANCES = [5, 10, 25, 50, 100, 200, 500] as const;
/** How far is meant where nothing is said, in km: about an hour on the way to work. */
const USUAL = 50;
const SUGGESTED = 12;

/** People who are known to be within some distance of a place. */
export function NearPlace({ search, onChange }: Omit<SectionProps, 'counts'>) {
  const t = useText();
  const { near } = search;
  const distances =
    near === undefined || DISTANCES.some((km) => km === near.km)
      ? DISTANCES
      : [...DISTANCES, near.km].toSorted((a, b) => a - b);
  return (
    <div className="flex flex-col gap-1.5">
      <PlacePicker search={search} onChange={onChange} />
      {near === undefined ? null : (
        <div className="flex items-center gap-1">
          <Select
            className="flex-1"
            label={t('filters.near-within')}
            hideLabel
            options={distances.map((km) => ({
              value: String(km),
              label: t('filters.near-km', { km }),
            }))}
            value={String(near.km)}
            onChange={(km) =>
              onChange((now) =>
                now.near === undefined
                  ? now
                  : changed(now, { near: { ...now.near, km: Number(km) } }),
              )
            }
          />
          <IconButton
            label={t('filters.near-remove')}
            onPress={() => onChange((now) => changed(now, { near: undefined }))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}

/** Finds a place by typing the beginning of its name. */
function PlacePicker({ search, onChange }: Omit<SectionProps, 'counts'>) {
  const t = useText();
  const api = useApi();
  const country = useCountryName();
  const picker = usePicker();
  const prefix = picker.text.trim().slice(0, 100);
  const found = useQuery({
    ...api.candidates.places.queryOptions({ input: { prefix, limit: SUGGESTED } }),
    enabled: picker.isOpen && prefix !== '',
    placeholderData: keepPreviousData,
  });
  const places = useMemo(
    () =>
      (prefix === '' ? [] : (found.data ?? [])).map((place) => ({
        id: `${place.name}|${place.latitude}|${place.longitude}`,
        label: place.name,
        note: [place.region, country(place.country)].filter(Boolean).join(', '),
        place,
      })),
    [prefix, found.data, country],
  );
  const pick = (id: string): void => {
    const place = places.find((one) => one.id === id)?.place;
    if (place === undefined) return;
    picker.onOpenChange(false);
    const { name, latitude, longitude } = place;
    // There is a Valencia in Spain and one in Venezuela: the name alone does not say which was meant.
    const called = `${name}, ${place.country}`;
    onChange((now) =>
      changed(now, { near: { place: called, latitude, longitude, km: now.near?.km ?? USUAL } }),
    );
  };
  return (
    <Picker
      label={t('filters.near')}
      placeholder={t('filters.near-placeholder')}
      trigger={
        <Button
          size="sm"
          className="w-full justify-start font-normal"
          icon={<LocateFixed size={14} aria-hidden className="text-ink-3" />}
        >
          <span className="truncate">
            {search.near === undefined
              ? t('filters.near-add')
              : t('filters.near-of', { place: search.near.place })}
          </span>
        </Button>
      }
      options={places}
      chosen={NONE}
      onPick={pick}
      {...picker}
    />
  );
}

const NONE: ReadonlySet<string> = new Set();
