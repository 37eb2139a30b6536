import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const read = (text: string) => parseResume(documentFromText(text), { now }).skills;
const declared = (text: string): readonly string[] =>
  read(text)
    .filter((skill) => skill.declared)
    .map((skill) => skill.verbatim);
const mentioned = (text: string): readonly string[] =>
  read(text)
    .filter((skill) => !skill.declared)
    .map((skill) => skill.name);

describe('skills', () => {
  it('splits lists, bullets, cells and separators', () => {
    expect(
      declared('Skills\nHACCP, Menu planning; Pastry | Food safety • Staff scheduling'),
    ).toEqual(['HACCP', 'Menu planning', 'Pastry', 'Food safety', 'Staff scheduling']);
    expect(declared('Skills\n• Welding\n• Blueprint reading')).toEqual([
      'Welding',
      'Blueprint reading',
    ]);
    expect(declared('Skills\n+ Risk assessment\n+ C++\n+ .NET')).toEqual([
      'Risk assessment',
      'C++',
      '.NET',
    ]);
    expect(declared('Skills\nTig welding – Brazing – Fitting – CI/CD')).toEqual([
      'Tig welding',
      'Brazing',
      'Fitting',
      'CI/CD',
    ]);
  });

  it('leaves out the names of groups and keeps brackets together', () => {
    expect(
      declared('Technical Skills\nLanguages: Java, C++\nFrontend: CSS (SASS, LESS), HTML'),
    ).toEqual(['Java', 'C++', 'CSS (SASS, LESS)', 'HTML']);
  });

  it('takes the group "Languages" for programming languages where it names no spoken one', () => {
    expect(
      declared('Skill Set\nLanguages\t: Python, SQL, Java\nDatabases\t: Netezza, Oracle'),
    ).toEqual(['Python', 'SQL', 'Java', 'Netezza', 'Oracle']);
  });

  it('takes words with a colon and nothing behind it, one below the other, for items', () => {
    expect(declared('Skills\nPython:\nAzure:\nDocker:')).toEqual(['Python', 'Azure', 'Docker']);
  });

  it('joins an item broken over two lines', () => {
    expect(
      declared(
        'Compétences\nDéclarations fiscales, Excel, Rapprochement bancaire,\n  Clôture mensuelle',
      ),
    ).toContain('Clôture mensuelle');
    expect(declared('Habilidades\nReposição de\nmercadorias\nNegociação')).toEqual([
      'Reposição de mercadorias',
      'Negociação',
    ]);
  });

  it('joins an item broken over two lines of a text that sets lists in', () => {
    expect(
      declared('Skills\n- Hoist operation, Dementia care, Moving and handling, First\n  aid'),
    ).toContain('First aid');
  });

  it('ends where an underlined heading of languages follows', () => {
    expect(
      declared(
        'Skills\n======\nLitigation, Due diligence\n\nLanguages\n=========\nEnglish (Native)',
      ),
    ).toEqual(['Litigation', 'Due diligence']);
  });

  it('keeps names apart that begin with a small letter by themselves', () => {
    expect(declared('Skills\nDocker\ngRPC\niOS')).toEqual(['Docker', 'gRPC', 'iOS']);
  });

  it('gives the taxonomy id to a name in another language, and keeps the words', () => {
    expect(read('Kenntnisse\nBuchhaltung, Staplerschein')).toMatchObject([
      { skillId: 'accounting', name: 'Accounting', verbatim: 'Buchhaltung' },
      { skillId: 'forklift-operation', verbatim: 'Staplerschein' },
    ]);
  });

  it('keeps both where a person lists two names of one skill', () => {
    expect(declared('Skills\nIV therapy, Cannulation')).toEqual(['IV therapy', 'Cannulation']);
  });

  it('keeps a skill the taxonomy does not know', () => {
    expect(read('Skills\nOud playing')).toMatchObject([
      { skillId: null, verbatim: 'Oud playing', declared: true },
    ]);
  });

  it('reads years and drops levels, but not a level that is part of the words', () => {
    expect(read('Skills\nPython (5 years), Excel – advanced, SQL 80%')).toMatchObject([
      { verbatim: 'Python', years: 5 },
      { verbatim: 'Excel', years: null },
      { verbatim: 'SQL', years: null },
    ]);
    expect(declared('Habilidades\nExcel avanzado, Negociación')).toEqual([
      'Excel avanzado',
      'Negociación',
    ]);
  });

  it('leaves out the letter that a font of icons puts before each item', () => {
    expect(declared('Skills\nf Payroll\nf Onboarding\nf Interviewing')).toEqual([
      'Payroll',
      'Onboarding',
      'Interviewing',
    ]);
  });

  it('takes no address or number for a skill', () => {
    expect(declared('Ada Byron\n\nSkills\nWelding\nada@example.org\n+44 20 7946 0123')).toEqual([
      'Welding',
    ]);
  });

  it('tells skills only mentioned from those declared', () => {
    const skills = read(
      'Experience\nDeveloper   2019 – 2021\nAcme Ltd\n• Moved reports to Apache Airflow and PostgreSQL\nSkills\nPostgreSQL',
    );
    expect(skills.find((skill) => skill.skillId === 'postgresql')?.declared).toBe(true);
    expect(skills.find((skill) => skill.skillId === 'airflow')?.declared).toBe(false);
  });

  it('finds names within Chinese text, which has no spaces', () => {
    expect(mentioned('自我评价\n负责过成本核算和税务申报工作')).toEqual(
      expect.arrayContaining(['Product costing', 'Tax returns']),
    );
  });

  it('does not take everyday words in a sentence for skills', () => {
    expect(read('Summary\nWe go to word and excel in spring. I express my vision.')).toEqual([]);
    expect(
      mentioned('Summary\nLed teams across two plants, handling detail and surfing the net.'),
    ).toEqual([]);
  });

  it('does not take abbreviations in small letters, parts of web addresses or names for skills', () => {
    expect(mentioned('Summary\nFirst seo of the club. See https://github.com/ada')).toEqual([]);
    expect(
      mentioned(
        'Work experience\nHead Cook\nDocker Inns Ltd\n01/2019 – 12/2021\n• Served breakfast at Docker Inns Ltd for sixty guests',
      ),
    ).not.toContain('Docker');
  });

  it('counts the years of a skill over the jobs whose text names it, overlaps once', () => {
    const text = `Experience
Backend Developer, Acme GmbH
01/2018 – 12/2019
• Built services in Kotlin

Consultant, Beta Ltd
01/2019 – 12/2020
• Advised on Kotlin and Terraform

Skills
Kotlin, Welding`;
    const years = new Map(read(text).map((skill) => [skill.name, skill.years]));
    expect([years.get('Kotlin'), years.get('Terraform'), years.get('Welding')]).toEqual([
      3,
      2,
      null,
    ]);
  });
});
