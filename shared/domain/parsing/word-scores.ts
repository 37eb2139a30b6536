import { remembering } from '@/shared/kit/remembering';
import { fold } from '@/shared/kit/text';
import { placeholderKind } from './placeholders';
import { companyScore as likelyCompany, titleScore as likelyTitle } from './title-scores';

/**
 * How much a few words look like a job title, an employer, a degree or a school. Scores are small numbers without a unit:
 * 0 says nothing speaks for it, 2 and more that a word says so plainly.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(fold));

const schools = set(
  `university universitat universitaet universite universidad universidade universita universiteit uniwersytet univ college colleges institute institut instituto istituto school schools schule ecole escuela escola scuola academy akademie academie academia accademia akademia hochschule fachhochschule gymnasium gymnazium lycee liceo liceu collegio lyceum polytechnic politecnico politecnica politechnika polytechnique polytechnische politechnic faculty facultad fakultat iut ens hec insa berufsschule berufskolleg realschule gesamtschule hauptschule berufsakademie campus vidyalaya vidyalayam vidyapeeth vishwavidyalaya vidyapith mahavidyalaya hogeschool szkola technikum seminary conservatory conservatoire conservatorio iit iiit nit bits mit eth kth tu fh etsi ies cfa ifsi greta tafe polytech senai senac unisinos komvux ihk hwk vhs afpa cnam lisesi universitesi univerzita univerzity yliopisto ammattikorkeakoulu egyetem universitatea университет институт академия колледж училище лицей школа gymnasiet folkhogskola hogskolan universitetet hogskola universitet skole hojskole uniwersytetu aws academie zespol akademia college's iiser iim xlri cbse icse`,
);
const degreeHeads = set(
  `bachelor bachelors bachelor's master masters master's doctor doctorate doctoral phd dphil mphil mba bba bca mca bsc msc ba ma bs ms be me btech mtech bcom mcom bed med beng meng llb llm mbbs md bds diploma diplom certificate certification associate associates degree licence licenciatura licenciado licenciada bachillerato grado graduado laurea maturita diplome baccalaureat bac bts dut deug deust cap bep brevet maitrise magistere doctorat doktor promotion staatsexamen abitur fachabitur mittlere reife realschulabschluss hauptschulabschluss fachhochschulreife ausbildung magister magisterium licencjat inzynier matura tecnico tecnologo tecnologa bacharelado bacharel mestrado doutorado especializacao posgrado postgrado posgraduacao curso mestre doutor dottorato hsc ssc sslc puc cbse icse intermediate matriculation matric ged gcse gcses a-level a-levels alevels alevel hnd hnc nvq btec gnvq higher ordinario master's mbo hbo vwo havo vmbo wo propedeuse technician apprenticeship fachinformatiker kaufmann kauffrau meister techniker betriebswirt geselle honours hons postgraduate undergraduate graduate grade 10th 12th xii ingenieur diplomado maestria maestrado perito ragioneria titulo formacion ciclo fp bup cou eso pgd pgdm pgdca bms bbm bhm b.a b.s m.a m.s b.sc m.sc b.e m.e b.tech m.tech b.com m.com b.ed m.ed kandidatexamen masterexamen magisterexamen civilingenjor hogskoleingenjor gymnasieexamen yrkesexamen yrkeshogskola ekonomiprogrammet heao meao mavo mts hts lts pabo bakalar magistr inzenyr maturita lisans yuksek onlisans doktora licenta masterat diplomado tecnicatura rhs gcses aas aa rvt  dmlt iti pgce pgcert foundation matura zawodowa bachelorstudium masterstudium hochschulreife handelsprogrammet naturvetenskapsprogrammet bakalavr kandidat cand.merc hf hhx htx stx  бакалавр магистр специалист техник diplomerad`,
);
const smallWords = set(
  'the of de des du del della dei do da der die das fur for and et y e und i i & in en at to on with by la le les el los las il lo gli von zu zum zur van het een a an w z na do',
);
const verbsOfDuty = set(
  'managed led developed designed created built worked responsible ensured provided maintained implemented assisted supported prepared performed conducted coordinated handled achieved increased reduced delivered organized supervised trained improved established launched using used working managing developing leading supporting providing ensuring preparing performing handling assisting',
);

const words = remembering((text: string): readonly string[] =>
  fold(text)
    .replace(/[/|]/g, ' ')
    .split(/\s+/)
    .map((word) =>
      PLAIN_WORD.test(word) ? word : word.replace(/^[^\p{L}\p{N}&]+|[^\p{L}\p{N}]+$/gu, ''),
    )
    .filter((word) => word !== ''),
);
const PLAIN_WORD = /^[a-z0-9]+$/;

const hasHan = (text: string): boolean => /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text);

/** A score of words that say nothing is 0; one of 2 belongs to a probability of about three in four. */
const scaled = (probability: number, none: number, step: number): number => {
  const odds = Math.log(probability / (1 - probability));
  return Math.min(4, Math.max(0, (odds - none) * step));
};

