import { fold } from '@/shared/kit/text';
import type { CvLine } from './cv-lines';
import { findDates } from './dates';
import { placeholderKind, placeholders } from './placeholders';
import { headingKey } from './section-headings';
import { type Span, subSpan } from './spans';

/** What a label inside an entry says of the value behind it (Europass forms, "Company: …", "Designation: …"). */
export type EntryLabel =
  | 'dates'
  | 'title'
  | 'company'
  | 'location'
  | 'degree'
  | 'school'
  | 'field'
  | 'grade'
  | 'body'
  | 'ignore';

const LABELS: Readonly<Record<EntryLabel, string>> = {
  dates: `dates|dates (from – to)|dates (from - to)|duration|period|time period|from – to|tenure|datum|daten|zeitraum|von – bis|date|date (da – a)|periode|fechas|fecha|periodo|datas|data|durata|data (da - a)|datum (van - tot)|daty|okres|date (from - to)`,
  title: `occupation or position held|position|position held|job title|title|designation|role|current designation|post held|beruf oder funktion|berufliche stellung|funktion|stelle|fonction ou poste occupé|poste|fonction|poste occupé|profesión o cargo desempeñado|cargo|puesto|puesto desempeñado|função ou cargo ocupado|função|lavoro o posizione ricoperti|principali mansioni|posizione|ruolo|tipo di impiego|beroep of functie|functie|zawód lub zajmowane stanowisko|stanowisko|职位|岗位`,
  company: `name and address of employer|employer|company|company name|organization|organisation|name of employer|name of organization|organization name|client|name und adresse des arbeitgebers|arbeitgeber|firma|nom et adresse de l'employeur|employeur|entreprise|société|nombre y dirección de la empresa o empleador|nombre y dirección de la empresa|empresa|nome e endereço do empregador|empregador|nome e indirizzo del datore di lavoro|datore di lavoro|azienda|naam en adres van de werkgever|naam en adres werkgever|werkgever|bedrijf|nazwa i adres pracodawcy|pracodawca|公司`,
  location: `location|place|city|ort|lieu|lugar|local|luogo|plaats|miejsce`,
  degree: `title of qualification awarded|qualification|qualification awarded|degree|bezeichnung der erworbenen qualifikation|qualifikation|abschluss|intitulé du certificat ou diplôme délivré|diplôme|título de la cualificación obtenida|cualificación obtenida|designação da qualificação atribuída|titolo della qualifica rilasciata|qualifica conseguita|titolo di studio|naam van het behaalde certificaat of diploma|benaming van het verkregen certificaat of diploma|behaald diploma|nazwa uzyskanych kwalifikacji|uzyskane kwalifikacje|kwalifikacje|course|学历|学位`,
  school: `name and type of organisation providing education and training|name and type of organisation providing|name and type of organization providing education and training|institution|university|school|college|institute|board/university|name und art der bildungs- oder ausbildungseinrichtung|name und art der bildungs-|bildungseinrichtung|nom et type de l'établissement d'enseignement ou de formation|nom et type de l'établissement|établissement|nombre y tipo de centro de estudios|nombre y tipo del centro de estudios|centro de estudios|nome e tipo da organização de ensino ou formação|nome e tipo da organização de ensino|nome e tipo d'organizzazione erogatrice dell'istruzione e formazione|nome e tipo d'organizzazione erogatrice|nome e tipo di istituto di istruzione o formazione|naam en soort onderwijs- of opleidingsinstelling|naam en soort onderwijs|naam en type onderwijsinstelling|nazwa i typ organizacji|nazwa i rodzaj organizacji zapewniającej kształcenie lub szkolenie|nazwa i typ organizacji prowadzącej kształcenie|学校|院校`,
  field: `field|field of study|major|branch|specialization|specialisation|stream|principal subjects / occupational skills covered|hauptfächer|fachrichtung|studienrichtung|domaine|专业`,
  grade: `grade|gpa|cgpa|percentage|marks|result|note|abschlussnote|mention|voto|nota`,
  body: `achievements|key achievements|major achievements|select achievements|selected achievements|accomplishments|key accomplishments|roles|role & responsibilities|roles & responsibilities|roles and responsibilities|duties|key duties|highlights|key highlights|tasks|description|job description|project description|erfolge|schwerpunkte|realisations|logros|realizzazioni|resultaten|main activities and responsibilities|responsibilities|job responsibilities|activities|key responsibilities|wichtigste tätigkeiten und zuständigkeiten|tätigkeiten|aufgaben|principales activités et responsabilités|principales missions|missions|actividades y responsabilidades principales|principales actividades y responsabilidades|funciones y responsabilidades principales|principais atividades e responsabilidades|principali attività e responsabilità|principali mansioni e responsabilità|voornaamste werkzaamheden en verantwoordelijkheden|główne obowiązki i zakres odpowiedzialności|główne czynności i zakres obowiązków|obowiązki|highlights|summary|environment|technologies|tools|type of business or sector|type of sector|courses|职责`,
  ignore: `education and training|d'enseignement ou de formation|ausbildungseinrichtung|estudios|de ensino ou formação|dell'istruzione e formazione|of opleidingsinstelling|kształcenie lub szkolenie|level in national or international classification`,
};

