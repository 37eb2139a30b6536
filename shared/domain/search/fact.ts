import { CEFR_LEVELS } from '@/shared/domain/parsing/parsed-resume';
import { clip, squeeze } from '@/shared/kit/text';
import { fixedValues } from './fact-values';
import type { FactField, FactNode, Query } from './query';

/** Kilometres around a place where no number is said. */
const USUAL_DISTANCE = 50;
const FARTHEST = 2000;
const LONGEST = 200;
const MOST_READ = 2000;

const SKILL_YEARS = /^(.+?)\s*(<=|>=|<|>|=)\s*(\S*)$/su;
const NUMBER = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*y?$/iu;
const AROUND = /^(.*?)(?:\s*[,;<]\s*|\s+)(\d{1,4})\s*(?:km)?$/isu;
const LEVEL = new RegExp(`^(.*?)\\s*(?:>=|[:>,])\\s*(${CEFR_LEVELS.join('|')})$`, 'isu');

type Place = Pick<FactNode, 'start' | 'end'>;

/**
 * What stands behind the colon of `country:Germany`, `skill:java>=3`, `language:German>=B2` or `near:Lyon,50`, or the problem with it. Null
 * where it is words to look for in the field: `skill:java`.
 */
export function readFact(
  of: FactField,
  written: string,
  { start, end }: Place,
): FactNode | Query['problems'][number]['code'] | null {
  // No value is longer, and the patterns need not try a thousand spaces.
  const typed = clip(squeeze(clip(written, MOST_READ)), LONGEST);
  const fact = (text: string, more: Partial<FactNode> = {}): FactNode => ({
    kind: 'fact',
    of,
    text: squeeze(text),
    amount: null,
    level: null,
    start,
    end,
    ...more,
  });
  switch (of) {
    case 'skill': {
      const [, name = '', sign = '', amount = ''] = SKILL_YEARS.exec(typed) ?? [];
      if (name === '') return null;
      const number = NUMBER.exec(amount)?.[1];
      // Who has a skill for less than so long is nobody's question, and not having it at all would count.
      if (number === undefined || sign.startsWith('<')) return 'bad-range';
      return fact(name, { amount: Number(number.replace(',', '.')) });
    }
    case 'near': {
      const [, place = '', km = ''] = AROUND.exec(typed) ?? [];
      if (place === '') return fact(typed.replace(/[\s,;<]+$/u, ''), { amount: USUAL_DISTANCE });
      return fact(place, { amount: Math.min(FARTHEST, Math.max(1, Number(km))) });
    }
    case 'language': {
      const [, name = '', level = ''] = LEVEL.exec(typed) ?? [];
      const known = CEFR_LEVELS.find((one) => one.toLowerCase() === level.toLowerCase());
      return known === undefined || name === '' ? fact(typed) : fact(name, { level: known });
    }
    default:
      return fixedValues(of, typed)?.length === 0 ? 'unknown-value' : fact(typed);
  }
}
