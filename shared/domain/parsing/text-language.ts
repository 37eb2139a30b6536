import { fold } from '@/shared/kit/text';

/** Small words and the usual words of CVs, by language. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in for with a on from at by is as an that my were was have has which our their team work experience skills education years managed responsible employment',
  de: 'und der die das mit von fur im den des auf bei zur zum ein eine ist als aus sowie nach uber durch berufserfahrung ausbildung kenntnisse sprachen seit heute jahre',
  fr: 'et de la le les des du en pour une un dans avec sur au aux par est plus chez expérience expériences formation formations compétences langues depuis ans',
  es: 'y de la el los las en para con del una un por al como mas experiencia formacion educacion anos habilidades idiomas desde',
  pt: 'e de da do em para com das dos uma um na no ao pela os experiencia formacao nao mais anos atualmente habilidades idiomas desde',
  it: 'e di la il per con del della in una un dei delle nel alla al gli presso esperienza istruzione competenze anni lingue dal',
  nl: 'en de het van een in voor met op bij te naar aan door als werkervaring opleiding vaardigheden jaar talen sinds heden',
  pl: 'i w z na do oraz dla od po przez jest za o praca doswiadczenie wyksztalcenie umiejetnosci jezyki lat obecnie',
  sv: 'och att det som en pa ar av for med till den har de inte om ett jag var fran vid arbetslivserfarenhet erfarenhet utbildning kunskaper sprak nuvarande ar',
  da: 'og at det som en pa er af for med til den har de ikke om et jeg var fra ved erhvervserfaring erfaring uddannelse kompetencer sprog nuvaerende ar',
  no: 'og at det som en pa er av for med til den har de ikke om et jeg var fra ved arbeidserfaring erfaring utdanning ferdigheter sprak navaerende ar',
  cs: 'a v na se je s z do pro o ve jsem jako ze pri nebo po praxe vzdelani znalosti dovednosti zkusenosti prace zamestnani jazyky let soucasnost',
  sk: 'a v na sa je s z do pre o vo som ako zo pri alebo po prax vzdelanie znalosti zrucnosti skusenosti praca zamestnanie jazyky rokov sucasnost',
  tr: 've ile bir icin olarak bu da de deneyim deneyimi egitim beceriler yil yonetimi uzere gibi calisma proje is diller halen',
  fi: 'ja on oli tyokokemus koulutus taidot seka kielitaito tyo vuotta nykyinen',
  hu: 'es a az hogy egy munkatapasztalat tanulmanyok vegzettseg nyelvtudas keszsegek evek jelenleg munka',
  ro: 'si de la in cu pe pentru din experienta educatie competente limbi ani prezent munca',
  hr: 'i u na za je s do od iskustvo obrazovanje vjestine jezici godina danas rad',
};

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u3400-\u9fff]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['th', /[\u0e00-\u0e7f]/g],
];

/** Letters that only some of the languages of a script have; the first that is common enough tells. */
const LETTERS_OF: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  ru: [
    ['uk', /[іїєґ]/giu],
    ['sr', /[ђћљњџј]/giu],
  ],
  ar: [
    ['ur', /[ٹڈڑےں]/gu],
    ['fa', /[پچژگی]/gu],
  ],
};

const SAMPLE = 12_000;

const wordLanguages = new Map<string, string[]>();
for (const [language, words] of Object.entries(STOP_WORDS)) {
  for (const word of words.split(' ').map(fold)) {
    const list = wordLanguages.get(word);
    if (list === undefined) wordLanguages.set(word, [language]);
    else list.push(language);
  }
}

/** ISO 639-1 of the language most of the text is in, by its script and its small words; null when too little is told. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const folded = fold(sample);
  const plain = !/[^\x00-\x7f]/.test(sample);
  // Letters of plain text are told without Unicode's tables, and are as many as the words have.
  const words = folded.match(plain ? /[a-z]+/g : /\p{L}+/gu) ?? [];
  const letters = plain ? lengthOf(words) : lettersIn(sample);
  if (letters < 20) return null;
  for (const [language, script] of plain ? [] : SCRIPTS) {
    const share = (sample.match(script) ?? []).length / letters;
    // A Chinese glyph says as much as a Latin word, and Japanese mixes its scripts.
    if (share > (language === 'ja' ? 0.08 : 0.2)) return withinScript(language, sample, letters);
  }
  const votes = new Map<string, number>();
  for (const word of words) {
    const languages = wordLanguages.get(word);
    if (languages === undefined) continue;
    for (const language of languages)
      votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  }
  let best: string | null = null;
  let most = 1.5;
  for (const [language, count] of votes) {
    if (count <= most) continue;
    most = count;
    best = language;
  }
  return best;
}

function withinScript(language: string, sample: string, letters: number): string {
  const other = LETTERS_OF[language]?.find(
    ([, own]) => (sample.match(own) ?? []).length / letters > 0.02,
  );
  if (other !== undefined) return other[0];
  // Bulgarian writes ъ often and ы never.
  const hard = (sample.match(/ъ/gi) ?? []).length / letters;
  return language === 'ru' && hard > 0.008 && !/ы/i.test(sample) ? 'bg' : language;
}

/** How many letters, those outside the basic plane once. Run by run: one match a letter would be a list of thousands. */
function lettersIn(text: string): number {
  const runs = text.match(/\p{L}+/gu) ?? [];
  return lengthOf(runs) - (runs.join('').match(/[\ud800-\udbff]/g)?.length ?? 0);
}

const lengthOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + word.length, 0);
