import { fold } from '@/shared/kit/text';
import { isGivenName, knownAsName } from './person-names';
import { type Span, subSpan, trimSpan } from './spans';

/** Forms of address and titles in front of a name, folded and without dots. */
const IN_FRONT = new Set(
  'dr doctor mr mrs ms miss mx prof professor sir dipl ing dipling diplkfm diplinf diplwirt diplwing herr frau mag bc bca mgr mudr judr phdr rndr paeddr doc csc sr sra srta d dn dna dra don dona lic arq engo enga eng dott dottssa dottore avv arch geom rag sig sigra sigrina m mme mlle mm me maitre ir drs mw dhr inz hab shri smt shrimati kum kumari er adv ca cma capt col maj lt rev fr hon md med jur rer nat phil habil hc'.split(
    ' ',
  ),
);
/** Of those, the ones that are a word or an initial as well: titles only before a dot. */
const ONLY_WITH_DOT = new Set(
  'd m me md don doc er ca cma ing sr fr col maj lt arch lic dn med jur rer nat phil habil hc'.split(
    ' ',
  ),
);

/** Degrees, licences and memberships behind a name, folded and without dots. */
const BEHIND = new Set(
  'phd phdc dphil md mba emba msc bsc mscs bscs meng beng mtech btech mcom bcom mca bca mbbs mbchb mph mpa mpp mha msw mfa bfa med edd edm llm llb jd esq cpa cfa cma cia cisa cism cissp cipd acca fcca aca fca acma fcma cima icwa aat pmp prince2 pe eit rn bsn msn dnp aprn fnp fnpc fnpbc np lpn lvn cna crna ccrn cen rnbsn pac pharmd rph dds dmd dvm lcsw lmsw lmft lpc lcpc ncc rdn rd dpt otr otrl cccslp emt emtp cscs cpt shrm shrmcp shrmscp sphr phr csm cspo psm itil ccna ccnp mcse oscp ceng miet mice mrics mrcp frcs mcips aia leed leedap ra mbacp hons dipl mcips cfp chfc ea cfe frm caia six sigma lssgb lssbb cphq cphr chrp gphr aswb rcdd fache facs faap pgdm pgdbm bed mphil'.split(
    ' ',
  ),
);
/** Letters that are a name or an initial as well: taken for a degree only behind a comma or another degree. */
const BEHIND_UNSURE = new Set(
  'ma ba bs ms be me ca cs do pt ra ap ga mr ed dr se th ot sc rd'.split(' '),
);

const PARTICLES = new Set(
  'de da do dos das di del della dello dalla delle degli van von vom zu zum zur der den ter ten tot te la le les el al ul ibn bin bint binti binte y e i und af av du des st mac mc o d a l s ben abu bou ould lo li san santa af'.split(
    ' ',
  ),
);
const NOT_NAME = new Set(
  'street road avenue strasse str platz rue calle via ulica lane drive boulevard phone email e-mail mail address tel mobile contact contacts linkedin github summary profile objective experience education skills date birth nationality nationalities married single available remote university college school limited inc llc gmbh page template sample the and with for years of in at to my i am portfolio website fax home cell updated last city country state email: curriculum vitae resume cv lebenslauf biodata references reference languages language certifications projects hobbies interests about me personal information details data work history professional career technical core key areas expertise competencies qualifications qualification academic declaration signature place your name here first surname gender male female age status marital'.split(
    ' ',
  ),
);
const HAN_SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸範賈鄒龍賀顧龔邵萬錢嚴湯喬龐顏莊聶魯嶽';

