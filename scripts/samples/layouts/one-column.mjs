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
  ROW,
  schools,
  section,
} from './parts.mjs';

/** Serif, centred name, ruled headings. */
export function classic(cv) {
  const l = cv.labels;
  const body = `<header><h1>${esc(cv.name)}</h1><p class="head">${esc(cv.headline)}</p><p>${cv.contacts.map(contact).join(' &nbsp;|&nbsp; ')}</p></header>
${section(l.summary, paragraph(cv.summary))}${section(l.experience, jobsTitleFirst(cv))}${section(l.education, schools(cv))}
${section(l.skills, inline(cv.skills, ' • '))}${section(l.certifications, list(cv.certLines))}${section(l.languages, inline(cv.languageLines))}${section(l.publications, cv.publications.length ? list(cv.publications) : '')}`;
  const css = `body{font-family:"libre-baskerville",serif;font-size:9.8pt;line-height:1.58}header{text-align:center;margin-bottom:10pt}h1{font-size:21pt;font-weight:400;letter-spacing:.5pt}.head{font-style:italic;margin:2pt 0 4pt}
h2{font-size:10.5pt;border-bottom:.8pt solid #444;margin:12pt 0 6pt;text-transform:uppercase;letter-spacing:.8pt}h3{font-size:1.04em}.org{font-style:italic}.when{font-size:.9em}${ROW}`;
  return page({ cv, css, body, fonts: ['libre-baskerville'] });
}

/** What applicant tracking systems ask for: one column, no colour, plain headings. */
export function ats(cv) {
  const l = cv.labels;
  const body = `<h1>${esc(cv.name)}</h1><p>${esc(cv.headline)}</p><p>${cv.contacts.map(contact).join(' · ')}</p>
${section(l.summary, paragraph(cv.summary))}${section(l.skills, inline(cv.skills))}${section(l.experience, jobsCompanyFirst(cv))}${section(l.education, schools(cv))}${section(l.certifications, lines(cv.certLines))}${section(l.languages, inline(cv.languages.map(([name, level]) => `${name} (${level})`)))}`;
  const css = `body{font-family:"arimo",sans-serif;font-size:10.5pt;line-height:1.4}h1{font-size:18pt}h2{font-size:11.5pt;margin:12pt 0 4pt;border-bottom:1pt solid #000}h3{font-size:1.04em}.org{font-style:italic}${ROW}`;
  return page({ cv, css, body, fonts: ['arimo'], size: cv.country === 'US' ? 'Letter' : 'A4' });
}

/** Airy page with letter-spaced capitals in the headings and the name. */
export function spaced(cv) {
  const l = cv.labels;
  // Letters with real spaces between them, as typed by people who did not find the tracking setting.
  const apart = (text) =>
    esc(
      [...text.toUpperCase()].map((letter) => (letter === ' ' ? '  ' : letter)).join(' '),
    ).replaceAll('   ', ' &nbsp; ');
  const head = (title, inner) =>
    inner === '' ? '' : `<section><h2>${apart(title)}</h2>${inner}</section>`;
  const body = `<header><h1>${esc(cv.name)}</h1><p>${esc(cv.headline)}</p></header>
${head(l.summary, paragraph(cv.summary))}${head(l.experience, jobsTitleFirst(cv))}${head(l.education, schools(cv))}${head(l.skills, inline(cv.skills, '  /  '))}${head(l.certifications, lines(cv.certLines))}${head(l.languages, inline(cv.languageLines))}
<footer>${cv.contacts.map(contact).join('<span> — </span>')}</footer>`;
  const css = `body{font-family:"raleway",sans-serif;font-size:10pt;line-height:1.42}header{text-align:center;padding:6pt 0 10pt}h1{font-size:24pt;font-weight:400;letter-spacing:4pt;text-transform:uppercase}header p{letter-spacing:1.5pt;margin-top:4pt;color:#7a5c3e}
h2{font-size:9.5pt;text-align:center;color:#7a5c3e;margin:13pt 0 7pt}h3{font-size:1.04em}.org{color:#666}footer{border-top:.6pt solid #b9a58f;margin-top:14pt;padding-top:7pt;text-align:center;font-size:8.5pt}${ROW}`;
  return page({ cv, css, body, fonts: ['raleway'], size: cv.country === 'US' ? 'Letter' : 'A4' });
}

