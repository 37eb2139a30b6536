import { clip, squeeze } from '@/shared/kit/text';
import { readDay } from './cell-values';
import { looksLikeEmail } from './propose-mapping';
import { type LeftOut, NOBODY, type TablePerson } from './table-person';

/** A person as a file gives them that says itself what is what. */
export interface ReadPerson {
  readonly person: TablePerson;
  /** Custom fields by their names. */
  readonly customByLabel: Record<string, string | number | boolean>;
  readonly leftOut: LeftOut[];
}

/** Reads the values of such a file, and notes what is too long or is not what it should be. */
export class PersonReader {
  readonly leftOut: LeftOut[] = [];

  nobody(): TablePerson {
    return { ...NOBODY };
  }

  text(column: string, written: string, max: number): string | null {
    const value = written.trim();
    if (value === '') return null;
    if (value.length <= max) return value;
    this.#leaveOut(column, value, 'too-long');
    return null;
  }

  list(column: string, written: readonly string[], max: number, most: number): string[] {
    const items: string[] = [];
    for (const one of written) {
      const item = this.text(column, one, max);
      if (item !== null && !items.includes(item) && items.length < most) items.push(item);
    }
    return items;
  }

  emails(written: readonly string[]): string[] {
    return this.list('email', written.map(bare), 500, 50).filter((email) => {
      if (looksLikeEmail(email)) return true;
      this.#leaveOut('email', email, 'email');
      return false;
    });
  }

  instant(column: string, written: string): string | null {
    if (written.trim() === '') return null;
    const day = readDay(written, 'day-first');
    if (day === null) this.#leaveOut(column, written, 'date');
    return day === null ? null : `${day}T00:00:00.000Z`;
  }

  #leaveOut(column: string, value: string, problem: LeftOut['problem']): void {
    if (this.leftOut.length < 50) this.leftOut.push({ column, value: clip(value, 200), problem });
  }
}

const bare = (email: string): string => squeeze(email).replace(/^mailto:/i, '');
