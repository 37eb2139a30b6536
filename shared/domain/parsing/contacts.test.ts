import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import type { ExtractedDocument } from './extracted-document';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const parse = (text: string, extra: Partial<ExtractedDocument> = {}) =>
  parseResume({ ...documentFromText(text), ...extra }, { now });
const values = (fields: readonly { readonly value: string }[]): readonly string[] =>
  fields.map((one) => one.value);

describe('e-mail', () => {
  it('reads an address with an icon glyph stuck to it', () => {
    expect(values(parse('Ada Byron\n\uf0e0ada.byron@example.org').emails)).toEqual([
      'ada.byron@example.org',
    ]);
  });

  it('joins an address broken in a narrow column', () => {
    expect(values(parse('Ada Byron\nada.byron@uni-\nkrakow.pl\nKraków').emails)).toEqual([
      'ada.byron@uni-krakow.pl',
    ]);
  });

  it('does not run into the next word of the line', () => {
    expect(values(parse('ada@example.org, Kraków; @handle; a@b').emails)).toEqual([
      'ada@example.org',
    ]);
  });

  it('reads the address behind an icon link', () => {
    const links = [{ url: 'mailto:ada@example.org?subject=Hi', text: '', page: 1, box: null }];
    expect(values(parse('Ada Byron', { links }).emails)).toEqual(['ada@example.org']);
  });
});

describe('telephone', () => {
  it.each([
    ['Tel: +44 7700 900035', '+447700900035'],
    ['(+91) 99887 74964', '+919988774964'],
    ['+49 (0)171 2345795', '+491712345795'],
    ['0049 171 2345795', '+491712345795'],
  ])('writes %s as E.164', (line, expected) => {
    expect(values(parse(`Ada Byron\n${line}`).phones)).toEqual([expected]);
  });

  it('takes the country from where the person lives', () => {
    expect(values(parse('Lena Vogt\nStuttgart, Germany\n0171 / 234 5795').phones)).toEqual([
      '+491712345795',
    ]);
    expect(values(parse('Léa Petit\n12 rue Hugo, 69003 Lyon\n07.81.23.49.25').phones)).toEqual([
      '+33781234925',
    ]);
  });

  it.each([
    '2012 - 2015',
    '01.02.2019 - 03.04.2020',
    'Passport No: 1234567890',
    'PESEL 90010112345',
  ])('takes %s for no telephone', (line) => {
    expect(parse(`Ada Byron\n${line}`).phones).toEqual([]);
  });
});

describe('links', () => {
  it('reads plain, bare and hidden addresses once each', () => {
    const links = [
      { url: 'https://www.linkedin.com/in/ada-byron', text: '', page: 1, box: null },
      { url: 'https://github.com/ada', text: 'GitHub', page: 1, box: null },
    ];
    const resume = parse('Ada Byron\nlinkedin.com/in/ada-byron\nadabyron.dev\nGitHub', { links });
    expect(resume.links.map((link) => `${link.kind} ${link.url}`)).toEqual([
      'linkedin linkedin.com/in/ada-byron',
      'website adabyron.dev',
      'github https://github.com/ada',
    ]);
  });

  it('takes neither the domain of an e-mail nor a product for a web site', () => {
    expect(parse('Ada Byron\nada@example.com\nNode.js, ASP.NET').links).toEqual([]);
  });
});

describe('name', () => {
  it.each([
    ['Keisha McAllister\nExecutive Chef\nkm@example.com', 'Keisha McAllister'],
    ['CURRICULUM VITAE\nJean-Baptiste Lefèvre\nLyon', 'Jean-Baptiste Lefèvre'],
    [
      'FRIEDERIKE\nWAGENKNECHT\nSoftwareentwicklerin\nfriederike.wagenknecht@example.com',
      'FRIEDERIKE WAGENKNECHT',
    ],
    ['Name: Arjun Nair\nAddress: Pune', 'Arjun Nair'],
    ['Nom(s) / Prénom(s)     Maëlys Géraud', 'Maëlys Géraud'],
    ['Dr. Luís Otávio da Silva, PhD\nCuritiba', 'Luís Otávio da Silva'],
    ['个人简历\n李伟\n成都', '李伟'],
    ['张 子 涵\n财务经理\n上海', '张子涵'],
  ])('reads the name of %j', (text, expected) => {
    expect(parse(text).name?.value).toBe(expected);
  });

  it('prefers the line that agrees with the e-mail address over a title above it', () => {
    expect(
      parse('Senior Sales Manager\nMaria Kowalska\nmaria.kowalska@example.com').name?.value,
    ).toBe('Maria Kowalska');
  });

  it('gives no name rather than a company or a heading', () => {
    expect(parse('Acme Solutions Ltd\nWork Experience\nEducation').name).toBeNull();
  });
});

describe('location', () => {
  it.each([
    ['Ada Byron\nSan Antonio, TX | ada@example.com', 'San Antonio', 'US'],
    ['Ada Byron\nada@example.com 512 345 782 Gdańsk', 'Gdańsk', 'PL'],
    ['Ada Byron\n25 Beacon Hill Rd, Pune 411045\nada@example.com', 'Pune', 'IN'],
    ['Ada Byron\nAddress: 27 quai de la Fosse, 35000 Rennes', 'Rennes', 'FR'],
    ['李伟\n四川成都市文三路90号\na@example.cn', '成都', 'CN'],
  ])('reads %j', (text, city, country) => {
    expect(parse(text).location).toMatchObject({ city, country });
  });

  it('reads the address at the foot of the page', () => {
    const body = Array.from({ length: 40 }, (_, index) => `• Task number ${index} done`).join('\n');
    const text = `Ada Byron\nExperience\nCook, Hotel Sacher   2019 – 2021\n${body}\nAv. Sete, 1200 – 30130-010 Belo Horizonte\nada@example.com`;
    expect(parse(text).location).toMatchObject({ city: 'Belo Horizonte', country: 'BR' });
  });

  it('does not take an employer’s town for the person’s', () => {
    expect(
      parse('Ada Byron\nExperience\nCook, Hotel Sacher, Wien\n2019 – 2021').location,
    ).toBeNull();
  });
});

describe('a sidebar read before the name', () => {
  const resume = parse(`Contact
www.linkedin.com/in/jana-svoboda

Top Skills
Kubernetes
Team Leadership

Certifications
ITIL Foundation

Jana Svobodová
Head of Logistics at Packeta Group
Prague, Czechia

Summary
I lead warehouses.`);

  it('finds the name behind the lists', () => {
    expect(resume.name?.value).toBe('Jana Svobodová');
  });

  it('takes what follows the name for the header, not for certificates', () => {
    expect(resume.certifications.map((one) => one.name)).toEqual(['ITIL Foundation']);
    expect(resume.headline?.value).toBe('Head of Logistics at Packeta Group');
    expect(resume.location?.city).toBe('Prague');
  });
});
