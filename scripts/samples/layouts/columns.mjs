import {
  contact,
  esc,
  inline,
  jobsCompanyFirst,
  jobsDatesFirst,
  jobsTitleFirst,
  lines,
  list,
  page,
  paragraph,
  portrait,
  ROW,
  schools,
  section,
} from './parts.mjs';

const side = (cv, picture) => {
  const l = cv.labels;
  return `<aside>${picture}${section(l.contact, cv.contacts.map((text) => `<p class="wrap">${contact(text)}</p>`).join(''))}${section(l.skills, list(cv.skills))}${section(l.languages, lines(cv.languages.map(([name, level]) => `${name}: ${level}`)))}${section(l.certifications, lines(cv.certLines))}</aside>`;
};

/** A dark sidebar on the left, first in the file too. */
export function sidebarLeft(cv) {
  const l = cv.labels;
  const accent = cv.accent ?? '#2f4858';
  const body = `<div class="sheet">${side(cv, portrait('#8fb8ca', 96))}<main><h1>${esc(cv.name)}</h1><p class="head">${esc(cv.headline)}</p>${section(l.summary, paragraph(cv.summary))}${section(l.experience, jobsTitleFirst(cv))}${section(l.education, schools(cv))}</main></div>`;
  const css = `body{font-family:"open-sans",sans-serif;font-size:10.6pt}.sheet{display:grid;grid-template-columns:62mm 1fr;min-height:296.5mm}aside{background:${accent};color:#fff;padding:14mm 7mm;font-size:9.4pt}.portrait{display:block;margin:0 auto 10pt}main{padding:14mm 12mm}h1{font-size:21pt;line-height:1.15;color:${accent}}.head{font-size:11.5pt;margin-bottom:6pt}
h2{font-size:11pt;margin:12pt 0 5pt;color:${accent}}aside h2{color:#fff;border-bottom:.7pt solid #ffffff80}h3{font-size:1.04em}.org{color:#666}.wrap{overflow-wrap:anywhere}.when{font-size:.9em;color:#666}${ROW}`;
  return page({ cv, css, body, fonts: ['open-sans'], margin: '0' });
}

/** A light sidebar on the right; company first. */
export function sidebarRight(cv) {
  const l = cv.labels;
  const body = `<header><h1>${esc(cv.name)}</h1><p class="head">${esc(cv.headline)}</p></header><div class="sheet"><main>${section(l.summary, paragraph(cv.summary))}${section(l.experience, jobsCompanyFirst(cv))}${section(l.education, schools(cv))}</main>${side(cv, '')}</div>`;
  const css = `body{font-family:"lato",sans-serif;font-size:11.2pt}header{border-bottom:2pt solid #c8553d;margin-bottom:4pt;padding-bottom:6pt}h1{font-size:24pt}.head{color:#c8553d;font-size:12pt}.sheet{display:grid;grid-template-columns:1fr 57mm;gap:8mm}aside{background:#f6f1ec;padding:2pt 9pt 10pt;font-size:9pt}h2{font-size:11pt;text-transform:uppercase;letter-spacing:.6pt;margin:11pt 0 5pt;color:#c8553d}h3{font-size:1.04em}.wrap{overflow-wrap:anywhere}aside ul{padding-left:11pt}${ROW}`;
  return page({ cv, css, body, fonts: ['lato'] });
}

/** Looks like a left sidebar, but the file holds the main column first. */
export function sidebarAfter(cv) {
  const l = cv.labels;
  const body = `<div class="sheet"><main>${section(l.summary, paragraph(cv.summary))}${section(l.experience, jobsDatesFirst(cv))}${section(l.education, schools(cv))}</main><aside><h1>${esc(cv.name)}</h1><p class="head">${esc(cv.headline)}</p>${side(cv, '')}</aside></div>`;
  const css = `body{font-family:"ibm-plex-sans",sans-serif;font-size:10.8pt}.sheet{position:relative;min-height:296.5mm}main{margin-left:66mm;padding:14mm 14mm 10mm 8mm}.sheet>aside{position:absolute;left:0;top:0;bottom:0;width:66mm;background:#eef2f6;padding:14mm 7mm}h1{font-size:20pt;line-height:1.1}.head{color:#34568b;font-weight:700}h2{font-size:11pt;margin:12pt 0 5pt;color:#34568b}h3{font-size:1.04em}.when{font-size:.9em;color:#34568b}.org{color:#666}.wrap{overflow-wrap:anywhere}aside ul{padding-left:11pt}${ROW}`;
  return page({ cv, css, body, fonts: ['ibm-plex-sans'], margin: '0' });
}

