import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const nameOf = (text: string): string | null =>
  parseResume(documentFromText(text), { now }).name?.value ?? null;

describe('the name', () => {
  it.each([
    ['Curriculum Vitae of Annika Sørensen\nBergen\nE: a@example.org', 'Annika Sørensen'],
    ['Résumé – Jane Doe\n12 Elm Street\n(555) 010-2030', 'Jane Doe'],
    ["Jane Doe's Resume\nAccountant", 'Jane Doe'],
    ['JANE DOE - CV\nAccountant', 'JANE DOE'],
    ['Lebenslauf Max Berger\nGeburtsdatum: 01.02.1990', 'Max Berger'],
  ])('is read beside the name of the paper: %j', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it.each([
    ['Dr. med. Hanna Vogel\nÄrztin', 'Hanna Vogel'],
    ['Prof. Dr.-Ing. Uwe Krause\nBerlin', 'Uwe Krause'],
    ['mgr inż. Piotr Zając\nKraków', 'Piotr Zając'],
    ['Er. Ramesh Patil\nPune', 'Ramesh Patil'],
    ['Linda Moore, RN, BSN\nDenver, CO', 'Linda Moore'],
    ['LINDA MOORE MBA, PMP\nDenver, CO', 'LINDA MOORE'],
    ['Lela Sheba Herzog, ED.D.\nPrincipal', 'Lela Sheba Herzog'],
    ['Jack MA\nMerchant\nParis', 'Jack MA'],
    ['Ana López (she/her)\nMadrid', 'Ana López'],
  ])('is freed of titles and degrees: %j', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it.each([
    ['DOE, Jane\n+44 20 7946 0018\njane.doe@example.com', 'DOE, Jane'],
    ['Nagy Eszter\nBudapest\neszter.nagy@example.hu', 'Nagy Eszter'],
    ['履歴書\n氏名 佐藤 太郎\n東京', '佐藤 太郎'],
    ['이력서\n이름: 홍길동\n서울', '홍길동'],
    ['姓名：李伟 性别：男\n电话：13800138000', '李伟'],
    ['Резюме\nАнна Петрова\nМосква', 'Анна Петрова'],
    ['Ελένη Παπαδοπούλου\nΑθήνα', 'Ελένη Παπαδοπούλου'],
    ['السيرة الذاتية\nمحمد أحمد\nالقاهرة', 'محمد أحمد'],
    ['नाम: राहुल शर्मा\nपुणे', 'राहुल शर्मा'],
  ])('is read in any script and order: %j', (text, name) => {
    expect(nameOf(text)?.replace(/\s/g, '')).toBe(name.replace(/\s/g, ''));
  });

  it.each([
    ['Jane Doe 555-010-2030 jane@example.com\nAccountant', 'Jane Doe'],
    ['Jane Doe | Senior Accountant\nLeeds', 'Jane Doe'],
    ['Jane Doe Senior Accountant Leeds\nExperience', 'Jane Doe'],
    ['Name : Sunil Kumar\nMobile : +91 98765 43210', 'Sunil Kumar'],
    ['First name: Jane\nLast name: Doe\nDate of birth: 1 May 1990', 'Jane Doe'],
    ['Nombre: Lucía\nApellidos: Gómez Prieto\nSevilla', 'Lucía Gómez Prieto'],
    ['M. Suresh\nChennai\nmsuresh@example.com', 'M. Suresh'],
    ['K.RAMESH\nHyderabad\nkramesh@example.com', 'K.RAMESH'],
    ['S. K. Gupta\nDelhi\n+91 98765 43210', 'S. K. Gupta'],
    ['J A N E   D O E\nAccountant', 'JANE DOE'],
    ['john smith\nphone: 555 010 2030', 'john smith'],
    ['Jürgen Müller\njmueller@example.de', 'Jürgen Müller'],
  ])('is read beside other words: %j', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it('is that of the person, not of the father, a referee or the employer', () => {
    const text = `Personal details
Father's Name: Mohan Lal Verma
Name: Anil Verma
Spouse name: Sita Verma
References
Robert Brown
Manager, Acme Ltd`;
    expect(nameOf(text)).toBe('Anil Verma');
  });

  it.each([
    'Core Competencies\nProject Management\nData Analysis\nWork Experience\nSales Manager 2019 – 2021',
    'Salt Lake City, Utah\nSales Manager\nExperience',
    'Analytical, Leadership, Communication\nSkills\nMicrosoft Office',
    'Objective\nTo work in a good team\nEducation\nStanford University',
  ])('is none rather than a skill, a town or a school: %j', (text) => {
    expect(nameOf(text)).toBeNull();
  });

  it('is found in the declaration a CV is signed with', () => {
    const body = Array.from({ length: 70 }, (_, index) => `- wrote report ${index}`).join('\n');
    expect(
      nameOf(`Career objective\nto grow\n${body}\nDeclaration\nPlace: Pune\n(RAHUL SHARMA)`),
    ).toBe('RAHUL SHARMA');
  });
});
