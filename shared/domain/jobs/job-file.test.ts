import { describe, expect, it } from 'vitest';
import { jobsOfFile } from './job-file';

describe('jobs in a file', () => {
  it('are read with what is not said as usual; salaries are written whole', () => {
    const result = jobsOfFile({
      client: 'Acme',
      title: 'Nurse \u202e<img>',
      salaryMin: 52000.5,
      salaryCurrency: 'EUR',
      requiredSkills: ['Triage', { name: 'ICU', weight: 5, minYears: 2 }],
      niceToHaveSkills: ['German'],
    });
    expect(result).toMatchObject({
      ok: true,
      jobs: [
        {
          client: 'Acme',
          status: 'draft',
          draft: {
            title: 'Nurse \u202e<img>',
            salaryMin: 5_200_050,
            priority: 'medium',
            openings: 1,
            skills: [
              { need: 'required', name: 'Triage', weight: 3, minYears: null },
              { need: 'required', name: 'ICU', weight: 5, minYears: 2 },
              { need: 'nice', name: 'German', weight: 3, minYears: null },
            ],
          },
        },
      ],
    });
    const yen = jobsOfFile({ client: 'A', title: 'B', salaryMax: 9, salaryCurrency: 'JPY' });
    expect(yen).toMatchObject({ jobs: [{ draft: { salaryMax: 9 } }] });
  });

  it.each([
    [{ title: 'B' }, /^client: /],
    [{ client: 'A', title: ' ' }, /^title: /],
    [{ client: 'A', title: 'B', salray: 5 }, /salray/],
    [{ client: 'A', title: 'B', closesOn: '2026-02-31' }, /^closesOn: /],
    [{ client: 'A', title: 'B', requiredSkills: [{ name: 'C', weight: 9 }] }, /requiredSkills/],
    [{ client: 'A', title: 'B', requiredSkills: Array(501).fill('x') }, /^skills: /],
    ['text', /^job: /],
    [null, /^job: /],
    [[], /there is no job/],
  ])('are refused with what is wrong: %j', (data, problem) => {
    const result = jobsOfFile(data);
    expect(result.ok ? '' : result.problems.join('\n')).toMatch(problem);
  });

  it('come all or none, each problem with its job', () => {
    expect(jobsOfFile([{ client: 'A', title: 'B' }, { client: 'A' }, 5])).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^job 2, title/), expect.stringMatching(/^job 3, job/)],
    });
  });
});
