/** Writing dates the way CVs of a country do. Input is `YYYY-MM`, `YYYY` or `present`. */

const MONTHS = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  pl: 'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
};
const SHORT = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  de: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.',
  fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  es: 'ene. feb. mar. abr. may. jun. jul. ago. sep. oct. nov. dic.',
  pt: 'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.',
  it: 'gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.',
  nl: 'jan feb mrt apr mei jun jul aug sep okt nov dec',
  pl: 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
};
const PRESENT = {
  en: 'Present',
  de: 'heute',
  fr: 'aujourd’hui',
  es: 'actualidad',
  pt: 'atual',
  it: 'oggi',
  nl: 'heden',
  pl: 'obecnie',
  ja: '現在',
  zh: '至今',
};

/** One date in a style; a date known only to the year stays a year in every style. */
export function formatDate(date, style, lang, presentWord = PRESENT[lang]) {
  if (date === 'present') return presentWord;
  const [year, month] = date.split('-');
  if (style === 'year') return year;
  if (month === undefined) return style === 'cjk' ? `${year}年` : year;
  const index = Number(month) - 1;
  switch (style) {
    case 'mon':
      return `${SHORT[lang].split(' ')[index]} ${year}`;
    case 'month':
      return `${MONTHS[lang].split(' ')[index]} ${year}`;
    case 'slash':
      return `${month}/${year}`;
    case 'dot':
      return `${month}.${year}`;
    case 'dmy':
      return `01-${month}-${year}`;
    case 'cjk':
      return `${year}年${index + 1}月`;
    default:
      throw new Error(`Unknown date style "${style}".`);
  }
}

/** "03/2019 – heute". */
export function formatRange(entry, look) {
  const start = formatDate(entry.start, look.dates, look.lang, look.present);
  const end = formatDate(entry.end, look.dates, look.lang, look.present);
  return start === end ? start : `${start}${look.dash ?? ' – '}${end}`;
}

/** What a reader of that style can know: year-only CVs lose their months. */
export function precisionOf(date, style) {
  return style === 'year' && date !== 'present' ? date.slice(0, 4) : date;
}
