import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const KINDS = ['LETTER', 'EMPTY_FORM', 'NOT_A_CV', 'TWO_PEOPLE'];
const noticed = (text: string): readonly string[] =>
  parseResume(documentFromText(text), { now })
    .notices.map(({ code }) => code)
    .filter((code) => KINDS.includes(code));

/** What lies in folders of CVs without being one. Everybody in it is invented. */
const OTHERS: readonly (readonly [string, string])[] = [
  [
    'an invoice',
    `Harrow & Pike Plumbing Ltd
14 Weir Lane, Ludlow SY8 1ZZ
accounts@harrowpike.example.com   01632 960 118

INVOICE 2024-0117
Date: 14 March 2024        Due: 13 April 2024

Bill to: Mrs Edith Pomfret, 3 Castle Green, Ludlow

Description                     Qty   Price    Amount
Replace kitchen tap               1   £45.00   £45.00
Copper pipe 15 mm, 3 m            4   £12.50   £50.00
Labour, hours                     3   £55.00  £165.00

Subtotal   £260.00
VAT 20%     £52.00
Total      £312.00

Please pay within 30 days to account 00012345, sort code 00-00-00. Thank you for your business.`,
  ],
  [
    'a German invoice',
    `Malerbetrieb Quandt GmbH
Lindenweg 8, 99999 Musterstadt
Telefon 030 23125 014 · info@quandt.example.de

Rechnung Nr. 4711
Rechnungsdatum: 02.05.2023   Leistungszeitraum: 03.04.2023 – 21.04.2023

Pos.  Bezeichnung                 Menge   Einzelpreis   Gesamt
1     Wände streichen, weiß       120 m²     8,50 €     1.020,00 €
2     Abkleben und Abdecken         1        95,00 €       95,00 €

Nettobetrag 1.115,00 €
zzgl. 19 % MwSt. 211,85 €
Rechnungsbetrag 1.326,85 €

Zahlbar innerhalb von 14 Tagen ohne Abzug.`,
  ],
  [
    'a contract of work',
    `CONTRACT OF EMPLOYMENT

This agreement is made on 1 September 2022 between Tarn Valley Foods Ltd ("the Company") and Oswin Fairclough ("the Employee").

1. Position. The Employee is engaged as Warehouse Supervisor and shall report to the Site Manager.
2. Commencement. The employment begins on 1 September 2022 and continues until terminated in accordance with clause 9.
3. Hours. Normal working hours are 40 hours a week, Monday to Friday, from 8 a.m. to 4.30 p.m.
4. Salary. The Company shall pay £28,500 a year in equal monthly instalments in arrears.
5. Holidays. The Employee is entitled to 28 days' paid holiday in each calendar year.
9. Termination. Either party may end this agreement by giving four weeks' notice in writing.

Signed ______________________      Signed ______________________
For the Company                    The Employee`,
  ],
  [
    'a price list',
    `Cennik usług fryzjerskich
Salon Malwina, ul. Przykładowa 5, Kraków

Strzyżenie damskie        90 zł
Strzyżenie męskie         60 zł
Koloryzacja od           180 zł
Modelowanie               50 zł
Upięcie okolicznościowe  150 zł

Ceny obowiązują od 01.01.2024. Prosimy o wcześniejszą rezerwację terminu.`,
  ],
  [
    'a chapter of a novel',
    `Chapter the Fourth

The rain had not let up since morning, and the road to Penmarrow was by now little better than a ditch. Hester drew her shawl closer
and looked back only once. Behind her the chimneys of the mill stood black against the sky, and she thought of the years she had spent
under them, counting spools, and of her father, who had counted them before her.

"You will want an education," the old schoolmaster had told her, "and experience of the world besides." She had laughed at him then. In
1847 it had seemed to her that the world ended where the turnpike began.

She walked on. By noon she had reached the bridge, and there, leaning on the parapet as though he had been waiting for her since the
day she was born, stood Silas Tredgold.`,
  ],
  [
    'minutes of a meeting',
    `Compte rendu de la réunion du 12 février 2024
Présents : Mme Aurélie Castagnier, M. Bastien Lormont, Mme Yaëlle Pradier
Excusé : M. Théo Vaugrenard

1. Approbation du procès-verbal du 15 janvier 2024
Le procès-verbal est approuvé à l'unanimité.

2. Budget 2024
M. Lormont présente le budget. Les dépenses de chauffage augmentent de 12 %. Le conseil décide de demander deux devis.

3. Divers
La fête de quartier aura lieu le 15 juin. Prochaine réunion le 11 mars 2024 à 18 h.`,
  ],
  [
    'an Italian recipe',
    `Risotto alla zucca
Per quattro persone

Ingredienti
320 g di riso Carnaroli
400 g di zucca
1 cipolla
1 litro di brodo vegetale
50 g di burro
60 g di parmigiano

Preparazione
Tagliare la zucca a dadini. Soffriggere la cipolla nel burro, unire la zucca e cuocere per dieci minuti. Tostare il riso, sfumare con il
vino bianco e portare a cottura con il brodo. Mantecare con il parmigiano e servire subito.`,
  ],
  [
    'an advertisement of a job',
    `Wij zoeken een Verpleegkundige (32–36 uur)
Zorggroep Waterrand, Zwolle

Over ons
Zorggroep Waterrand zorgt met 600 medewerkers voor ouderen in en om Zwolle.

Wat ga je doen?
Je werkt in een klein team en bent het aanspreekpunt voor bewoners en hun familie.

Wat vragen wij?
Een diploma verpleegkunde niveau 4 en een geldige BIG-registratie.

Wat bieden wij?
Een salaris volgens de cao, reiskostenvergoeding en ruimte voor opleiding.

Interesse? Mail naar werk@waterrand.example.nl of bel 038 000 00 00.`,
  ],
];

