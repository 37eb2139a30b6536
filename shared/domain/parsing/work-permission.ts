import { fold } from '@/shared/kit/text';
import type { ParsedResume } from './parsed-resume';
import { fieldOf, type Reading } from './reading';
import { statedPieces } from './stated-lines';

type WorkPermission = NonNullable<ParsedResume['workPermission']>;

const LABEL =
  /^(?:work (?:permit|authori[sz]ation|permission|status|eligibility|visa)|(?:employment )?visa(?: status)?|right to work|immigration status|employment (?:authori[sz]ation|eligibility)|eligibility to work|arbeits(?:erlaubnis|bewilligung|genehmigung)|aufenthalts\w+|permis de travail|titre de s[ée]jour|permiso de trabajo|permiso de residencia|permesso di (?:soggiorno|lavoro)|autoriza[cç][aã]o de (?:trabalho|resid[eê]ncia)|werkvergunning|verblijfsvergunning|pozwolenie na prac[ęe]|arbetstillst[åa]nd|arbejdstilladelse|arbeidstillatelse|pracovn[ií] povolen[ií]|çal[ıi][şs]ma izni|签证|在留資格|разрешение на работу)\s*(?:[:：–-]|\t|\s{2})/iu;
/** Words of permission where no label stands; folded. */
const SPEAKS =
  /\b(?:authori[sz]ed to work|eligible to work|(?:legal )?right to work|legally (?:entitled|authori[sz]ed)|permitted to work|work (?:permit|authori[sz]ation|visa)|(?:u\.?s\.?a?\.?|eu|uk|british|canadian|american|australian|swiss|german) citizen|green card|permanent resident|permanent residency|settled status|indefinite leave|(?:visa )?sponsorship|h-?1b|h-?4 ead|l-?[12]b? visa|opt ead|f-?1 (?:visa|opt)|tn visa|ead|stem opt|blue card|blaue karte|skilled worker visa|tier 2|arbeitserlaubnis|aufenthaltstitel|niederlassungserlaubnis|aufenthaltserlaubnis|permis de travail|titre de sejour|permis [bcgl]\b|permiso de trabajo|permiso de residencia|permesso di soggiorno|autorizacao de residencia|werkvergunning|pozwolenie na prace|arbetstillstand|uppehallstillstand|arbejdstilladelse|oppholdstillatelse)\b/;
const NEEDS =
  /(?<!not |n't |no |without |never )(?:requir\w+|needs?|needing|would need) (?:a |an |any )?(?:visa|sponsorship|work (?:permit|visa))|sponsorship (?:is )?(?:required|needed)|benotig\w* (?:eine? )?(?:visum|arbeitserlaubnis)/;
const FREE =
  /citizen|green card|permanent resid|indefinite leave|settled status|unrestricted|unbefristet|niederlassungserlaubnis|(?:no|not|without|n't) (?:require |need |requiring )?(?:any )?(?:visa )?sponsorship|authori[sz]ed to work|eligible to work|right to work|legally|permis c\b|full (?:work )?(?:permit|rights)/;
const PERMIT =
  /visa|permit|permis|permiso|permesso|ead\b|h-?1b|opt\b|blue card|blaue karte|erlaubnis|titel|bewilligung|vergunning|pozwolenie|tillstand|tilladelse|tillatelse|titre|autorizacao/;
/** Dealing with other people's permits is a task. */
const TASK =
  /\b(?:process\w*|prepar\w*|handl\w*|manag\w*|assist\w*|obtain\w*|appl(?:y|ied|ications)|clients?|employees|expatriates?)\b/;

/** May the person work in the country, as stated: without restriction, with a permit, or only when sponsored. */
export function readWorkPermission(reading: Reading): WorkPermission | null {
  for (const piece of statedPieces(reading, SPEAKS, LABEL)) {
    const folded = fold(piece.text);
    const labelled = LABEL.test(piece.text);
    if (!labelled && (piece.text.length > 110 || !SPEAKS.test(folded) || TASK.test(folded)))
      continue;
    const field = fieldOf(reading, piece, labelled ? 0.88 : 0.75);
    return {
      text: piece.text,
      kind: kindOf(folded),
      confidence: field.confidence,
      evidence: field.evidence,
    };
  }
  return null;
}

const kindOf = (folded: string): WorkPermission['kind'] =>
  NEEDS.test(folded)
    ? 'needs_sponsorship'
    : FREE.test(folded)
      ? 'unrestricted'
      : PERMIT.test(folded)
        ? 'permit'
        : null;
