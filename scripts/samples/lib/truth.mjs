import { precisionOf } from './dates.mjs';
import { englishName, levelOf } from './language-names.mjs';

/** What a perfect parser would say of one file, in the shape that `longlist parse --jsonl` prints. */
export function truthOf(file, cv) {
  const style = file.dates ?? 'mon';
  const when = (entry) => ({
    start: precisionOf(entry.start, style),
    end: precisionOf(entry.end, style),
  });
  return {
    file: nameOf(file),
    person: cv.id,
    lang: cv.lang,
    country: cv.country,
    layout: file.layout,
    name: cv.name,
    email: cv.email,
    phone: cv.phone,
    links: cv.links,
    location: cv.location,
    headline: cv.headline,
    summary: cv.summary,
    skills: cv.skills,
    experience: cv.jobs.map((entry) => ({
      company: entry.company,
      title: entry.title,
      location: entry.location,
      ...when(entry),
      description: entry.bullets.join('\n'),
    })),
    education: cv.schools.map((entry) => ({
      institution: entry.institution,
      degree: entry.degree,
      field: entry.field,
      ...when(entry),
    })),
    languages: cv.languages.map(([name, level]) => ({
      name: englishName(name, cv.lang),
      level: levelOf(level),
      written: `${name} – ${level}`,
    })),
    certifications: cv.certifications,
    outcome: file.outcome ?? 'loaded',
  };
}

/** A CV inside another file is named as the product names it: `letters.zip › anna.pdf`. */
function nameOf(file) {
  const inside = file.inner === undefined ? '' : ` › ${file.inner.name}`;
  return file.path.replace('.zip/', '.zip › ') + inside;
}
