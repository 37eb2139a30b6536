import { fold } from '@/shared/kit/text';
import { languageNameData } from './reference-data';

/** What people write besides the names in `resources/languages`; an adjective, an old name, a short one. */
const NAMES = `English=englisch anglais ingles inglese engels angielski 英语 英語 영어 inglés
German=deutsch allemand aleman alemao tedesco duits niemiecki 德语 ドイツ語 독일어
French=franzosisch francais frances francese frans francuski 法语
Spanish=spanisch espagnol espanol castellano espanhol spagnolo spaans hiszpanski 西班牙语
Portuguese=portugiesisch portugais portugues portoghese portugees portugalski 葡萄牙语
Italian=italienisch italien italiano italiaans wloski 意大利语
Dutch=niederlandisch neerlandais holandes neerlandes olandese nederlands niderlandzki holenderski flemish
Polish=polnisch polonais polaco polones polacco pools polski
Russian=russisch russe ruso russo rosyjski 俄语
Chinese=mandarin chinesisch chinois chino chines cinese chinees chinski putonghua 普通话 中文 汉语 国语
Cantonese=kantonesisch cantonais 粤语 广东话
Japanese=japanisch japonais japones giapponese japans japonski 日语 日本語
Korean=koreanisch coreen coreano koreaans 韩语 한국어
Arabic=arabisch arabe arabo arabski 阿拉伯语
Hebrew=hebraisch hebreu hebreo ebraico
Turkish=turkisch turc turco turks turecki turkce
Hindi=
Urdu=
Bengali=bangla
Punjabi=panjabi
Gujarati=
Marathi=
Tamil=
Telugu=
Kannada=
Malayalam=
Odia=oriya
Assamese=
Sanskrit=
Nepali=
Sinhala=sinhalese
Persian=farsi persisch persan
Ukrainian=ukrainisch ukrainien ukrainski ucraniano
Czech=tschechisch tcheque checo czeski cesky
Slovak=slowakisch slovaque slowacki
Hungarian=ungarisch hongrois hungaro ungherese wegierski magyar
Romanian=rumanisch roumain rumano romeno rumeno rumunski romana
Bulgarian=bulgarisch bulgare
Greek=griechisch grec griego grego greco grieks grecki
Croatian=kroatisch croate chorwacki hrvatski
Serbian=serbisch serbe serbski srpski
Bosnian=bosnisch
Slovenian=slowenisch
Albanian=albanisch albanais shqip
Swedish=schwedisch suedois sueco svedese zweeds szwedzki svenska
Norwegian=norwegisch norvegien noruego norwegese norweski norsk
Danish=danisch danois danes danese deens dunski dansk
Finnish=finnisch finnois finlandes finlandese suomi
Icelandic=islandisch
Estonian=estnisch
Latvian=lettisch
Lithuanian=litauisch litewski
Catalan=katalanisch catala catalao
Basque=euskera
Galician=gallego galego
Irish=gaelic gaeilge
Welsh=cymraeg
Latin=latein
Swahili=kiswahili
Amharic=
Somali=
Yoruba=
Igbo=
Hausa=
Zulu=isizulu
Xhosa=isixhosa
Afrikaans=
Tagalog=filipino
Malay=bahasa malaysia
Indonesian=bahasa indonesia
Vietnamese=vietnamesisch vietnamien
Thai=
Khmer=
Kurdish=kurdisch kurde
Georgian=
Armenian=
Esperanto=
Luxembourgish=luxemburgisch letzebuergesch`;

/** Names of languages in one language that are countries or first names in another. */
const OTHERWISE = new Set(['francia']);

let byName: ReadonlyMap<string, string> | null = null;

/** English name of a spoken language given in any of the parser's languages, or null. */
export function readLanguageName(word: string): string | null {
  byName ??= load();
  return byName.get(keyOf(word)) ?? null;
}

const keyOf = (word: string): string => fold(word).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

function load(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, english: string): void => {
    const key = keyOf(name);
    if (key.length >= 2 && !names.has(key)) names.set(key, english);
  };
  for (const line of NAMES.split('\n')) {
    const [english = '', others = ''] = line.split('=');
    for (const name of [english, ...others.split(' ')]) add(name, english);
  }
  for (const [english, list] of Object.entries(languageNameData)) {
    for (const name of list.split('|')) {
      // "Norwegisch Bokmål", "limba română": what has a space is not met as one word.
      if (!name.includes(' ') && !OTHERWISE.has(keyOf(name))) add(name, english);
    }
  }
  return names;
}
