import { type Span, spanOf } from '@/shared/domain/parsing/spans';
import { fold } from '@/shared/kit/text';

/** What a part of a job description speaks of. */
export const AD_PARTS = [
  'head',
  'duties',
  'required',
  'nice',
  'offer',
  'company',
  'apply',
] as const;
export type AdPart = (typeof AD_PARTS)[number];

/** One line of the description, without its bullet, and the part it stands in. */
export interface AdLine extends Span {
  readonly part: AdPart;
  /** It only opens its part. */
  readonly isHeading: boolean;
}

/**
 * What headings are made of, folded, in the languages that descriptions come in. The more special part stands first: "nice-to-have
 * skills" is not what is required.
 */
const HEADINGS: readonly (readonly [AdPart, RegExp])[] = [
  [
    'nice',
    /nice.to.have|good to have|great to have|would be (?:nice|good|great|helpful|a plus)|bonus|preferred|preferable|desirable|desired|pluses|(?:^|\b)a plus\b|advantageous|optional|ideal(?:ly|erweise)|von vorteil|wunschenswert|pluspunkte|souhaite|apprecie|un plus|deseable|se valora|valorable|diferencia(?:l|is)|desejavel|preferenziali|costituisc\w+ titolo|gradit|pre(?:'|’)|mile widzian|meriterande/,
  ],
  [
    'required',
    /requirement|required|must.have|qualification|essential|what you(?:'|’)?(?:ll| will)? (?:bring|need|have)|you(?:'|’)?ll need|you (?:have|bring|are)\b|who you are|about you\b|your (?:profile|skills|background|experience|strengths)|skills|experience|what we(?:'|’)?re looking for|we(?:'|’)?re looking for|looking for|ideal candidate|person specification|the candidate|knowledge|competenc|criteria|(?:ihr|dein|das) profil|anforderung|voraussetzung|qualifikation|das bring|was (?:du|sie) mitbring|kenntnisse|wen wir suchen|profil(?:e)? (?:recherche|souhaite|du candidat)?|votre profil|ton profil|competences|requisitos|perfil|que buscamos|conocimientos|o que (?:buscamos|esperamos)|requisiti|profilo|competenze|cosa cerchiamo|functie-?eisen|jouw profiel|wat vragen wij|wie ben jij|vereisten|wymagania|oczekujemy|twoj profil|kvalifikationer|din profil|vi soker|krav|要求|资格|任职|応募資格|필요|자격/,
  ],
  [
    'duties',
    /responsib|duties|what you(?:(?:'|’)?ll| will) (?:do|be doing)|your (?:role|tasks|mission|day)|the role|role (?:overview|summary|description)|about the (?:role|job|position)|job (?:description|summary|purpose)|position (?:summary|overview)|key (?:tasks|activities|accountabilit)|day.to.day|in this role|aufgaben|tatigkeit|stellenbeschreibung|das erwartet|deine rolle|missions?|vos missions|le poste|descriptif|funciones|responsabil|tareas|descripcion|atividades|mansioni|attivita|il ruolo|werkzaamheden|taken|de functie|wat ga je doen|obowiazki|zakres|arbetsuppgifter|om rollen|职责|工作内容|仕事内容|業務内容|업무/,
  ],
  [
    'offer',
    /benefit|perks|we offer|what we offer|what you(?:(?:'|’)?ll| will)? (?:get|receive)|what(?:'|’)s in it|compensation|salary|package|why (?:join|work|us)|wir bieten|das bieten|unser angebot|benefits|nous offrons|avantages|remuneration|ofrecemos|beneficios|oferecemos|offriamo|cosa offriamo|wij bieden|wat bieden|oferujemy|vi erbjuder|福利|待遇|복지/,
  ],
  [
    'company',
    /about (?:us|the \w+|our)|^(?:the|your|our) (?:team|company|department|ward|unit|office|school)$|who we are|our (?:company|team|mission|values|story|client)|company (?:overview|profile|description)|the company|uber uns|wir sind|wer wir sind|das unternehmen|qui sommes|l(?:'|’)entreprise|a propos|sobre nosotros|quienes somos|la empresa|sobre (?:nos|a empresa)|chi siamo|l(?:'|’)azienda|over ons|wie zijn wij|o nas|o firmie|om oss|om foretaget|equal opportunit|diversity|公司简介|会社概要/,
  ],
  [
    'apply',
    /how to apply|to apply|application|apply now|interested|contact|deadline|bewerbung|bewirb|kontakt|interesse|postuler|candidature|como aplicar|candidate(?:-se|ura)|come candidarsi|candidatura|solliciteren|aplikuj|ansokan|投递|応募方法/,
  ],
];

const BULLET = /^(?:[-–—*•·▪●■◦♦‣⁃>✓✔➢→]+|\d{1,2}[.)]|[a-z][.)])\s+/u;
const LONGEST_HEADING = 70;
const MOST_LINES = 4000;

/** The lines of a description with the part each stands in. Reads the first 4,000 lines that say something. */
export function readAdLines(text: string): readonly AdLine[] {
  const lines: AdLine[] = [];
  let part: AdPart = 'head';
  let start = 0;
  while (start <= text.length && lines.length < MOST_LINES) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const whole = spanOf(text, start, end);
    start = end + 1;
    if (whole.text === '') continue;
    const bullet = BULLET.exec(whole.text)?.[0] ?? '';
    const heading = bullet === '' ? headingOf(whole.text) : null;
    if (heading !== null) part = heading.part;
    const line = spanOf(text, whole.start + bullet.length, whole.end);
    lines.push({ ...line, part, isHeading: heading !== null && heading.rest === '' });
  }
  return lines;
}

/** The part a line opens, and what stands behind the heading on the same line ("Requirements: SQL, Python"). */
function headingOf(line: string): { readonly part: AdPart; readonly rest: string } | null {
  const colon = /^(.{3,60}?)\s*[:：]\s*(.*)$/su.exec(line);
  const words = (colon?.[1] ?? line).trim();
  const rest = colon?.[2] ?? '';
  if (words.length > LONGEST_HEADING || words.split(/\s+/).length > 8) return null;
  // A sentence is no heading, whatever words it has.
  if (/[.!]$/.test(words) || /[,;]/.test(words)) return null;
  const bare = colon === null && !looksLikeHeading(words);
  if (bare) return null;
  const folded = fold(words);
  const found = HEADINGS.find(([, pattern]) => pattern.test(folded));
  return found === undefined ? null : { part: found[0], rest };
}

/** Without a colon a heading begins with a capital and most of its longer words do, or it is a short question or phrase. */
function looksLikeHeading(words: string): boolean {
  // "It would be good if you had" goes on in the list below it.
  if (/(?:[?]|\byou (?:had|have))$/.test(words) || words === words.toUpperCase()) return true;
  return /^[\p{Lu}\p{Lo}]/u.test(words) && words.split(/\s+/).length <= 6;
}
