/** Text as it is compared: no accents, one kind of dash, quote and space, lower case. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\u00a0/g, ' ');

/** Words and numbers only, one space between them. */
export const squeezed = (text: string): string =>
  fold(text)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();

const WITHOUT_SPACES = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Words; scripts written without spaces fall into their characters. */
export const tokensOf = (text: string): readonly string[] =>
  squeezed(text)
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => (WITHOUT_SPACES.test(word) ? [...word] : [word]));

/** A link without its scheme, `www.` and what trails behind. */
export const linkKey = (url: string): string =>
  fold(url)
    .trim()
    .replace(/^mailto:/, '')
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/\s.,;]+$/, '');

/** A skill without brackets, years of practice and punctuation. */
export const skillKey = (skill: string): string =>
  fold(skill)
    .replace(/\(.*?\)/g, ' ')
    .replace(/\b\d+\+?\s*(years?|yrs?)\b/g, ' ')
    .replace(/[^\p{L}\p{N}+#]+/gu, '')
    .trim();

/** The digits of a phone number without the trunk zero. */
export const digitsOf = (phone: string): string =>
  phone.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '');

const MONTHS = [
  'jan ene sty januar janvier gen',
  'feb fev lut',
  'mar mrz mrt maart',
  'apr avr abr kwi',
  'may mai mag mei maj',
  'jun juin giu cze',
  'jul juil lug lip',
  'aug aou ago sie',
  'sep set wrz',
  'oct okt ott out paz',
  'nov lis',
  'dec dez dic gru',
].map((names) => new RegExp(`(?:^|[^a-z])(?:${names.replaceAll(' ', '|')})`));
const STILL =
  /^(?:present|current|now|ongoing|today|heute|aktuell|actual|actualidad|oggi|atual|heden|nu|obecnie|至今|现在|現在|현재)/;

/** `2019-09`, `2019`, `present`, or '' where no date is told. */
export function dateKey(value: string | null | undefined): string {
  const text = fold(value ?? '').trim();
  if (text === '') return '';
  if (STILL.test(text)) return 'present';
  const yearFirst = /^((?:19|20)\d\d)[-/.年\s]+(\d{1,2})/.exec(text);
  if (yearFirst !== null && Number(yearFirst[2]) >= 1 && Number(yearFirst[2]) <= 12) {
    return `${yearFirst[1]}-${yearFirst[2]?.padStart(2, '0')}`;
  }
  const monthFirst = /^(\d{1,2})[/.-]((?:19|20)\d\d)$/.exec(text);
  if (monthFirst !== null) return `${monthFirst[2]}-${monthFirst[1]?.padStart(2, '0')}`;
  const year = /(?:19|20)\d\d/.exec(text)?.[0];
  if (year === undefined) return '';
  const month = MONTHS.findIndex((names) => names.test(text));
  return month < 0 ? year : `${year}-${String(month + 1).padStart(2, '0')}`;
}
