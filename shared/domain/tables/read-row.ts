import { choiceLike, LONGEST_TEXT } from '@/shared/domain/custom-fields/custom-value';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import { assertNever } from '@/shared/kit/assert-never';
import { clip, squeeze } from '@/shared/kit/text';
import {
  type DateOrder,
  readDay,
  readName,
  readNumber,
  readWholeNumber,
  readYesNo,
  splitList,
  splitPhones,
  splitWords,
} from './cell-values';
import { type ColumnTarget, customFieldIdOf, isTableField, SKIP, type TableField } from './fields';
import { NOTE_BREAK } from './export-columns';
import { looksLikeEmail } from './propose-mapping';
import { readLanguage } from './read-language';
import { type LeftOut, NOBODY, type TablePerson } from './table-person';

export interface RowRules {
  readonly headers: readonly string[];
  /** Where each column goes, beside its header. */
  readonly targets: readonly ColumnTarget[];
  readonly dateOrder: DateOrder;
  readonly customFields: readonly CustomField[];
}

export interface ReadRow {
  readonly person: TablePerson;
  readonly leftOut: readonly LeftOut[];
}

/** Reads the cells of one row by where their columns go. What cannot be read as what it should be is left out and named. */
export function readRow(cells: readonly string[], rules: RowRules): ReadRow {
  const reader = new RowReader(rules);
  for (const [index, target] of rules.targets.entries()) {
    const cell = cells[index] ?? '';
    if (target !== SKIP && cell.trim() !== '')
      reader.take(rules.headers[index] ?? '', target, cell);
  }
  for (const cell of cells.slice(rules.headers.length)) {
    if (cell.trim() !== '') reader.leaveOut('', cell, 'no-column');
  }
  return reader.finish();
}

type Draft = { -readonly [K in keyof TablePerson]: TablePerson[K] };

/** Nobody, with lists of its own to fill. */
const emptyPerson = () => ({
  ...NOBODY,
  emails: [] as string[],
  phones: [] as string[],
  links: [] as string[],
  skills: [] as string[],
  languages: [] as TablePerson['languages'],
  tags: [] as string[],
  lists: [] as string[],
  notes: [] as string[],
  custom: [] as TablePerson['custom'],
});

