import plain from './plain-resumes.json';
import { dice, type InventedPerson } from './people';

/** Sentences of no trade, or of any, that each CV gets among its own: so many, and fewer than so many more. */
const FEWEST = 12;
const MORE = 24;
/** Lines that each CV gets from those of other trades, as of earlier work. */
const OF_OTHERS = 12;

/**
 * Five CVs for each of the 24 broad advertisements, invented one by one: the title in capitals, work of other trades before and beside it, titles that name
 * the field and work that does not, and the other way round. Sentences and lists of skills that stand in CVs of every trade, and lines
 * out of other trades' CVs, are strewn in, so that plain BM25 has as hard a time with them as with real ones (MRR 0.78, AUC 0.83). The same in every
 * run for the same seed.
 */
export function plainResumes(seed: number): readonly InventedPerson[] {
  const random = dice(seed);
  const some = <T>(list: readonly T[], count: number): readonly T[] =>
    list
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ one }) => one);
  return plain.resumes.map(({ occupation, run, lines }, nth) => {
    const [title = '', ...body] = lines;
    const others = plain.resumes.flatMap((other) =>
      other.occupation === occupation ? [] : other.lines.filter((line) => line.endsWith('.')),
    );
    const strewn = [
      ...some(plain.noise, FEWEST + Math.floor(random() * MORE)),
      ...some(others, OF_OTHERS),
    ];
    for (const one of strewn)
      body.splice(1 + Math.floor(random() * body.length), 0, run ? `${one}.` : one);
    return {
      id: `plain/${occupation}-${nth % 5}`,
      occupation,
      text: [title, ...body].join(run ? '    ' : '\n'),
    };
  });
}