const labelByKey = new Map<string, EntryLabel>();
for (const label of [
  'dates',
  'title',
  'company',
  'location',
  'degree',
  'school',
  'field',
  'grade',
  'body',
  'ignore',
] as const) {
  for (const text of LABELS[label].split('|')) {
    const key = headingKey(text);
    if (!labelByKey.has(key)) labelByKey.set(key, label);
  }
}

/** "Responsibilities/Achievements", "Highlights": words above the text of an entry. */
export function isBodyLabel(line: CvLine): boolean {
  if (line.text.length > 60 || line.key === '') return false;
  return line.text
    .split(/[\/&,:]|\sand\s/)
    .map(headingKey)
    .filter((key) => key !== '')
    .every((key) => labelByKey.get(key) === 'body');
}

/** What the name of a column says of its cells; undefined for words that are no such name. */
export const labelOfCell = (words: string): EntryLabel | undefined =>
  COLUMN_NAMES.get(headingKey(words)) ?? labelByKey.get(headingKey(words));

/** Names that only columns have: as a label before a value they would be anything. */
const COLUMN_NAMES: ReadonlyMap<string, EntryLabel> = new Map(
  (
    [
      [
        'dates',
        'year|years|year of passing|passing year|year of completion|year of pass|passing|from|to|from date|to date|date of joining|date of leaving|period|passed in|passout year|year passed|completion|session|jahr|annee|ano|anno|rok',
      ],
      [
        'degree',
        'course|courses|examination|exam|exam passed|examination passed|class|standard|degree/course|course/degree|degree/diploma|degree/examination|class/degree|qualifications|name of course|name of the course|educational qualification|academic qualification|examinations|level',
      ],
      [
        'school',
        'board/university|university/board|board/institute|board|school/college|college/school|college/university|university/college|name of institution|name of the institution|name of institute|name of the institute|institute/university|university/institute|school/university|institution/university|institute/board|institute/college|college/institute|university/institution|name of school/college|school/college/university|institutions|board or university|institution/board|board of university',
      ],
      [
        'grade',
        '% of marks|percentage of marks|marks %|% marks|cgpa/percentage|percentage/cgpa|cgpa/%|%/cgpa|aggregate|aggregate %|% age|division|class obtained|score|marks obtained|percentage (%)|percentage/grade|%|division/percentage',
      ],
      [
        'company',
        'organization|organisation|company|employer|name of company|name of the company|name of organization|name of the organization|organization name|firm|institute worked',
      ],
      [
        'title',
        'designation|post|role|position|job title|post held|position held|designation/role|job profile',
      ],
      ['location', 'location|place|city'],
      [
        'field',
        'specialization|specialisation|branch|stream|discipline|subjects|subject|major|major subjects',
      ],
    ] as const
  ).flatMap(([label, names]) => names.split('|').map((name) => [headingKey(name), label] as const)),
);

export interface Labelled {
  readonly label: EntryLabel;
  /** The value on the label's own line; empty where it follows on the next. */
  readonly value: Span;
  /** Written with a colon or in a cell of its own, against the bare words on a line. */
  readonly marked: boolean;
  /** The label goes on in the first cell of the line below. */
  readonly wrapped: boolean;
}

const LONGEST_LABEL = 80;

/**
 * Reads a line that begins with a label: in its own cell, before a colon, or alone on the line. In a form (`inForm`) its
 * labels are known by a word of theirs, and may go on in the line below (`next`).
 */
