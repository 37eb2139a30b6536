import { readJobTitle } from '@/shared/domain/parsing/job-titles';
import { citiesNamed, readPlace } from '@/shared/domain/parsing/places';
import type { Span } from '@/shared/domain/parsing/spans';
import { titleScore } from '@/shared/domain/parsing/word-scores';
import { type AdLine, readAdLines } from './ad-sections';
import { readAskedSkills, readSchooling, readUnknownSkills, readYears } from './read-demands';
import { readPay } from './read-pay';
import { readClosingDay, readEmployment, readOpenings, readRemote } from './read-terms';
import type { JobReading } from './reading';

type Maybe<T> = { readonly value: T; readonly confidence: number; readonly span: Span } | null;

/** More than this of a text is not read; it is kept. */
const MOST_TEXT = 200_000;

/**
 * Reads what a job asks for and offers from its description, with the taxonomy, titles and places that CVs are read with. Pure and
 * deterministic; never throws; at most the first 200,000 characters.
 */
export function readJobDescription(whole: string): JobReading {
  const text = whole.slice(0, MOST_TEXT);
  const lines = readAdLines(text);
  const title = readTitle(lines);
  const years = readYears(lines);
  const pay = readPay(lines);
  const school = readSchooling(lines);
  const skills = readAskedSkills(lines);
  return {
    title,
    company: readLabelled(lines, COMPANY, 120),
    department: readLabelled(lines, DEPARTMENT, 80),
    location: readJobPlace(lines, title?.span ?? null),
    remote: sure(readRemote(lines), 0.85),
    employmentType: sure(readEmployment(lines), 0.85),
    years: years && { value: years.years, confidence: 0.85, span: spanAt(years.line) },
    pay: pay && { value: pay.pay, confidence: 0.85, span: spanAt(pay.line) },
    educationMin: school && { value: school.level, confidence: 0.8, span: spanAt(school.line) },
    closesOn: sure(readClosingDay(lines), 0.9),
    openings: sure(readOpenings(lines), 0.85),
    skills: [...skills, ...readUnknownSkills(lines, skills)],
  };
}

const sure = <T>(
  found: { readonly value: T; readonly line: AdLine } | null,
  confidence: number,
): Maybe<T> => found && { value: found.value, confidence, span: spanAt(found.line) };

const spanAt = ({ start, end, text }: Span): Span => ({ start, end, text });

const COMPANY =
  /^(?:company|client|employer|organi[sz]ation|hiring company|firma|unternehmen|arbeitgeber|entreprise|employeur|empresa|azienda|bedrijf|firma|företag)\s*[:：–-]\s*(.+)$/iu;
const DEPARTMENT =
  /^(?:department|team|division|business unit|function|abteilung|bereich|département|service|departamento|dipartimento|afdeling|dział|avdelning)\s*[:：–-]\s*(.+)$/iu;
const TITLE =
  /^(?:job ?title|title|position(?: title)?|role|job|vacancy|designation|stellenbezeichnung|stelle|position|titel|intitulé(?: du poste)?|poste|puesto|cargo|vaga|posizione|ruolo|functie|stanowisko|befattning|roll|职位|岗位|職種)(?: name)?\s*[:：–-]\s*(.+)$/iu;
const PLACE =
  /^(?:job )?(?:location|based (?:in|at)|place of work|workplace|work location|city|office|standort|arbeitsort|einsatzort|ort|lieu(?: de travail)?|localisation|ubicaci[oó]n|lugar(?: de trabajo)?|localidad|local(?: de trabalho)?|cidade|sede(?: di lavoro)?|luogo di lavoro|standplaats|locatie|lokalizacja|miejsce pracy|placeringsort|ort|工作地点|勤務地)(?:\s*[:：–-]\s*|\s+)(.+)$/iu;

function readLabelled(lines: readonly AdLine[], label: RegExp, most: number): Maybe<string> {
  for (const line of lines.slice(0, 60)) {
    const value = label.exec(line.text)?.[1]?.trim();
    if (value === undefined || value === '' || value.length > most || /[.!?]$/.test(value))
      continue;
    return { value, confidence: 0.9, span: partOf(line, value) };
  }
  return null;
}

/** What is written behind a title and is no part of it: who may apply, where, how much of a week. */
const AFTER_TITLE =
  /\s*[([]\s*(?:all genders|gn|d|m|w|f|h|x|i|div|n|\*|h\/f|f\/h|m\/f|m\/w|w\/m|remote|remoto|híbrido|hybrid|on-?site|full[- ]?time|part[- ]?time|vollzeit|teilzeit)(?:\s*[/|,]\s*(?:d|m|w|f|h|x|i|div|n|\*|all genders))*\s*[)\]]|\s*\b[mwfhd]\/[mwfhd](?:\/[dx])?\b/giu;
