import { describe, expect, it } from 'vitest';
import { readLines } from './cv-lines';
import { documentFromText } from './document-from-text';
import { readSections } from './sections';

const kinds = (text: string): readonly string[] =>
  readSections(text, readLines(documentFromText(text))).map(
    (section) => `${section.kind}:${section.lines.map((line) => line.text).join('|')}`,
  );

describe('readSections', () => {
  it.each([
    ['Work Experience', 'experience'],
    ['BERUFSERFAHRUNG', 'experience'],
    ['Expérience professionnelle', 'experience'],
    ['Experiencia laboral', 'experience'],
    ['Experiência profissional', 'experience'],
    ['Esperienze lavorative', 'experience'],
    ['Werkervaring', 'experience'],
    ['Doświadczenie zawodowe', 'experience'],
    ['工作经历', 'experience'],
    ['Academic Background', 'education'],
    ['Schulbildung', 'education'],
    ['Études', 'education'],
    ['Wykształcenie', 'education'],
    ['Kenntnisse und Fähigkeiten', 'skills'],
    ['Compétences', 'skills'],
    ['Umiejętności', 'skills'],
    ['Sprachkenntnisse', 'languages'],
    ['Zertifikate', 'certifications'],
    ['Utbildning', 'education'],
    ['Kunskaper', 'skills'],
    ['Erhvervserfaring', 'experience'],
    ['Työkokemus', 'experience'],
    ['Vzdělání', 'education'],
    ['Limbi străine', 'languages'],
    ['Szakmai tapasztalat', 'experience'],
    ['İş Deneyimi', 'experience'],
    ['Опыт работы', 'experience'],
  ])('knows the heading %s', (heading, kind) => {
    expect(kinds(`Jan Nowak\n\n${heading}\nfirst line`)).toEqual([
      'header:Jan Nowak',
      `${kind}:first line`,
    ]);
  });

  it('knows a letter-spaced heading (else a designed CV is one long header)', () => {
    expect(kinds('Jan Nowak\n\nB E RU FS P R A X I S\nKoch')).toEqual([
      'header:Jan Nowak',
      'experience:Koch',
    ]);
  });

  it('takes the words beside a heading in the margin as its first line', () => {
    expect(kinds('Jan Nowak\nSkills      Welding, Turning')).toEqual([
      'header:Jan Nowak',
      'skills:Welding, Turning',
    ]);
  });

  it('leaves "Technologies: …" under a job with that job', () => {
    expect(kinds('Experience\nDeveloper\nTechnologies: Java, Go\nmore')).toEqual([
      'experience:Developer|Technologies: Java, Go|more',
    ]);
  });

  it('does not take "Resume" above the name for a French summary', () => {
    expect(kinds('RESUME\nJane Roe')).toEqual(['header:Jane Roe']);
  });

  it('knows a heading with a line of dashes behind it (else plain-text CVs lose the section)', () => {
    expect(kinds(`Jan Nowak\n\nSKILLS ${'-'.repeat(72)}\n\nBaking`)).toEqual([
      'header:Jan Nowak',
      'skills:Baking',
    ]);
  });

  it('keeps plain words of a list of skills as skills', () => {
    expect(kinds('Skills\nTraining\nResearch')).toEqual(['skills:Training|Research']);
  });

  it('lets a heading close a list of skills without an empty line (else every job becomes a skill)', () => {
    expect(kinds('Skills\nBaking, Pastry\nRelevant Experience\nCook, 2019 - 2021')).toEqual([
      'skills:Baking, Pastry',
      'experience:Cook, 2019 - 2021',
    ]);
    expect(kinds('Skills\nBaking\nEducation\nCity College\nCatering, 2018')).toEqual([
      'skills:Baking',
      'education:City College|Catering, 2018',
    ]);
    expect(kinds('Skills\nBaking\nEducation\nResearch')).toEqual([
      'skills:Baking|Education|Research',
    ]);
  });

  it('reads a heading broken over two lines (else its second half becomes an employer)', () => {
    expect(kinds('Ana Reis\n\nEXPERIÊNCIA\nPROFISSIONAL\nCozinheira')).toEqual([
      'header:Ana Reis',
      'experience:Cozinheira',
    ]);
  });

  it('leaves out the foot of a page (else the name becomes a skill)', () => {
    expect(kinds('Ana Reis\n\nSkills\nHACCP, Pastry\nAna Reis – 1/2\nPage 2 of 2')).toEqual([
      'header:Ana Reis',
      'skills:HACCP, Pastry',
    ]);
  });
});

describe('headings nobody listed', () => {
  const cv = (heading: string): string =>
    `ADA BYRON\nada@example.com\nEDUCATION\nBSc, Lakeside University, 2014\n${heading}\nSomething else\nSKILLS\nGit\nLANGUAGES\nGerman`;

  it('opens a part at a line that looks as only headings do (else what follows is read as the part above)', () => {
    expect(kinds(cv('ZORVEXINGS'))).toContain('other:Something else');
  });

  it('opens none at the name of an employer set in capitals', () => {
    expect(kinds(cv('LAKESIDE HOSPITAL')).join()).toContain('LAKESIDE HOSPITAL|Something else');
  });
});

it('knows headings in small letters where a CV writes them so', () => {
  const text =
    'pat doe\nexperience\nSales Manager, Acme Ltd 2019 – 2021\neducation\nBSc 2014\nskills\nGit';
  expect(kinds(text)).toEqual([
    'header:pat doe',
    'experience:Sales Manager, Acme Ltd 2019 – 2021',
    'education:BSc 2014',
    'skills:Git',
  ]);
});
