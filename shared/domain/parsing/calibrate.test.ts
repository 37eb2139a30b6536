import { describe, expect, it } from 'vitest';
import { CALIBRATED_FIELDS, calibrated, SETTINGS, SURE, settingOf } from './calibrate';
import { documentFromText } from './document-from-text';
import { parseResume, readResume } from './parse-resume';
import { calibrationData } from './reference-data';

const now = new Date('2026-03-01T00:00:00Z');
const CV = `Ada Lindgren
ada.lindgren@example.org

Experience
Staff Nurse, Ribblesdale Infirmary
March 2019 – present

Skills
Wound care, Triage`;

describe('confidences', () => {
  it('have a rising stair of shares for every field and setting, none in the gap below sure', () => {
    for (const field of CALIBRATED_FIELDS) {
      for (const setting of SETTINGS) {
        const shares = (calibrationData[field]?.[setting] ?? []).map((step) => step[1] ?? -1);
        expect([field, setting, shares.length > 0]).toEqual([field, setting, true]);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        for (const share of shares) expect(share > SURE && share < 0.95).toBe(false);
      }
    }
  });

  it('are all that calibration changes', () => {
    const { uncalibrated, resume } = readResume(documentFromText(CV), now, null);
    const bare = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, one) => (key === 'confidence' ? undefined : one)));
    expect(bare(resume)).toEqual(bare(uncalibrated));
    expect(resume).toEqual(calibrated(uncalibrated, 'plain'));
    expect(parseResume(documentFromText(CV), { now })).toEqual(resume);
  });

  it('ask whether the file tells how its text is set', () => {
    const plain = documentFromText(CV);
    expect(settingOf(plain)).toBe('plain');
    const [first, ...rest] = plain.lines;
    if (first === undefined) throw new Error('The CV has lines');
    expect(settingOf({ ...plain, lines: [{ ...first, role: 'heading' }, ...rest] })).toBe(
      'laid-out',
    );
  });
});
