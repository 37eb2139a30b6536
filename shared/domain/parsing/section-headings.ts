import { fold } from '@/shared/kit/text';

export const SECTION_KINDS = [
  'summary',
  'experience',
  'education',
  'skills',
  'languages',
  'certifications',
  'projects',
  'personal',
  'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** What people write above each part of a CV, in the languages the parser knows; one heading a line. */
const HEADINGS: Readonly<Record<SectionKind, string>> = {
  summary: `summary|professional summary|career summary|executive summary|personal summary|profile summary|summary of qualifications
summary of qualification|qualifications summary|profile|professional profile|personal profile|career profile|about|about me|objective|career objective
professional objective|job objective|career goal|personal statement|overview|professional overview|career overview|introduction|who i am|career highlights
profil|kurzprofil|personliches profil|berufliches profil|zusammenfassung|uber mich|ziel|berufsziel|karriereziel|profil professionnel|resume|a propos|a propos de moi
objectif|objectif professionnel|presentation|en bref|perfil|perfil profesional|sobre mi|resumen|resumen profesional|objetivo|objetivo profesional|extracto|presentacion
perfil profissional|sobre mim|sobre|resumo|resumo profissional|objetivo profissional|apresentacao|profilo|profilo professionale|profilo personale|su di me|chi sono|sommario|obiettivo
obiettivo professionale|presentazione|riepilogo|profiel|persoonlijk profiel|over mij|samenvatting|doelstelling|introductie|profil zawodowy|o mnie|podsumowanie|podsumowanie zawodowe|cel zawodowy
个人简介|自我评价|个人总结|个人优势|求职意向|关于我|職務要約|自己紹介|자기소개
sammanfattning|profil|om mig|personligt brev|presentation|resume|om meg|sammendrag|profiltekst|tiivistelma|profiili|tietoa minusta|profil zawodowy|o mne|souhrn|profesni profil|zhrnutie|osszefoglalo|bemutatkozas|rolam|profil profesional|despre mine|rezumat|obiectiv|ozet|hakkimda|kisisel profil|kariyer hedefi|profesyonel ozet|о себе|обо мне|цель|профиль|резюме|про себе|职业目标|自我介绍|自己PR`,
  experience: `experience|experiences|appointments|academic appointments|professional appointments|positions|work experience|work experiences|professional experience|professional experiences|employment|employment history|employment record|employment details|employment experience
work history|career history|career experience|career|career summary and experience|professional background|professional history|relevant experience|relevant work experience|job history|career experience job history
industry experience|industrial experience|working experience|work|positions held|selected experience|related experience|teaching experience|clinical experience|research experience|military experience|internships|internship|internship experience
internship training|experience details|experience summary|organizational experience|organisational experience|previous experience|other experience|additional experience|management experience|professional career|jobs|previous employment|current employment
current position|present employment|professional work experience|work experience and internships|professional employment|employment and experience|experience and employment|career progression|professional journey|occupational contour|career contour|career graph|career path|career details|job profile|professional contour|work details|job experience|work profile|current experience
berufserfahrung|tatigkeiten|bisherige tatigkeiten|berufliche tatigkeiten|berufspraxis|beruflicher werdegang|werdegang|berufstatigkeit|berufliche erfahrung|berufliche erfahrungen|praktische erfahrung|arbeitserfahrung|berufliche laufbahn|beruflicher hintergrund|praktika|praxiserfahrung|beruflicher lebenslauf|berufliche stationen|anstellungen|erfahrung
experience professionnelle|experiences professionnelles|parcours professionnel|parcours|emplois|historique professionnel|carriere|stages|experiences de travail|experience de travail
experiencia|experiencia laboral|experiencia profesional|experiencias|experiencias profesionales|trayectoria|trayectoria profesional|trayectoria laboral|historial laboral|historia laboral|empleo|practicas
experiencia profissional|experiencias profissionais|historico profissional|percurso profissional|trajetoria|trajetoria profissional|carreira|atuacao profissional|estagios
esperienza|esperienze|esperienza professionale|esperienze professionali|esperienza lavorativa|esperienze lavorative|esperienze di lavoro|percorso professionale|carriera|tirocini|occupazione
werkervaring|ervaring|professionele ervaring|loopbaan|carriere|arbeidsverleden|werkgeschiedenis|stages|relevante werkervaring|beroepservaring
doswiadczenie|doswiadczenie zawodowe|historia zatrudnienia|przebieg kariery|kariera zawodowa|praktyki|staze|przebieg pracy zawodowej|praca
工作经历|工作经验|工作履历|职业经历|实习经历|项目经验与工作经历|職務経歴|職歴|경력|경력사항
arbetslivserfarenhet|erfarenhet|erfarenheter|arbetserfarenhet|anstallningar|anstallning|yrkeserfarenhet|tidigare anstallningar|professionell erfarenhet|uppdrag|erhvervserfaring|arbejdserfaring|erfaring|ansaettelser|arbeidserfaring|yrkeserfaring|jobberfaring|praksis|karriere|tyokokemus|kokemus|tyohistoria|pracovni zkusenosti|zkusenosti|praxe|prubeh zamestnani|pracovne skusenosti|prax|zamestnani|munkatapasztalat|szakmai tapasztalat|tapasztalat|munkahelyek|experienta|experienta profesionala|experienta de munca|parcurs profesional|is deneyimi|deneyim|deneyimler|is tecrubesi|mesleki deneyim|calisma hayati|опыт работы|опыт|профессиональный опыт|трудовой опыт|карьера|досвід роботи|εργασιακη εμπειρια|επαγγελματικη εμπειρια|工作情况|任职经历|主要工作经历|实践经历|職務経験|業務経歴|경력사항|경험|esperienza di lavoro|esperienze di lavoro|experiencias laborales|experiencia de trabajo|vida laboral|experiencias de trabalho|experiencia de trabalho|vinculos profissionais|parcours et experiences|experiences et stages|emplois occupes|stationen|berufliche praxis|berufliche tatigkeit|beruflicher weg|werk en ervaring|werkhistorie|vorige functies|zatrudnienie|dotychczasowe zatrudnienie|kariera`,
  education: `education|education and training|education training|educational background|academic background|academic qualifications|academic qualification|educational qualifications|educational qualification|education qualification|education qualifications|qualifications|qualification
academics|academic history|academic record|academic profile|academic details|education details|educational details|education history|schooling|studies|degrees|academic credentials|education and qualifications|academic education|academia|scholastics
educational profile|education background|education summary|academic achievements|education and certifications|education and certification|academic experience|formal education|education and credentials|educational|academic chronicle|scholastic profile|education and professional training
ausbildung|schul und berufsausbildung|bildung|bildungsweg|schulbildung|studium|akademische ausbildung|ausbildung und studium|schulische ausbildung|hochschulausbildung|aus und weiterbildung|bildungsgang|akademischer werdegang|berufsausbildung|ausbildung und weiterbildung|schule und ausbildung|hochschulbildung|akademischer hintergrund
formation|formations|education et formation|diplomes|etudes|parcours academique|parcours scolaire|formation academique|diplomes et formations|cursus|scolarite|formation et diplomes|formation initiale|formations et diplomes|parcours universitaire
educacion|formacion|formacion academica|estudios|educacion y formacion|titulacion|historial academico|formacion educativa|estudios realizados|preparacion academica|formacion y estudios
formacao|formacao academica|educacao|escolaridade|educacao e formacao|formacao escolar|habilitacoes literarias|academico|formacao educacional|habilitacoes academicas
istruzione|istruzione e formazione|formazione|titoli di studio|percorso di studi|studi|formazione e istruzione|percorso formativo|educazione|formazione accademica|titolo di studio
opleiding|opleidingen|onderwijs|studie|opleiding en training|scholing|studies|onderwijs en opleiding|opleidingen en cursussen|vooropleiding|opleidingen en trainingen
wyksztalcenie|edukacja|wyksztalcenie i szkolenia|studia|nauka|przebieg nauki
教育经历|教育背景|学历|教育|学習歴|学歴|학력|학력사항
utbildning|utbildningar|utbildning och kurser|studier|skolgang|akademisk utbildning|uddannelse|uddannelser|uddannelse og kurser|utdanning|utdannelse|utdanning og kurs|koulutus|opinnot|vzdelani|studium|dosazene vzdelani|vzdelanie|tanulmanyok|vegzettseg|iskolai vegzettseg|kepzes|educatie|studii|educatie si formare|formare|egitim|egitim bilgileri|ogrenim|egitim durumu|образование|обучение|освіта|εκπαιδευση|σπουδες|学习经历|受教育经历|学历背景|educacion y titulos|estudios academicos|datos academicos|formacion profesional|educacao formal|dados academicos|cursos e formacao|scolarite et diplomes|diplomes et formation|ausbildung und schule|schul und hochschulausbildung|akademische laufbahn|studies en diploma s|gevolgde opleidingen|przebieg edukacji|szkoly`,
  skills: `skills|top skills|main skills|key skills|technical skills|core skills|professional skills|skill set|skillset|skills summary|skills and abilities|skills and competencies|skills and expertise|core competencies|core competences|competencies|competences|areas of expertise
expertise|area of expertise|areas of excellence|areas of strength|specialties|specialities|key competencies|technical expertise|technical proficiencies|technical proficiency|technologies|tools|tools and technologies|technical knowledge|computer skills|it skills
software skills|software|strengths|key strengths|skill|skill highlights|technical competencies|professional competencies|other skills|additional skills|soft skills|hard skills|personal skills|personal skills and competences|personal skills and competencies|programming languages|programming|proficiencies
digital skills|relevant skills|summary of skills|highlights of skills|it proficiency|computer proficiency|computer knowledge|technical summary|technical profile|skills profile|key skills and competencies|job related skills|organisational skills|communication skills|interpersonal skills|technology|abilities|functional skills|core strengths|technical toolkit|technical environment|technical stack|tech stack|core expertise|knowledge|professional expertise|expertise and skills|skills and tools|skills and technologies|skills knowledge|leadership skills|management skills|core qualifications|it knowledge|technical exposure|technical skill set|technical skill|software proficiency|software knowledge
kenntnisse|fahigkeiten|kenntnisse und fahigkeiten|fahigkeiten und kenntnisse|kompetenzen|fachkenntnisse|edv kenntnisse|it kenntnisse|besondere kenntnisse|weitere kenntnisse|kernkompetenzen|qualifikationen|fachliche kompetenzen|technische kenntnisse|persönliche fahigkeiten|personliche starken|starken|zusatzqualifikationen|technische fahigkeiten|fertigkeiten|edv|soft skills und kenntnisse|fachkompetenzen|computerkenntnisse
competences|competences cles|competences techniques|savoir faire|savoir etre|aptitudes|aptitudes et competences|aptitudes et competences personnelles|connaissances|domaines de competence|domaines de competences|informatique|outils|logiciels|competences informatiques|qualites|atouts|competences professionnelles|competences et outils|domaines d expertise|competences linguistiques et informatiques
habilidades|competencias|conocimientos|aptitudes|habilidades y competencias|competencias clave|conocimientos tecnicos|informatica|destrezas|habilidades tecnicas|capacidades|capacidades y competencias personales|conocimientos informaticos|competencias profesionales|competencias tecnicas|habilidades profesionales|aptitudes clave|herramientas
competencias|habilidades|conhecimentos|habilidades e competencias|competencias tecnicas|aptidoes|conhecimentos tecnicos|aptidoes e competencias pessoais|qualificacoes|informatica|principais competencias|ferramentas|competencias chave|habilidades tecnicas
competenze|competenze tecniche|capacita|abilita|capacita e competenze|capacita e competenze personali|competenze professionali|conoscenze|conoscenze informatiche|competenze informatiche|competenze chiave|competenze digitali|capacita e competenze tecniche|competenze personali|conoscenze tecniche|competenze principali
vaardigheden|competenties|kennis|kennis en vaardigheden|technische vaardigheden|persoonlijke vaardigheden|vaardigheden en competenties|kerncompetenties|computervaardigheden|kwaliteiten|expertise|kernvaardigheden|vakkennis|sleutelvaardigheden
umiejetnosci|kompetencje|kluczowe umiejetnosci|kluczowe kompetencje|umiejetnosci i kompetencje|umiejetnosci techniczne|wiedza|umiejetnosci zawodowe|kompetencje zawodowe|umiejetnosci kluczowe|kompetencje techniczne
技能|专业技能|技能特长|核心技能|专业能力|スキル|기술|보유기술
kompetenser|fardigheter|kunskaper|kompetens|it kunskaper|teknisk kompetens|datakunskaper|formagor|ovriga kunskaper|kompetencer|faerdigheter|it kompetencer|kvalifikationer|ferdigheter|kompetanse|kvalifikasjoner|it kunnskaper|taidot|osaaminen|it taidot|dovednosti|znalosti|schopnosti|pocitacove znalosti|zrucnosti|kepessegek|keszsegek|szamitogepes ismeretek|ismeretek|competente|abilitati|aptitudini|cunostinte|beceriler|yetenekler|bilgisayar bilgisi|yetkinlikler|навыки|ключевые навыки|профессиональные навыки|умения|навички|δεξιοτητες|专业特长|职业技能|掌握技能|技術スキル|資格スキル|보유 기술
principales competences|top kenntnisse|aptitudes principales|belangrijkste vaardigheden|najwazniejsze umiejetnosci|kwalifikacje|znajomosc programow|obsluga programow
tekniska fardigheter|nyckelkompetenser|faerdigheder|nokkelkompetanse
ключові навички|кључне вештине
个人技能|技能专长|专业技能证书|技能清单|擅长领域|技术能力|핵심 역량|スキルセット|活かせる経験|得意分野`,
  languages: `languages|language skills|language|language proficiency|languages known|known languages|linguistic skills|languages spoken|linguistic proficiency|mother tongue|other languages|language competence|spoken languages|language abilities
sprachen|sprachkenntnisse|fremdsprachen|fremdsprachenkenntnisse|langues|langues parlees|competences linguistiques|langue|langues etrangeres|idiomas|lenguas|idioma|competencias linguisticas|linguas|lingue|lingue straniere|competenze linguistiche|conoscenze linguistiche|conoscenza delle lingue|lingua
talen|talenkennis|taalvaardigheid|taalvaardigheden|taal|jezyki|jezyki obce|znajomosc jezykow|znajomosc jezykow obcych|语言能力|语言|言語|언어
sprak|sprakkunskaper|sprog|sprogkundskaber|sprakferdigheter|kielitaito|kielet|jazyky|jazykove znalosti|jazykove schopnosti|nyelvtudas|nyelvismeret|nyelvek|limbi straine|limbi|yabanci dil|yabanci diller|diller|dil bilgisi|языки|знание языков|иностранные языки|мови|γλωσσες|ξενες γλωσσες|外语水平|语言水平|語学|외국어`,
  certifications: `certifications|certificates|certification|certifications and licenses|licenses and certifications|licences and certifications|licenses|licences|professional certifications|professional certification|credentials|accreditations|training and certifications|certifications and training|professional qualifications|professional qualification|licensure|certificates and licenses|professional licenses|technical certifications|certification and training|certifications licenses|certificates and courses|certifications and courses|certificates and training|licenses certifications
training|trainings|courses|professional development|professional training|additional training|continuing education|training and courses|courses and training|workshops|trainings and certifications|training and development|seminars|training attended|trainings attended|courses and certifications|professional courses|additional courses
zertifikate|zertifizierungen|weiterbildung|weiterbildungen|fortbildungen|fortbildung|zertifikate und weiterbildungen|weiterbildungen und zertifikate|lizenzen|schulungen|kurse|scheine
certificats|formations complementaires|habilitations|permis et certifications|certificaciones|certificados|cursos|cursos y certificaciones|formacion complementaria|certificacoes|certificados|cursos e certificacoes|cursos complementares|formacao complementar|cursos extracurriculares|licencas
certificazioni|certificati|corsi|corsi e certificazioni|certificazioni e corsi|corsi di formazione|attestati|certificaten|certificeringen|cursussen|trainingen|cursussen en certificaten|certyfikaty|kursy|szkolenia|kursy i szkolenia|szkolenia i certyfikaty|kursy i certyfikaty|uprawnienia|证书|资格证书|资格|培训经历|資格|자격증
kurser|certifikat|certifieringar|kurser och certifikat|vidareutbildning|kurser og certifikater|sertifikater|sertifiseringer|kurssit|sertifikaatit|certifikaty|kurzy|skoleni|kurzy a skoleni|tanfolyamok|bizonyitvanyok|certificari|certificate|cursuri|sertifikalar|kurslar|egitimler ve sertifikalar|сертификаты|курсы|повышение квалификации|сертифікати|资格证|技能证书|免許・資格|資格・免許`,
  projects: `projects|personal projects|key projects|academic projects|selected projects|project experience|projects undertaken|project details|side projects|project work|major projects|projects handled|open source|recent projects|notable projects|research projects|project|professional projects|technical projects|project summary
projekte|projekterfahrung|projets|projets personnels|proyectos|proyectos personales|projetos|projetos pessoais|progetti|progetti personali|projecten|projekty|项目经验|项目经历|项目|プロジェクト|프로젝트
projekt|prosjekter|projektit|projekty|projektek|proiecte|projeler|проекты|проєкти|项目经历介绍`,
  personal: `personal information|personal details|personal data|personal|personal particulars|personal profile details|contact|contacts|contact information|contact details|contact info|contact me|get in touch|personal info|bio data|biodata|profiles|social|links|social media|social links|online profiles|find me online|personal dossier|personal vitae|basic information|details|information|personalia|on the web|reach me
personliche daten|personliche angaben|personliche informationen|kontakt|kontaktdaten|angaben zur person|zur person|information personnelle|informations personnelles|coordonnees|etat civil|donnees personnelles|informacion personal|datos personales|datos de contacto|contacto|informacion de contacto
informacao pessoal|informacoes pessoais|dados pessoais|contato|contatos|contacto|dados de contato|informazioni personali|dati personali|dati anagrafici|contatti|contatto|recapiti|persoonlijke gegevens|persoonsgegevens|contactgegevens|personalia|persoonlijke informatie|dane osobowe|informacje osobiste|dane kontaktowe|联系方式|个人信息|基本信息|基本情况|個人情報|연락처|인적사항
kontakt|kontaktuppgifter|personuppgifter|personlig information|personlige oplysninger|kontaktoplysninger|kontaktinformasjon|personalia|yhteystiedot|henkilotiedot|osobni udaje|kontaktni udaje|osobne udaje|szemelyes adatok|elerhetoseg|date personale|informatii personale|kisisel bilgiler|iletisim|iletisim bilgileri|контакты|личные данные|личная информация|контакти`,
  other: `interests|hobbies|hobbies and interests|interests and hobbies|personal interests|activities|extracurricular activities|extra curricular activities|co curricular activities|references|referees|reference|volunteering|volunteer experience|volunteer work|volunteer|volunteer activities|community service|community involvement|awards|honors|honours|awards and honors|honors and awards|honours and awards|awards and achievements|achievements|accomplishments|key achievements|achievements and awards|publications|patents|publications and patents|conferences|presentations|speaking|memberships|professional memberships|professional affiliations|affiliations|associations|professional associations|additional information|other information|miscellaneous|declaration|disclaimer|scholarships|research|research interests|hobby|annexes|attachments|signature|availability|notice period|driving licence|driving license|driver s license|visa status|passport details|military service|extracurricular|leadership|leadership experience|leadership and activities|recognition|test scores|courses taken|coursework|relevant coursework|relevant courses|other activities|recommendations|testimonials|personal traits|personality traits|other|salary expectations|work authorization|citizenship|nationality|salient features|other details|strength and hobbies
interessen|hobbys|hobbies und interessen|interessen und hobbys|freizeit|ehrenamt|ehrenamtliche tatigkeit|ehrenamtliches engagement|engagement|referenzen|auszeichnungen|veroffentlichungen|publikationen|fuhrerschein|wehrdienst|sonstiges|weitere angaben|weitere informationen|preise und auszeichnungen|mitgliedschaften|zivildienst
centres d interet|centre d interet|loisirs|interets|references|benevolat|distinctions|prix|publications|divers|informations complementaires|permis|permis de conduire|engagements|activites extra professionnelles
intereses|aficiones|referencias|voluntariado|premios|logros|publicaciones|otros datos|otros|informacion adicional|datos de interes|carnet de conducir|premios y reconocimientos|interesses|hobbies e interesses|referencias|voluntariado|trabalho voluntario|premios|conquistas|publicacoes|outras informacoes|informacoes adicionais|informacao adicional|atividades
interessi|hobby|hobby e interessi|interessi personali|referenze|volontariato|premi|pubblicazioni|ulteriori informazioni|altre informazioni|altro|patente|patente di guida|informazioni aggiuntive|trattamento dei dati personali|autorizzazione al trattamento dei dati personali
interesses|interesses en hobbys|hobbys|hobby s|referenties|vrijwilligerswerk|prijzen|publicaties|overige|overig|rijbewijs|nevenactiviteiten|overige informatie|zainteresowania|hobby|referencje|wolontariat|nagrody|osiagniecia|publikacje|dodatkowe informacje|inne|prawo jazdy|informacje dodatkowe|klauzula
兴趣爱好|爱好|荣誉奖项|获奖情况|荣誉证书|志愿者经历|校园经历|社会实践|其他|附加信息|趣味|추천인
referenser|intressen|fritidsintressen|korkort|ovrigt|ideella uppdrag|interesser|fritidsinteresser|referanser|forerkort|frivilligt arbejde|korekort|harrastukset|suosittelijat|muuta|zajmy|konicky|reference|ridicsky prukaz|zaujmy|hobbi|erdeklodes|egyeb|interese|hobbyuri|referinte|permis de conducere|ilgi alanlari|hobiler|referanslar|surucu belgesi|интересы|хобби|рекомендации|дополнительная информация|інтереси|奖惩情况|证书奖项|所获奖项|個人興味|趣味・特技`,
};

/** Words that carry a heading of several words not listed above, strongest first; used for lines that look like headings. */
const HEADING_WORDS: readonly (readonly [SectionKind, string])[] = [
  [
    'experience',
    'experience employment berufserfahrung berufspraxis experiencia experiences esperienza esperienze werkervaring doswiadczenie werdegang internships',
  ],
  [
    'education',
    'education academic academics qualifications ausbildung bildung formation formacion formacao istruzione opleiding wyksztalcenie studium educational etudes estudios studi diplomes',
  ],
  [
    'skills',
    'skills competencies competences expertise kenntnisse fahigkeiten kompetenzen habilidades competencias competenze vaardigheden umiejetnosci technologies proficiencies strengths',
  ],
  [
    'certifications',
    'certifications certificates certification licenses zertifikate certificats certificaciones certificacoes certificazioni certificaten certyfikaty training courses trainings',
  ],
  ['languages', 'languages sprachen sprachkenntnisse langues idiomas lingue talen jezyki'],
  ['projects', 'projects projekte projets proyectos projetos progetti projecten projekty'],
  ['summary', 'summary profile profil objective objectif'],
  [
    'other',
    'awards honors honours interests hobbies references publications volunteering activities achievements memberships affiliations',
  ],
  ['personal', 'contact personal'],
];

/** Folded letters and digits without spaces: the form headings are looked up in. */
export const headingKey = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

const byKey = new Map<string, SectionKind>();
for (const kind of SECTION_KINDS) {
  for (const heading of HEADINGS[kind].split(/[|\n]/)) {
    const key = headingKey(heading);
    if (key !== '' && !byKey.has(key)) byKey.set(key, kind);
  }
}
const byWord = new Map(
  HEADING_WORDS.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);

/** The section a heading opens; `key` is the heading's folded letters and digits without spaces. */
export function headingKind(key: string): SectionKind | null {
  const exact = byKey.get(key);
  if (exact !== undefined) return exact;
  // Numbered headings: "1. Education".
  const unnumbered = key.replace(/^\d{1,2}/, '');
  return byKey.get(unnumbered) ?? null;
}

const LONGEST_COMPOSED = 120;
const CONJUNCTION = /\s*(?:&|\/|,|\+|\||\b(?:and|und|et|y|e|en|i|ed)\b)\s*/u;

/** "Études et diplômes", "Werkervaring & stages": a heading made of several known ones opens the section of the first. */
export function composedHeadingKind(folded: string): SectionKind | null {
  if (folded.length > LONGEST_COMPOSED) return null;
  const parts = folded
    .replace(/[:：\s]+$/u, '')
    .split(CONJUNCTION)
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 4) return null;
  const kinds = parts.map((part) => byKey.get(headingKey(part)) ?? null);
  if (kinds.some((kind) => kind === null)) return null;
  // "Profil et expérience": the entries weigh more than the words in front of them.
  return kinds.find((kind) => kind === 'experience' || kind === 'education') ?? kinds[0] ?? null;
}

/** The section a line of heading looks most likely opens, by the first of its words that is a heading's. */
export function headingKindByWord(folded: string): SectionKind | null {
  const words = folded.match(/\p{L}+/gu) ?? [];
  if (words.length > 6) return null;
  for (const [kind] of HEADING_WORDS) {
    if (words.some((word) => byWord.get(word) === kind)) return kind;
  }
  return null;
}
