/**
 * Every file of the sample workspace: where it lies, whose CV it is, how it looks and how it writes dates.
 * `outcome` is what an import of the whole tree into an empty workspace should say, where it is not "loaded".
 * Where two files make a pair, either of them may come first in an import; `pair` names the other.
 */

const older = (cv) => ({
  ...cv,
  headline: 'Junior-Entwickler',
  jobs: cv.jobs.slice(1).map((job) => ({ ...job, end: 'present' })),
  skills: ['PHP', 'Vue.js', 'MySQL', 'Git'],
  summary: 'Junior-Entwickler im zweiten Berufsjahr, sucht eine Stelle mit TypeScript.',
});

export const catalogue = [
  // Britain and Ireland
  {
    path: 'London/Priyanka Raghunathan CV.pdf',
    person: 'raghunathan',
    layout: 'sidebar-right',
    dates: 'mon',
  },
  {
    path: 'London/Achterberg-Lowe_Tobias_Solicitor.pdf',
    person: 'achterberg-lowe',
    layout: 'formal',
    dates: 'month',
    labels: { experience: 'Career History', summary: 'Personal Statement' },
  },
  {
    path: 'Manchester/Okonjo-Hartley Amara - Staff Nurse.pdf',
    person: 'okonjo-hartley',
    layout: 'classic',
    dates: 'month',
    labels: { experience: 'Employment History', skills: 'Clinical Skills' },
  },
  {
    path: 'Manchester/zainab_qureshi_malone.docx',
    person: 'qureshi-malone',
    layout: 'docx-table',
    dates: 'mon',
  },
  {
    path: 'Manchester/C Braithwaite electrician.docx',
    person: 'braithwaite',
    layout: 'docx-simple',
    dates: 'slash',
    labels: { skills: 'Key Skills', certifications: 'Cards and Tickets' },
  },
  {
    path: 'Britain and Ireland/penhallow-hgv.txt',
    person: 'penhallow',
    layout: 'text-utf8',
    dates: 'year',
    labels: { certifications: 'Licences', experience: 'Employment' },
  },
  {
    path: 'Britain and Ireland/CV Siobhán Ní Dhuibhir.doc',
    person: 'ni-dhuibhir',
    layout: 'doc-simple',
    dates: 'month',
  },
  {
    path: 'Britain and Ireland/Owen Trelawney Head Chef.pdf',
    person: 'trelawney',
    layout: 'banner',
    dates: 'mon',
    accent: '#1d4e5f',
  },
  {
    path: 'Britain and Ireland/Rosalind Tremaine-Fisk.docx',
    person: 'tremaine-r',
    layout: 'docx-letterhead',
    dates: 'mon',
    outcome: 'possible_duplicate',
    pair: 'Britain and Ireland/Hugo T-F gardener.pdf',
  },
  {
    path: 'Britain and Ireland/Hugo T-F gardener.pdf',
    person: 'tremaine-h',
    layout: 'blocks',
    dates: 'year',
    accent: '#3f6634',
    outcome: 'possible_duplicate',
    pair: 'Britain and Ireland/Rosalind Tremaine-Fisk.docx',
  },

  {
    path: 'Britain and Ireland/MacAonghais F - Programme Director (long).pdf',
    person: 'mac-aonghais',
    layout: 'margin',
    dates: 'month',
    labels: { experience: 'Career', certifications: 'Memberships and Certificates' },
  },

  // North America
  {
    path: 'North America/Marisol_Estrada-Whitfield_Resume.pdf',
    person: 'estrada-whitfield',
    layout: 'ats',
    dates: 'mon',
    labels: {
      experience: 'Professional Experience',
      summary: 'Summary',
      skills: 'Technical Skills',
    },
  },
  {
    path: 'North America/pettiford_resume_2024.pdf',
    person: 'pettiford',
    layout: 'blocks',
    dates: 'slash',
    accent: '#1f4e8c',
    labels: { summary: 'Summary', certifications: 'Certification' },
  },
  {
    path: 'North America/Lindqvist-Ojeda, Hannah PE.pdf',
    person: 'lindqvist-ojeda',
    layout: 'spaced',
    dates: 'month',
    labels: { summary: 'About', experience: 'Experience' },
  },
  {
    path: 'North America/Trung Vo-Castellane - Product Designer.pdf',
    person: 'vo-castellane',
    layout: 'poster',
    dates: 'year',
    labels: { experience: 'Experience' },
  },
  {
    path: 'North America/ruth-abernathy-cole.html',
    person: 'abernathy-cole',
    layout: 'web-page',
    dates: 'mon',
    labels: { summary: 'Objective' },
  },
  {
    path: 'North America/Application Physical Therapist.eml',
    person: 'baptiste-moreau',
    layout: 'mail-body',
    dates: 'mon',
  },
  {
    path: 'North America/pastry-chef-blind-profile.pdf',
    person: 'mbeki-laurent',
    layout: 'two-columns',
    dates: 'month',
    labels: { experience: 'Experience', contact: 'Location' },
    outcome: 'missing_information',
  },

  // German-speaking countries
  {
    path: 'Berlin/Lebenslauf_Maren_Vogelsang.pdf',
    person: 'vogelsang',
    layout: 'tabular',
    dates: 'slash',
    labels: { experience: 'Beruflicher Werdegang' },
  },
  {
    path: 'Berlin/Wetterstein_Jonas_CV_2024.pdf',
    person: 'wetterstein',
    layout: 'sidebar-after',
    dates: 'dot',
    outcome: 'updated',
    pair: 'Archive 2020/cv_wetterstein.pdf',
  },
  {
    path: 'Berlin/Bewerbung Lindenau (Scan).pdf',
    person: 'lindenau',
    layout: 'scan-pdf',
    dates: 'slash',
    labels: { certifications: 'Weiterbildung' },
  },
  {
    path: 'Deutschland/Yildizhan Lebenslauf Europass.pdf',
    person: 'yildizhan',
    layout: 'europass',
    dates: 'slash',
  },
  {
    path: 'Deutschland/Brockmöller Svenja.rtf',
    person: 'brockmoeller',
    layout: 'rtf',
    dates: 'dot',
    present: 'jetzt',
  },
  {
    path: 'Wien/Lebenslauf Obermoser.odt',
    person: 'obermoser',
    layout: 'odt',
    dates: 'slash',
    dash: ' bis ',
  },
  {
    path: 'Wien/marchuk-stein-cv.pdf',
    person: 'marchuk-stein',
    layout: 'typeset',
    dates: 'mon',
    labels: { experience: 'Appointments', summary: 'Research and Industry Profile' },
  },

  // France
  {
    path: 'Paris/Aïssatou Diallo-Perrin - CV.pdf',
    person: 'diallo-perrin',
    layout: 'timeline',
    dates: 'mon',
    labels: { experience: 'Expériences' },
  },
  {
    path: 'Paris/CV_Kerherve_Maelle_infirmiere.pdf',
    person: 'kerherve',
    layout: 'sidebar-left',
    dates: 'slash',
    accent: '#4a6670',
  },
  {
    path: 'Paris/delacourt-nguyen.docx',
    person: 'delacourt-nguyen',
    layout: 'docx-text-boxes',
    dates: 'month',
    present: 'à ce jour',
    dash: ' à ',
  },
  {
    path: 'Paris/baudrillac menuisier.txt',
    person: 'baudrillac',
    layout: 'text-windows-1252',
    dates: 'year',
  },

  // Southern Europe
  {
    path: 'Madrid/Itziar Olabarrieta - Arquitecta.pdf',
    person: 'olabarrieta',
    layout: 'banner',
    dates: 'mon',
    accent: '#7a2e39',
  },
  {
    path: 'Madrid/CV Rubén Castellanos.pdf',
    person: 'castellanos',
    layout: 'two-columns',
    dates: 'slash',
  },
  {
    path: 'Madrid/Candidatura delegada comercial.eml',
    person: 'ferreiro',
    layout: 'mail-attachment',
    inner: { name: 'CV Lucía Ferreiro.pdf', layout: 'margin' },
    dates: 'month',
  },
  {
    path: 'Porto/Europass-CV-Beatriz-Figueira.pdf',
    person: 'figueira',
    layout: 'europass',
    dates: 'slash',
    present: 'presente',
    labels: {
      education: 'Educação e formação',
      experience: 'Experiência profissional',
      skills: 'Competências técnicas',
    },
  },
  {
    path: 'Milano/Ginevra Santacroce portfolio cv.pdf',
    person: 'santacroce',
    layout: 'poster',
    dates: 'year',
    accent: '#e8a598',
  },
  {
    path: 'Milano/Battistuzzi Loris.doc',
    person: 'battistuzzi',
    layout: 'doc-table',
    dates: 'slash',
  },

  // Brazil
  {
    path: 'São Paulo/Thiago Siqueira - Dados.pdf',
    person: 'albuquerque',
    layout: 'ats',
    dates: 'mon',
    dash: ' - ',
  },

  // Low Countries and Sweden
  {
    path: 'Rotterdam/CV Femke van der Schoot.pdf',
    person: 'van-der-schoot',
    layout: 'sidebar-left',
    dates: 'mon',
    accent: '#0b5d52',
  },
  {
    path: 'Rotterdam/oosterwijk_docent.docx',
    person: 'oosterwijk',
    layout: 'docx-simple',
    dates: 'year',
  },
  {
    path: 'Göteborg/Åkerstrand-Diop Linnéa.pdf',
    person: 'akerstrand',
    layout: 'header-footer',
    dates: 'mon',
  },

  {
    path: 'Rīga/scan0001.png',
    person: 'kalnina',
    layout: 'scan-png',
    dates: 'slash',
  },

  // Poland
  {
    path: 'Kraków/CV_Jagna_Wróblewicz-Żak.pdf',
    person: 'wroblewicz',
    layout: 'timeline',
    dates: 'dot',
  },
  {
    path: 'Kraków/dabrowka spawacz.pdf',
    person: 'dabrowka',
    layout: 'office-table',
    dates: 'slash',
    font: 'DejaVu Sans',
  },

  // Asia and the Middle East
  {
    path: 'Bengaluru/Karthikeyan_Subbaraman_10yrs.pdf',
    person: 'subbaraman',
    layout: 'declaration',
    dates: 'dmy',
    dash: ' to ',
    present: 'Till Date',
    labels: {
      summary: 'Career Objective',
      education: 'Academic Qualification',
      skills: 'Technical Skills',
    },
  },
  {
    path: 'Bengaluru/Shreya BN - HRBP.docx',
    person: 'bhattacharjee',
    layout: 'docx-table',
    dates: 'month',
    present: 'Till date',
    labels: { cv: 'Resume' },
  },
  {
    path: 'Dubai/Irfan Sheikh-Wani Site Engineer.pdf',
    person: 'sheikh-wani',
    layout: 'office-letterhead',
    dates: 'mon',
    font: 'DejaVu Serif',
    present: 'Present',
  },
  {
    path: 'Nagoya/履歴書_東雲千夏.pdf',
    person: 'shinonome',
    layout: 'ruled',
    dates: 'cjk',
    dash: ' ~ '.replace('~', '〜'),
  },
  {
    path: 'Shanghai/欧阳知岚 简历.pdf',
    person: 'ouyang',
    layout: 'ruled',
    dates: 'cjk',
    dash: ' - ',
  },
  {
    path: 'Amman/Layan Al-Haddadin CV.pdf',
    person: 'al-haddadin',
    layout: 'cards',
    dates: 'mon',
    accent: '#9a5b13',
  },
  {
    path: 'Haifa/Noga Ben-Zikri.pdf',
    person: 'ben-zikri',
    layout: 'cards',
    dates: 'year',
    accent: '#2f5d8a',
  },

  // Africa and the Pacific
  {
    path: 'Brisbane/IMG_4172 Kiri resume.jpg',
    person: 'tawhiri-boyd',
    layout: 'photo',
    dates: 'mon',
  },
  {
    path: 'Agency/shortlist-november.zip/Kamathi-Otieno.pdf',
    person: 'kamathi-otieno',
    layout: 'margin',
    dates: 'mon',
  },
  {
    path: 'Agency/shortlist-november.zip/Jussara Nogueira Tavares.docx',
    person: 'nogueira',
    layout: 'docx-letterhead',
    dates: 'slash',
  },
  {
    path: 'Agency/shortlist-november.zip/brand/Refilwe Molefe-Naidu.pdf',
    person: 'molefe-naidu',
    layout: 'sidebar-right',
    dates: 'slash',
  },

  // What a grown folder also holds: an old version and the same file once more
  {
    path: 'Archive 2020/cv_wetterstein.pdf',
    person: 'wetterstein',
    layout: 'classic',
    dates: 'slash',
    change: older,
    outcome: 'updated',
    pair: 'Berlin/Wetterstein_Jonas_CV_2024.pdf',
  },
  {
    path: 'Archive 2020/Kopie von Raghunathan.pdf',
    person: 'raghunathan',
    layout: 'sidebar-right',
    dates: 'mon',
    outcome: 'already_here',
    pair: 'London/Priyanka Raghunathan CV.pdf',
    copyOf: 'London/Priyanka Raghunathan CV.pdf',
  },
];
