import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const read = (text: string) => parseResume(documentFromText(text), { now }).education;

describe('education', () => {
  it.each([
    [
      'Education\nLouisiana State University\tSep 2007 — July 2011\nAssociate of Applied Science in Culinary Arts',
      {
        institution: 'Louisiana State University',
        degree: 'Associate of Applied Science in Culinary Arts',
        field: 'Culinary Arts',
        start: '2007-09',
        end: '2011-07',
      },
    ],
    [
      'Istruzione\nPolitecnico di Torino, Laurea magistrale in Ingegneria gestionale   10/2010 – 06/2014',
      {
        institution: 'Politecnico di Torino',
        degree: 'Laurea magistrale in Ingegneria gestionale',
        start: '2010-10',
        end: '2014-06',
      },
    ],
    [
      'Wykształcenie\npaź 2017 – lip 2019   Politechnika Wrocławska, Magister inżynier Informatyka',
      {
        institution: 'Politechnika Wrocławska',
        degree: 'Magister inżynier Informatyka',
        end: '2019-07',
      },
    ],
    [
      'Education\nUniversity of Texas at San Antonio   2010 – 2014\nBachelor of Arts in History',
      { institution: 'University of Texas at San Antonio', degree: 'Bachelor of Arts in History' },
    ],
    [
      'Education\nBachelor of Arts in Marketing at Devi Ahilya Vishwavidyalaya   Oct 2015 - Jun 2018',
      {
        institution: 'Devi Ahilya Vishwavidyalaya',
        degree: 'Bachelor of Arts in Marketing',
        start: '2015-10',
      },
    ],
    [
      '教育经历\n2014/10 – 2017/06\n计算机科学与技术 硕士\n深圳大学',
      { institution: '深圳大学', degree: '计算机科学与技术 硕士' },
    ],
  ])('reads %j', (text, expected) => {
    expect(read(text)[0]).toMatchObject(expected);
  });

  it('takes one year alone for the year it ended', () => {
    expect(read('Education\nB.Sc. in Physics, Jadavpur University, 2014')[0]).toMatchObject({
      start: null,
      end: '2014',
    });
  });

  it('reads the grade beside the degree and keeps it out of the degree', () => {
    expect(read('Education\nMBA, Howard University, GPA: 3.8/4.0   2012 – 2014')[0]).toMatchObject({
      grade: '3.8/4.0',
      degree: 'MBA',
    });
  });
});

describe('education in harder forms', () => {
  it('reads school tables with their boards and marks', () => {
    expect(
      read(`Education Qualification
Course | Institution | Year of Passing | Percentage
B.Tech (Civil) | Lakeside University | 2017 | 65%
HSC | Board of Intermediate Education | 2013 | 74%`).map((one) => [
        one.degree,
        one.institution,
        one.end,
        one.grade,
        one.level,
      ]),
    ).toEqual([
      ['B.Tech (Civil)', 'Lakeside University', '2017', '65%', 'bachelor'],
      ['HSC', 'Board of Intermediate Education', '2013', '74%', 'school'],
    ]);
  });

  it('reads degrees told in a sentence', () => {
    expect(
      read(`Academic Qualifications
• MCA from Lakeside University in 2023 with 61%.
• 12th from Harbor Junior College in 2019 with 89%.`).map((one) => [
        one.degree,
        one.institution,
        one.end,
      ]),
    ).toEqual([
      ['MCA', 'Lakeside University', '2023'],
      ['12th', 'Harbor Junior College', '2019'],
    ]);
  });

  it('keeps the marks behind a year out of the degree', () => {
    const [one] = read('Education\nLakeside University\nB.Com, 2017 (56%)');
    expect(one).toMatchObject({
      degree: 'B.Com',
      institution: 'Lakeside University',
      end: '2017',
      grade: '56%',
    });
  });

  it('tells a field of study from a school named without a word for one', () => {
    expect(
      read(`Education
Zorvex   2011 – 2014
BSc, Information Systems
Quillon   2009 – 2010
Technical Diploma, Computer Programming`).map((one) => [one.institution, one.field]),
    ).toEqual([
      ['Zorvex', 'Information Systems'],
      ['Quillon', 'Computer Programming'],
    ]);
  });
});
