import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { readJobTitle, readSeniority } from './job-titles';
import { readJobTitles, titleGroups } from './title-data';
import { companyScore, titleScore } from './title-scores';
import { formsOf, titleWords } from './title-words';

describe('readJobTitle', () => {
  it.each([
    ['Software Engineer', 'software-engineer'],
    ['Senior Software Engineer (m/w/d)', 'software-engineer'],
    ['Krankenpflegerin', 'registered-nurse'],
    ['Gesundheits- und Krankenpfleger*in', 'registered-nurse'],
    ['Infirmière diplômée d’État', 'registered-nurse'],
    ['Enfermero/a', 'registered-nurse'],
    ['Civil Engineers', 'civil-engineer'],
    ['高级软件工程师', 'software-engineer'],
  ])('finds the title in "%s"', (text, id) => {
    expect(readJobTitle(text)?.id).toBe(id);
  });

  it('takes what stands before an "of" for the work, not the longer name behind it', () => {
    expect(readJobTitle('Secretary to the Managing Director')?.id).toBe('secretary');
  });

  it('finds a German compound by its ending', () => {
    expect(readJobTitle('Großküchenprojektleiterin')?.id).toBe('project-manager');
  });

  it('says where the words stand in the text as written', () => {
    const text = 'Leitende Krankenpfleger:innen, Station 4';
    const found = readJobTitle(text);
    expect(text.slice(found?.start, found?.end)).toBe('Krankenpfleger:innen');
  });

  it('matches no name across a comma', () => {
    expect(readJobTitle('Software, engineer')?.id).toBe('engineer');
  });

  it('finds nothing in words for no work', () => {
    expect(readJobTitle('Zalando SE, Berlin')).toBeNull();
  });
});

describe('readSeniority', () => {
  it.each([
    ['Senior Accountant', 'senior'],
    ['Stv. Abteilungsleiterin', 'deputy'],
    ['Assistant Manager', 'assistant'],
    ['Stagiaire développeur', 'intern'],
    ['Jefe de cocina', 'head'],
    ['Chief Executive Officer', 'executive'],
    ['Vice President, Sales', 'director'],
    ['实习护士', 'intern'],
    ['Bäcker', null],
  ])('reads "%s" as %s', (text, level) => {
    expect(readSeniority(text)).toBe(level);
  });
});

describe('titleScore and companyScore', () => {
  it.each([
    'Verkäufer (m/w/d)',
    'Ingénieur(e) qualité',
    'Técnico de mantenimiento',
    'Magazijnmedewerker',
    'Specjalistka ds. marketingu',
    'Head of Operations',
    'Director, Supply Chain',
    'Teamleiter Vertrieb',
    'Bank Manager',
    'Sr. Mgr., Supply Chain',
    'Working Student Data Science',
    '财务经理',
  ])('takes "%s" for a title', (text) => {
    expect(titleScore(text)).toBeGreaterThanOrEqual(0.5);
    expect(titleScore(text)).toBeGreaterThan(companyScore(text));
  });

  it.each([
    'Huber Maschinenbau GmbH',
    'Clínica Santa Marta',
    'Northfield Teacher Training College',
    'Baker & Sons Ltd',
    'Universitätsklinikum Musterstadt',
    'Przychodnia Zdrowie Sp. z o.o.',
    '四川大学华西医院',
    'Bank of Avonlea',
  ])('takes "%s" for an employer', (text) => {
    expect(companyScore(text)).toBeGreaterThanOrEqual(0.5);
    expect(companyScore(text)).toBeGreaterThan(titleScore(text));
  });

  it('takes a duty, a skill and a long sentence for neither', () => {
    for (const text of [
      'Managed a team of engineers',
      'Project management',
      'My first job',
      'x'.repeat(200),
    ])
      expect(titleScore(text)).toBeLessThan(0.5);
  });

  it('takes a family named for a trade for a person, and the trade for a title', () => {
    expect(titleScore('Yannick Boucher')).toBeLessThan(0.5);
    expect(titleScore('Park Ranger')).toBeGreaterThanOrEqual(0.5);
    expect(titleScore('Boucher')).toBeGreaterThanOrEqual(0.5);
  });

  it('stays quick on a text without end', () => {
    const start = cpuMs();
    for (const text of ['ab/in '.repeat(200_000), '('.repeat(1_000_000), '经理'.repeat(500_000)]) {
      readJobTitle(text);
      titleScore(text);
    }
    expect(cpuMs() - start).toBeLessThan(500);
  });
});

describe('the table of titles', () => {
  const titles = readJobTitles();

  it('names a group for every title', () => {
    for (const title of titles) expect(Object.keys(titleGroups)).toContain(title.group);
  });

  it('finds every title by every one of its names', () => {
    const lost = titles.flatMap(({ id, parts }) =>
      parts.flatMap(({ names }) =>
        names
          .split(', ')
          .flatMap(formsOf)
          .filter((name) => readJobTitle(name)?.id !== id)
          .map((name) => `${id}: ${name}`),
      ),
    );
    expect(lost).toEqual([]);
  });
});

describe('titleWords', () => {
  it('keeps C++ and C# apart from C', () => {
    expect(titleWords('C++ C# C').map((word) => word.key)).toEqual(['c++', 'c#', 'c']);
  });
});
