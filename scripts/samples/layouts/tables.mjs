import { esc, list, page, portrait } from './parts.mjs';

const row = (label, value) =>
  value === null || value === '' ? '' : `<tr><th>${esc(label)}</th><td>${value}</td></tr>`;
const personalRows = (cv) => {
  const l = cv.labels;
  return [
    row(l.name, esc(cv.name)),
    row(l.address, esc(cv.address ?? cv.location)),
    row(l.phone, cv.phone && esc(cv.phone)),
    row(l.email, cv.email && esc(cv.email)),
    row(l.links, cv.links.map(esc).join('<br>')),
    row(l.born, cv.born && esc(cv.born)),
    row(l.nationality, cv.nationality && esc(cv.nationality)),
  ].join('');
};

/** "Tabellarischer Lebenslauf": dates left, text right, a photo in the corner. */
export function tabular(cv) {
  const l = cv.labels;
  const table = (title, rows) =>
    rows === '' ? '' : `<h2>${esc(title)}</h2><table>${rows}</table>`;
  const body = `<div class="top"><h1>${esc(l.cv)}</h1>${portrait('#9aa5b1', 92, 'square')}</div>
${table(l.personal, personalRows(cv))}
${table(l.summary, row(l.position, esc(cv.headline)) + row(l.summary, esc(cv.summary)))}
${table(l.experience, cv.jobs.map((job) => row(job.when, `<b>${esc(job.title)}</b><br>${esc(job.company)}, ${esc(job.location)}${list(job.bullets)}`)).join(''))}
${table(l.education, cv.schools.map((entry) => row(entry.when, `<b>${esc(entry.course)}</b><br>${esc(entry.institution)}`)).join(''))}
${table(l.skills, row('', esc(cv.skills.join(', '))) || `<tr><th></th><td>${esc(cv.skills.join(', '))}</td></tr>`)}
${table(l.languages, cv.languages.map(([name, level]) => row(name, esc(level))).join(''))}
${table(l.certifications, cv.certifications.map((entry) => row(entry.date ?? '', esc([entry.name, entry.issuer].filter(Boolean).join(', ')))).join(''))}
<p class="place">${esc(cv.location.split(',')[0])}, 04.11.2024</p>`;
  const css = `body{font-family:"carlito",sans-serif;font-size:10.5pt;line-height:1.33}.top{display:flex;justify-content:space-between;align-items:flex-start;height:62pt}.top .portrait{position:relative;z-index:1}h1{font-size:20pt;font-weight:400;letter-spacing:1pt}h2{font-size:12pt;border-bottom:.7pt solid #9aa5b1;margin:9pt 0 3pt}table{border-collapse:collapse;width:100%}th{text-align:left;font-weight:400;width:42mm;vertical-align:top;padding:1.2pt 8pt 1.2pt 0}td{padding:1.2pt 0;vertical-align:top}tr{break-inside:avoid}.place{margin-top:10pt}`;
  return page({ cv, css, body, fonts: ['carlito'] });
}

/** Like the European CV form: a narrow right-aligned label column, blue labels. */
export function europass(cv) {
  const l = cv.labels;
  const block = (title, rows) =>
    rows === '' ? '' : `<tr class="head"><th>${esc(title)}</th><td><hr></td></tr>${rows}`;
  const fill = (label, value) => `<tr><th>${esc(label)}</th><td>${value}</td></tr>`;
  const body = `<p class="form">${esc(l.cv)}</p><table>
${block(l.personal, personalRows(cv))}
${fill(l.position, `<b>${esc(cv.headline)}</b>`)}${cv.summary ? fill(l.summary, esc(cv.summary)) : ''}
${block(l.experience, cv.jobs.map((job) => fill(job.when, `<b>${esc(job.title)}</b><br>${esc(job.company)}<br>${esc(job.location)}${list(job.bullets)}`)).join(''))}
${block(l.education, cv.schools.map((entry) => fill(entry.when, `<b>${esc(entry.course)}</b><br>${esc(entry.institution)}${entry.location ? `, ${esc(entry.location)}` : ''}`)).join(''))}
${block(l.languages, cv.languages.map(([name, level]) => fill(name, esc(level))).join(''))}
${block(l.skills, fill('', list(cv.skills)))}
${block(l.certifications, cv.certLines.length ? fill('', list(cv.certLines)) : '')}
</table>`;
  const css = `body{font-family:"arimo",sans-serif;font-size:9.7pt;line-height:1.4}.form{color:#0e4194;font-size:13pt;margin-bottom:8pt}table{width:100%;border-collapse:collapse}th{width:48mm;text-align:right;vertical-align:top;font-weight:400;color:#0e4194;padding:3pt 12pt 3pt 0}td{vertical-align:top;padding:3pt 0}tr{break-inside:avoid}.head th{text-transform:uppercase;font-size:9pt;padding-top:10pt}.head td{padding-top:14pt}hr{border:0;border-top:1pt solid #9fb4d9;margin:0}`;
  return page({ cv, css, body, fonts: ['arimo'], margin: '16mm 15mm' });
}