const LETTERS: readonly (readonly [string, string])[] = [
  [
    'English',
    `Orla Finnerty
22 Mill Row, Galway
orla.finnerty@example.com
+353 91 000 000

14 January 2025

Dear Ms Whelan,

I am writing to apply for the post of ward sister that you advertised last week. For the past eight years I have worked as a staff nurse at
Corrib General Hospital, where I lead a team of five and train our students.

My experience and skills in wound care, and my education at Galway, would let me settle in quickly. I would welcome the chance to meet you.

Yours sincerely,
Orla Finnerty`,
  ],
  [
    'German',
    `Henrike Osterloh · Am Deich 4 · 00000 Musterhafen · henrike.osterloh@example.de

Musterhafen, 03.02.2025

Bewerbung als Buchhalterin

Sehr geehrte Frau Lüttjohann,

mit großem Interesse habe ich Ihre Anzeige gelesen. Seit sechs Jahren arbeite ich bei der Reederei Nordlicht in der Kreditorenbuchhaltung
und verantworte dort den Monatsabschluss. Davor habe ich eine Ausbildung zur Industriekauffrau abgeschlossen.

Über eine Einladung zu einem Gespräch freue ich mich sehr.

Mit freundlichen Grüßen
Henrike Osterloh`,
  ],
  [
    'French',
    `Gwenaëlle Kerbrat
12 rue des Lilas, 29000 Quimper
06 00 00 00 00

Objet : candidature au poste d'aide-soignante

Madame, Monsieur,

Actuellement aide-soignante à la résidence des Ajoncs, je souhaite rejoindre votre équipe. Mon expérience auprès des personnes âgées m'a appris
la patience et le sens de l'écoute. Je serais heureuse de vous rencontrer lors d'un entretien.

Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.

Gwenaëlle Kerbrat`,
  ],
  [
    'Spanish',
    `Ainhoa Belmonte
ainhoa.belmonte@example.es

Estimados señores:

Me dirijo a ustedes para presentar mi candidatura al puesto de administrativa. Durante los últimos cinco años he trabajado en la gestoría
Olivares, donde llevo la facturación y atiendo a los clientes. Quedo a su disposición para una entrevista.

Atentamente,
Ainhoa Belmonte`,
  ],
  [
    'Polish',
    `Kornelia Zasada
kornelia.zasada@example.pl

Szanowni Państwo,

w odpowiedzi na ogłoszenie zgłaszam swoją kandydaturę na stanowisko specjalistki do spraw kadr. Od czterech lat pracuję w dziale kadr firmy
Borówka, gdzie prowadzę akta osobowe i szkolenia. Chętnie opowiem o swoim doświadczeniu podczas rozmowy.

Z poważaniem
Kornelia Zasada`,
  ],
];