class RowReader {
  readonly #rules: RowRules;
  readonly #leftOut: LeftOut[] = [];
  readonly #person: Draft = emptyPerson();
  #first = '';
  #last = '';
  #job: { company: string | null; title: string | null } = { company: null, title: null };
  #school: { institution: string | null; degree: string | null } = {
    institution: null,
    degree: null,
  };

  constructor(rules: RowRules) {
    this.#rules = rules;
  }

  leaveOut(column: string, value: string, problem: LeftOut['problem']): void {
    this.#leftOut.push({ column, value: clip(value, 200), problem });
  }

  take(column: string, target: ColumnTarget, cell: string): void {
    const fieldId = customFieldIdOf(target);
    if (fieldId !== null) this.#takeCustom(column, fieldId, cell);
    else if (isTableField(target)) this.#takeField(column, target, cell);
  }

  finish(): ReadRow {
    const person = this.#person;
    if (person.name === '') person.name = squeeze(`${this.#first} ${this.#last}`);
    if (this.#job.company !== null || this.#job.title !== null) {
      // What a table tells of work is what somebody does now.
      const now = { location: null, start: null, end: 'present' as const, description: '' };
      person.experience = [{ ...this.#job, ...now }];
    }
    if (this.#school.institution !== null || this.#school.degree !== null) {
      const more = { field: null, start: null, end: null, grade: null };
      person.education = [{ ...this.#school, ...more }];
    }
    return { person, leftOut: this.#leftOut };
  }

  #takeField(column: string, field: TableField, cell: string): void {
    const person = this.#person;
    const text = (max: number): string | null => this.#text(column, cell, max);
    switch (field) {
      case 'name':
        person.name = readName(text(300) ?? '');
        return;
      case 'firstName':
        this.#first = text(150) ?? '';
        return;
      case 'lastName':
        this.#last = text(150) ?? '';
        return;
      case 'email':
        for (const word of splitWords(cell)) {
          const email = word.replace(/^(mailto:)?<?|>$/gi, '');
          if (looksLikeEmail(email) && email.length <= 500) person.emails.push(email);
          else if (email.includes('@') || !cell.includes('@')) this.leaveOut(column, word, 'email');
        }
        return;
      case 'phone':
        for (const phone of splitPhones(cell)) {
          if (phone.replace(/\D/g, '').length >= 5 && phone.length <= 100)
            person.phones.push(phone);
          else this.leaveOut(column, phone, 'phone');
        }
        return;
      case 'link':
        this.#each(column, splitWords(cell), 2000, person.links);
        return;
      case 'headline':
        person.headline = text(500);
        return;
      case 'company':
        this.#job.company = text(500);
        return;
      case 'title':
        this.#job.title = text(500);
        return;
      case 'location':
        person.location = text(300);
        return;
      case 'summary':
        person.summary = text(20_000);
        return;
      case 'totalYears': {
        const years = readNumber(cell);
        if (years === null || years < 0 || years > 80) this.leaveOut(column, cell, 'number');
        else person.totalYears = Math.round(years * 10) / 10;
        return;
      }
      case 'noticePeriod':
        person.noticePeriod = text(300);
        return;
      case 'workPermission':
        person.workPermission = text(300);
        return;
      case 'skills':
        this.#each(column, splitList(cell), 200, person.skills);
        return;
      case 'languages':
        for (const item of splitList(cell)) {
          if (item.length > 100) this.leaveOut(column, item, 'too-long');
          else person.languages.push(readLanguage(item));
        }
        return;
      case 'school':
        this.#school.institution = text(500);
        return;
      case 'degree':
        this.#school.degree = text(500);
        return;
      case 'tags':
        this.#each(column, splitList(cell), 60, person.tags);
        return;
      case 'list':
        this.#each(column, splitList(cell), 200, person.lists);
        return;
      case 'notes': {
        this.#each(
          column,
          cell.split(NOTE_BREAK).filter((note) => note.trim() !== ''),
          20_000,
          person.notes,
        );
        return;
      }
      case 'source': {
        const source = text(500);
        // Where another system had somebody from has no field of its own here.
        if (source !== null) person.notes.push(`${column}: ${source}`);
        return;
      }
      case 'consentGiven':
        person.consentGivenAt = this.#instant(column, cell);
        return;
      case 'consentExpires':
        person.consentExpiresAt = this.#instant(column, cell);
        return;
      default:
        assertNever(field);
    }
  }

  #takeCustom(column: string, fieldId: string, cell: string): void {
    const field = this.#rules.customFields.find(({ id }) => id === fieldId);
    if (field === undefined) return;
    const value = customValue(field, cell, this.#rules.dateOrder);
    if (value !== null) this.#person.custom.push({ fieldId, value });
    else this.leaveOut(column, cell, field.kind === 'text' ? 'too-long' : field.kind);
  }

  #text(column: string, cell: string, max: number): string | null {
    if (cell.length <= max) return cell.trim();
    this.leaveOut(column, cell, 'too-long');
    return null;
  }

  #each(column: string, items: readonly string[], max: number, into: string[]): void {
    for (const item of items) {
      if (item.length > max) this.leaveOut(column, item, 'too-long');
      else into.push(item);
    }
  }

  #instant(column: string, cell: string): string | null {
    const day = readDay(cell, this.#rules.dateOrder);
    if (day === null) this.leaveOut(column, cell, 'date');
    return day === null ? null : `${day}T00:00:00.000Z`;
  }
}

function customValue(
  field: CustomField,
  cell: string,
  order: DateOrder,
): string | number | boolean | null {
  switch (field.kind) {
    case 'text':
      return cell.length <= LONGEST_TEXT ? cell : null;
    case 'number':
      return readWholeNumber(cell);
    case 'date':
      return readDay(cell, order);
    case 'choice':
      return choiceLike(field.options, cell);
    case 'yes-no':
      return readYesNo(cell);
  }
}
