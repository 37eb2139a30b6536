import { fold } from '@/shared/kit/text';

/**
 * Month names and their usual abbreviations, folded, in the languages the parser knows. An abbreviation that means
 * different months in two languages is left to the first that lists it.
 */
const NAMES: readonly (readonly string[])[] = [
  'jan january januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczen sty januray ianuarie ian leden ledna ocak oca январь января янв січень січня tammikuu',
  'feb february februar feber fevrier fev febrero febbraio fevereiro februari luty lutego lut febr fevr februarie únor února şubat şub февраль февраля фев février helmikuu február',
  'mar march marz märz mrz mars marzo março marco maart mrt marzec marca mär marts martie březen března bře mart март марта maaliskuu március márc',
  'apr april avril avr abril abr aprile kwiecien kwietnia kwi aprilie duben dubna dub nisan апрель апреля апр huhtikuu április ápr',
  'may mai mayo maggio mag maio mei maj maja květen května kvě mayıs май мая toukokuu május máj',
  'jun june juni juin junio giugno giu junho czerwiec czerwca cze iunie červen června čer haziran haz июнь июня июн kesäkuu június jún',
  'jul july juli juillet juil jui julio luglio lug julho lipiec lipca lip iulie červenec července temmuz июль июля июл heinäkuu július júl',
  'aug august août aout agosto ago augustus sierpien sierpnia sie aou augusti srpen srpna srp ağustos ağu август августа авг elokuu augusztus',
  'sep sept september septembre septiembre settembre set setembro wrzesien wrzesnia wrz septbr setem septembrie září zář eylül eyl сентябрь сентября сен syyskuu szeptember szept',
  'oct october oktober octobre octubre ottobre ott outubro out okt pazdziernik pazdziernika paz octombrie říjen října říj ekim eki октябрь октября окт lokakuu október',
  'nov november novembre noviembre novembro listopad listopada lis noiembrie kasım kas ноябрь ноября ноя marraskuu',
  'dec december dezember décembre diciembre dic dicembre dezembro dez déc grudzien grudnia gru decembrie desember prosinec prosince aralık декабрь декабря дек joulukuu',
].map((names) => names.split(' ').map(fold));

const SEASONS: readonly (readonly [string, number])[] = [
  [
    'spring fruhling fruhjahr printemps primavera voorjaar lente wiosna vår vårtermin forår jaro ilkbahar весна',
    3,
  ],
  ['summer sommer ete verano estate verao zomer lato sommar léto yaz лето', 6],
  [
    'autumn fall herbst automne otono autunno outono herfst najaar jesien höst efterår høst podzim sonbahar осень',
    9,
  ],
  ['winter hiver invierno inverno zima vinter kış зима', 12],
];

const PRESENT = [
  'present presently current currently now today date ongoing',
  'heute jetzt aktuell laufend gegenwartig derzeit',
  'present actuel actuellement aujourd hui',
  'actualidad actual actualmente presente hoy fecha',
  'oggi attuale attualmente corso',
  'atual atualmente atualidade momento hoje',
  'heden nu obecnie teraz dzis dzisiaj aktualnie onwards onward tilldate vigente presentday',
  'pagaende nuvarande idag nuværende nåværende dags dosud soucasnost soucasne nyni halen gunumuz devam jelenleg prezent',
  'настоящее сейчас',
]
  .join(' ')
  .split(' ');

const monthByName = new Map<string, number>();
NAMES.forEach((names, index) => {
  for (const name of names) if (!monthByName.has(name)) monthByName.set(name, index + 1);
});
const seasonByName = new Map(
  SEASONS.flatMap(([names, month]) => names.split(' ').map((name) => [fold(name), month] as const)),
);
const presentWords = new Set(PRESENT.map(fold));

/** 1..12 for a folded month name or abbreviation without its dot, else null. */
export const monthOf = (folded: string): number | null => monthByName.get(folded) ?? null;

/** The month a folded season word stands for (its first), else null. */
export const seasonOf = (folded: string): number | null => seasonByName.get(folded) ?? null;

/** Whether a folded word says "until now". */
export const isPresentWord = (folded: string): boolean => presentWords.has(folded);