const FORMS: readonly (readonly [string, string])[] = [
  [
    'in English with brackets',
    `[Your Name]
[Street Address], [City, ST ZIP Code]
[Telephone]  [Email]

Objective
[Replace this with a sentence about the job you want.]

Experience
[Job Title]
[Company Name], [City]
[Dates From] – [To]
• [Describe what you did]

Education
[Degree], [School Name]
[Date]

Skills
• [Skill]
• [Skill]`,
  ],
  [
    'in German with rules',
    `Lebenslauf

Persönliche Daten
Name: ______________________
Geburtsdatum: ______________
Anschrift: _________________
Telefon: ___________________

Schulbildung
von ________ bis ________   Schule: ______________
Abschluss: _______________

Berufserfahrung
Arbeitgeber: ______________
Tätigkeit: ________________

Sprachkenntnisse
______________________`,
  ],
  [
    'in French, labels only',
    `CURRICULUM VITAE
Nom :
Prénom :
Adresse :
Téléphone :

FORMATION
Diplôme :
Établissement :
Année :

EXPÉRIENCE PROFESSIONNELLE
Poste :
Entreprise :
Dates :

LANGUES
Langue :
Niveau :`,
  ],
  [
    'in Spanish, as a word processor prompts',
    `Nombre y apellidos
Haga clic aquí para escribir texto.

Experiencia laboral
Haga clic aquí para escribir texto.
DD/MM/AAAA – DD/MM/AAAA

Formación
Haga clic aquí para escribir texto.
DD/MM/AAAA

Idiomas
Haga clic aquí para escribir texto.`,
  ],
];

const cv = (name: string, email: string): string => `${name}
${email}

Experience
Staff Nurse, Ribblesdale Infirmary
March 2019 – present
Healthcare Assistant, Calder House
2016 – 2019

Education
BSc Nursing, University of Leeds
2013 – 2016

Skills
Wound care, Triage`;

describe('what is no CV', () => {
  it.each(OTHERS)('%s is said to be none', (_name, text) => {
    expect(noticed(text)).toEqual(['NOT_A_CV']);
  });
  it.each(LETTERS)('a letter in %s is said to be one', (_name, text) => {
    expect(noticed(text)).toEqual(['LETTER']);
  });
  it.each(FORMS)('an empty form %s is said to be one', (_name, text) => {
    expect(noticed(text)).toEqual(['EMPTY_FORM']);
  });
});

describe('what is a CV', () => {
  it('may come with its letter in one file', () => {
    const both = `${LETTERS[0]?.[1]}\n\n${cv('Orla Finnerty', 'orla.finnerty@example.com')}`;
    expect(noticed(both)).toEqual([]);
  });

  it('may be in a language nobody taught the parser: spans of time and contacts need no words', () => {
    const turkish = `Defne Karagöl
defne.karagol@example.com.tr
+90 532 000 00 00

İş Deneyimi
Hemşire, Lale Hastanesi
Mart 2019 – Ağustos 2023
Stajyer, Zambak Kliniği
2017 – 2019

Eğitim
Ankara Üniversitesi, Hemşirelik
2013 – 2017`;
    expect(noticed(turkish)).toEqual([]);
  });

  it('may leave a few fields of a form blank', () => {
    const filled = `Name: Tamsin Orchard
Email: tamsin.orchard@example.com
Telephone: 020 7946 0001
Fax:
Website:
Nationality:
Military service:

Work experience
Employer: Calder House
Position: Healthcare Assistant
Dates: 03/2019 – 06/2023

Education
Degree: BSc Nursing
School: University of Leeds
Dates: 2013 – 2016`;
    expect(noticed(filled)).toEqual([]);
  });
});

describe('more than one person in a file', () => {
  it('is said', () => {
    const two = `${cv('Ada Lindgren', 'ada@example.org')}\n\n${cv('Bo Marchetti', 'bo@example.net')}`;
    expect(noticed(two)).toEqual(['TWO_PEOPLE']);
  });

  it('is not a referee, nor one CV in two languages, nor a second address', () => {
    const one = cv('Ada Lindgren', 'ada@example.org');
    const referee = `${one}\n\nReferences\nBo Marchetti, Head Nurse, bo@example.net, 020 7946 0001`;
    expect(noticed(referee)).toEqual([]);
    const german = one
      .replace('Experience', 'Berufserfahrung')
      .replace('Education', 'Ausbildung')
      .replace('Skills', 'Kenntnisse');
    expect(noticed(`${one}\n\n${german}`)).toEqual([]);
    expect(noticed(one.replace('ada@', 'ada@example.net, ada@'))).toEqual([]);
  });
});
