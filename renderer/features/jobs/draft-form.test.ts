import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import type { JobDraft } from '@/shared/domain/jobs/records';
import { draftIn, formOf } from './draft-form';

const DRAFT: JobDraft = {
  ...EMPTY_DRAFT,
  title: 'Nurse \u202e<img onerror>',
  experienceMin: 2.5,
  salaryMin: 4_000_000,
  salaryMax: 5_000_050,
  salaryCurrency: 'EUR',
  closesOn: '2026-12-31',
  skills: [{ need: 'nice', skillId: null, name: '__proto__', weight: 1, minYears: 3 }],
};

describe('the form of a new job', () => {
  it('says what it was given', () => {
    for (const draft of [DRAFT, { ...EMPTY_DRAFT, title: 'X' }]) {
      expect(draftIn(formOf(draft))).toEqual({ ok: true, draft });
    }
    const yen = { ...DRAFT, salaryMin: 4_000_000, salaryMax: null, salaryCurrency: 'JPY' };
    expect(formOf(yen).salaryMin).toBe('4000000');
    expect(draftIn(formOf(yen))).toEqual({ ok: true, draft: yen });
  });

  it.each([
    [{ title: ' ' }, 'jobs.wrong.title'],
    [{ salaryCurrency: 'euro' }, 'jobs.wrong.currency'],
    [{ salaryMin: 'a lot' }, 'jobs.wrong.money'],
    [{ salaryMin: '60000' }, 'jobs.wrong.salary'],
    [{ experienceMax: '1' }, 'jobs.wrong.experience'],
    [{ experienceMax: 'x' }, 'jobs.skills.years-wrong'],
    [{ openings: '0' }, 'jobs.wrong.openings'],
    [{ closesOn: '2026-02-31' }, 'jobs.wrong.day'],
  ])('says what is wrong: %j', (patch, problem) => {
    expect(draftIn({ ...formOf(DRAFT), ...patch })).toEqual({ ok: false, problem });
  });
});
