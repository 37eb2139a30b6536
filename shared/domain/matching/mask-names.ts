const MOST_NAMES = 40;
/** Nobody is called more than this; a file may say so all the same. */
const LONGEST_NAME = 200;
/** One word alone is a school only where it is misread; none of the words counted is a school's name. */
const FEWEST_WORDS = 2;

/**
 * The text with the names of the person and of their schools blanked, in any case and everywhere, so that not even a word of work in them ("Institute of Economics",
 * "Baker") is counted. Blanks are as many, so places in the text stay right.
 */
export function maskNames(text: string, names: readonly (string | null | undefined)[]): string {
  let masked = text;
  for (const name of [...new Set(names)].slice(0, MOST_NAMES)) {
    if (name == null || name.length > LONGEST_NAME) continue;
    const words = name.trim().split(/\s+/);
    if (words.length < FEWEST_WORDS) continue;
    // Names break over lines as any words do.
    const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
    masked = masked.replace(new RegExp(pattern, 'gi'), (found) => ' '.repeat(found.length));
  }
  return masked;
}
