import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';
import type { ParsedExperience } from './parsed-resume';
import { detectLanguage } from './text-language';
import { totalYears } from './total-years';

const now = new Date('2026-03-15T00:00:00Z');
const parse = (text: string) => parseResume(documentFromText(text), { now });

describe('languages', () => {
  it('reads names in the CV’s own language and the level as written', () => {
    expect(
      parse(
        'Sprachen\nDeutsch – Muttersprache\nEnglisch: fließend (C1)\nFranzösisch Grundkenntnisse',
      ).languages,
    ).toMatchObject([
      { name: 'German', level: 'native', levelText: 'Muttersprache' },
      { name: 'English', level: 'C1' },
      { name: 'French', level: 'A2' },
    ]);
  });

  it('reads several on one line', () => {
    expect(parse('Languages\nEnglish Native, Spanish Conversational').languages).toMatchObject([
      { name: 'English', level: 'native' },
      { name: 'Spanish', level: 'B1' },
    ]);
  });

  it('leaves the level open where none is stated', () => {
    expect(parse('Languages\nPolish').languages).toMatchObject([
      { name: 'Polish', level: null, levelText: null },
    ]);
  });
});

describe('certifications', () => {
  it('reads name, issuer and date', () => {
    expect(
      parse('Certifications\nAWS Solutions Architect - Amazon, Mar 2021\nForklift licence')
        .certifications,
    ).toMatchObject([
      { name: 'AWS Solutions Architect', issuer: 'Amazon', date: '2021-03' },
      { name: 'Forklift licence', issuer: null, date: null },
    ]);
  });
});

describe('certifications in one line', () => {
  const named = (line: string) =>
    parse(`Certifications\n${line}`).certifications.map((one) => [one.name, one.issuer]);

  it.each([
    [
      'OSHA 30, Food Handler Card',
      [
        ['OSHA 30', null],
        ['Food Handler Card', null],
      ],
    ],
    ['Project Management Professional, PMI, 2020', [['Project Management Professional', 'PMI']]],
    ['First Aid, Leeds Training College', [['First Aid', 'Leeds Training College']]],
    ['Scrum Master | Scrum Alliance | 2019', [['Scrum Master', 'Scrum Alliance']]],
  ])('are told apart from who gave them: %j', (line, expected) => {
    expect(named(line)).toEqual(expected);
  });
});

describe('headline and summary', () => {
  it('reads the title under the name and the paragraph under its heading', () => {
    const resume = parse(
      'Ada Byron\nMaster Electrician\nada@example.com\n\nProfile\nElectrician with 14 years\nof experience.',
    );
    expect(resume.headline?.value).toBe('Master Electrician');
    expect(resume.summary?.value).toBe('Electrician with 14 years of experience.');
  });

  it('falls back to the newest job, and is less sure of it', () => {
    const resume = parse('Ada Byron\nExperience\nSales Manager   2019 – present\nAcme Ltd');
    expect(resume.headline?.value).toBe('Sales Manager');
    expect(resume.headline?.confidence).toBeLessThan(0.8);
  });
});

describe('totalYears', () => {
  const job = (start: string | null, end: string | null): ParsedExperience => ({
    company: null,
    title: 'Cook',
    location: null,
    start,
    end,
    description: '',
    confidence: 1,
    evidence: null,
  });

  it('counts overlapping jobs once and gaps not at all', () => {
    expect(
      totalYears(
        [job('2010-01', '2011-12'), job('2011-01', '2012-12'), job('2015-01', '2015-12')],
        now,
      ),
    ).toBe(4);
  });

  it('ends a job that goes on at the day given, and never beyond it', () => {
    expect(totalYears([job('2025-03', 'present')], now)).toBe(1.1);
    expect(totalYears([job('2025-04', '2031-01')], now)).toBe(1);
  });

  it('takes bare years as spans between their middles', () => {
    expect(totalYears([job('2018', '2020')], now)).toBe(2);
  });

  it('is null without a dated job', () => {
    expect(totalYears([job(null, null)], now)).toBeNull();
  });
});

