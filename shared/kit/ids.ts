import { v7, validate } from 'uuid';
import { z } from 'zod';

/** A UUIDv7 in lower-case text form: ids sort by the time they were made. */
export const idSchema = z.string().refine((value) => validate(value), 'not a UUID');
export type Id = string;

/** Makes a new UUIDv7. */
export const newId = (): Id => v7();