/** Beginnings and ends that name the paper rather than the person: "Curriculum Vitae of …", "… – Résumé". */
const PAPER =
  /^(?:(?:curriculum vitae|cv|r[ée]sum[ée]|lebenslauf|bewerbung|bio-?data|curriculum|profile|portfolio|candidate|applicant|životopis|życiorys|резюме|özgeçmiş)\s*(?:of|for|von|de|di|van|du candidat)?\s*[:–—|-]*\s+)|(?:['’]s)?(?:\s+[:–—|-]|\s)\s*(?:curriculum vitae|r[ée]sum[ée]|cv|lebenslauf|bio-?data|page \d.{0,12}|\d{1,2}\s*(?:\/|of)\s*\d{1,2})$/iu;

/** The name in these words without titles, degrees, brackets and the name of the paper; null where nothing is left. */
export function cleanName(given: Span): Span | null {
  if (given.text.length > 140) return null;
  let span = trimSpan(given, EDGE);
  for (let times = 0; times < 2; times++) {
    const paper = PAPER.exec(span.text);
    if (paper === null || paper[0].length >= span.text.length) break;
    const rest =
      paper.index === 0
        ? subSpan(span, paper[0].length, span.text.length)
        : subSpan(span, 0, paper.index);
    span = trimSpan(rest, EDGE);
  }
  // "(he/him)", "(B.E., MBA)", "(28 years)": what stands in brackets behind the name is said of it.
  const bracket = span.text.search(/\s*[([（]/);
  if (bracket > 3) span = subSpan(span, 0, bracket);
  const owner = /\p{L}['’]s$/u.test(span.text) ? subSpan(span, 0, span.text.length - 2) : span;
  span = trimSpan(withoutBehind(withoutFront(owner)), EDGE);
  return span.text === '' ? null : span;
}

const EDGE = '|•·,;:–—-_*#"“”„()[]<>~=\uf007\uf2bd\uf2c0☺';

function withoutFront(span: Span): Span {
  let rest = span;
  for (let times = 0; times < 4; times++) {
    const word = /^([\p{L}\p{M}]+(?:[.-][\p{L}\p{M}]+){0,3})(\.?-?,?)\s*(?=\p{L})/u.exec(rest.text);
    if (word === null || word[0].length === rest.text.length) return rest;
    const parts = fold(word[1] ?? '').split(/[.-]/);
    const dotted = (word[2] ?? '').startsWith('.') || parts.length > 1;
    const spaced = /\s$/.test(word[0]);
    const title =
      parts.every((part) => IN_FRONT.has(part)) &&
      (dotted || (spaced && parts.every((part) => !ONLY_WITH_DOT.has(part))));
    const left = rest.text.slice(word[0].length);
    // "M. Suresh", "D. Maria López": one letter is a title only where a whole name follows.
    const whole = (word[1] ?? '').length > 1 || /\p{L}{2}\s+\p{L}/u.test(left);
    if (!title || !whole || !/[\p{L}\p{M}]{2}/u.test(left)) return rest;
    rest = subSpan(rest, word[0].length, rest.text.length);
  }
  return rest;
}

function withoutBehind(span: Span): Span {
  let end = span.text.length;
  const comma = span.text.indexOf(',');
  // "Lela Herzog, Ed.D., PCC": letters behind a comma and a whole name are degrees, whichever they are.
  if (comma > 0) {
    const name = span.text.slice(0, comma);
    const letters = span.text
      .slice(comma + 1)
      .split(/[\s,/]+/)
      .filter((word) => word !== '');
    const capitals = letters.every(
      (word) =>
        isBehind(word, true) || (/^[\p{Lu}.®()-]{2,8}$/u.test(word) && knownAsName([word]) === 0),
    );
    if (capitals && letters.length > 0 && /\p{L}[\s.]+\p{L}{2}/u.test(name)) end = comma;
  }
  let degreeBehind = end < span.text.length;
  for (let times = 0; times < 6; times++) {
    const last = /([\s,/]+)([^\s,/]+)$/.exec(span.text.slice(0, end));
    if (last === null) break;
    const sure = degreeBehind || (last[1] ?? '').includes(',');
    if (!isBehind(last[2] ?? '', sure)) break;
    // "MA Jing": what is left must still be a name of two words.
    if (!/\p{L}[\s.,]+\p{L}/u.test(span.text.slice(0, last.index))) break;
    end = last.index;
    degreeBehind = true;
  }
  return subSpan(span, 0, end);
}

function isBehind(word: string, sure: boolean): boolean {
  const key = fold(word).replace(/[^\p{L}\d]/gu, '');
  // Written as letters are: PhD, Ph.D., RN. "Pe" and "Ed" are somebody's names.
  if (!/\p{Lu}\.?\p{Lu}|\.|\p{Lu}.*\p{Lu}/u.test(word) && key !== 'hons') return false;
  return BEHIND.has(key) || (sure && BEHIND_UNSURE.has(key));
}

/** "K E I S H A" is one word; runs of spaces stay one. */
export const properSpacing = (text: string): string => {
  const plain = text
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return isLetterSpaced(text) ? joinLetters(text) : plain;
};

/** Single letters with a space between each: at least four of them, and nothing longer. */
const isLetterSpaced = (text: string): boolean => /^\p{L}(?:\s{1,8}\p{L}){3,40}$/u.test(text);

/** Letters stand one space apart, words two or more; where all gaps are alike it stays one word. */
const joinLetters = (text: string): string =>
  text
    .trim()
    .split(/\s{2,8}/)
    .map((word) => word.replace(/\s/g, ''))
    .join(' ');

/** 0 where the words cannot be a name, else about 1 by how usual their shape is. */
export function nameShape(text: string): number {
  if (text.length < 2 || text.length > 60 || /[\d@:/\\<>{}=+*#%&?!_;|•]/.test(text)) return 0;
  const glyphs = glyphShape(text);
  if (glyphs !== null) return glyphs;
  const spaced = isLetterSpaced(text) ? joinLetters(text) : text;
  const words = spaced.split(/[\s,]+|(?<=\p{L}\.)(?=\p{L})/u).filter((word) => word !== '');
  if (words.length < 2 || words.length > 7) return 0;
  let capital = 0;
  let full = 0;
  let lower = 0;
  for (const word of words) {
    const folded = fold(word).replace(/["“”.'’]/g, '');
    if (NOT_NAME.has(folded)) return 0;
    if (!/^["“„'‘(]?[\p{L}\p{M}.'’‘ʼ`-]+["”“'’)]?$/u.test(word)) return 0;
    if (PARTICLES.has(folded)) continue;
    if (/^["“„'‘(]?\p{Lu}/u.test(word) || !/[\p{Ll}\p{Lu}]/u.test(word)) capital++;
    else lower++;
    if (word.replace(/[^\p{L}]/gu, '').length >= 2) full++;
  }
  if (full === 0) return 0;
  // All in small letters: the words must speak for themselves.
  if (lower > 0) return capital === 0 && words.length <= 4 ? 0.3 : 0;
  if (capital === 0) return 0;
  if (full === 1 && words.length > 3) return 0.4;
  return words.length <= 4 ? 1.2 : 0.8;
}

/** Scripts whose names are written together: Chinese, Japanese, Korean. Null for other scripts. */
function glyphShape(text: string): number | null {
  if (/^[\p{Script=Han}·]{2,4}$/u.test(text))
    return HAN_SURNAMES.includes(text.charAt(0))
      ? 2
      : knownAsName([text.slice(0, 2)]) > 0
        ? 1.6
        : 0.4;
  if (/^\p{Script=Han}(?:\s\p{Script=Han}{1,2}){1,3}$/u.test(text)) return 1.8;
  if (
    /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}々ー]{1,4}[\s\u3000・][\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}々ー]{1,5}$/u.test(
      text,
    )
  )
    return 1.6;
  if (/^\p{Script=Hangul}{2,4}$/u.test(text)) return 1.2;
  if (
    /^\p{Script=Hangul}(?:\s\p{Script=Hangul}){1,3}$|^\p{Script=Hangul}{1,2}\s\p{Script=Hangul}{1,3}$/u.test(
      text,
    )
  )
    return 1.3;
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? 0
    : null;
}

/** Written without one capital, in a script that has them. */
export const isSmallLetters = (text: string): boolean =>
  /\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text);

/**
 * "HECTORCASTELLANOS", letter-spaced capitals whose word gap was lost: the words, where the first is a known given name;
 * null otherwise.
 */
export function takenApart(text: string): string | null {
  if (!/^\p{Lu}{8,30}$/u.test(text)) return null;
  let best: string | null = null;
  for (let at = 3; at <= text.length - 3; at++) {
    const given = text.slice(0, at);
    const family = text.slice(at);
    if (!isGivenName(given)) continue;
    best = `${given} ${family}`;
    if (knownAsName([family]) > 0) return best;
  }
  return best;
}

/** The words of a name, without particles, for looking them up. */
export const nameWords = (text: string): readonly string[] =>
  text
    .split(/[\s,]+|(?<=\p{L}\.)(?=\p{L})/u)
    .filter((word) => word.replace(/[^\p{L}]/gu, '').length >= 2 && !PARTICLES.has(fold(word)));
