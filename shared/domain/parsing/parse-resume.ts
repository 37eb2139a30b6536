import { calibrated, settingOf } from './calibrate';
import { readCertifications } from './certifications';
import { readLines } from './cv-lines';
import type { Note } from './decision';
import { rightEdges } from './description';
import { readEducation } from './education';
import { readEmails } from './emails';
import { readExperience } from './experience';
import type { ExtractedDocument } from './extracted-document';
import { readHeadline, readSummary } from './headline';
import { readLinks } from './links';
import { readLocation } from './location';
import { placeMarginHeadings } from './margin-headings';
import { readName } from './name';
import { readNoticePeriod } from './notice-period';
import { readNotices } from './notices';
import type { ParsedResume } from './parsed-resume';
import { PARSER } from './parser';
import { readPhones } from './phones';
import type { Reading } from './reading';
import { headerAtName, readSections } from './sections';
import { readSkills } from './skills';
import { readLanguages } from './spoken-languages';
import { detectLanguage } from './text-language';
import { totalYears } from './total-years';
import { readWorkPermission } from './work-permission';

/**
 * Reads every field of a CV from its text. Pure and deterministic: the same document and the same `now` give the same
 * result. Never throws; a document that says nothing gives an empty result with a notice.
 * `now` ends the jobs that go on, for the years of work.
 */
export const parseResume = (
  given: ExtractedDocument,
  { now }: { readonly now: Date },
): ParsedResume => readResume(given, now, null).resume;

/** The same with what was read on the way; `note` is told why each value was chosen. */
export function readResume(
  given: ExtractedDocument,
  now: Date,
  note: Note | null,
): {
  readonly reading: Reading;
  readonly resume: ParsedResume;
  /** With the readers' own confidences, from which the others are counted. */
  readonly uncalibrated: ParsedResume;
} {
  const text = withUnifiedGlyphs(given.text);
  const document = { ...given, text };
  const lines = readLines(document);
  const sections = readSections(text, placeMarginHeadings(lines));
  const edges = rightEdges(lines);
  const first: Reading = { document, text, lines, sections, edges, now, note };

  const language = detectLanguage(text);
  const emails = readEmails(first);
  const links = readLinks(first);
  const urls = links.map((link) => link.url);
  const name = readName(first, emails, urls);
  const reading: Reading = { ...first, sections: headerAtName(sections, name?.evidence ?? null) };
  const location = readLocation(reading);
  const experience = readExperience(reading);
  const education = readEducation(reading);
  const properNames = [
    name?.value ?? null,
    location?.text ?? null,
    ...experience.flatMap((job) => [job.company, job.location]),
    ...education.map((study) => study.institution),
  ];

  const resume = {
    parser: PARSER,
    language,
    name,
    headline: readHeadline(reading, name, experience),
    emails: [...emails],
    phones: [...readPhones(reading, location?.country ?? null, language)],
    links,
    location,
    summary: readSummary(reading),
    experience: [...experience],
    education: [...education],
    skills: [...readSkills(reading, { experience, properNames })],
    languages: [...readLanguages(reading)],
    certifications: [...readCertifications(reading)],
    noticePeriod: readNoticePeriod(reading),
    workPermission: readWorkPermission(reading),
    totalYears: totalYears(experience, now),
  };
  const notices = [...readNotices(reading, resume)];
  const uncalibrated = { ...resume, notices };
  return { reading, resume: calibrated(uncalibrated, settingOf(document)), uncalibrated };
}

/** Radicals of simplified characters, which Unicode gives no character for, and the characters they look like. */
const RADICALS =
  '⺁厂⺌小⺮竹⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺠民⺝月⺟母⺫目⺪疋⺈刀⺗心⺶羊⻌辶⻞食';

/**
 * PDF fonts give Chinese characters as the radicals they look like (⼯ for 工), which compare unequal. Each is replaced by
 * the one character it stands for, so that offsets stay as they are.
 */
export const withUnifiedGlyphs = (text: string): string =>
  text.replace(/[\u2e80-\u2fdf]/g, (glyph) => {
    const at = RADICALS.indexOf(glyph);
    const unified = at >= 0 ? RADICALS.charAt(at + 1) : glyph.normalize('NFKC');
    return unified.length === 1 ? unified : glyph;
  });
