/** Degrees as they are compared across countries, lowest first. */
export const DEGREE_LEVELS = [
  'secondary',
  'vocational',
  'bachelor',
  'master',
  'doctorate',
] as const;
export type DegreeLevel = (typeof DEGREE_LEVELS)[number];
