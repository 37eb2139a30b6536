/** The door through which matching reads what was written down for it under `resources/matching/`: plain data, bundled with the code. */
import fields from '@/resources/matching/fields.json';
import titleWords from '@/resources/matching/title-words.json';

/** Words that name the same kind of work or thing in titles, each line one kind; phrases for one word; spellings that are the same; ids of titles that tell a rank alone; last words of any work; English words that other languages have for titles. */
export const titleWordTable: {
  readonly kinds: readonly string[];
  readonly ranks: string;
  readonly vague: string;
  readonly foreign: string;
  readonly phrases: readonly (readonly string[])[];
  readonly spellings: readonly (readonly string[])[];
} = titleWords;

/** Fields of work: the titles that belong to each, and the words its advertisements and CVs are full of. */
export const fieldTable: Readonly<
  Record<string, { readonly titles: string; readonly words: string }>
> = fields;