/** Two equal columns set by CSS columns; text runs from the first into the second. */
export function twoColumns(cv) {
  const l = cv.labels;
  const body = `<header><h1>${esc(cv.name)}</h1><p class="head">${esc(cv.headline)}</p><p class="contact">${cv.contacts.map(contact).join('  |  ')}</p></header><main>${section(l.summary, paragraph(cv.summary))}${section(l.skills, list(cv.skills))}${section(l.languages, lines(cv.languageLines))}${section(l.education, schools(cv))}${section(l.certifications, list(cv.certLines))}${section(l.experience, jobsDatesFirst(cv))}</main>`;
  const css = `body{font-family:"roboto",sans-serif;font-size:11.4pt}header{text-align:center;border-top:5pt solid #4a4e69;border-bottom:.7pt solid #4a4e69;padding:9pt 0;margin-bottom:6pt}h1{font-size:22pt;color:#4a4e69}.contact{font-size:8.6pt;margin-top:3pt}main{columns:2;column-gap:10mm}h2{font-size:11pt;background:#e7e6ee;padding:1.5pt 5pt;margin:9pt 0 5pt;break-after:avoid}h3{font-size:1.04em}.when{font-size:.9em;color:#4a4e69}.org{color:#666}.row{display:block}section:first-child h2{margin-top:0}`;
  return page({ cv, css, body, fonts: ['roboto'], size: cv.country === 'US' ? 'Letter' : 'A4' });
}

/** Every block placed by coordinates, as export from a drawing program does it; the name comes last in the file. */
export function poster(cv) {
  const l = cv.labels;
  const place = (left, top, width, inner) =>
    `<div class="at" style="left:${left}mm;top:${top}mm;width:${width}mm">${inner}</div>`;
  const ratings = cv.skills
    .map(
      (skill, index) =>
        `<div class="bar"><span>${esc(skill)}</span><b style="width:${42 - ((index * 7) % 18)}mm"></b></div>`,
    )
    .join('');
  const body = `<div class="canvas"><div class="blob"></div>
${place(14, 66, 122, section(l.experience, jobsDatesFirst(cv)))}
${place(14, 226, 122, section(l.education, cv.schools.map((entry) => `<div class="entry"><h3>${esc(entry.course)}</h3><p class="org">${esc(entry.institution)}, ${esc(entry.when)}</p></div>`).join('')))}
${place(148, 66, 50, section(l.contact, cv.contacts.map((text) => `<p class="wrap">${contact(text)}</p>`).join('')))}
${place(148, 120, 50, section(l.skills, ratings))}
${place(148, 204, 50, section(l.languages, lines(cv.languageLines)))}
${place(148, 240, 50, section(l.certifications, lines(cv.certLines)))}
${place(14, 41, 116, paragraph(cv.summary))}
${place(14, 17, 180, `<h1>${esc(cv.name)}</h1><p class="head">${esc(cv.headline)}</p>`)}</div>`;
  const css = `body{font-family:"playfair-display",serif;font-size:10.6pt;line-height:1.45}.canvas{width:210mm;height:296.5mm;position:relative;overflow:hidden}.at{position:absolute}.blob{position:absolute;right:-40mm;top:-40mm;width:120mm;height:95mm;border-radius:50%;background:${cv.accent ?? '#f4d58d'}}h1{font-size:28pt;line-height:1.05}.head{font-size:13pt;font-style:italic}h2{font-size:14pt;margin:0 0 5pt}h3{font-size:1.04em}.when{font-size:.9em;color:#8a6d1d}.org{color:#555}.wrap{overflow-wrap:anywhere;font-size:9.4pt}.bar{margin-bottom:5pt}.bar b{display:block;height:3pt;background:#333}`;
  return page({ cv, css, body, fonts: ['playfair-display'], margin: '0' });
}

