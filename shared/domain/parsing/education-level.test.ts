import { describe, expect, it } from 'vitest';
import { educationLevel } from './education-level';

describe('educationLevel', () => {
  it.each([
    ['Ph.D. in Physics', 'doctorate'],
    ['Promotion zum Dr. rer. nat.', 'doctorate'],
    ['Master of Science in Statistics', 'master'],
    ['Diplom-Ingenieur Maschinenbau', 'master'],
    ['Laurea magistrale in Ingegneria', 'master'],
    ['B.Tech in Computer Science', 'bachelor'],
    ['Licence de droit', 'bachelor'],
    ['Kandidatexamen i systemvetenskap', 'bachelor'],
    ['BTS Hôtellerie', 'associate'],
    ['Associate of Arts', 'associate'],
    ['Ausbildung zum Industriemechaniker', 'vocational'],
    ['High School Diploma', 'school'],
    ['Abitur', 'school'],
    ['XII (CBSE)', 'school'],
    ['计算机科学与技术 硕士', 'master'],
  ])('%s', (degree, level) => {
    expect(educationLevel(degree, null)).toBe(level);
  });

  it('asks the school where the degree says nothing, and guesses nothing where neither does', () => {
    expect(educationLevel(null, 'Lakeside High School')).toBe('school');
    expect(educationLevel('Zorvex', 'Quillon')).toBeNull();
  });
});