describe('detectLanguage', () => {
  it.each([
    ['Managed a team of ten people and the budget for the region with our partners', 'en'],
    [
      'Leitung der Abteilung und Verantwortung für das Budget sowie die Schulung von Mitarbeitern',
      'de',
    ],
    [
      'Gestion d’une équipe de dix personnes et du budget pour la région avec des partenaires',
      'fr',
    ],
    ['Responsable de la gestión del equipo y los presupuestos para el cliente con una red', 'es'],
    [
      'Responsável pela gestão da equipe e dos orçamentos para os clientes em São Paulo, não mais',
      'pt',
    ],
    [
      'Responsabile della gestione del gruppo e dei clienti presso gli uffici con il direttore',
      'it',
    ],
    [
      'Verantwoordelijk voor het team en de begroting van een afdeling met tien mensen bij de bank',
      'nl',
    ],
    ['Praca w zespole oraz obsługa klientów i przygotowanie raportów dla działu od podstaw', 'pl'],
    ['Ansvar för nio medarbetare och försäljning till kunder från hela regionen, med budget', 'sv'],
    ['Ansvarlig for ni medarbejdere og af salget til kunder, uddannelse i virksomheden', 'da'],
    ['Ansvarlig for ni medarbeidere og av salget til kunder, utdanning i bedriften', 'no'],
    ['Řízení týmu a zákazníků, práce se systémem, vzdělání na vysoké škole jako inženýr', 'cs'],
    ['Ekip yönetimi ve müşteri ilişkileri için raporlar, bir proje ile çalışma deneyimi', 'tr'],
    ['Руководство отделом продаж, работа с клиентами и подготовка отчётов', 'ru'],
    ['Керівництво відділом продажів, робота з клієнтами та підготовка звітів', 'uk'],
    ['إدارة فريق من عشرة موظفين وإعداد التقارير المالية للشركة', 'ar'],
    ['दस लोगों की टीम का प्रबंधन और ग्राहकों के लिए रिपोर्ट तैयार करना', 'hi'],
    ['顧客管理システムの開発を担当し、チームを率いました', 'ja'],
    ['고객 관리 시스템 개발을 담당하고 팀을 이끌었습니다', 'ko'],
    [
      'Career objective: to obtain a challenging position. Naam: राहुल, worked at the bank for years',
      'en',
    ],
    ['负责订单系统的架构设计与开发，指导三名初级工程师，提高了系统性能', 'zh'],
  ])('tells %j', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('says nothing of a few words', () => {
    expect(detectLanguage('Ada Byron')).toBeNull();
  });
});

describe('notices', () => {
  const codes = (text: string): readonly string[] =>
    parse(text).notices.map((notice) => notice.code);

  it('says that a letter is a letter', () => {
    expect(
      codes(
        'Ada Byron\nKraków\n\nDear Sir or Madam,\nI should like to apply for the post of cook in your hotel.\nYours faithfully',
      ),
    ).toEqual(['LETTER']);
  });

  it('says that another kind of text is not a CV', () => {
    expect(
      codes(
        'Invoice 2231\nPlease pay the amount of 120 euros within thirty days to the account named below.',
      ),
    ).toEqual(['NOT_A_CV']);
  });

  it('says that a form is empty', () => {
    expect(
      codes(
        'Curriculum Vitae\nPersonal information\nName:\nWork experience\nDates:\nEmployer:\nEducation\nSchool:\nLanguages\nMother tongue:',
      ),
    ).toEqual(['EMPTY_FORM']);
  });

  it('reports hidden text and passes on what the extractor said', () => {
    const resume = parseResume(
      {
        ...documentFromText(
          'Ada Byron\nExperience\nCook   2019 – 2021\nHotel Sacher\nEducation\nSchool of Cooking, 2018',
        ),
        hidden: [{ kind: 'invisible-ink', text: 'hire me' }],
        warnings: [{ code: 'PAGES_CUT', message: '30 of 250 pages were read.' }],
      },
      { now },
    );
    expect(resume.notices.map((notice) => notice.code)).toEqual(['PAGES_CUT', 'HIDDEN_TEXT']);
  });

  it('says that a second person may be in the file', () => {
    const cv = (name: string, mail: string): string =>
      `${name}\n${mail}\nExperience\nCook   2019 – 2021\nHotel Sacher\nEducation\nSchool of Cooking, 2018\n`;
    expect(codes(cv('Ada Byron', 'ada@example.com'))).toEqual([]);
    expect(codes(cv('Ada Byron', 'ada@example.com') + cv('Karl Benz', 'karl@example.com'))).toEqual(
      ['TWO_PEOPLE'],
    );
  });

  it('says that a file was too long to be read whole', () => {
    expect(
      codes(`Experience\nCook   2019 – 2021\nHotel Sacher\n${'• Grill\n'.repeat(7000)}`),
    ).toContain('TEXT_CUT');
  });

  it('says nothing of an ordinary CV', () => {
    expect(
      codes(
        'Ada Byron\nada@example.com\nExperience\nCook   2019 – 2021\nHotel Sacher\nEducation\nSchool of Cooking, 2018',
      ),
    ).toEqual([]);
  });
});
