import { forEach } from '@/db/sqlite/search/bits';
import type { MatchColumns } from '@/db/sqlite/search/match-index';

/** Reads every number of every person in the order in which a scan does, and adds them up. */
export function readingPass(columns: MatchColumns): number {
  const { starts, lengths, data, textStarts, textLengths, text } = columns;
  let sum = 0;
  forEach(columns.known, (num) => {
    const from = starts[num] ?? 0;
    const end = from + (lengths[num] ?? 0);
    for (let at = from; at < end; at++) sum = (sum + (data[at] ?? 0)) | 0;
    const textFrom = textStarts[num] ?? 0;
    const textEnd = textFrom + (textLengths[num] ?? 0);
    for (let at = textFrom; at < textEnd; at++) sum = (sum + (text[at] ?? 0)) | 0;
    const [education, months, place] = [columns.education, columns.totalMonths, columns.places];
    sum = (sum + (education[num] ?? 0) + (months[num] ?? 0) + (place[num] ?? 0)) | 0;
  });
  return sum;
}
