import type { JobCriteria } from './criteria';
import type { Weights } from './score-types';

/** For jobs that say which skills they ask for. */
export const DEFAULT_WEIGHTS: Weights = {
  skills: 35,
  experience: 15,
  title: 35,
  education: 5,
  location: 10,
};

/** For jobs that are little more than a title and a text: skills read in the text guess at what is meant, the work itself is surer. */
export const TEXT_WEIGHTS: Weights = {
  skills: 10,
  experience: 3,
  title: 80,
  education: 2,
  location: 5,
};

/** The weights a job has until a person moves them. */
export const weightsFor = (criteria: JobCriteria): Weights =>
  criteria.skills.some(({ origin }) => origin === 'stated') ? DEFAULT_WEIGHTS : TEXT_WEIGHTS;
