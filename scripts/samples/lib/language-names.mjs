/** English names of the languages that the samples name in other languages. */

const CODES = 'br da de en es eu fa ff fr ga gl it ja nl no pl pt tr vi zh'.split(' ');
const ENGLISH = new Intl.DisplayNames(['en'], { type: 'language' });

const NATIVE =
  /^(native|muttersprache|langue maternelle|nativo|língua materna|madrelingua|moedertaal|ojczysty|母語|母语)$/i;

/** "Türkisch" in a German CV is "Turkish". @throws for a name no list has, so that a typing error shows. */
export function englishName(name, lang) {
  if (lang === 'en') return name;
  const local = new Intl.DisplayNames([lang], { type: 'language' });
  const code = CODES.find((candidate) => local.of(candidate)?.toLowerCase() === name.toLowerCase());
  if (code === undefined) throw new Error(`No English name for the language "${name}" (${lang}).`);
  return ENGLISH.of(code);
}

/** The level on the CEFR scale, "native", or null where the CV uses words that are not on it. */
export function levelOf(written) {
  if (/^[ABC][12]$/.test(written)) return written;
  return NATIVE.test(written) ? 'native' : null;
}