export function readLabel(line: CvLine, inForm = false, next?: CvLine): Labelled | null {
  const first = line.segments[0];
  if (first === undefined || line.bullet) return null;
  const cell = line.segments[1];
  if (cell !== undefined && first.text.length <= LONGEST_LABEL) {
    const value = subSpan(line, cell.start - line.start, line.text.length);
    const below = inForm ? (next?.segments[0]?.text ?? '') : '';
    const joined =
      below === '' || below.length > 40 ? undefined : labelOf(`${first.text} ${below}`, inForm);
    const own = labelOf(first.text, inForm);
    // "Name of organisation providing" / "education": a label of two lines says more than its first.
    const wrapped =
      joined !== undefined &&
      (/^\p{Ll}/u.test(below) || (own === undefined && /^\p{Lu}\p{Ll}+$/u.test(below)));
    const label = wrapped ? joined : own;
    // "Company Name" beside a town or a date is a template's word for the employer itself.
    const held = placeholderKind(first.text) !== null && !isPlainValue(cell);
    if (label !== undefined && !held) return { label, value, marked: true, wrapped };
  }
  const colon = line.text.search(/[:：]/);
  if (colon > 1 && colon <= LONGEST_LABEL) {
    const label = labelOf(line.text.slice(0, colon), inForm);
    if (label !== undefined)
      return {
        label,
        value: subSpan(line, colon + 1, line.text.length),
        marked: true,
        wrapped: false,
      };
  }
  if (line.text.length <= LONGEST_LABEL && line.key.length > 3) {
    const label = labelByKey.get(line.key);
    if (label !== undefined && placeholderKind(line.text) === null)
      return {
        label,
        value: subSpan(line, line.text.length, line.text.length),
        marked: false,
        wrapped: false,
      };
  }
  return null;
}

const isPlainValue = (value: Span): boolean =>
  placeholders(value.text).length === 0 && findDates(value.text).length === 0;

/**
 * Forms word their labels freely ("Name of organisation", "Nazwa instytucji"), but each holds the word for its kind. Folded
 * stems; the first kind found is the label's, so that "main activities at the employer" is not the employer.
 */
const STEMS: readonly (readonly [EntryLabel, RegExp])[] = [
  [
    'body',
    /activit|actividad|atividade|attivita|tatigkeit|aufgabe|mission|responsab|responsib|zadan|obowiazk|werkzaamhed|mansioni|arbetsuppgift|duties|opgaver|napln/,
  ],
  [
    'school',
    /instytucj|instituc|institution|instituto|bildungseinrichtung|etablissement|centro de|istituto|istituzione|education|erogatrice|formac|onderwijs|instelling|school|universi|college|larosate|szkol|uczeln|utdannelsessted|skole/,
  ],
  [
    'company',
    /employer|arbeitgeber|employeur|empleador|empregador|datore|werkgever|pracodawc|arbetsgivar|arbejdsgiver|zamestnavatel|isveren|company|organi[sz]ation|^firm|entreprise|societe|^empresa|azienda|unternehmen|bedrijf/,
  ],
  [
    'degree',
    /qualification|qualifikation|kwalifikac|kvalifik|titulo|cualificacion|diplom|degree|abschluss|qualificac|qualifica|kwalificatie|examen|bezeichnung/,
  ],
  [
    'title',
    /position|stanowisk|beruf|funktion|fonction|poste|^cargo|puesto|funcao|posizione|ruolo|impiego|beroep|functie|designation|^role|job title|befattning|stilling|pozice|gorev|unvan|occupation/,
  ],
  [
    'dates',
    /^(?:dates?|datum|daten|daty|data|datas|fechas?|period|periodo?|periode|zeitraum|dauer|okres|tid|obdobi|tarih)(?: |$)/,
  ],
];

/** The label that a few words are: one of the list, or words of a form that hold the word for its kind. */
function labelOf(words: string, inForm: boolean): EntryLabel | undefined {
  const exact = labelByKey.get(headingKey(words));
  if (exact !== undefined || !inForm) return exact;
  if (words.length > 60 || words.split(' ').length > 8 || /\d/.test(words)) return undefined;
  const folded = fold(words);
  return STEMS.find(([, stem]) => stem.test(folded))?.[0];
}
