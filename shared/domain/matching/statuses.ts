import type { CriterionStatus } from './score-types';

/** From so much on a thing asked for is met, and partly met, in thousandths. */
const MET = 800;
const PARTLY = 250;

export const criterionMet = (credit: number): boolean => credit >= MET;

/** In words. What is not known is never called missing. */
export const statusOf = (credit: number, known: boolean): CriterionStatus =>
  !known ? 'unknown' : credit >= MET ? 'met' : credit >= PARTLY ? 'partly' : 'missing';