/** The Indian form: numbered company list, a table of studies, personal details and a declaration at the end. */
export function declaration(cv) {
  const l = cv.labels;
  const body = `<h1>${esc(cv.name.toUpperCase())}</h1><p>Mobile: ${esc(cv.phone)}<br>E-mail: ${esc(cv.email)}<br>${cv.links.map(esc).join(' | ')}</p><p>${esc(cv.location)}</p>
<h2>${esc(l.summary)}</h2><p>${esc(cv.summary)}</p>
<h2>${esc(l.skills)}</h2><table class="grid"><tr><td>Technologies</td><td>${esc(cv.skills.join(', '))}</td></tr></table>
<h2>${esc(l.experience)}</h2>${cv.jobs.map((job, index) => `<p class="job"><b>${index + 1}. ${esc(job.company)}, ${esc(job.location)}</b><br>Designation: ${esc(job.title)}<br>Duration: ${esc(job.when)}</p>${list(job.bullets)}`).join('')}
<h2>${esc(l.education)}</h2><table class="grid"><tr><th>Degree</th><th>Institution</th><th>Year</th></tr>${cv.schools.map((entry) => `<tr><td>${esc(entry.course)}</td><td>${esc(entry.institution)}</td><td>${esc(entry.when)}</td></tr>`).join('')}</table>
<h2>${esc(l.certifications)}</h2>${list(cv.certLines)}
<h2>${esc(l.personal)}</h2><table class="plain">${[
    ['Father’s Name', cv.fatherName],
    ['Date of Birth', cv.born],
    ['Nationality', cv.nationality],
    ['Languages', cv.languageLines.join(', ')],
  ]
    .filter(([, value]) => value)
    .map(([label, value]) => `<tr><td>${label}</td><td>: ${esc(value)}</td></tr>`)
    .join('')}</table>
<h2>Declaration</h2><p>I hereby declare that the above information is true to the best of my knowledge.</p><div class="sign"><span>Place: ${esc(cv.location.split(',')[0])}<br>Date: 02-09-2024</span><span>(${esc(cv.name)})</span></div>`;
  const css = `body{font-family:"tinos",serif;font-size:10.2pt;line-height:1.22}h1{font-size:16pt;text-align:center;text-decoration:underline}h2{font-size:11.5pt;background:#d9d9d9;padding:1pt 4pt;margin:10pt 0 4pt}.grid{border-collapse:collapse;width:100%}.grid td,.grid th{border:.7pt solid #333;padding:2pt 6pt;text-align:left}.job{margin-top:5pt}.plain td{padding-right:14pt}.sign{break-inside:avoid;display:flex;justify-content:space-between;margin-top:14pt}`;
  return page({ cv, css, body, fonts: ['tinos'], margin: '11mm 18mm' });
}

/** The ruled form of a Japanese or Chinese CV: year, month and text in a grid. */
export function ruled(cv) {
  const l = cv.labels;
  const font = cv.lang === 'ja' ? 'noto-sans-jp' : 'noto-sans-sc';
  const cell = (label, value, wide = false) =>
    value === null || value === undefined
      ? ''
      : `<tr><th>${esc(label)}</th><td${wide ? ' class="big"' : ''}>${value}</td></tr>`;
  const body = `<h1>${esc(l.cv)}</h1><table class="grid">${cell(l.name, `${cv.kana ? `<small>${esc(cv.kana)}</small><br>` : ''}${esc(cv.name)}`, true)}${cell(l.born, cv.born && esc(cv.born))}${cell(l.address, esc(cv.address ?? cv.location))}${cell(l.phone, esc(cv.phone))}${cell(l.email, esc(cv.email))}</table>
<h2>${esc(l.summary)}</h2><p>${esc(cv.headline)}</p><p>${esc(cv.summary)}</p>
<h2>${esc(l.experience)}</h2><table class="grid">${cv.jobs.map((job) => `<tr><th>${esc(job.when)}</th><td><b>${esc(job.company)}</b>　${esc(job.title)}<br>${esc(job.location)}${list(job.bullets)}</td></tr>`).join('')}</table>
<h2>${esc(l.education)}</h2><table class="grid">${cv.schools.map((entry) => `<tr><th>${esc(entry.when)}</th><td>${esc(entry.institution)}　${esc(entry.field)}　${esc(entry.degree)}</td></tr>`).join('')}</table>
<h2>${esc(l.skills)}</h2><p>${cv.skills.map(esc).join('、')}</p><h2>${esc(l.languages)}</h2>${cv.languages.map(([name, level]) => `<p>${esc(name)}:${esc(level)}</p>`).join('')}
<h2>${esc(l.certifications)}</h2><p>${cv.certLines.map(esc).join('<br>')}</p>`;
  const css = `body{font-family:"${font}",sans-serif;font-size:10pt}h1{font-size:18pt;text-align:center;letter-spacing:12pt;font-weight:400}h2{font-size:11pt;margin:10pt 0 3pt;font-weight:400;border-left:4pt solid #555;padding-left:6pt}.grid{border-collapse:collapse;width:100%}.grid th,.grid td{border:.7pt solid #555;padding:4pt 8pt;text-align:left;vertical-align:top;font-weight:400}.grid th{width:46mm;background:#f2f2f2}.big{font-size:15pt}small{font-size:8pt}b{font-weight:400}`;
  return page({ cv, css, body, fonts: [[font, [400]]] });
}
