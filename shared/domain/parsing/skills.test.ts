import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const read = (text: string) => parseResume(documentFromText(text), { now }).skills;
const declared = (text: string): readonly string[] =>
  read(text)
    .filter((skill) => skill.declared)
    .map((skill) => skill.verbatim);

describe('skills', () => {
  it('splits lists, bullets, cells and separators', () => {
    expect(
      declared('Skills\nHACCP, Menu planning; Pastry | Food safety • Staff scheduling'),
    ).toEqual(['HACCP', 'Menu planning', 'Pastry', 'Food safety', 'Staff scheduling']);
    expect(declared('Skills\n• Welding\n• Blueprint reading')).toEqual([
      'Welding',
      'Blueprint reading',
    ]);
  });

  it('leaves out the names of groups and keeps brackets together', () => {
    expect(
      declared('Technical Skills\nLanguages: Java, C++\nFrontend: CSS (SASS, LESS), HTML'),
    ).toEqual(['Java', 'C++', 'CSS (SASS, LESS)', 'HTML']);
  });

  it('joins an item broken over two lines', () => {
    expect(
      declared(
        'Compétences\nDéclarations fiscales, Excel, Rapprochement bancaire,\n  Clôture mensuelle',
      ),
    ).toContain('Clôture mensuelle');
  });

  it('gives the taxonomy id to a name in another language, and keeps the words', () => {
    expect(read('Kenntnisse\nBuchhaltung, Staplerschein')).toMatchObject([
      { skillId: 'accounting', name: 'Accounting', verbatim: 'Buchhaltung' },
      { skillId: 'forklift-operation', verbatim: 'Staplerschein' },
    ]);
  });

  it('keeps a skill the taxonomy does not know', () => {
    expect(read('Skills\nOud playing')).toMatchObject([
      { skillId: null, verbatim: 'Oud playing', declared: true },
    ]);
  });

  it('reads years and drops levels', () => {
    expect(read('Skills\nPython (5 years), Excel – advanced')).toMatchObject([
      { verbatim: 'Python', years: 5 },
      { verbatim: 'Excel', years: null },
    ]);
  });

  it('tells skills only mentioned from those declared', () => {
    const skills = read(
      'Experience\nDeveloper   2019 – 2021\nAcme Ltd\n• Moved reports to Apache Airflow and PostgreSQL\nSkills\nPostgreSQL',
    );
    expect(skills.find((skill) => skill.skillId === 'postgresql')?.declared).toBe(true);
    expect(skills.find((skill) => skill.skillId === 'airflow')?.declared).toBe(false);
  });

  it('does not take everyday words in a sentence for skills', () => {
    expect(read('Summary\nWe go to word and excel in spring. I express my vision.')).toEqual([]);
  });
});
