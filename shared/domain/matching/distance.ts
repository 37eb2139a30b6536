type At = { readonly latitude: number; readonly longitude: number };

/** 1000 × cosine of each whole degree of latitude from 0 to 90: a table, so that every machine has the same digits. */
const COSINES = [
  1000, 1000, 999, 999, 998, 996, 995, 993, 990, 988, 985, 982, 978, 974, 970, 966, 961, 956, 951,
  946, 940, 934, 927, 921, 914, 906, 899, 891, 883, 875, 866, 857, 848, 839, 829, 819, 809, 799,
  788, 777, 766, 755, 743, 731, 719, 707, 695, 682, 669, 656, 643, 629, 616, 602, 588, 574, 559,
  545, 530, 515, 500, 485, 469, 454, 438, 423, 407, 391, 375, 358, 342, 326, 309, 292, 276, 259,
  242, 225, 208, 191, 174, 156, 139, 122, 105, 87, 70, 52, 35, 17, 0,
] as const;

/** Within so many kilometres → so much, 0 to 1000. */
const WITHIN = [
  [30, 1000],
  [60, 850],
  [100, 700],
  [200, 500],
] as const;

/** What the way between two towns (hundredths of a degree) leaves of the place, 0 to 1000. On a flat map: exact enough for a way to work. */
export function distanceCredit(one: At, other: At): number {
  const latitude = Math.abs(one.latitude - other.latitude);
  const around = Math.abs(one.longitude - other.longitude);
  const degree = Math.min(90, Math.floor(Math.abs(one.latitude + other.latitude) / 200));
  const longitude = Math.floor((Math.min(around, 36_000 - around) * (COSINES[degree] ?? 0)) / 1000);
  // A hundredth of a degree is 1.112 km.
  const squared = (latitude * latitude + longitude * longitude) * 1_236;
  for (const [km, credit] of WITHIN) if (squared <= km * km * 1000) return credit;
  return 0;
}