/** Cards on a tinted page, company first, skills as chips. */
export function cards(cv) {
  const l = cv.labels;
  const card = (title, inner, cls = '') => section(title, inner, `card ${cls}`);
  const body = `<header>${portrait(cv.accent ?? '#5f7161', 64, 'square')}<div><h1>${esc(cv.name)}${cv.nativeName ? `<small> ${esc(cv.nativeName)}</small>` : ''}</h1><p class="head">${esc(cv.headline)}</p><p>${cv.contacts.map(contact).join(' · ')}</p></div></header>
${card(l.summary, paragraph(cv.summary))}${card(l.experience, jobsCompanyFirst(cv))}<div class="pair">${card(l.education, cv.schools.map((entry) => `<div class="entry"><h3>${esc(entry.institution)}</h3><p>${esc(entry.course)}</p><p class="when">${esc(entry.when)}</p></div>`).join(''))}${card(l.languages, lines(cv.languageLines))}</div><div class="pair">${card(l.skills, `<p class="chips">${cv.skills.map((skill) => `<span>${esc(skill)}</span>`).join(' ')}</p>`)}${card(l.certifications, cv.certLines.length ? list(cv.certLines) : '')}</div>${card(l.publications, cv.publications.length ? list(cv.publications) : '')}`;
  const css = `html{background:#f3f4f0}body{font-family:"pt-sans","noto-sans-arabic","noto-sans-hebrew",sans-serif;font-size:11.6pt;padding:12mm 14mm}header{display:flex;gap:14pt;align-items:center;margin-bottom:9pt}h1{font-size:21pt}small{font-size:15pt;font-weight:400}.head{color:${cv.accent ?? '#5f7161'};font-weight:700}.card{background:#fff;border:.6pt solid #d9dcd2;border-radius:5pt;padding:10pt 13pt;margin-bottom:10pt}h2{font-size:11pt;color:${cv.accent ?? '#5f7161'};margin-bottom:4pt}h3{font-size:1.04em}.org{font-style:italic}.when{color:#777}.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 8pt;align-items:start}.chips span{display:inline-block;border:.6pt solid #b8beae;border-radius:3pt;padding:0 5pt;margin:0 2pt 4pt 0}.entry:last-child{margin-bottom:0}${ROW}`;
  return page({
    cv,
    css,
    body,
    fonts: ['pt-sans', 'noto-sans-arabic', 'noto-sans-hebrew'],
    margin: '0',
  });
}

/** Plain narrow left column for the headings, wide right column for the text. */
export function margin(cv) {
  const l = cv.labels;
  const band = (title, inner) =>
    inner === '' ? '' : `<section><h2>${esc(title)}</h2><div>${inner}</div></section>`;
  const body = `<header><h1>${esc(cv.name)}</h1><p>${esc(cv.headline)}</p><p class="contact">${cv.contacts.map(contact).join(' &nbsp; ')}</p></header>${band(l.summary, paragraph(cv.summary))}${band(l.experience, jobsTitleFirst(cv))}${band(l.education, schools(cv))}${band(l.skills, inline(cv.skills))}${band(l.languages, inline(cv.languageLines))}${band(l.certifications, lines(cv.certLines))}`;
  const css = `body{font-family:"merriweather",serif;font-size:9.6pt;line-height:1.5}h1{font-size:19pt}header{margin-bottom:8pt}.contact{font-size:8pt;color:#555}section{display:grid;grid-template-columns:36mm 1fr;gap:6mm;border-top:.6pt solid #bbb;padding:8pt 0 2pt}h2{font-size:9pt;color:#3f6634}h3{font-size:1.04em}.org{color:#555}.when{font-size:.9em}${ROW}`;
  return page({ cv, css, body, fonts: ['merriweather'] });
}
