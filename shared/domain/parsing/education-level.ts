import { fold } from '@/shared/kit/text';

/** From the least to the most; `certificate` stands beside them: a course with a paper at its end. */
export const EDUCATION_LEVELS = [
  'school',
  'certificate',
  'vocational',
  'associate',
  'bachelor',
  'master',
  'doctorate',
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

/**
 * Words of degrees by level, folded, in the languages the parser knows; dots are taken out ("Ph.D." is "phd"). The first
 * level with a word in the degree is taken, so that the more special words stand first ("Masters" before "diploma").
 */
const WORDS: readonly (readonly [EducationLevel, string])[] = [
  [
    'doctorate',
    'phd dphil doctor doctorate doctoral drphil drrernat dring doktor doktorat promotion promoviert doctorat doctorado doutorado doutor dottorato edd dba dsc dnp doktorgrad 博士 박사 доктор кандидат aspirantura doktora',
  ],
  [
    'master',
    'master masters msc ma ms mba meng mtech me mcom mca mphil med mfa mpa mph llm mres msw pgdm pgdba pgd mestrado maestria maestrado mestre magister magisterium mgr magistrale magistral specialistica diplom diplomingenieur dipling diplomkaufmann diplomkauffrau staatsexamen maitrise dea dess mastere ingenieur posgrado postgrado postgraduate posgraduacao pgdca drs ir ing inzynier doctorandus masterexamen magisterexamen civilingenjor mastergrad 硕士 研究生 修士 석사 магистр специалист yukseklisans jd juris md mbbs',
  ],
  [
    'bachelor',
    'bachelor bachelors bsc ba bs be btech bcom bca bba bms bed beng llb bds bpharm barch bfa bbm bhm bis undergraduate licence licenciatura licenciado licenciada grado graduado bacharelado bacharel laurea triennale licencjat bakalaureat bakalar hbo kandidat kandidatexamen hogskoleingenjor bachelorgrad 学士 本科 学部 학사 бакалавр lisans grad graduate honours hons baccalaureus',
  ],
  [
    'associate',
    'associate associates aas foundation hnd hnc but dut bts deust 大专 专科 短期大学 propedeuse tecnologo tecnologa',
  ],
  [
    'vocational',
    'apprenticeship ausbildung lehre berufsausbildung fachinformatiker fachinformatikerin kaufmann kauffrau meister techniker geselle gesellenbrief facharbeiter betriebswirt fachwirt cap bep vocational trade nvq btec gnvq gtq mbo fp ciclo formativo tecnico profesional technik technikum zawodowa perito qualifica vyuceni polytechnic diploma iti diplome diplomado certificato facility yrkeshogskola yrkesexamen 中专 职高 専門学校 高専 meslek техникум',
  ],
  [
    'school',
    'abitur fachabitur fachhochschulreife hochschulreife mittlere realschulabschluss hauptschulabschluss maturita matura matric matriculation hsc ssc sslc puc cbse icse intermediate 10th 12th xth xiith x xii tenth twelfth ged gcse gcses alevel alevels a-level a-levels high secondary baccalaureat bac brevet bachillerato eso bup cou ensino liceo vwo havo vmbo secundaria medio szkola srednie student gymnasium gymnasieexamen gymnasiet ekonomiprogrammet 高中 初中 高校 중학교 고등학교 lise аттестат среднее',
  ],
  [
    'certificate',
    'certificate certification certified zertifikat certificat certificado certificaat certyfikat course training curso corso kurs cours lehrgang weiterbildung bootcamp nanodegree 证书',
  ],
];

const levelByWord = new Map<string, EducationLevel>();
const glyphLevels: (readonly [string, EducationLevel])[] = [];
for (const [level, words] of WORDS) {
  for (const word of words.split(/\s+/).map(fold)) {
    if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word)) glyphLevels.push([word, level]);
    else if (!levelByWord.has(word)) levelByWord.set(word, level);
  }
}

/** The level a degree's words tell, else that of the kind of school; null where neither says. */
export function educationLevel(
  degree: string | null,
  school: string | null,
): EducationLevel | null {
  return (
    (degree === null ? null : levelOf(degree)) ?? (school === null ? null : levelOfSchool(school))
  );
}

function levelOf(degree: string): EducationLevel | null {
  const glyph = glyphLevels.find(([word]) => degree.includes(word));
  if (glyph !== undefined) return glyph[1];
  const words = fold(degree.slice(0, 160))
    .replace(/[.’']/g, '')
    .split(/[^\p{L}\p{N}-]+/u);
  const known = words.flatMap((word) => levelByWord.get(word) ?? levelByStem(word) ?? []);
  // "High School Diploma", "Diploma of Higher Secondary": school words weigh more than the paper's name.
  if (
    known.includes('school') &&
    !known.some((level) => level === 'bachelor' || level === 'master')
  )
    return 'school';
  return WORDS.map(([level]) => level).find((level) => known.includes(level)) ?? null;
}

/** German and Dutch write the degree and its subject in one word. */
const levelByStem = (word: string): EducationLevel | undefined =>
  /^diplom./.test(word) && !/^diplom(?:a|e|ado)s?$/.test(word)
    ? 'master'
    : /(?:kaufmann|kauffrau|mechaniker|mechatroniker|elektroniker|techniker)(?:in)?$/.test(word)
      ? 'vocational'
      : undefined;

function levelOfSchool(school: string): EducationLevel | null {
  const folded = fold(school);
  if (
    /\b(?:high school|secondary school|gymnasium|realschule|lycee|liceo|instituto de educacion|vidyalaya|liceum|public school)\b/.test(
      folded,
    )
  )
    return 'school';
  if (/\b(?:berufsschule|berufskolleg|polytechnic|technikum|vocational|iti)\b/.test(folded))
    return 'vocational';
  return null;
}