export const titleScore = remembering((text: string): number => {
  const held = placeholderKind(text);
  if (held !== null) return held === 'title' ? 4 : 0;
  return scaled(likelyTitle(text), -1.9, 0.7);
});

const OWN_ACCOUNT =
  /^(?:self[- ]?employed|freelance|selbst(?:ändig|ständig)|freiberuflich|indépendant|libera? professionista|autónom[oa]|autônom[oa]|zelfstandig|własna działalność)$/i;

export const companyScore = remembering((text: string): number => {
  if (placeholderKind(text) === 'company') return 4;
  return OWN_ACCOUNT.test(text) ? 2 : scaled(likelyCompany(text), -0.7, 0.9);
});

export const degreeScore = remembering((text: string): number => {
  if (text.length > 160) return 0;
  if (hasHan(text))
    return /学士|硕士|博士|本科|大专|专科|高中|修士|학사|석사|研究生|MBA/.test(text) ? 3 : 0;
  const list = words(text);
  if (list.length === 0 || list.length > 24) return 0;
  const dotless = list.map((word) => word.replace(/[.’']/g, ''));
  let score = 0;
  const hit = dotless.findIndex(
    (word) =>
      degreeHeads.has(word) ||
      /^(?:bachelor|master|diplom|magister)|(?:examen|programmet|diplom|abschluss|studium|ausbildung)$/.test(
        word,
      ),
  );
  if (hit >= 0) score += hit === 0 ? 3 : 2;
  // A sentence that mentions a degree is not one.
  if (list.length > 14) score -= 1;
  return Math.max(0, score);
});

export const schoolScore = remembering((text: string): number => {
  if (text.length > 160) return 0;
  if (hasHan(text)) return /大学|学院|学校|中学|高校|대학교|대학/.test(text) ? 3 : 0;
  const list = words(text);
  if (list.length === 0 || list.length > 16) return 0;
  let score = 0;
  const compound =
    /(?:universit|hochschule|schule|gymnasium|kolleg|akademie|college|polytechni|politechni|hogeschool|vidyalaya|lyc[ée]e|szko[lł]|universit[eéy]|h[oö]gskol|skola\b|skole\b|gymnasi|korkeakoulu|vysok[aá] [sš]kola|fachoberschule|egyetem|университет|институт|академи|lisesi|üniversite)/i;
  if (list.some((word) => schools.has(word.replace(/[.’']/g, '')))) score += 3;
  else if (compound.test(text)) score += 2.5;
  if (/^[\p{Lu}]/u.test(text)) score += 0.2;
  if (/^[A-Z]{3,7}$/.test(text.trim())) score += 0.5;
  return score;
});

/** Whether a line reads as a sentence rather than as a name, a title or a heading. */
export const isProse = remembering((text: string): boolean => {
  const list = words(text);
  if (list.length >= 16) return true;
  if (list.length < 5) return hasHan(text) && text.length > 24;
  const small = list.filter((word) => smallWords.has(word)).length;
  const capital = (text.match(/(?:^|\s)\p{Lu}/gu) ?? []).length;
  if (
    /[.;。]$/.test(text) &&
    list.length >= 6 &&
    !/\b(?:inc|ltd|co|gmbh|e\.?v|s\.?a|dept)\.$/i.test(text)
  )
    return true;
  if (verbsOfDuty.has(list[0] ?? '') && capital <= list.length / 2) return true;
  return list.length >= 8 && capital / list.length < 0.4 && small >= 1;
});
