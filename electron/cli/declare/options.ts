import { InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';

/** Of every command that opens the workspace. */
export const deskOptions = z.object({
  workspace: z.string().optional(),
  json: z.boolean().optional(),
});

export const filter = (): Option =>
  new Option(
    '--filter <key=value>',
    'narrow by a value, as in skill=Java, years=5-10, near=Lyon,50, has=email; may be repeated',
  )
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], 'none');

export function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 200) {
    throw new InvalidArgumentError('Give a whole number from 1 to 200.');
  }
  return value;
}

export function top(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError('Give a whole number from 1 on.');
  }
  return value;
}
