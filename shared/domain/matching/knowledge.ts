import { skillFiles } from '@/shared/domain/parsing/skill-data';
import { readJobTitles } from '@/shared/domain/parsing/title-data';
import { commonWords } from './common-words';
import { fieldTable, titleWordTable } from './matching-data';

/** A text → its fingerprint; the same on every machine. SHA-256 in hexadecimal where one is at hand. */
export type Hash = (text: string) => string;

/** Rises, as a whole number, when the same facts would score differently. */
export const SCORER = { name: 'longlist', version: '3' } as const;
/** Rises when the same profile would give other facts, and when a table changes (facts are numbered by them): columns made before are made anew. */
export const FACTS_VERSION = 6;

/** All tables that a score stands on, as one text to be hashed: skills, titles, fields of work, words of titles, words left out. */
export const knowledgeText = (): string =>
  JSON.stringify([
    FACTS_VERSION,
    skillFiles,
    readJobTitles(),
    fieldTable,
    titleWordTable,
    [...commonWords()],
  ]);
