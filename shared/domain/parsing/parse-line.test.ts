import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseLineSchema, toParseLine } from './parse-line';
import { parseResume } from './parse-resume';
import { parsedResumeSchema } from './parsed-resume';

const CV = `Keisha McAllister
Executive Chef
San Antonio, TX | (210) 735-0125 | kmcallister@example.com | linkedin.com/in/keisha-mcallister

SUMMARY
Chef with 14 years of experience.

EXPERIENCE
Executive Chef                                     Apr 2022 — present
FedEx Ground                                       Portland
• Ran a 14-person kitchen with HACCP

EDUCATION
Louisiana State University                         2007 — 2011
Associate of Applied Science in Culinary Arts

SKILLS
Menu planning, Pastry

LANGUAGES
English (native), Spanish (B2)

CERTIFICATIONS
ServSafe Manager, 2019
`;
const resume = parseResume(documentFromText(CV), { now: new Date('2026-03-01T00:00:00Z') });

describe('toParseLine', () => {
  it('has exactly the fields that people script against', () => {
    const line = toParseLine('cv.txt', resume);
    expect(parseLineSchema.parse(line)).toEqual(line);
    const { confidence, ...fields } = line;
    expect(confidence.overall).toBeGreaterThan(0.6);
    expect(fields).toEqual({
      file: 'cv.txt',
      name: 'Keisha McAllister',
      email: 'kmcallister@example.com',
      phone: '+12107350125',
      links: ['linkedin.com/in/keisha-mcallister'],
      location: 'San Antonio, TX',
      headline: 'Executive Chef',
      summary: 'Chef with 14 years of experience.',
      skills: ['Menu planning', 'Pastry'],
      mentionedSkills: ['HACCP', 'ServSafe'],
      experience: [
        {
          company: 'FedEx Ground',
          title: 'Executive Chef',
          location: 'Portland',
          start: '2022-04',
          end: 'present',
          description: 'Ran a 14-person kitchen with HACCP',
        },
      ],
      education: [
        {
          institution: 'Louisiana State University',
          degree: 'Associate of Applied Science in Culinary Arts',
          field: 'Culinary Arts',
          start: '2007',
          end: '2011',
        },
      ],
      languages: [
        { name: 'English', level: 'native' },
        { name: 'Spanish', level: 'B2' },
      ],
      certifications: [{ name: 'ServSafe Manager', issuer: null, date: '2019' }],
      noticePeriod: null,
      workPermission: null,
    });
  });
});

describe('parseResume', () => {
  it('gives a résumé that the stored form accepts', () => {
    expect(parsedResumeSchema.parse(resume)).toEqual(resume);
  });
});
