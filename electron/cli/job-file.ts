import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { JobCriteria } from '@/shared/domain/matching/criteria';
import {
  criteriaOfInput,
  type JobInputNotice,
  LONGEST_DESCRIPTION,
  MOST_SKILLS,
} from '@/shared/domain/matching/job-input';
import { UsageError } from './output';

const MOST_BYTES = 4_000_000;

export interface JobFile {
  readonly criteria: JobCriteria;
  /** What was left out or understood otherwise, in sentences. */
  readonly notices: readonly string[];
}

/** A job described in a file, JSON or YAML. Throws UsageError where it cannot be read as one. */
export async function readJobFile(file: string): Promise<JobFile> {
  const data = await readDataFile(file);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new UsageError(`${file} holds no job: it must be one object with title, description …`);
  const result = criteriaOfInput(data);
  if (!result.ok) throw new UsageError(`${file} is not a job: ${result.problems.join('; ')}.`);
  return { criteria: result.criteria, notices: result.notices.map(sentenceOf) };
}

/** What a file of jobs holds, JSON or YAML by its name. Throws UsageError where it is neither. */
export async function readDataFile(file: string): Promise<unknown> {
  const stats = await stat(file).catch(() => null);
  if (stats === null || !stats.isFile()) throw new UsageError(`There is no job file ${file}.`);
  if (stats.size > MOST_BYTES) throw new UsageError(`${file} is too large for a job.`);
  const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  const isYaml = /\.ya?ml$/i.test(path.extname(file));
  try {
    // Few aliases: a file of a few lines could otherwise unfold to gigabytes.
    const data: unknown = isYaml ? parseYaml(text, { maxAliasCount: 20 }) : JSON.parse(text);
    return data;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new UsageError(`${file} is not ${isYaml ? 'YAML' : 'JSON'}: ${why}`);
  }
}

function sentenceOf(notice: JobInputNotice): string {
  switch (notice.code) {
    case 'UNKNOWN_KEY':
      return `“${notice.key}” is not known and was ignored.`;
    case 'YEARS_CONTRADICT':
      return 'experienceMin is above experienceMax: the lower of the two is asked for.';
    case 'TOO_MANY_SKILLS':
      return `A job may ask for ${MOST_SKILLS} skills: the last ${notice.left} were left out.`;
    case 'DESCRIPTION_CUT':
      return `The description was read to its ${LONGEST_DESCRIPTION}th character.`;
    case 'EDUCATION_NOT_UNDERSTOOD':
      return 'educationMin names no level that is known, and was ignored.';
    case 'PLACE_NOT_KNOWN':
      return 'The location is no place that is known, and was ignored.';
    case 'NOTHING_ASKED':
      return 'The job asks for nothing: every candidate has 0 points.';
  }
}
