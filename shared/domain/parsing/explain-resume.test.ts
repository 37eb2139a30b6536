import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { explainResume } from './explain-resume';
import { parseResume } from './parse-resume';

const CV = `Ada Lindgren
Staff Nurse
ada.lindgren@example.org | +46 8 123 456 78 | Uppsala, Sweden

Experience

Staff Nurse, Ribblesdale Infirmary
March 2019 – present
• Looked after twelve beds
• Trained two students in wound care

Skills
Wound care, Triage

Education
BSc Nursing, Uppsala University
2015 – 2018
`;
const now = new Date('2026-03-01T00:00:00Z');
const document = documentFromText(CV);

describe('explainResume', () => {
  const explanation = explainResume(document, { now });

  it('tells of the very reading that parseResume gives, not of one of its own', () => {
    expect(explanation.resume).toEqual(parseResume(document, { now }));
  });

  it('names the lines each value stands on', () => {
    const written = CV.split('\n').filter((line) => line.trim() !== '');
    expect(explanation.lines.map((line) => line.text)).toEqual(
      written.map((line) => line.replace('• ', '')),
    );
    const lineOf = (value: string) =>
      explanation.values.find((one) => one.value === value)?.lines?.[0] ?? 0;
    expect(written[lineOf('ada.lindgren@example.org') - 1]).toContain('@');
    expect(written[lineOf('Triage') - 1]).toBe('Wound care, Triage');
    expect(written[lineOf('Staff Nurse @ Ribblesdale Infirmary') - 1]).toMatch(/^Staff Nurse, /);
  });

  it('gives every line to a section but those left out, and says what made a heading', () => {
    expect(explanation.sections.map(({ kind, lines }) => [kind, lines])).toEqual([
      ['header', [1, 3]],
      ['experience', [4, 8]],
      ['skills', [9, 10]],
      ['education', [11, 13]],
    ]);
    expect(explanation.sections[0]?.because).toBeNull();
    expect(explanation.sections[1]?.because).toMatch(/heading/);
  });

  it('explains a file without text', () => {
    expect(explainResume(documentFromText(''), { now })).toMatchObject({
      lines: [],
      sections: [],
      values: [],
    });
  });
});