const SEEKS =
  /(?:looking for|seeking|hiring|recruiting|search(?:ing)? for|suchen(?: wir)?(?: eine?n?)?|recherchons|recherche|buscamos|estamos buscando|procuramos|cerchiamo|ricerchiamo|zoeken|szukamy|söker)\s+(?:(?:an?|our next|the|une?|un|una|um|uma|een|einen?|en|ett)\s+)?([\p{L}\d+#/&.-]+(?:\s[\p{L}\d+#/&.-]+){0,6}?)(?=\s+(?:to|who|with|for|in|at|on|based|located|join|\(|für|mit|zum|zur|pour|avec|para|con|com|per|voor|met|do|till)\b|[,.;:(]|$)/iu;

function readTitle(lines: readonly AdLine[]): Maybe<string> {
  const labelled = readLabelled(lines.slice(0, 30), TITLE, 120);
  if (labelled !== null && cleanTitle(labelled.value) !== '')
    return { ...labelled, value: cleanTitle(labelled.value) };
  let best: (NonNullable<Maybe<string>> & { readonly weight: number }) | null = null;
  for (const [at, line] of lines.slice(0, 12).entries()) {
    if (line.text.length > 140 || /[.!?]$/.test(line.text)) continue;
    for (const piece of line.text
      .split(/\s+[-–—|·•@]\s+|\s+at\s+|\s+bei\s+|\s+chez\s+/u)
      .slice(0, 4)) {
      const value = cleanTitle(piece);
      if (value === '' || value.length > 100 || value.split(/\s+/).length > 10) continue;
      const known = readJobTitle(value) !== null;
      const weight = titleScore(value) + (known ? 2 : 0) - at * 0.25 + (at === 0 ? 0.5 : 0);
      if (weight >= 1.5 && (best === null || weight > best.weight)) {
        const confidence = known ? 0.9 : 0.75;
        best = { value, confidence, span: partOf(line, piece.trim()), weight };
      }
    }
  }
  return best ?? soughtTitle(lines) ?? firstLine(lines);
}

const WANTED = /^(.{3,60}?)\s+(?:wanted|needed|required|gesucht|recherchée?)\b/iu;

/** "We are looking for a Senior Backend Developer to …" */
function soughtTitle(lines: readonly AdLine[]): Maybe<string> {
  for (const line of lines.slice(0, 40)) {
    const text = line.text.slice(0, 400);
    const value = (WANTED.exec(text) ?? SEEKS.exec(text))?.[1]?.trim();
    if (value === undefined || readJobTitle(value) === null) continue;
    return { value: cleanTitle(value), confidence: 0.7, span: partOf(line, value) };
  }
  return null;
}

/** A description commonly begins with its title, also where nobody knows the trade. */
function firstLine(lines: readonly AdLine[]): Maybe<string> {
  const line = lines[0];
  if (line === undefined || line.isHeading || line.text.length > 80 || /[.!?:]$/.test(line.text))
    return null;
  const value = cleanTitle(line.text);
  return value === '' ? null : { value, confidence: 0.4, span: spanAt(line) };
}

const cleanTitle = (text: string): string =>
  text
    .replace(AFTER_TITLE, ' ')
    .replace(
      /^(?:job description|job|vacancy|stellenanzeige|stellenangebot|offre d(?:'|’)emploi|hiring|wanted)\s*[:：–-]\s*/iu,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '');

const IN_PLACE =
  /\b(?:based in|located in|office in|offices in|position in|role in|in unserem büro in|standort|in|à|en|a|em|w|i)\s+(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,2}(?:,\s?\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}+){0,2})?)/gu;

/** Where the job is: behind a label, beside the title, or in a sentence of the first lines. */
function readJobPlace(lines: readonly AdLine[], title: Span | null): Maybe<string> {
  for (const line of lines.slice(0, 80)) {
    const value = PLACE.exec(line.text)?.[1]?.trim();
    const place = value === undefined ? null : placeIn(value);
    if (place !== null) return { value: place, confidence: 0.9, span: partOf(line, place) };
  }
  for (const line of lines.slice(0, 10)) {
    if (line.text.length > 160) continue;
    const besideTitle = title !== null && line.start <= title.start && line.end >= title.end;
    // "Berlin. Full time" after the line as others write it: "St. Ives" is one place.
    for (const piece of [...line.text.split(/\s+[-–—|·•]\s+|[()]/u), ...line.text.split(/[.;]/)]) {
      const value = piece.trim();
      const place = value.length < 60 ? readPlace(value) : null;
      if (place !== null && place.score >= (besideTitle ? 0.45 : 0.6) && place.country !== null)
        return { value, confidence: 0.8, span: partOf(line, value) };
    }
  }
  for (const line of lines.slice(0, 40)) {
    for (const match of line.text.slice(0, 600).matchAll(IN_PLACE)) {
      const place = placeIn((match[1] ?? '').replace(/[.\s]+$/, ''));
      if (place !== null) return { value: place, confidence: 0.65, span: partOf(line, place) };
    }
  }
  return null;
}

/** The longest beginning of the words that is a place. */
function placeIn(words: string): string | null {
  const value = words.split(/\s*[|•·;(]\s*/u)[0]?.trim() ?? '';
  if (value.length <= 80 && readPlace(value)?.country) return value;
  const parts = value.split(/,\s*|\s+-\s+|\s+(?:or|oder|ou|und|and)\s+/u);
  for (let count = Math.min(parts.length, 3); count >= 1; count--) {
    const beginning = parts.slice(0, count).join(', ');
    if (beginning.length <= 80 && readPlace(beginning)?.country) return beginning;
  }
  const city = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?/u.exec(value)?.[0];
  return city !== undefined && citiesNamed(city).length > 0 && readPlace(city) !== null
    ? city
    : null;
}

function partOf(line: Span, words: string): Span {
  const at = line.text.indexOf(words);
  if (at < 0) return spanAt(line);
  return { start: line.start + at, end: line.start + at + words.length, text: words };
}
