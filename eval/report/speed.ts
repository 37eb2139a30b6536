import type { ReadFile } from '@/eval/read-files';
import { parseResume } from '@/shared/domain/parsing/parse-resume';

const MEDIAN_BAR = 3;
const HIGH_BAR = 20;
const ROUNDS = 5;
const NOW = new Date('2026-01-01T00:00:00Z');

/**
 * Processor time from text to fields, a CV: the best of a few rounds over all files after one that warms up, so that the figures tell of
 * the parser and not of who else used the machine.
 */
export function speedTable(files: readonly ReadFile[]): readonly string[] {
  const best = files.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= ROUNDS; round++) {
    files.forEach(({ document }, index) => {
      const before = process.cpuUsage();
      parseResume(document, { now: NOW });
      const spent = process.cpuUsage(before);
      if (round > 0) {
        best[index] = Math.min(best[index] ?? 0, (spent.user + spent.system) / 1000);
      }
    });
  }
  const sorted = [...best].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const line = (name: string, value: number, bar: number | null): string =>
    `${name.padEnd(8)} ${value.toFixed(2).padStart(7)} ms${bar === null ? '' : `  bar ${bar}: ${value <= bar ? 'met' : 'MISSED'}`}`;
  return [
    `speed: processor time from text to fields, ${files.length} CVs`,
    line('median', at(0.5), MEDIAN_BAR),
    line('p99', at(0.99), HIGH_BAR),
    line('most', at(1), null),
  ];
}
