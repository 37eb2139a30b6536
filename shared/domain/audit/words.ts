import { assertNever } from '@/shared/kit/assert-never';
import type { ChainBreak, HeadFinding } from './verify';

/** What is wrong with a chain, in a sentence. */
export function breakInWords(broken: ChainBreak): string {
  switch (broken.kind) {
    case 'missing':
      return broken.until > broken.seq
        ? `Entries ${count(broken.seq)} to ${count(broken.until)} are missing.`
        : `Entry ${count(broken.seq)} is missing.`;
    case 'misplaced':
      return broken.says === null
        ? `What stands as entry ${count(broken.seq)} is no entry.`
        : `What stands as entry ${count(broken.seq)} was written as entry ${count(broken.says)}.`;
    case 'changed':
      return `Entry ${count(broken.seq)}, or its hash, is not what was written.`;
    default:
      return assertNever(broken);
  }
}

/** What the signed head finds wrong with a chain of so many entries; null when it agrees, or there is nothing to sign yet. */
export function headInWords(finding: HeadFinding, entries: number): string | null {
  switch (finding.kind) {
    case 'agrees':
      return null;
    case 'none':
      return entries === 0 ? null : 'The signed head of the audit log is missing.';
    case 'unreadable':
      return 'The signed head of the audit log is damaged: its signature does not fit.';
    case 'foreign':
      return 'The signed head belongs to another database, or another key signed it.';
    case 'cut':
      return `The audit log ends at entry ${count(finding.tail)}, but entry ${count(finding.head.seq)} was signed on ${finding.head.at}: its end was cut off, or an older copy of the database was put back.`;
    case 'rewritten':
      return `Entry ${count(finding.head.seq)} is not the one that was signed on ${finding.head.at}: the log was written anew.`;
    default:
      return assertNever(finding);
  }
}

const count = (value: number): string => value.toLocaleString('en');
