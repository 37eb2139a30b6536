import { formatRange } from './dates.mjs';
import { labelsOf } from './labels.mjs';

/**
 * A person as one file shows them: the data, plus this file's labels and its way of writing dates.
 * Layouts read only this, so that every one of them can show every person.
 */
export function shown(cv, file) {
  const lang = cv.lang;
  const look = { lang, dates: file.dates ?? 'mon', dash: file.dash, present: file.present };
  const labels = labelsOf(lang, file.labels);
  return {
    ...cv,
    accent: file.accent,
    font: file.font,
    labels,
    jobs: cv.jobs.map((entry) => ({ ...entry, when: formatRange(entry, look) })),
    schools: cv.schools.map((entry) => ({
      ...entry,
      when: formatRange(entry, look),
      course: entry.field === null ? entry.degree : `${entry.degree}${labels.in}${entry.field}`,
    })),
    certLines: cv.certifications.map((entry) =>
      [entry.name, entry.issuer, entry.date].filter((part) => part !== null).join(', '),
    ),
    languageLines: cv.languages.map(([name, level]) => `${name} – ${level}`),
    contacts: [cv.phone, cv.email, cv.address ?? cv.location, ...cv.links].filter(
      (part) => part !== null,
    ),
  };
}