/** A vertical line with dots; the dates stand left of it. */
export function timeline(cv) {
  const l = cv.labels;
  const item = (when, title, org, rest = '') =>
    `<div class="item"><div class="date">${esc(when)}</div><div class="dot"></div><div class="text"><h3>${esc(title)}</h3><p class="org">${esc(org)}</p>${rest}</div></div>`;
  const body = `<header><div><h1>${esc(cv.name)}</h1><p class="head">${esc(cv.headline)}</p></div><div class="contact">${cv.contacts.map((text) => `<p>${contact(text)}</p>`).join('')}</div></header>
${section(l.summary, paragraph(cv.summary))}
${section(l.experience, cv.jobs.map((job) => item(job.when, job.title, `${job.company} – ${job.location}`, list(job.bullets))).join(''))}
${section(l.education, cv.schools.map((entry) => item(entry.when, entry.course, entry.institution)).join(''))}
${section(l.skills, `<p class="chips">${cv.skills.map((skill) => `<span>${esc(skill)}</span>`).join(' ')}</p>`)}
<div class="pair">${section(l.languages, lines(cv.languageLines))}${section(l.certifications, lines(cv.certLines))}</div>`;
  const css = `body{font-family:"work-sans",sans-serif;font-size:10.8pt}header{display:flex;justify-content:space-between;border-bottom:3pt solid #2a6f6b;padding-bottom:8pt}h1{font-size:22pt;color:#2a6f6b}.head{font-size:12pt}.contact{text-align:right;font-size:8.5pt}
h2{font-size:11.5pt;color:#2a6f6b;margin:12pt 0 6pt}.item{display:grid;grid-template-columns:92pt 14pt 1fr;break-inside:avoid}.date{text-align:right;font-size:.9em;padding:1pt 8pt 0 0;color:#555}.dot{border-left:1.2pt solid #9cc5c2;position:relative}.dot::before{content:"";position:absolute;left:-4pt;top:4pt;width:6.5pt;height:6.5pt;border-radius:50%;background:#2a6f6b}.text{padding-bottom:9pt}h3{font-size:1.04em}.org{color:#555}
.chips span{display:inline-block;background:#e2efee;border-radius:8pt;padding:1pt 7pt;margin:0 2pt 4pt 0}.pair{display:grid;grid-template-columns:1fr 1fr;gap:16pt}`;
  return page({ cv, css, body, fonts: ['work-sans'] });
}

/** A coloured banner over the whole width, contact with icons in it. */
export function banner(cv) {
  const l = cv.labels;
  const icons = ['☎', '✉', '⌂', '➤', '➤'];
  const body = `<header><h1>${esc(cv.name)}</h1><p class="head">${esc(cv.headline)}</p><p class="contact">${cv.contacts.map((text, index) => `<span><i>${icons[index] ?? '➤'}</i>${contact(text)}</span>`).join('')}</p></header>
<main>${section(l.summary, paragraph(cv.summary))}${section(l.experience, jobsDatesFirst(cv))}${section(l.education, schools(cv))}${section(l.skills, `<ul class="grid">${cv.skills.map((skill) => `<li>${esc(skill)}</li>`).join('')}</ul>`)}${section(l.languages, inline(cv.languageLines, '   '))}${section(l.certifications, lines(cv.certLines))}</main>`;
  const css = `body{font-family:"montserrat",sans-serif;font-size:10.3pt}header{background:${cv.accent ?? '#23395b'};color:#fff;padding:22pt 18mm 18pt}h1{font-size:23pt}.head{font-size:11.5pt;opacity:.9;margin-bottom:8pt}.contact span{display:inline-block;margin-right:12pt;font-size:8.5pt}.contact i{font-style:normal;font-family:"DejaVu Sans"}main{padding:4pt 18mm 0}
h2{font-size:12pt;color:${cv.accent ?? '#23395b'};margin:12pt 0 5pt}h3{font-size:1.04em}.when{font-size:.9em;color:#777}.org{color:#555}.grid{columns:3}${ROW}`;
  return page({ cv, css, body, fonts: ['montserrat'], margin: '0 0 12mm 0' });
}

/** Contact only in the foot of the page, the name in its head. */
export function headerFooter(cv) {
  const l = cv.labels;
  const body = `<h1>${esc(l.cv)}</h1>${section(l.summary, paragraph(cv.summary))}${section(l.experience, jobsTitleFirst(cv))}${section(l.education, schools(cv))}${section(l.skills, list(cv.skills), 'cols')}${section(l.languages, lines(cv.languageLines))}${section(l.certifications, lines(cv.certLines))}${section(l.publications, cv.publications.length ? list(cv.publications) : '')}`;
  const css = `body{font-family:"source-serif-4",serif;font-size:11.4pt}h1{font-size:12pt;font-weight:400;letter-spacing:1pt}h2{font-size:12pt;color:#7b1e3a;margin:12pt 0 5pt}h3{font-size:1.04em}.org{font-style:italic}.cols ul{columns:2}${ROW}`;
  const style = 'font-family:Arial,sans-serif;width:100%;padding:4mm 18mm 0;color:#7b1e3a';
  return {
    html: page({ cv, css, body, fonts: ['source-serif-4'], margin: '34mm 18mm 22mm' }),
    pdf: {
      displayHeaderFooter: true,
      margin: { top: '36mm', bottom: '22mm', left: '18mm', right: '18mm' },
      headerTemplate: `<div style="${style};font-size:17px;font-weight:bold">${esc(cv.name)}<div style="font-size:10px;font-weight:normal;color:#333">${esc(cv.headline)}</div></div>`,
      footerTemplate: `<div style="${style};font-size:8.5px;text-align:center;color:#333">${cv.contacts.map(esc).join(' &nbsp;•&nbsp; ')} &nbsp;•&nbsp; <span class="pageNumber"></span>/<span class="totalPages"></span></div>`,
    },
  };
}
