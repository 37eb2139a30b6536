import { fold } from '@/shared/kit/text';
import { findDates } from './dates';
import type { ParsedResume } from './parsed-resume';
import { fieldOf, type Reading } from './reading';
import { statedPieces } from './stated-lines';

type NoticePeriod = NonNullable<ParsedResume['noticePeriod']>;

/** When somebody can start, in the words of CVs; folded. */
const SPEAKS =
  /(?:notice(?: period)?|serving notice|availab(?:le|ility)|join(?:er|ing)?(?: time| period| date)?|(?:earliest )?start(?:ing)? date|last working day|kundigungsfrist|eintrittsdatum|eintrittstermin|fruhest\w* eintritt|verfugbar(?:keit)?|(?:delai de )?preavis|disponib\w+|incorporacion|preaviso|preavviso|aviso previo|opzegtermijn|beschikbaar(?:heid)?|okres wypowiedzenia|dostepn\w+|uppsagningstid|tillganglig\w*|tilltrade|opsigelses\w+|oppsigelses\w+|vypovedni (?:doba|lhuta)|mozny nastup|nastup|ihbar suresi|felmondasi ido|perioada de preaviz)(?!\w)|срок отработки|приступить|到岗|到职|離職|入社可能|就業可能|입사\s?가능|فترة الإشعار/;
const LABEL =
  /^(?:(?:current )?notice(?: period)?|availability|available|joining(?: time| period)?|k[uü]ndigungsfrist|verf[uü]gbar(?:keit)?|eintritt\w*|pr[ée]avis|disponibilit[éeàa]\w*|disponibilidad\w*|preaviso|preavviso|aviso pr[ée]vio|opzegtermijn|beschikbaarheid|okres wypowiedzenia|dost[ęe]pno[śs][ćc]|upps[äa]gningstid|v[ýy]pov[ěe]dn[ií] \S+)\s*(?:[:：–-]|\t)/iu;
/** To travel, for references, for shifts: another kind of being available. */
const OTHERWISE =
  /travel|viajar|viagens|voyage|deplac|trasfert|reis|relocat|mobil|on request|upon request|sur demande|auf anfrage|a richiesta|weekend|turni|shift|nacht|night|deadline|notice board/;
const AT_ONCE =
  /\b(?:immediate\w*|at once|now|asap|sofort\w*|immediat\w*|inmediat\w*|imediat\w*|subito|per direct|direct|od zaraz|natychmiast|omgaende|omgående|straks|ihned|hemen|azonnal|none|no notice|serving)\b|немедленно|сразу|随时|立即|即日|즉시|فوري/;
const AMOUNT =
  /(\d{1,3})\s*(?:[-–—/]|to|bis|a|à)?\s*(\d{1,3})?\s*\+?\s*(d(?:ays?|ias?|agen|ni|agar)?|tage?n?|jours?|giorni|gg|gun|nap|zile|w(?:ee)?ks?|wochen?|semaines?|semanas?|settimane?|weken|tygodni\w*|veckor|uger|tydn\w*|hafta|m(?:onths?|onate?n?|ois|eses?|aanden|esi|iesiac\w*|iesiec\w*|anad\w*|esic\w*|esice)?|mos?|ay)\b|(\d{1,3})\s*(天|周|週|个月|個月|か月|ヶ月|개월|일|주|дн|недел|месяц)/;
/** "one month", "zwei Monate": numbers up to three are often words. */
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  a: 1,
  ein: 1,
  einen: 1,
  eine: 1,
  un: 1,
  une: 1,
  uno: 1,
  una: 1,
  um: 1,
  uma: 1,
  een: 1,
  jeden: 1,
  en: 1,
  two: 2,
  zwei: 2,
  deux: 2,
  dos: 2,
  dois: 2,
  due: 2,
  twee: 2,
  dwa: 2,
  tva: 2,
  to: 2,
  three: 3,
  drei: 3,
  trois: 3,
  tres: 3,
  tre: 3,
  drie: 3,
  trzy: 3,
};
const IN_WORDS = new RegExp(
  `\\b(${Object.keys(NUMBERS).join('|')})\\s+(weeks?|wochen?|semaines?|semanas?|settimane?|weken|week|months?|monate?n?|monat|mois|mes|meses|mese|mesi|maanden|maand|miesiac\\w*|manad\\w*|maned\\w*)\\b`,
);

/** When the person can start or how long their notice is, as stated; the days where they can be told (a month is thirty). */
export function readNoticePeriod(reading: Reading): NoticePeriod | null {
  for (const piece of statedPieces(reading, SPEAKS, LABEL)) {
    const folded = foldedBoth(piece.text);
    if (!SPEAKS.test(folded) || OTHERWISE.test(folded)) continue;
    const days = daysIn(folded);
    // Without a time, a date or a "now", it says nothing of when.
    if (days === null && findDates(piece.text).length === 0) continue;
    const field = fieldOf(reading, piece, LABEL.test(piece.text) ? 0.9 : 0.75);
    return { text: piece.text, days, confidence: field.confidence, evidence: field.evidence };
  }
  return null;
}

function daysIn(folded: string): number | null {
  const amount = AMOUNT.exec(folded);
  if (amount !== null) {
    const count = Number(amount[2] ?? amount[1] ?? amount[4]);
    const unit = amount[3] ?? amount[5] ?? '';
    return count * daysOf(unit);
  }
  const words = IN_WORDS.exec(folded);
  if (words !== null) return (NUMBERS[words[1] ?? ''] ?? 1) * daysOf(words[2] ?? '');
  return AT_ONCE.test(folded) ? 0 : null;
}

const daysOf = (unit: string): number =>
  /^(?:w|sem|set|tyg|veck|uge|tyd|haft|周|週|주|недел)/.test(unit)
    ? 7
    : /^(?:m|ay|个月|個月|か月|ヶ月|개월|месяц)/.test(unit)
      ? 30
      : 1;

/** Folding takes letters of other scripts apart: their words are looked for as they stand. */
const foldedBoth = (text: string): string =>
  /[^\x00-\u024f]/.test(text) ? `${fold(text)} ${text.toLowerCase()}` : fold(text);
