import type { Evidence, ParsedResume } from './parsed-resume';
import type { Reading } from './reading';

/**
 * Whether the file seems to hold the CVs of more than one person: jobs and studies stand under headings, then comes an e-mail address or
 * telephone that was not seen before, then jobs and studies stand under headings once more. A second address of the same person stands
 * beside the first, a referee's has no studies behind it, and one CV in two languages repeats its contacts.
 */
export function holdsSeveralPeople(
  reading: Reading,
  resume: Pick<ParsedResume, 'emails' | 'phones'>,
): boolean {
  const headings = (kind: 'experience' | 'education'): readonly number[] =>
    reading.sections.flatMap((section) =>
      section.kind === kind && section.heading !== null ? [section.heading.start] : [],
    );
  const jobs = headings('experience');
  const studies = headings('education');
  const partedAt = (offset: number): boolean =>
    [jobs, studies].every(
      (places) => places.some((place) => place < offset) && places.some((place) => place > offset),
    );
  const paged = reading.document.pages.length > 0;
  return [resume.emails, resume.phones].some((contacts) => {
    const [first, ...later] = contacts
      .map((contact) => contact.evidence)
      .filter((evidence): evidence is Evidence => evidence !== null)
      .sort((a, b) => a.start - b.start);
    // People begin on pages of their own; in two columns of one page anything may follow anything.
    return later.some(
      (contact) =>
        partedAt(contact.start) && (!paged || contact.page > (first?.page ?? contact.page)),
    );
  });
}
