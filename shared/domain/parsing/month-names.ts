import { fold } from '@/shared/kit/text';

/**
 * Month names and their usual abbreviations, folded, in the languages the parser knows. An abbreviation that means
 * different months in two languages is left to the first that lists it.
 */
const NAMES: readonly (readonly string[])[] = [
  'jan january januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczen sty januray',
  'feb february februar feber fevrier fev febrero febbraio fevereiro februari luty lutego lut febr',
  'mar march marz märz mrz mars marzo março marco maart mrt marzec marca mär',
  'apr april avril avr abril abr aprile kwiecien kwietnia kwi',
  'may mai mayo maggio mag maio mei maj maja',
  'jun june juni juin junio giugno giu junho czerwiec czerwca cze',
  'jul july juli juillet juil jui julio luglio lug julho lipiec lipca lip',
  'aug august août aout agosto ago augustus sierpien sierpnia sie aou',
  'sep sept september septembre septiembre settembre set setembro wrzesien wrzesnia wrz septbr setem',
  'oct october oktober octobre octubre ottobre ott outubro out okt pazdziernik pazdziernika paz',
  'nov november novembre noviembre novembro listopad listopada lis',
  'dec december dezember décembre diciembre dic dicembre dezembro dez déc grudzien grudnia gru',
].map((names) => names.split(' ').map(fold));

const SEASONS: readonly (readonly [string, number])[] = [
  ['spring fruhling fruhjahr printemps primavera voorjaar lente wiosna', 3],
  ['summer sommer ete verano estate verao zomer lato', 6],
  ['autumn fall herbst automne otono autunno outono herfst najaar jesien', 9],
  ['winter hiver invierno inverno zima', 12],
];

const PRESENT = [
  'present presently current currently now today date ongoing',
  'heute jetzt aktuell laufend gegenwartig derzeit',
  'present actuel actuellement aujourd hui',
  'actualidad actual actualmente presente hoy fecha',
  'oggi attuale attualmente corso',
  'atual atualmente atualidade momento hoje',
  'heden nu obecnie teraz dzis dzisiaj',
]
  .join(' ')
  .split(' ');

const monthByName = new Map<string, number>();
NAMES.forEach((names, index) => {
  for (const name of names) if (!monthByName.has(name)) monthByName.set(name, index + 1);
});
const seasonByName = new Map(
  SEASONS.flatMap(([names, month]) => names.split(' ').map((name) => [name, month] as const)),
);
const presentWords = new Set(PRESENT);

/** 1..12 for a folded month name or abbreviation without its dot, else null. */
export const monthOf = (folded: string): number | null => monthByName.get(folded) ?? null;

/** The month a folded season word stands for (its first), else null. */
export const seasonOf = (folded: string): number | null => seasonByName.get(folded) ?? null;

/** Whether a folded word says "until now". */
export const isPresentWord = (folded: string): boolean => presentWords.has(folded);
