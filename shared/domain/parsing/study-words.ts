import { fold } from '@/shared/kit/text';

/** Subjects people study, as single folded words; a few words made of them name a field, not a school. */
const SUBJECTS = new Set(
  `accounting accountancy administration aerospace agriculture agronomy algebra anthropology applied architecture art arts automation aviation
banking biochemistry bioinformatics biology biomedical biotechnology botany business chemical chemistry cinema civil classics cognitive commerce communication
communications computer computers computing construction criminology culinary cybersecurity data dentistry design development didactics digital drama ecology econometrics economics economy
education electrical electronic electronics energy engineering english entrepreneurship environmental ethics fashion film finance financial fine food forestry
genetics geography geology geophysics german french spanish graphic health history hospitality human humanities industrial informatics information instrumentation intelligence international
journalism kinesiology languages law learning linguistics literature logistics machine management manufacturing marine marketing materials math mathematical mathematics maths mechanical mechatronics media
medicine metallurgy microbiology music nanotechnology networking neuroscience nursing nutrition occupational operations optics pedagogy performing pharmacology pharmacy programming programmes applications application technology technologies services service policy theory philosophy philology physical physics physiology
physiotherapy political politics power production psychology public quantitative radiology relations religion resources robotics sales science sciences secretarial security social sociology
software sports statistical statistics studies supply surveying sustainable systems systems telecommunication telecommunications textile theatre theology therapy tourism toxicology translation transport urban
veterinary visual web welfare zoology pcm pcb mpc bipc mec
informatik wirtschaftsinformatik betriebswirtschaft betriebswirtschaftslehre bwl volkswirtschaftslehre vwl maschinenbau elektrotechnik bauingenieurwesen wirtschaftsingenieurwesen wirtschaft wirtschaftswissenschaften rechtswissenschaften rechtswissenschaft jura medizin
mathematik physik chemie biologie psychologie soziologie germanistik anglistik geschichte philosophie padagogik kommunikation medien architektur pflege pflegewissenschaft gesundheit soziale arbeit sozialpadagogik logistik lehramt
informatique gestion comptabilite economie droit lettres langues histoire mathematiques physique chimie biologie medecine genie mecanique electronique electricite commerce tourisme logistique communication ressources humaines sciences infirmiers
informatica ingenieria ingegneria engenharia administracion administracao economia derecho direito giurisprudenza medicina enfermeria enfermagem infermieristica contabilidad contabeis contabilidade ragioneria psicologia pedagogia educacion educacao
comunicacion comunicacao comunicazione marketing publicidad publicidade turismo historia storia filosofia lettere letras lingue idiomas matematica matematicas fisica quimica chimica biologia arquitectura arquitetura architettura diseno meccanica mecanica
elettronica electronica eletrica electricidad gestionale aziendale empresas finanzas logistica
informatica bedrijfskunde bedrijfseconomie rechten rechtsgeleerdheid geneeskunde verpleegkunde werktuigbouwkunde elektrotechniek bouwkunde economie psychologie pedagogiek geschiedenis natuurkunde scheikunde
informatyka zarzadzanie ekonomia finanse rachunkowosc prawo medycyna pielegniarstwo budownictwo mechanika elektronika automatyka psychologia pedagogika filologia socjologia matematyka fizyka chemia biologia logistyka`
    .split(/\s+/)
    .map(fold),
);

const SMALL = new Set(
  'of and in the with for e et y und de del des du da di en i w for & specialisation specialization major minor'.split(
    ' ',
  ),
);

/** Whether a few words name a field of study: all but the small ones are subjects, or most of a longer name. */
export function isFieldOfStudy(words: string): boolean {
  if (words.length > 90) return false;
  const list = (fold(words).match(/\p{L}+/gu) ?? []).filter((word) => !SMALL.has(word));
  if (list.length === 0 || list.length > 8) return false;
  const known = list.filter((word) => SUBJECTS.has(word)).length;
  return known * 3 >= list.length * 2;
}
