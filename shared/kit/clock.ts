import { z } from 'zod';

/** An instant in UTC, ISO 8601 with milliseconds: `2026-03-01T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime();
export type Instant = string;

/** The time, as a dependency, so that tests can choose it. */
export interface Clock {
  readonly now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };

export const nowIso = (clock: Clock): Instant => clock.now().toISOString();
