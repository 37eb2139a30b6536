import path from 'node:path';
import { toParseLine } from '@/shared/domain/parsing/parse-line';
import { type ReadFile, readFiles } from './read-files';
import { type DocumentScore, scoreDocument } from './scoring/score-document';
import { type EvaluationSet, INSIDE } from './sets';
import type { Truth } from './truth';

export interface ScoredFile {
  readonly truth: Truth;
  readonly score: DocumentScore;
  readonly file: ReadFile;
}

/** Reads the files of a set with the parse process built into `programs` (a folder below the project's), and scores each against its truth. */
export async function scoreSet(
  set: EvaluationSet,
  programs: string,
): Promise<readonly ScoredFile[]> {
  const found = await readFiles(
    [...new Set(set.truths.map(set.pathOf))],
    {
      parseEntry: path.join(programs, 'parse.js'),
      resourcesDir: path.join(programs, '..', '..', 'resources'),
    },
    (file, why) => console.log(`not read: ${file} (${why})`),
  );
  return set.truths.map((truth) => {
    const inside = truth.file.split(INSIDE).slice(1);
    // A file that gave nothing is scored as if it had been read and found empty.
    const file = found.get([set.pathOf(truth), ...inside].join(INSIDE)) ?? EMPTY;
    if (file === EMPTY) console.log(`no result: ${truth.file}`);
    return { truth, file, score: scoreDocument(truth, toParseLine(truth.file, file.resume)) };
  });
}

const EMPTY: ReadFile = {
  document: {
    text: '',
    lines: [],
    pages: [],
    mediaType: 'text/plain',
    links: [],
    hidden: [],
    ocrConfidence: null,
    warnings: [],
    extractor: { name: 'none', version: '0' },
  },
  resume: {
    parser: { name: 'none', version: '0' },
    language: null,
    name: null,
    headline: null,
    emails: [],
    phones: [],
    links: [],
    location: null,
    summary: null,
    experience: [],
    education: [],
    skills: [],
    languages: [],
    certifications: [],
    noticePeriod: null,
    workPermission: null,
    totalYears: null,
    notices: [],
  },
};
