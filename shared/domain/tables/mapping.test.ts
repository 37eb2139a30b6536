import { describe, expect, it } from 'vitest';
import { uniqueHeaders } from './fields';
import { fieldOfHeader } from './header-words';
import { proposeMapping } from './propose-mapping';

describe('where columns go', () => {
  it.each([
    ['E-Mail-Adresse', 'email'],
    ['emailAddress', 'email'],
    ['Correo electrónico', 'email'],
    ['Téléphone portable', 'phone'],
    ['氏名', 'name'],
    ['Nazwisko', 'lastName'],
    ['CURRENT_EMPLOYER *', 'company'],
    ['Years of experience', 'totalYears'],
    ['Phone 2', 'phone'],
    ['GDPR consent date', 'consentGiven'],
  ])('knows the header %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field);
  });

  it('knows nothing of a header that says nothing, whatever an object has under its name', () => {
    for (const header of ['__proto__', 'constructor', 'toString', '', 'X17']) {
      expect(fieldOfHeader(header)).toBeNull();
    }
  });

  it('tells a column by its values where its header says nothing', () => {
    const rows = [
      ['a@example.org', '+49 170 1234567', 'https://x.example.org/a', '17', '2026-01-31'],
      ['', '030 / 123 45 67', 'www.example.org', '18', '2026-02-01'],
    ];
    expect(Object.values(proposeMapping(['A', 'B', 'C', 'D', 'E'], rows, []))).toEqual([
      'email',
      'phone',
      'link',
      'skip',
      'skip',
    ]);
  });

  it('gives a field that takes one column to the first, and a custom field its own', () => {
    const custom = [{ id: '01890000-0000-7000-8000-000000000009', label: 'Größe' }];
    expect(proposeMapping(['Title', 'Position', 'GROSSE'], [], custom)).toEqual({
      Title: 'title',
      Position: 'skip',
      GROSSE: 'custom:01890000-0000-7000-8000-000000000009',
    });
  });

  it('takes half a name for the whole where the other half is not there', () => {
    expect(proposeMapping(['Nombre', 'Correo'], [], [])).toMatchObject({ Nombre: 'name' });
    expect(proposeMapping(['Nombre', 'Apellidos'], [], [])).toEqual({
      Nombre: 'firstName',
      Apellidos: 'lastName',
    });
  });

  it('makes headers that stand twice, or are blank, different from each other', () => {
    expect(uniqueHeaders(['A', 'A', ' A ', '', 'A (2)'])).toEqual([
      'A',
      'A (2)',
      'A (3)',
      '#4',
      'A (2) (2)',
    ]);
  });
});
