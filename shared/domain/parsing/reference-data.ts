/**
 * The one door through which the parser reads what was written down for it under `resources/`: plain data, bundled
 * with the code, so that reading a CV needs no file system and no network.
 */
import languageNames from '@/resources/languages/names.json';
import personNames from '@/resources/names/names.json';
import calibration from '@/resources/parser/calibration.json';
import cities from '@/resources/places/cities.json';
import countries from '@/resources/places/countries.json';

/** Cities by the first two letters of their folded names: "DE:Munich*6;US:Muncie/IN*2", largest first. */
export const cityData: Readonly<Record<string, string>> = cities;
/** ISO 3166-1 code → the country's names in many languages, with `|` between. */
export const countryData: Readonly<Record<string, string>> = countries;
/** English name of a spoken language → its names in many languages, with `|` between. */
export const languageNameData: Readonly<Record<string, string>> = languageNames;
/** Folded given and family names of many languages, each list as one string with spaces between. */
export const personNameData = personNames;
/** Field → setting → steps `[raw confidence, share that was right]`; made by `npm run eval -- calibrate`. */
export const calibrationData: Readonly<
  Record<string, Readonly<Record<string, readonly (readonly number[])[]>>>
> = calibration;
